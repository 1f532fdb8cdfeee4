import { type Count, countsIn } from "./counted-things";
import { placeOf } from "./participants-place";
import { strengthOf } from "./participants-strength";
import { anyPerson, people, received, repliesFrom, screened, took, whole } from "./participants-words";
import type { Sentence } from "./sections";

const person = new RegExp(`^(?:[\\p{L}]+[-‐–])?(?:${people})$`, "iu");

/** Between a number and its people stand adjectives and names of illnesses, none of these. */
const breaks = new Set(
  "of in with were was are is had has have who whom whose that which received from to for by on at than versus vs per each these those the this we our it but while during after before year years month months week weeks day days hour hours minute minutes mg g kg ml mcg doses dose cycles cycle sites site centers centres center centre hospitals hospital clinics clinic countries country cities studies study trials trial articles papers publications reports reviews points times fold samples sample specimens biopsies eyes knees teeth limbs joints lesions sessions visits items genes cells mice mouse rats rat dogs dog rabbits pigs monkeys animals sheep cats families households pregnancies schools groups group arms arm cohorts cohort episodes events interviews questionnaires records scores units million billion thousand hundred percent".split(
    " ",
  ),
);
const MODIFIERS = 9;

export type Candidate = Count & {
  sentence: Sentence;
  /** Where the noun ends. */
  nounEnd: number;
  strength: number;
  /** Randomised people are the trial's; enrolled ones may have been more. */
  randomised: boolean;
  /** Screened, of other studies, or a rate: no people of this study. */
  passing: boolean;
};

export function candidatesIn(sentence: Sentence, first: boolean): Candidate[] {
  const { text, role } = sentence;
  if (role === "background" || role === "lay" || role === "limits" || role === "other" || role === "conclusion")
    return [];
  if (text.length > 1200) return [];
  const counts = countsIn(text);
  const nouns = counts.map((count) => nounAfter(text, count, counts));
  const withPeople = nouns.filter(Boolean).length;
  return counts.flatMap((count, at) => {
    const nounEnd = nouns[at] ?? ellipsis(text, count, withPeople > 0);
    if (nounEnd === null || count.value < 1 || isYear(text, count) || isTime(text, count)) return [];
    const strength = strengthOf(placeOf(sentence, nouns, counts, { at, nounEnd, first }));
    const near = text.slice(Math.max(0, count.start - 60), nounEnd + 120);
    return [
      {
        ...count,
        sentence,
        nounEnd,
        strength,
        randomised: /randomi[sz]|randomly/i.test(near),
        passing:
          screened.test(near) ||
          /\bper\b|million|population|registry|database|members|previous|published|literature|controls?\b/i.test(near),
      },
    ];
  });
}

/** "By week 40, patients who had responded …". */
function isTime(text: string, { start, end }: Count): boolean {
  return (
    /^,/.test(text.slice(end)) &&
    /\b(?:weeks?|days?|months?|years?|visits?|cycles?|phase|grade|stage|age)\s$/i.test(text.slice(0, start))
  );
}

export function isYear(text: string, { value, start, end }: Count): boolean {
  return (
    value >= 1900 &&
    value <= 2035 &&
    (/\b(?:in|since|from|between|and|until|to|through|by|during|of|early|late|mid|(?:Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|May|spring|summer|autumn|winter)[\s,-]+$/i.test(
      text.slice(0, start),
    ) ||
      !/^\s+[a-z]/.test(text.slice(end)))
  );
}

/** The place where the people noun of a number ends: "120 treatment-naive adult patients". */
export function nounAfter(text: string, count: Count, counts: Count[]): number | null {
  const rest = text.slice(count.end, count.end + 160);
  // The sentence's own full stop is no part of its last word.
  const words = /[\p{L}\d](?:[\p{L}\d'’+./-]*[\p{L}\d'’+])?|[,;:()%[\]]/gu;
  let seen = 0;
  let skipTo = 0;
  let last = "";
  for (const match of rest.matchAll(words)) {
    const [word] = match;
    const at = count.end + match.index;
    if (at < skipTo) continue;
    if (word === "(") {
      // "79 young (18 to 40 years) and elderly subjects"; a percentage or arm in brackets ends the search.
      const aside = /^\([^()%=]{1,40}\)/.exec(text.slice(at, at + 44))?.[0];
      if (!aside) return null;
      skipTo = at + aside.length;
      continue;
    }
    if (/^[;:)%[\]]$/.test(word)) return null;
    if (word === ",") continue;
    // "two patient organisations", "120 adult patients": in the singular it only describes.
    const describes =
      count.value > 1 &&
      /^(?:patient|participant|subject|person|individual|adult|infant|child|adolescent|volunteer|student|nurse|physician|doctor|parent|mother|worker|resident|donor|male|female|woman|man|case)$/i.test(
        word,
      );
    if (person.test(word) && !describes) {
      const end = at + word.length;
      const wholeCases = whole.test(text.slice(Math.max(0, count.start - 20), count.start));
      const indexCases = /^\s+index\s+cases$/i.test(text.slice(count.end, end));
      return /^cases?$/i.test(word) &&
        !wholeCases &&
        !indexCases &&
        !/^\s+(?:of|with|were|diagnosed)\b/i.test(text.slice(end, end + 20))
        ? null
        : end;
    }
    if (breaks.has(word.toLowerCase()) || ++seen > MODIFIERS) return null;
    if (counts.some(({ start }) => start === at)) return null;
    // "21 type 2 diabetic patients".
    if (/^\d/.test(word) && !/^(?:types?|stages?|grades?|class|factor)$/i.test(last)) return null;
    last = word;
  }
  return null;
}

/** "Of 150 patients screened, 120 were enrolled": the people are named once. */
function ellipsis(text: string, count: Count, named: boolean): number | null {
  if (
    /\b(?:than|aged?|age of|over|under|least|above|below|until)\s+$/i.test(
      text.slice(Math.max(0, count.start - 12), count.start),
    )
  )
    return null;
  if (repliesFrom.test(text.slice(count.end, count.end + 60))) return count.end;
  const after = text
    .slice(count.end, count.end + 160)
    .replace(/^\s\((?!\s?[\d.,·]+\s?%|[Nn] ?=)(?:[^()]|\([^()]*\)){1,70}\)/, "")
    .slice(0, 80);
  // "Altogether 586 were treated", "378 were evaluated in total", "All 192 were analysed".
  if (
    (whole.test(text.slice(Math.max(0, count.start - 20), count.start)) ||
      /^All\s+$/.test(text.slice(0, count.start)) ||
      /^[^.,;]{0,50}\b(?:in total|altogether|in all)\b/i.test(after)) &&
    new RegExp(`^\\s+(?:were|was|had been|have been)\\s+(?:[\\w-]+ly\\s+)?(?:${took}|${received})\\b`, "i").test(after)
  )
    return count.end;
  if (
    (whole.test(text.slice(Math.max(0, count.start - 20), count.start)) &&
      /^\s+(?:returned|answered|responded|took part|participated|completed|accepted|consented|agreed)\b/i.test(
        after,
      )) ||
    /^\s+in (?:all|total)\b/i.test(after)
  )
    return count.end;
  if (!named && !anyPerson.test(text.slice(0, count.start))) return null;
  if (/^\s+were (?:found|identified|traced)\b(?! to\b)/i.test(after) && !named) return count.end;
  if (
    /^\s+(?:\(\d[\d.,·]*\s?%\)\s+)?(?:of (?:whom|which|these|them)\s+)?(?:were|was)\s+(?:[\w-]+ly\s+|then\s+|finally\s+)?(?:enrol+ed|randomi[sz]ed|assigned|allocated|included|recruited)\b/i.test(
      after,
    )
  )
    return count.end;
  return /\b(?:enrol+ed|randomi[sz]ed|recruited)\s+$/i.test(text.slice(0, count.start)) &&
    /^\s*(?:[;,.]|\()/.test(after)
    ? count.end
    : null;
}
