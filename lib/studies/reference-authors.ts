// Who wrote what a reference names: "Wang X, Yin X, et al", "Wang, X., & Yin, X.", "X. Wang and Y. Yin", "Wang et al".

/** `surname` is the first author's; `end` is where the names end in the text. `sure`: more than one name and letter. */
export type Authors = { surname: string; start: number; end: number; sure: boolean };

const PARTICLE =
  "(?:[Vv]an(?: (?:der?|den))?|[Vv]on(?: der)?|[Dd]e(?: la| los)?|[Dd]el(?:la)?|[Dd]er|[Dd]en|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Ll]a|[Ll]e|[Ee]l|[Aa]l|[Tt]er|[Tt]en|St\\.?|O)[ '’-]";
const PROPER = "\\p{Lu}[\\p{L}\\p{M}'’]{1,30}";
const SURNAME = `(?:${PARTICLE})?${PROPER}(?:-\\p{L}[\\p{L}\\p{M}'’]{1,30}){0,2}(?: \\p{Lu}\\p{Ll}[\\p{L}\\p{M}'’-]{1,30})?`;
const LETTERS = "\\p{Lu}{1,4}(?:-\\p{Lu})?(?: (?:Jr|Sr|II|III|2nd|3rd))?";
const DOTTED = "\\p{Lu}\\p{Ll}?\\.(?:[ -]?\\p{Lu}\\.){0,3}";
const NOT_A_LETTER = "(?![\\p{L}\\p{N}])";

/** Each way of writing a list of names, with what parts two of them. */
const lists = [
  // Vancouver, AMA: Wang X, Yin X
  { name: `${SURNAME} ${LETTERS}${NOT_A_LETTER}`, first: "surname" },
  // APA, Nature: Wang, X. Y., & Yin, X.
  { name: `${SURNAME}, ${DOTTED}`, first: "surname" },
  // Wang X., Yin X.Y.
  { name: `${SURNAME} ${DOTTED}`, first: "surname" },
  // X. Wang, Y. Yin
  { name: `${DOTTED} ?${SURNAME}`, first: "letters" },
] as const;

const BETWEEN = "(?:,? (?:and|und|et|&) |[,;] ?(?:(?:and|&|…|\\.\\.\\.) ?)?)";
const ET_AL = ",? (?:et ?al|and others|and colleagues|and co-?workers|u\\. ?a)(?:\\.|\\b)(?:[\\])])?";
const ENDS = "(?=[.,:;()\\[\\s]|$)";

const patterns = [
  ...lists.map(({ name }) => `${name}(?:${BETWEEN}${name}){0,60}(?:${ET_AL})?${ENDS}`),
  // Wang et al; Wang and Yin
  `${SURNAME}(?: (?:and|&) ${SURNAME})?${ET_AL}`,
  `${SURNAME} (?:and|&) ${SURNAME}${ENDS}`,
].map((pattern) => new RegExp(pattern, "uy"));

const AT_FRONT = new RegExp(`^${SURNAME}`, "u");
const TWO_WORDS = new RegExp(`^${PROPER} ${PROPER}$`, "u");
const FIRST_LETTERS = new RegExp(`^${DOTTED} ?`, "u");
const SEVERAL = new RegExp(`${ET_AL}|[,;&]|\\b(?:and|und)\\b`, "u");
/** Where a name may begin. */
const BEGINNING = /(?<![\p{L}\p{M}\p{N}'’.-])\p{L}/gu;
/** Words that begin a sentence about a reference and aren't part of the name after them. */
const LEADS =
  /^(?:see|read|in|by|from|reference|ref|source|also|and|the|paper|study|citation|cite|cited|this|that|original|article|abstract|link|here|new|my|our|dr|prof|professor|doctor|as|per|according|compare|cf|review|trial|is|it|i|we|both|either|first|then|today|vol|volume|vitamin|factor|group|type|hepatitis|phase|stage|grade|arm|part|appendix|table|figure|fig|chapter|section|question|point|plan|dear|hi|hello|thanks)$/iu;

/** The authors nearest to the beginning of `text`; rather a list than a single name. */
export function authorsIn(text: string): Authors | null {
  let single: Authors | null = null;
  let readTo = 0;
  for (const { index } of text.matchAll(BEGINNING)) {
    if (index < readTo) continue;
    const authors = authorsAt(text, index);
    if (!authors) continue;
    if (authors.sure) return authors;
    single ??= authors;
    readTo = authors.end;
  }
  return single;
}

function authorsAt(text: string, start: number): Authors | null {
  const lead = /^[\p{L}]+/u.exec(text.slice(start, start + 20))?.[0] ?? "";
  if (LEADS.test(lead)) return null;
  let best: Authors | null = null;
  for (const [at, pattern] of patterns.entries()) {
    pattern.lastIndex = start;
    const shown = pattern.exec(text)?.[0];
    if (!shown || (best && start + shown.length <= best.end)) continue;
    const surname = surnameOf(shown, at);
    if (surname) best = { surname, start, end: start + shown.length, sure: isSeveral(shown, at) };
  }
  return best;
}

function surnameOf(shown: string, pattern: number): string | null {
  const isLettersFirst = lists[pattern]?.first === "letters";
  const rest = isLettersFirst ? shown.replace(FIRST_LETTERS, "") : shown;
  const [surname] = AT_FRONT.exec(rest) ?? [];
  // "Xiaohua Wang et al": without letters after it the first of two words is most often a given name.
  const isGivenFirst = pattern >= lists.length && surname && TWO_WORDS.test(surname);
  return (isGivenFirst ? surname.slice(surname.indexOf(" ") + 1) : surname) ?? null;
}

function isSeveral(shown: string, pattern: number): boolean {
  // In "Wang, X." the comma is the name's own.
  const withoutFirst = pattern === 1 ? shown.replace(/^[^,]+,/, "") : shown;
  return SEVERAL.test(withoutFirst);
}
