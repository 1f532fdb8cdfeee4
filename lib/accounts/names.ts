import unhomoglyph from "unhomoglyph";

export const NAME_MIN = 3;
export const NAME_MAX = 30;

/** Scripts that are written together (UTS 39, augmented script sets); a name stays within one line of this list. */
const WRITTEN_TOGETHER = [
  ["Latin"],
  ["Cyrillic"],
  ["Greek"],
  ["Armenian"],
  ["Georgian"],
  ["Hebrew"],
  ["Arabic"],
  ["Thaana"],
  ["Ethiopic"],
  ["Devanagari"],
  ["Bengali"],
  ["Gurmukhi"],
  ["Gujarati"],
  ["Oriya"],
  ["Tamil"],
  ["Telugu"],
  ["Kannada"],
  ["Malayalam"],
  ["Sinhala"],
  ["Thai"],
  ["Lao"],
  ["Tibetan"],
  ["Myanmar"],
  ["Khmer"],
  ["Han", "Hiragana", "Katakana"],
  ["Han", "Bopomofo"],
  ["Han", "Hangul"],
];

/** Marks only where a script needs them to write at all (Script, not Script_Extensions): no stacks of accents. */
const inOneScript = WRITTEN_TOGETHER.map((scripts) => {
  const letters = scripts.map((script) => `\\p{scx=${script}}`).join("");
  const marks = scripts.map((script) => `\\p{sc=${script}}`).join("");
  return new RegExp(`^(?:[0-9_.-]|(?=[\\p{L}\\p{Nd}])[${letters}]|(?=\\p{M})[${marks}])+$`, "u");
});

/** Names that would speak for the forum, or for nobody. */
const RESERVED = [
  "admin",
  "admins",
  "administrator",
  "administrators",
  "administration",
  "mod",
  "mods",
  "moderator",
  "moderators",
  "moderation",
  "staff",
  "team",
  "support",
  "help",
  "helpdesk",
  "official",
  "owner",
  "root",
  "system",
  "sysop",
  "webmaster",
  "postmaster",
  "hostmaster",
  "abuse",
  "security",
  "noreply",
  "mailer",
  "wellcited",
  "forum",
  "bot",
  "doctor",
  "guest",
  "guests",
  "member",
  "members",
  "formermember",
  "anonymous",
  "everyone",
  "everybody",
  "nobody",
  "somebody",
  "all",
  "here",
  "me",
  "you",
  "null",
  "undefined",
  "none",
  "nan",
  "true",
  "false",
  "deleted",
  "removed",
  "unknown",
];
/** As a part of a name, between its dots and dashes or beside its digits. */
const STAFF_WORDS = [
  "admin",
  "administrator",
  "mod",
  "moderator",
  "staff",
  "support",
  "official",
  "system",
  "wellcited",
];
/** Anywhere in a name. */
const STAFF_ANYWHERE = ["administrator", "moderator", "wellcited", "formermember"];

export function tidyName(raw: string): string {
  return raw.normalize("NFKC").trim();
}

/** Why a name can't be used, as a sentence; null where it can. Whether it is taken, the database knows. */
export function problemOfName(name: string, options: { forStaff?: boolean } = {}): string | null {
  const length = [...name].length;
  if (length < NAME_MIN) return `Please choose a name of at least ${NAME_MIN} letters.`;
  if (length > NAME_MAX) return `Please choose a name of at most ${NAME_MAX} letters.`;
  if (/\s/u.test(name)) return "A name has no spaces; a dot, a dash or _ can take their place.";
  if (!/^[\p{L}\p{M}\p{Nd}_.-]+$/u.test(name)) return "A name is made of letters, digits, dots, dashes and _.";
  if (!/\p{L}/u.test(name)) return "A name needs at least one letter.";
  if (!/^[\p{L}\p{Nd}]/u.test(name) || !/[\p{L}\p{M}\p{Nd}]$/u.test(name))
    return "A name begins and ends with a letter or a digit.";
  if (/[_.-]{2}/.test(name)) return "Please put no two dots, dashes or _ beside each other.";
  if (!inOneScript.some((pattern) => pattern.test(name))) return "Please write the name in one alphabet.";
  if (!options.forStaff && speaksForTheForum(name))
    return "This name could be taken for someone who runs the forum. Please choose another.";
  return null;
}

/** The same for every spelling of a name in capitals and small letters. */
export function nameKey(name: string): string {
  return fold(tidyName(name));
}

/**
 * The same for names that look alike (UTS 39), such as “coco” in Latin and in Cyrillic letters, or “Ian” and “lan”.
 * Look-alikes are folded before capitals are, because I resembles l and i does not; and again after, because O resembles 0.
 */
export function nameSkeleton(name: string): string {
  const alike = (text: string) => unhomoglyph(text.normalize("NFD")).normalize("NFD");
  return fold(alike(fold(alike(tidyName(name)))));
}

function fold(text: string): string {
  return text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}

function speaksForTheForum(name: string): boolean {
  const whole = read(name.replace(/[_.-]/g, ""));
  const bare = read(name.replace(/[_.\p{Nd}-]/gu, ""));
  const parts = [...name.split(/[_.-]+/), ...name.split(/[_.\p{Nd}-]+/u)].map(read);
  if (RESERVED.map(read).some((word) => word === whole || word === bare)) return true;
  if (STAFF_WORDS.map(read).some((word) => parts.includes(word))) return true;
  return STAFF_ANYWHERE.map(read).some((word) => whole.includes(word) || bare.includes(word));
}

const READ_AS: Record<string, string> = { "0": "o", "1": "i", l: "i", "3": "e", "4": "a", "5": "s", "7": "t" };

/** How a hasty eye reads it: 4dm1n is admin. */
function read(word: string): string {
  return nameSkeleton(word.replace(/[3457]/g, (digit) => READ_AS[digit] ?? digit)).replace(
    /[01l]/g,
    (sign) => READ_AS[sign] ?? sign,
  );
}
