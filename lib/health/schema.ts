import { z } from "zod";
import { audiences } from "@/lib/policy/audience";
import { COUNT_MAX } from "./rules";

export const FACT_MAX = 300;

const ticked = z
  .string()
  .optional()
  .transform((value) => ["yes", "on", "true"].includes(value ?? ""));
const audience = z.enum(audiences).default("members");
const id = z.coerce.number().int().positive().max(2_147_483_647);
const line = (max: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, `Please keep this under ${max} characters.`))
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), "This has a character that can’t be kept. Please leave it out.");

export const GiveConsentInput = z.strictObject({
  agree: ticked.refine((is) => is, "Please tick the box if you agree; without it nothing about your health is kept."),
  version: z.coerce.number().int().positive(),
});
export type GiveConsentInput = z.infer<typeof GiveConsentInput>;

export const WithdrawConsentInput = z.strictObject({});
export type WithdrawConsentInput = z.infer<typeof WithdrawConsentInput>;

/** An empty field takes the fact away. */
export const HealthFactsInput = z.strictObject({
  condition: line(100),
  conditionAudience: audience,
  diagnosed: z
    .string()
    .default("")
    .transform((text) => text.trim())
    .pipe(z.string().regex(/^(\d{4})?$/, "Please write the year with four digits, such as 2014."))
    .transform((year) => (year === "" ? null : Number(year))),
  diagnosedAudience: audience,
  status: line(100),
  statusAudience: audience,
  treatments: line(FACT_MAX),
  treatmentsAudience: audience,
  countsAudience: audience,
});
export type HealthFactsInput = z.infer<typeof HealthFactsInput>;

export const PlateletCountInput = z.strictObject({
  value: z
    .string()
    .transform((text) => text.trim().replace(",", "."))
    .pipe(z.string().regex(/^\d{1,4}(\.\d)?$/, "Please write the count as a number in the unit beside it, such as 87."))
    .transform(Number)
    .pipe(z.number().max(COUNT_MAX, `Counts in these units lie between 0 and ${COUNT_MAX}. Please check the unit.`)),
  unit: z.enum(["10^9/L", "10^3/uL"], "Please choose the unit of your laboratory."),
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "Please give the day, such as 2018-06-09.")
    .refine((day) => z.iso.date().safeParse(day).success, "There is no such day.")
    .transform((day) => new Date(`${day}T00:00:00Z`)),
});
export type PlateletCountInput = z.infer<typeof PlateletCountInput>;

export const RemoveCountInput = z.strictObject({ count: id });
export type RemoveCountInput = z.infer<typeof RemoveCountInput>;
