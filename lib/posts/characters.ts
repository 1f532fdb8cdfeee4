import { TextRefusal } from "./text-refusal";

type Field = TextRefusal["field"];

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const NONCHARACTERS = /[\ufdd0-\ufdef]|\p{Noncharacter_Code_Point}/u;
const HIDDEN_TAGS = /[\u{e0000}-\u{e007f}]/u;
const STACKED_MARKS = /\p{M}{5}/u;

/** Composed (NFC) and with LF; refuses what no keyboard types and no database keeps. */
export function cleanCharacters(raw: string, field: Field): string {
  // PostgreSQL refuses NUL, and a lone surrogate would be stored as another character without a word.
  if (raw.includes("\0")) throw refusal("nul", "an empty character (NUL)", field);
  if (/\p{Surrogate}/u.test(raw)) throw refusal("broken-character", "half a character", field);
  const text = raw.replace(/\r\n?/g, "\n").normalize("NFC");
  if (CONTROLS.test(text)) throw refusal("control-character", "a control character", field);
  if (NONCHARACTERS.test(text)) throw refusal("noncharacter", "a code that is no character", field);
  if (HIDDEN_TAGS.test(text)) throw refusal("hidden-tag", "hidden marks that nobody could see", field);
  if (STACKED_MARKS.test(text)) {
    throw new TextRefusal(
      "stacked-marks",
      "There are too many accents on one letter here; four are the most we can show.",
      field,
    );
  }
  return text;
}

function refusal(reason: string, what: string, field: Field): TextRefusal {
  return new TextRefusal(
    reason,
    `There is ${what} in this text, often from copying; please type that part anew.`,
    field,
  );
}

// Blank to the eye though Unicode calls them letters or symbols: Hangul fillers and the empty Braille pattern.
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** True where nobody would see anything. */
export function isInvisible(text: string): boolean {
  return text.replace(UNSEEN, "") === "";
}
