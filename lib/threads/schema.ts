import { z } from "zod";
import { audiences } from "@/lib/policy/audience";

export const StartThreadInput = z.strictObject({
  categoryId: z.coerce
    .number({ error: "Please choose a category." })
    .int("Please choose a category.")
    .positive("Please choose a category."),
  audience: z.enum(audiences).default("everyone"),
  title: z.string(),
  text: z.string(),
  requestId: z.uuid(),
});
export type StartThreadInput = z.infer<typeof StartThreadInput>;
