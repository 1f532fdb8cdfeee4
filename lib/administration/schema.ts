import { z } from "zod";

export const ROLE_REASON_MAX = 300;

const id = z.coerce.number().int().positive().max(2_147_483_647);
const member = z.string().max(200).trim().min(1, "Please write the member’s name.");
/** PostgreSQL has no place for a NUL, and a half character would come back changed. */
const text = z
  .string()
  .regex(/^[^\0\p{Surrogate}]*$/u, "There is a character in it that can’t be kept. Please take it out.");

export const GiveRoleInput = z.strictObject({
  member,
  role: z.enum(["member", "moderator", "administrator"], { error: "Please choose what they shall be." }),
  reason: text
    .trim()
    .min(3, "Please say in a few words why; they will read it.")
    .max(ROLE_REASON_MAX, `Please keep the reason under ${ROLE_REASON_MAX} characters.`),
});
export type GiveRoleInput = z.infer<typeof GiveRoleInput>;

export const AppointInput = z.strictObject({ categoryId: id, member });
export type AppointInput = z.infer<typeof AppointInput>;

export const DismissInput = z.strictObject({ categoryId: id, memberId: id });
export type DismissInput = z.infer<typeof DismissInput>;
