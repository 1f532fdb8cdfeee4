import { z } from "zod";

export const TEXT_MAX = 32_000;
export const TITLE_MIN = 3;
export const TITLE_MAX = 120;
export const REASON_MAX = 200;

const id = z.coerce.number().int().positive().max(2_147_483_647);
const requestId = z.uuid();
const text = z.string();
const reason = z.string().trim().max(REASON_MAX, `Please keep the reason under ${REASON_MAX} characters.`).default("");

export const ReplyInput = z.strictObject({ threadId: id, text, requestId });
export type ReplyInput = z.infer<typeof ReplyInput>;

export const PreviewInput = z.strictObject({ text });

export const EditInput = z.strictObject({ number: id, version: id, text, reason, requestId });
export type EditInput = z.infer<typeof EditInput>;

export const WithdrawInput = z.strictObject({ number: id });
export type WithdrawInput = z.infer<typeof WithdrawInput>;

export const StrikeInput = z.strictObject({
  number: id,
  version: id,
  reason: z
    .string()
    .trim()
    .min(3, "Please say in a few words why.")
    .max(REASON_MAX, `Please keep the reason under ${REASON_MAX} characters.`),
});
export type StrikeInput = z.infer<typeof StrikeInput>;

export const DraftInput = z.strictObject({
  place: z.string().regex(/^(thread|category|post):\d{1,10}$/),
  title: z.string().max(400).default(""),
  text: z.string().max(100_000),
  version: id.nullish(),
});
export type DraftInput = z.infer<typeof DraftInput>;
