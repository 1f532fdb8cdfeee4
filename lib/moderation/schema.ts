import { z } from "zod";
import { normaliseEmail } from "@/lib/accounts/rules";
import { caseKinds, deeds, noticeReasons, reasonsFor, reportReasons } from "./rules";

export const NOTE_MAX = 2_000;
export const DECISION_REASON_MAX = 1_000;

const id = z.coerce.number().int().positive().max(2_147_483_647);
/** PostgreSQL has no place for a NUL, and a half character would come back changed. */
const text = z
  .string()
  .regex(/^[^\0\p{Surrogate}]*$/u, "There is a character in it that can’t be kept. Please take it out.");

export const ReportInput = z
  .strictObject({
    kind: z.enum(caseKinds),
    id,
    reason: z.enum(reportReasons, { error: "Please choose what it is about." }),
    note: text.trim().max(NOTE_MAX, `Please keep it under ${NOTE_MAX} characters.`).default(""),
    requestId: z.uuid(),
  })
  .refine(({ kind, reason }) => reasonsFor(kind).includes(reason), {
    path: ["reason"],
    error: "Please choose what it is about.",
  });
export type ReportInput = z.infer<typeof ReportInput>;

/** A guest's. Of the address only the confirmed owner hears anything. */
export const NoticeInput = z.strictObject({
  reason: z.enum(noticeReasons, { error: "Please choose what it is about." }),
  about: text.trim().max(300, "This address is too long.").default(""),
  text: text
    .trim()
    .min(10, "Please tell the moderators a little more.")
    .max(NOTE_MAX, `Please keep it under ${NOTE_MAX} characters.`),
  email: z
    .string()
    .max(1000)
    .transform(normaliseEmail)
    .pipe(
      z.email("Please write the whole e-mail address, such as name@example.org.").max(254, "This address is too long."),
    ),
  website: z.string().max(0, "Please leave this field empty.").default(""),
  requestId: z.uuid(),
});
export type NoticeInput = z.infer<typeof NoticeInput>;

export const NoticeLinkInput = z.strictObject({ token: z.string().max(200) });
export type NoticeLinkInput = z.infer<typeof NoticeLinkInput>;

export const AppealInput = z.strictObject({
  id,
  text: text
    .trim()
    .min(10, "Please say in a sentence or two why this is wrong.")
    .max(NOTE_MAX, `Please keep it under ${NOTE_MAX} characters.`),
  requestId: z.uuid(),
});
export type AppealInput = z.infer<typeof AppealInput>;

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
  /** Of a study's card: the field that is put right or aside; of what is taken back its id. */
  on: text.trim().max(20).optional(),
  /** Of a study's card: the note, or the right value. */
  text: text.trim().max(1_000).optional(),
  requestId: z.uuid(),
});
export type DecideInput = z.infer<typeof DecideInput>;

/** The form about a study says deed and field in one choice ("correct:title"), and a kind of study is chosen from a list. */
export const DecideOnCardInput = z
  .strictObject({
    id,
    version: id,
    deed: z
      .string({ error: "Please choose what to do." })
      .regex(/^(nothing|note|(correct|conceal):[a-z]{1,20}|take-back:\d{1,9})$/, "Please choose what to do."),
    kind: text.max(100).default(""),
    text: DecideInput.shape.text,
    reason: DecideInput.shape.reason,
    requestId: z.uuid(),
  })
  .refine(({ deed, kind }) => deed !== "correct:kind" || kind !== "", {
    path: ["kind"],
    error: "Please choose which kind it is.",
  })
  .transform(({ deed: choice, kind, text, ...input }): DecideInput => {
    const [deed = "", on = ""] = choice.split(":");
    return {
      ...input,
      deed: deed as DecideInput["deed"],
      on,
      text: on === "kind" ? kind : text,
      rule: "",
      rulesVersion: 0,
      until: "",
    };
  });
