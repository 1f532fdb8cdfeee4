import { z } from "zod";
import { audiences } from "@/lib/policy/audience";

export const CATEGORY_NAME_MAX = 60;
export const CATEGORY_DESCRIPTION_MAX = 300;

const id = z.coerce.number().int().positive().max(2_147_483_647);
const place = z.coerce
  .number({ error: "Please write a number." })
  .int("Please write a whole number.")
  .min(1)
  .max(10_000);
const writers = z.enum(["members", "moderators"], { error: "Please choose." });
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "yes" || value === "on" || value === "true");

/** One line of plain text, with ordinary spaces. */
const line = z
  .string()
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
  .refine(
    (text) => !/[\p{Cc}\p{Cs}]/u.test(text),
    "There is a character in it that can’t be kept. Please take it out.",
  );

const category = {
  name: line.pipe(
    z
      .string()
      .min(2, "Please give the category a name.")
      .max(CATEGORY_NAME_MAX, `Please keep the name under ${CATEGORY_NAME_MAX} characters.`),
  ),
  description: line.pipe(
    z
      .string()
      .min(3, "Please say in a sentence what belongs here.")
      .max(CATEGORY_DESCRIPTION_MAX, `Please keep it under ${CATEGORY_DESCRIPTION_MAX} characters.`),
  ),
  audience: z.enum(audiences, { error: "Please choose who can read here." }),
  whoStarts: writers,
  whoReplies: writers,
  locked: ticked,
};

export const CreateCategoryInput = z.strictObject({ ...category, requestId: z.uuid() });
export type CreateCategoryInput = z.infer<typeof CreateCategoryInput>;

/** `confirm`: that the administrator knows whom a new audience shuts out or lets in. */
export const ChangeCategoryInput = z.strictObject({ id, ...category, place, confirm: ticked });
export type ChangeCategoryInput = z.infer<typeof ChangeCategoryInput>;

export const PlaceCategoryInput = z.strictObject({ id, place });
export type PlaceCategoryInput = z.infer<typeof PlaceCategoryInput>;

export const DeleteCategoryInput = z.strictObject({ id });
export type DeleteCategoryInput = z.infer<typeof DeleteCategoryInput>;
