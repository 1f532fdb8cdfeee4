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

/** The texts that administrators write. The wording of the health consent belongs to what the software does with it. */
export const ownTexts = ["rules", "privacy", "help", "card-help", "banner", "announcement"] as const;
export type OwnText = (typeof ownTexts)[number];

export const BANNER_LINES_MAX = 6;
export const BANNER_LINE_MAX = 80;
export const ANNOUNCEMENT_MAX = 600;

export const PublishTextInput = z.strictObject({
  kind: z.enum(ownTexts),
  /** The version the change began on; 0 for the text that the forum came with. */
  version: z.coerce.number().int().nonnegative().max(1_000_000),
  text: z.string().max(200_000),
  requestId: z.uuid(),
});
export type PublishTextInput = z.infer<typeof PublishTextInput>;

export const ReadOnlyInput = z.strictObject({
  readOnly: z.enum(["yes", "no"]),
  reason: text.trim().max(ROLE_REASON_MAX, `Please keep the reason under ${ROLE_REASON_MAX} characters.`).default(""),
});
export type ReadOnlyInput = z.infer<typeof ReadOnlyInput>;

export const TestMailInput = z.strictObject({ requestId: z.uuid() });
export type TestMailInput = z.infer<typeof TestMailInput>;

const mail = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .transform(BigInt);
/** Without an id: all that nothing tries any more. */
export const RetryMailInput = z.strictObject({ id: mail.optional() });
export type RetryMailInput = z.infer<typeof RetryMailInput>;

export const GiveUpMailInput = z.strictObject({ id: mail });
export type GiveUpMailInput = z.infer<typeof GiveUpMailInput>;

export const FailedJobInput = z.strictObject({ id: z.uuid() });
export type FailedJobInput = z.infer<typeof FailedJobInput>;
