import { z } from "zod";
import { caseKinds, deeds, reportReasons } from "./rules";

export const NOTE_MAX = 2_000;
export const DECISION_REASON_MAX = 1_000;

const id = z.coerce.number().int().positive().max(2_147_483_647);
/** PostgreSQL has no place for a NUL, and a half character would come back changed. */
const text = z
  .string()
  .regex(/^[^\0\p{Surrogate}]*$/u, "There is a character in it that can’t be kept. Please take it out.");

export const ReportInput = z.strictObject({
  kind: z.enum(caseKinds),
  id,
  reason: z.enum(reportReasons, { error: "Please choose what it is about." }),
  note: text.trim().max(NOTE_MAX, `Please keep it under ${NOTE_MAX} characters.`).default(""),
  requestId: z.uuid(),
});
export type ReportInput = z.infer<typeof ReportInput>;

export const OpenCaseInput = z.strictObject({ kind: z.enum(caseKinds), id });
export type OpenCaseInput = z.infer<typeof OpenCaseInput>;

export const DecideInput = z.strictObject({
  id,
  version: id,
  deed: z.enum(deeds, { error: "Please choose what to do." }),
  rule: text.trim().max(200).default(""),
  rulesVersion: z.coerce.number().int().nonnegative(),
  reason: text
    .trim()
    .min(3, "Please say in a few words why.")
    .max(DECISION_REASON_MAX, `Please keep the reason under ${DECISION_REASON_MAX} characters.`),
  /** A day; empty for good, which only a suspension can be. */
  until: z.union([z.literal(""), z.iso.date("Please write a day as 2026-12-31.")]).default(""),
  requestId: z.uuid(),
});
export type DecideInput = z.infer<typeof DecideInput>;
