import { z } from "zod";
import { normaliseEmail, safeNext, tokenDays, tokenScopes } from "./rules";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX_BYTES = 1024;
export const PERSONAL_TEXT_MAX = 160;
export const ABOUT_MAX = 4000;

const TICKED = ["yes", "on", "true"];

/** A ticked box sends its value, an empty one sends nothing. */
const ticked = z
  .string()
  .optional()
  .transform((value) => TICKED.includes(value ?? ""));
const mustTick = (sentence: string) => ticked.refine((is) => is, sentence);

const id = z.coerce.number().int().positive().max(2_147_483_647);
const version = z.coerce.number().int().positive().max(1_000_000);
const next = z.string().optional().transform(safeNext);
const token = z.string().max(200);
const name = z.string().max(200).trim().min(1, "Please choose a name.");
const email = z
  .string()
  .max(1000)
  .transform(normaliseEmail)
  .pipe(
    z.email("Please write the whole e-mail address, such as name@example.org.").max(254, "This address is too long."),
  );
const newPassword = z
  .string()
  .min(PASSWORD_MIN, `Please use at least ${PASSWORD_MIN} characters; a few unrelated words are easy to remember.`)
  .max(PASSWORD_MAX_BYTES, "This password is too long to be kept. Please shorten it.");
/** A password that exists: whatever it is, only the hash decides. */
const password = z.string().min(1, "Please enter your password.").max(PASSWORD_MAX_BYTES, "That is not the password.");

export const JoinInput = z.strictObject({
  name,
  email,
  password: newPassword,
  ofAge: mustTick("The forum is for people of 16 or older."),
  agree: mustTick("Please read and accept the rules and the privacy text."),
  rulesVersion: version,
  privacyVersion: version,
  website: z.string().max(0, "Please leave this field empty.").default(""),
  startedAt: z.string().max(200),
  requestId: z.uuid(),
  next,
});
export type JoinInput = z.infer<typeof JoinInput>;

export const LogInInput = z.strictObject({
  who: z.string().max(1000).trim().min(1, "Please enter your name or e-mail address."),
  password,
  remember: ticked,
  next,
});
export type LogInInput = z.infer<typeof LogInInput>;

export const NoInput = z.strictObject({});
export type NoInput = z.infer<typeof NoInput>;

export const TicketInput = z.strictObject({ token });
export type TicketInput = z.infer<typeof TicketInput>;

export const ForgotInput = z.strictObject({ email });
export type ForgotInput = z.infer<typeof ForgotInput>;

export const ResetInput = z.strictObject({ token, password: newPassword });
export type ResetInput = z.infer<typeof ResetInput>;

export const ChangeEmailInput = z.strictObject({ email, password });
export type ChangeEmailInput = z.infer<typeof ChangeEmailInput>;

export const ChangePasswordInput = z.strictObject({ password, newPassword });
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

export const EndSessionInput = z.strictObject({ session: id });
export type EndSessionInput = z.infer<typeof EndSessionInput>;

export const ProfileInput = z.strictObject({
  personalText: z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(z.string().max(PERSONAL_TEXT_MAX, `Please keep this line under ${PERSONAL_TEXT_MAX} characters.`))
    .refine(
      (text) => !/[\p{Cc}\p{Cs}]/u.test(text),
      "This line has a character that can’t be kept. Please leave it out.",
    ),
  about: z.string().max(ABOUT_MAX, `Please keep this text under ${ABOUT_MAX} characters.`),
  showOnline: ticked,
});
export type ProfileInput = z.infer<typeof ProfileInput>;

export const AcceptRulesInput = z.strictObject({
  version,
  agree: mustTick("Please tick the box if you accept the rules."),
  next,
});
export type AcceptRulesInput = z.infer<typeof AcceptRulesInput>;

export const CloseAccountInput = z.strictObject({
  choice: z.enum(["keep", "withdraw"], "Please choose what happens to your posts."),
  password,
});
export type CloseAccountInput = z.infer<typeof CloseAccountInput>;

export const TOKEN_NAME_MAX = 60;

export const MakeTokenInput = z.strictObject({
  name: z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .min(1, "Please give it a name, so that you know it again.")
        .max(TOKEN_NAME_MAX, `Please keep the name under ${TOKEN_NAME_MAX} characters.`)
        .regex(/^[^\p{Cc}\p{Cs}]*$/u, "This name has a character that can’t be kept. Please leave it out."),
    ),
  scope: z.enum(tokenScopes, "Please choose what it may do."),
  days: z.enum(tokenDays, "Please choose how long it works."),
  password,
  requestId: z.uuid(),
});
export type MakeTokenInput = z.infer<typeof MakeTokenInput>;

export const RevokeTokenInput = z.strictObject({ token: id });
export type RevokeTokenInput = z.infer<typeof RevokeTokenInput>;
