import { z } from "zod";
import { audiences } from "@/lib/policy/audience";

/** A shape with a name stands once in the document, and everything else refers to it. */
export function shape<S extends z.ZodType>(id: string, schema: S): S {
  z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });
  return schema;
}

export const id = z.int().positive().max(2_147_483_647);
export const count = z.int().nonnegative();
export const moment = z.iso.datetime().meta({ description: "UTC" });
/** HTML that the forum's own renderer made; links in it may begin with “/”. */
export const html = z.string();
export const audience = z.enum(audiences);
export const state = z.enum(["visible", "held", "hidden", "withdrawn", "removed"]);

export const Person = shape(
  "Person",
  z.strictObject({
    name: z.string(),
    former: z.boolean().meta({ description: "Has closed the account; the name is no name any more." }),
  }),
);

export const Next = z
  .string()
  .nullable()
  .meta({ description: "The address of what follows in this list; null at its end." });

export const iso = (at: Date): string => at.toISOString();
export const isoOrNull = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;
export const person = ({ name, former }: { name: string; former: boolean }) => ({ name, former });
