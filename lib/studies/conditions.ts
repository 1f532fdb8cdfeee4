import type { SourceFacts } from "./types";

/** Names of illnesses among the subjects of a record; MeSH doesn't say which of them are. */
const illness =
  /(?:itis|emia|osis|oma|omas|pathy|pathies|penia|purpura|syndromes?|diseases?|disorders?|neoplasms|deficiency|failure|asthma|diabetes mellitus|lupus erythematosus|hypertension|stroke|sclerosis|hemophilia [ab]|migraine|eczema|psoriasis|epilepsy|obesity|covid-19|dementia|vitiligo|sarcoidosis|myasthenia gravis)\b/i;
const noIllness =
  /\b(?:apopt|progn|diagn|mit|mei|symbi|homeosta|hemosta)osis\b|stasis\b|^(?:disease|syndrome)\b|genetic predisposition|disease models?/i;
/** "Infection after splenectomy", "risk of lymphoma": there it is what followed, not whom was studied. */
const asConsequence =
  /(?:risks? of|induced|associated|related|after|following|due to|caused by|secondary|prevent\w*|prevention of|incidence of|without|mimicking|develop\w*|versus|vs\.?|history of)\W+(?:[\w-]+\W+){0,2}$/i;
/** "Ischaemia after bypass grafting", "arthritis-associated". */
const followsSomething =
  /^(?:[-‐–](?:associated|related|induced|like|free)\b|\W+(?:(?:events?|risk|rates?|incidence) )?(?:after|following|during|associated with|related to|induced by|caused by|due to|complicating|in (?:users|recipients|donors)|screening|vaccin))/i;
/** What MeSH calls otherwise than anybody else does. */
const alsoCalled: [string, RegExp][] = [
  [
    "Purpura, Thrombocytopenic, Idiopathic",
    /\b(?:immune|idiopathic|autoimmune) thrombocytop(?:enia|enic purpura)\b|\bITP\b/i,
  ],
  ["Anemia, Hemolytic, Autoimmune", /\bautoimmune hemolytic anemia\b/i],
  ["Graft vs Host Disease", /\bgraft[- ](?:versus|vs)[- ]host disease\b/i],
];
const MOST = 3;

/** The illnesses that a record names both among its subjects and in its title: of those nobody can doubt that it is about them. */
export function conditionsNamedTwice({ subjects = [], title = "" }: Pick<SourceFacts, "subjects" | "title">): string[] {
  const plainTitle = american(title.slice(0, 600));
  const named = subjects.filter((subject) => {
    const also = alsoCalled.find(([name]) => name === subject)?.[1].exec(plainTitle);
    const place = also ? { start: also.index, end: also.index + also[0].length } : placeOf(subject, plainTitle);
    return (
      place !== null &&
      (also || (illness.test(subject) && !noIllness.test(subject))) &&
      !asConsequence.test(plainTitle.slice(0, place.start)) &&
      !followsSomething.test(plainTitle.slice(place.end))
    );
  });
  // "Lupus Nephritis" and "Nephritis": the longer says more.
  return named
    .filter(
      (one) =>
        !named.some(
          (other) =>
            other !== one &&
            wordsOf(other).length > wordsOf(one).length &&
            wordsOf(one).every((word) => wordsOf(other).includes(word)),
        ),
    )
    .slice(0, MOST);
}

/** Where all words of a subject stand together in a title, in whatever order. */
function placeOf(subject: string, title: string): { start: number; end: number } | null {
  const wanted = wordsOf(subject);
  if (wanted.length === 0 || wanted.length > 6) return null;
  const words = [...title.matchAll(/[\p{L}\d]+(?:['’]s)?/gu)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    word: singular(match[0]),
  }));
  for (let from = 0; from + wanted.length <= words.length; from++) {
    const window = words.slice(from, from + wanted.length);
    const [first, last] = [window[0], window.at(-1)];
    if (first && last && wanted.every((word) => window.some((one) => one.word === word)))
      return { start: first.at, end: last.end };
  }
  return null;
}

function wordsOf(subject: string): string[] {
  return [...american(subject).matchAll(/[\p{L}\d]+(?:['’]s)?/gu)].map(([word]) => singular(word));
}

function singular(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/, "")
    .replace(/(?<=[^sui])s$/, "");
}

/** Subjects are spelt as in America, titles as their authors do. */
function american(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(an|h|leuk|isch|glyc|uric|tox|sept|vir|hyperlipid)aem/gi, "$1em")
    .replace(/haem/gi, "hem")
    .replace(/oedema/gi, "edema")
    .replace(/coeliac/gi, "celiac")
    .replace(/tumour/gi, "tumor");
}
