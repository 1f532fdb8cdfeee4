import { dictionary } from "@zxcvbn-ts/language-common";
import { shared } from "@/lib/platform/shared";
import { PASSWORD_MAX_BYTES, PASSWORD_MIN } from "./schema";

/** Words that anyone would try first on this forum. */
const CONTEXT = [
  "wellcited",
  "platelets",
  "platelet",
  "thrombocytopenia",
  "thrombocytopaenia",
  "purpura",
  "immune",
  "password",
  "passwort",
  "forum",
  "patient",
];
/** What fingers run along without a thought; forwards and backwards. */
const RUNS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "yxcvbnm",
  "azertyuiop",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
];
const RUN_MIN = 4;
/** So much must be left when everything that is easily guessed is taken out. */
const LEFT_MIN = 6;

/** One spelling of each letter, so that the same keys on another keyboard are the same password. */
export function tidyPassword(raw: string): string {
  return raw.normalize("NFC");
}

/** Why a password can't be used, as a sentence; null where it can. `own` are the member's name and address. */
export function problemOfPassword(password: string, own: { name: string; email: string }): string | null {
  if (/[\0\p{Cs}]/u.test(password)) return "This password has a character that can’t be kept. Please leave it out.";
  if ([...password].length < PASSWORD_MIN)
    return `Please use at least ${PASSWORD_MIN} characters; a few unrelated words are easy to remember.`;
  if (new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES)
    return "This password is too long to be kept. Please shorten it.";
  if (isCommon(password))
    return "This password is on lists that are tried first. Please choose another; a few unrelated words work well.";
  if (leftOf(password, own).length < LEFT_MIN)
    return "This password is easily guessed. Please choose one that has nothing to do with your name, your address or this forum.";
  return null;
}

const common = () =>
  shared(
    "common-passwords",
    () =>
      new Set(
        Object.values(dictionary)
          .flat()
          .map((word) => String(word).toLowerCase()),
      ),
  );

/** On the list as it is, padded with digits and signs, or said twice. */
function isCommon(password: string): boolean {
  const word = password.toLowerCase();
  const stem = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const said = /^(.+?)\1+$/u.exec(word)?.[1];
  return (
    common().has(word) ||
    (stem.length > 0 && common().has(stem)) ||
    (said !== undefined && (said.length < LEFT_MIN || common().has(said)))
  );
}

function leftOf(password: string, own: { name: string; email: string }): string {
  const [local = "", host = ""] = own.email.split("@");
  const words = [
    own.email,
    own.name,
    local,
    ...own.name.split(/[_.-]+/),
    ...local.split(/[._+-]+/),
    host.split(".")[0] ?? "",
    ...CONTEXT,
  ]
    .map((word) => word.toLowerCase())
    .filter((word) => [...word].length >= 3)
    .sort((a, b) => b.length - a.length);
  let left = password.toLowerCase();
  for (const word of words) left = left.replaceAll(word, "");
  left = withoutRuns(left);
  return left.replace(/(.)\1{2,}/gu, "$1");
}

function withoutRuns(text: string): string {
  let left = text;
  for (const run of RUNS.flatMap((row) => [row, [...row].reverse().join("")])) {
    for (let length = run.length; length >= RUN_MIN; length--) {
      for (let from = 0; from + length <= run.length; from++)
        left = left.replaceAll(run.slice(from, from + length), "");
    }
  }
  return left;
}
