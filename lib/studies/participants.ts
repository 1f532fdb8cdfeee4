import { type Count, countsIn } from "./counted-things";
import type { ReadText, Sentence } from "./sections";

/** How many people an abstract says took part; `start` and `end` are the words' places in the sentence. */
export type PeopleFound = { count: number; sentence: Sentence; start: number; end: number };

const people =
  "patients?|participants?|subjects?|people|persons?|individuals?|adults?|children|infants?|neonates?|newborns?|babies|toddlers?|adolescents?|teenagers?|youths?|women|men|females?|males?|girls?|boys?|volunteers?|students?|nurses?|physicians?|clinicians?|doctors?|surgeons?|caregivers?|carers?|parents?|mothers?|fathers?|workers?|professionals?|residents?|recipients?|survivors?|veterans?|respondents?|inpatients?|outpatients?|athletes?|smokers?|seniors?|employees?|soldiers?|pensioners?|interviewees?|donors?|underfives|schoolchildren|users|enrollees|beneficiaries|attendees|siblings|twins|cases";
const person = new RegExp(`^(?:[\\p{L}]+[-‐–])?(?:${people})$`, "iu");
const anyPerson = new RegExp(`\\b(?:${people})\\b`, "i");

/** Between a number and its people stand adjectives and names of illnesses, none of these. */
const breaks = new Set(
  "of in with were was are is had has have who whom whose that which received from to for by on at than versus vs per each these those the this we our it but while during after before year years month months week weeks day days hour hours minute minutes mg g kg ml mcg doses dose cycles cycle sites site centers centres center centre hospitals hospital clinics clinic countries country cities studies study trials trial articles papers publications reports reviews points times fold samples sample specimens biopsies eyes knees teeth limbs joints lesions sessions visits items genes cells mice mouse rats rat dogs dog rabbits pigs monkeys animals sheep cats families households pregnancies schools groups group arms arm cohorts cohort episodes events interviews questionnaires records scores units million billion thousand hundred percent".split(
    " ",
  ),
);
const MODIFIERS = 9;

type Candidate = Count & {
  sentence: Sentence;
  /** Where the noun ends. */
  nounEnd: number;
  strength: number;
  /** Randomised people are the trial's; enrolled ones may have been more. */
  randomised: boolean;
  /** Screened, of other studies, or a rate: no people of this study. */
  passing: boolean;
};

const took =
  "enrol+ed|randomi[sz]ed|randomly|included|recruited|studied|entered|registered|assigned|allocated|accrued|matched";
const received =
  "received|underwent|treated|given|evaluated|evaluable|analy[sz]ed|assessed|examined|followed|selected|reviewed|interviewed|surveyed|tested|infused|transplanted|administered|investigated|monitored|observed|consented|completed (?:the |an? |our |this )?(?:[\\w-]+ )?(?:survey|questionnaires?|interviews?|tools?|scales?)|eligible|identified|admitted|available|attended|diagnosed|participated|responded|switched|filled|started|invited|undergoing|receiving";
const screened =
  /\b(screened|(?:assessed|evaluated|checked|tested|considered) for (?:eligibility|inclusion|entry|enrol+ment)|approached|contacted|invited|(?:was|were) sent|(?<!of whom )were eligible|excluded|declined|refused|withdrew|dropped out|lost to follow|discontinued|died|did not|planned|will be|to be (?:enrol+ed|recruited|randomi[sz]ed|included)|would be|will|would|shall|target|sample size|plans? to|aims? to (?:enrol+|recruit|include|collect)|intends? to)\b|\b(?:lead-?in|run-?in)\b/i;
/** Those a study means to find are not yet those who took part, "a total of" or not. */
const meant =
  /\b(?:will|would|shall|planned|to be (?:enrol+ed|recruited|randomi[sz]ed|included|studied)|(?:is|are|was|were) (?:estimated|calculated|anticipated|expected|required|needed|necessary)(?! to (?:stop|discontinue|take|have|complete|fast|attend|return|wear|use))|sample size|target|power)\b/i;
const partOf =
  /\b(?:including|of whom|of which|of these|of them|among whom|among these|among them|remaining|other|another|additional|further|first|last|next|least|most|than|only|about|approximately|around|nearly|almost|over|some|roughly|circa|per|every|each|all but|except|up to|pilot)\s+$|[~≈≥≤<>]\s*$/i;
const whole =
  /\b(?:total(?: number)? of|totall?ing|in total,?|altogether,?|in all,|all told,|all together,)\s*(?:of\s+)?$|^(?:a )?total\s+$/i;
const acted =
  /\b(?:enrol+(?:ed|ing|s)?|randomi[sz](?:ed|ing)|randomly (?:assigned|allocated)|recruit(?:ed|ing)|included|studied|assigned|allocated|entered|registered|accrued)\s+(?:a total of\s+)?$/i;
const did =
  /\b(?:we|study|trial|analysis|cohort|authors|investigators|data ?set|survey|review|sample|series)\s+(?:\w+ly\s+|also\s+|then\s+|prospectively\s+|retrospectively\s+)?(?:treated|evaluated|analy[sz]ed|assessed|examined|followed|investigated|surveyed|interviewed|tested|reviewed|identified|compared|observed|monitored|comprised|involved|covered|consisted of)\s+(?:the (?:data|records|charts|files|medical records) of\s+)?$/i;
const doneAmong =
  /\b(?:conducted|performed|carried out|undertaken|done|made|obtained|collected|gathered|administered)\s+(?:[\w-]+\s+){0,6}?(?:among|in|on|with|from|of)\s+$|\b(?:conducted|performed|carried out|undertook|did)\s(?:an?|this|the|our)\s[^.;]{0,70}\b(?:study|trial)\b[^.;]{0,70}\bin\s+$/i;
const groupOf =
  /\b(?:sera|serum|plasma|blood|specimens|sample|cohort|series|group|population|data ?sets?|(?:data|records|charts|results|samples|information|responses|files)(?: (?:were|was) [\w-]+)?|analysis|study|trial|experience|survey|course|interviews?|questionnaires?)\s+(?:[\w-]+\s+){0,3}?(?:of|from|in|with|for|among|comprising|consisting of|including|involving)\s+$/i;
const blank = "[^.;]{0,150}?";
const then = new RegExp(
  `^${blank}\\b(?:were|was|are|have been|had been|underwent)\\s+(?:[\\w-]+ly\\s+|then\\s+|finally\\s+|also\\s+|prospectively\\s+|randomi[sz]ed and\\s+|(?:screened|recruited|consented|selected) and\\s+)?(?:${took}|randomi[sz]ation)\\b`,
  "i",
);
const thenDid = new RegExp(
  `^${blank}\\b(?:(?:were|was|had|have|has|are)\\s+(?:been\\s+)?(?:[\\w-]+ly\\s+|then\\s+|also\\s+)?)?(?:${received})\\b`,
  "i",
);
const joinedIn =
  /^[^.;,]{0,120}?\b(?:participated|took part|enrol+ed in|gave (?:written )?(?:informed )?consent|entered|responded|replied|answered|started|joined)\b/i;
const comparedWith =
  /^[^.;]{0,80}?\b(?:and|plus|or|with|versus|vs\.?|as well as)\s+(?:an? |the )?(?:equal number of|(?:[\w-]+\s+){0,5}?(?:controls?|comparators?)\b(?! (?:group|arm)))|^[^.;:]{0,160}?\b(?:with|and|versus|vs\.?)\s+(?:\d[\d,]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|another|others|those))\s+(?:who|that|in the|given|treated|receiving|on)\b|^[^.;:]{0,80}?\band (?:of|from|in) (?:\d[\d,]*|an? |healthy)/i;

/**
 * The number of people in a study, only where the abstract says it in one of a few unmistakable ways and nothing else in
 * it points to another number; null otherwise. Arms, subsets, those screened and the people of other studies don't count.
 */
export function peopleIn({ sentences }: ReadText, title = ""): PeopleFound | null {
  const candidates = sentences
    .slice(0, 120)
    .flatMap((sentence, at) => candidatesIn(sentence, sentence.section !== sentences[at - 1]?.section));
  const strong = candidates.filter(({ strength }) => strength >= 3);
  if (strong.length === 0) return fromWholeNumber(sentences) ?? onePatient(sentences, candidates, title);
  const best = Math.max(...strong.map(({ strength }) => strength));
  let top = strong.filter(({ strength }) => strength === best);
  if (best >= 5 && top.some(({ randomised }) => randomised)) {
    const largest = top.filter(({ randomised }) => randomised);
    top = [...largest, ...top.filter((one) => !one.randomised && /\b(?:total)/i.test(one.sentence.text))];
  }
  const chosen = top.reduce((most, one) => (one.value > most.value ? one : most));
  // A larger number of people elsewhere may be the real one.
  const doubt = strong.some(
    ({ value, strength, sentence }) =>
      value > chosen.value && strength >= best - 1 && sentence.order !== chosen.sentence.order,
  );
  if (doubt && !(best === 6)) return null;
  if (best <= 3 && candidates.some(({ value }) => value > chosen.value)) return null;
  // Of a number that is only likely, any larger number of people in the abstract makes us doubt, whatever is said of them.
  if (best <= 4 && candidates.some(({ value, passing }) => value > chosen.value && !passing)) return null;
  if (best <= 4 && inTitle(title) > chosen.value) return null;
  if (twoOfAKind(top, chosen, isCompared(sentences))) return null;
  const person = isMatchedAfterwards(sentences) && !chosen.randomised ? matchedOnly(candidates) : chosen;
  return person && found(person);
}

const agedPerson =
  /\b\d{1,3}[-‐– ](?:years?|yr|months?|weeks?|days?)[-‐– ]old\b(?: [\w-]+,?){0,5}? (?:m[ae]n|wom[ae]n|boys?|girls?|males?|females?|patients?|infants?|neonates?|newborns?|child(?:ren)?|lady|gentleman|smoker|recipient|student|nurse|farmer|athlete)\b/gi;
const anyAge = /\b\d{1,3}[-‐– ](?:years?|yr|months?|weeks?|days?)[-‐– ]old\b/gi;
const oneReported =
  /\b(?:(?:we|here we|I|this (?:article|paper|report|case report)|the authors?) (?:\w+ly )?(?:report|describe|present)(?:s|ed)?\b[^.;]{0,60}?|(?:to|in this report,? we) (?:report|describe|present) )(?:an?|the(?: first| case of)?|one|a case of|case of)\b[^.;]{0,40}?\b(?:case|patient|man|woman|girl|boy|infant|child|recipient)\b(?!s|[- ](?:control|series|cohort|report form|based|reported))|^(?:An?|One) (?:[\w-]+ ){0,3}?(?:case|patient|man|woman|girl|boy|infant|child)\b[^.;]{0,160}? (?:is|was) (?:reported|described|presented)\b/i;

/** A report of one: somebody of an age, or a case, and nobody else is counted anywhere. */
function onePatient(sentences: Sentence[], candidates: Candidate[], title: string): PeopleFound | null {
  if (candidates.some(({ value }) => value > 1)) return null;
  if (
    /\b(?:cases|patients|series|family|families|twins|siblings|brothers|sisters|kindreds?|children|mother and|\w+ cases)\b/i.test(
      title,
    )
  )
    return null;
  const telling = sentences.filter(({ role }) => role !== "lay" && role !== "conclusion" && role !== "limits");
  const aged = telling.flatMap((sentence) =>
    [...sentence.text.matchAll(agedPerson)].map((match) => ({ sentence, match })),
  );
  const plural =
    /\b(?:both|these|two|three|four|five|six|several|all|other) (?:of (?:the|these|our) )?(?:[\w-]+ )?(?:patients|cases|children|infants|women|men|siblings|brothers|sisters)\b/i;
  const ages = telling.flatMap(({ text }) => [...text.matchAll(anyAge)]);
  if (ages.length > 1 || telling.some(({ text }) => plural.test(text))) return null;
  const reported = telling.find(({ text }) => oneReported.test(text));
  const [first] = aged;
  const opened =
    first?.sentence.order === 0 &&
    /\b(?:developed|presented|was (?:admitted|diagnosed|referred|treated|found|brought|hospitali[sz]ed))\b/i.test(
      first.sentence.text,
    );
  if (!reported && !opened && !/\bcase report|\ba case of\b/i.test(title)) return null;
  const one = first;
  if (one && !/s$|men$|children$/i.test(one.match[0]))
    return { count: 1, sentence: one.sentence, start: one.match.index, end: one.match.index + one.match[0].length };
  const match = reported && oneReported.exec(reported.text);
  return match ? { count: 1, sentence: reported, start: match.index, end: match.index + match[0].length } : null;
}

/** "… in 426 patients": where the abstract only counts parts of them. */
function inTitle(title: string): number {
  const counts = countsIn(title);
  return Math.max(
    0,
    ...counts
      .filter((count) => !isYear(title, count) && nounAfter(title, count, counts) !== null)
      .map(({ value }) => value),
  );
}

const matching =
  /\bpropensity(?:[- ]scores?)?[- ]match|\bmatched (?:pairs?|cohorts?|sets?|analys[ie]s|sample|groups)\b|\bmatched \d\s?:\s?\d|\b\d[\d,]* matched (?!controls?\b)\w+|\b(?:after|before|by|following|using) (?:[\w:/-]+ ){0,4}matching\b|\bmatching (?:\w+ )?(?:yielded|created|resulted|produced|left|generated|identified)\b|\bwere (?:then |\w+ly )?matched\b(?! (?:for|on|by|with|according to) (?:age|sex|gender))/i;

/** What was studied are the matched ones, whom few abstracts count in a word; those they were taken from are more. */
function isMatchedAfterwards(sentences: Sentence[]): boolean {
  return sentences.some(({ text, role }) => role !== "background" && role !== "lay" && matching.test(text));
}

function matchedOnly(candidates: Candidate[]): Candidate | null {
  const matched = candidates.filter(
    ({ sentence: { text }, end, nounEnd }) =>
      /\bmatched\b/i.test(text.slice(end, nounEnd)) &&
      !/controls?$/i.test(text.slice(end, nounEnd)) &&
      /^\s+(?:\([^)]*\)\s+)?were (?:\w+ly )?(?:included|analy[sz]ed|studied|compared)\b/i.test(text.slice(nounEnd)) &&
      !/\b(?:each|per (?:group|arm|cohort)|respectively)\b/i.test(text.slice(nounEnd)),
  );
  return new Set(matched.map(({ value }) => value)).size === 1 ? (matched[0] ?? null) : null;
}

function found({ value, sentence, start, nounEnd }: Candidate): PeopleFound {
  return { count: value, sentence, start, end: nounEnd };
}

/** "24 were given A" here and "26 were given B" there: two arms, and nobody says how many in all. Without a comparison later and smaller numbers are parts. */
function twoOfAKind(top: Candidate[], chosen: Candidate, compared: boolean): boolean {
  if (chosen.strength >= 6) return false;
  return top.some(
    (one) =>
      one.value !== chosen.value &&
      one.value > chosen.value * 0.55 &&
      (compared || one.sentence.order <= chosen.sentence.order),
  );
}

function isCompared(sentences: Sentence[]): boolean {
  return sentences.some(
    ({ text, role }) =>
      role !== "background" &&
      !/\b(?:needed|warranted|required|future|further|justified)\b/i.test(text) &&
      /\b(?:groups?|arms?|versus|vs|compared (?:with|to)|controls?|randomi[sz]ed|randomly)\b/i.test(text),
  );
}

function candidatesIn(sentence: Sentence, first: boolean): Candidate[] {
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
    const strength = strengthOf(sentence, count, nounEnd, nouns, counts, at, first);
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

function isYear(text: string, { value, start, end }: Count): boolean {
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
function nounAfter(text: string, count: Count, counts: Count[]): number | null {
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

const repliesFrom =
  /^\s+(?:complete |full |usable |valid )?(?:responses|replies|answers) (?:came )?from (?:people|patients|members|adults|parents|women|men|persons)\b/i;

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
    /^\s+(?:of (?:whom|which|these|them)\s+)?(?:were|was)\s+(?:[\w-]+ly\s+|then\s+|finally\s+)?(?:enrol+ed|randomi[sz]ed|assigned|allocated|included|recruited)\b/i.test(
      after,
    )
  )
    return count.end;
  return /\b(?:enrol+ed|randomi[sz]ed|recruited)\s+$/i.test(text.slice(0, count.start)) &&
    /^\s*(?:[;,.]|\()/.test(after)
    ? count.end
    : null;
}

function strengthOf(
  { text, role, order }: Sentence,
  { value, start, end }: Count,
  nounEnd: number,
  nouns: (number | null)[],
  counts: Count[],
  at: number,
  first: boolean,
): number {
  const before = text.slice(Math.max(0, start - 140), start);
  const following = text.slice(nounEnd, nounEnd + 320);
  const after = following.replace(/\s*\((?!\s*[\d.,]+\s?%)[^()]{0,160}\)/g, "").slice(0, 260);
  const clause = /[^,;:(]*$/.exec(before)?.[0] ?? "";
  const total = whole.test(before) || /^[^.,;]{0,50}\b(?:in total|in all|altogether)\b/i.test(after);
  const drawnOf =
    /\bscreened\b[^.;]{0,40}\bof (?:whom|which)\s+$/i.test(before) &&
    /^\s+(?:were |was )?(?:randomi[sz]ed|enrol+ed|included|recruited)\b/i.test(after);
  if (partOf.test(before) && !total && !drawnOf) return 0;
  if (/\b(?:compared|contrasted|matched) (?:with|to) (?:(?:those|that) (?:of|in|from) )?(?:the )?$/i.test(before))
    return 0;
  // "Serum of 213 donors and of 97 patients": two groups, and no number for both.
  if (/\d[^.;]{0,60}\band (?:of|from|in)\s+$/i.test(before) && !total) return 0;
  if (
    /\b(?:out )?of\s+(?:the\s+)?$/i.test(before) &&
    /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|none|all|most|half|majority|\w+%))\)?\s+(?:\([^)]{0,30}\)\s+)?(?:out )?of\s+(?:the\s+)?$/i.test(
      before,
    )
  )
    return 1;
  // "(22%)" makes it a part; "(55% girls)" says who they were.
  if (isShare.test(after) || isShare.test(text.slice(end))) return 0;
  if (/\([^)]*$/.test(before) && !total) return 0;
  if (/^\s+assessed,/.test(after) && !total) return 0;
  if (/\b(?:screened|potential|invited|approached|contacted|excluded)\b/i.test(text.slice(end, nounEnd))) return 0;
  if (/^[^.;]{0,90}\((?:cases|controls?)\)/i.test(following) && !total) return 0;
  // "1 9 patients": a figure that was torn apart.
  if (/\d\s$/.test(before)) return 0;
  if (/\bper\b|\bmillion\b/.test(text.slice(end, nounEnd))) return 0;
  if (
    /\b(?:previous|prior|earlier|published|literature|nationwide|worldwide|annually|each year|estimated)\b/i.test(
      clause,
    )
  )
    return 0;
  if (/^[^.;,]{0,60}?\bfrom\s+(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:trials|studies|publications)\b/i.test(after)) return 0;
  const tail = after.slice(0, 90);
  const intoGroups =
    /\bgroups\b|\bgroup\b.*\bgroup\b|\barms\b|\b(?:or|either|versus|vs)\b[^.;]*\b(?:group|arm)\b/i.test(
      after.slice(0, 200),
    );
  if (
    /^[^.;,:]{0,60}\b(?:in|to|into|on)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:group|arm|cohort)\b/i.test(tail) &&
    !total &&
    !intoGroups
  )
    return 0;
  if (
    /\b(?:groups?|arms?|cohorts? (?:\d|[A-Z]\b|I+\b))[^.;]{0,12}$/.test(clause) &&
    !/\b(?:study|whole|entire|patient) groups?\b/i.test(clause) &&
    !total
  )
    return 0;
  const drawn = /^[^.;,\d]{0,40}(?:\d+\S{0,4}[^.;,\d]{0,60})?\b(?:were|was) (?:randomly |randomi[sz]ed)/i.test(after);
  if (screened.test(text.slice(nounEnd, nounEnd + 70).split(/,|;|\band (?=\d)/)[0] ?? "") && !total && !drawn) return 0;
  if (meant.test(after.slice(0, 110).split(/[,;]|\band (?=\d)/)[0] ?? "")) return 0;
  if (
    /\b(?:sample size|target(?:ed)?|power|plan(?:s|ned)? to \w+|aims? to (?:enrol+|recruit|include))\b[^,;]{0,60}$/i.test(
      clause,
    ) &&
    !/\b(?:reached|achieved|exceeded|met)\b/i.test(clause)
  )
    return 0;
  if (screened.test(clause.split(/\band\s+(?=\S*$|$)/).at(-1) ?? "")) return 0;
  // Other people's studies: "14 studies that enrolled 2,310 patients".
  if (/\b(?:studies|trials|RCTs|articles|reports|publications|papers|cohorts)\b[^.;]{0,70}$/i.test(before)) return 0;
  // "40 patients and 35 controls": no total is said, and none is made.
  const others = nouns.some((noun, other) => {
    const next = counts[other];
    return (
      noun !== null &&
      other !== at &&
      next &&
      /^\s*(?:,?\s*and|or|plus|versus|vs\.?|with|,)\s*(?:another |an? )?$/i.test(
        other > at
          ? text.slice(nounEnd, next.start).replace(/^\s+(?:with|who|having|\([^)]*\))[^,.;]{0,60}?(?=\s+and\s)/i, "")
          : text.slice(noun, start).replace(/^\s+(?:with|who|having|\([^)]*\))[^,.;]{0,60}?(?=\s+and\s)/i, ""),
      )
    );
  });
  // "300 participants, 150 with lupus and 150 healthy": the parts add up, so the first is the whole.
  const parts = counts.reduce((sum, one, other) => (other > at && nouns[other] !== null ? sum + one.value : sum), 0);
  if ((others || controlsJoined(text, nounEnd)) && !total && parts !== value && !isSumOfArms(text, value, nounEnd))
    return 0;
  if (comparedWith.test(after.slice(0, 220)) && !total) return 0;

  // ", 12 of whom fulfilled other criteria," says something in passing.
  const plain = after.replace(/,[^,;.]{0,50}\bof whom\b[^,;.]{0,80},/i, ",");
  const gap = (pattern: RegExp): boolean => {
    const match = pattern.exec(plain);
    if (!match) return false;
    const between = match[0].replace(
      /\b(?:who|that|which|whose)\s+(?:\w+ly\s+)?(?:were|was|had|have|has|are|did)\b/gi,
      "",
    );
    const verbs = between.match(/\b(?:were|was|had|died|developed|achieved|experienced|showed|reported)\b/gi) ?? [];
    return (
      verbs.length <= 1 &&
      !/\band\s+(?:\d|[a-z]+teen|[a-z]+ty)\b.*\bwere\b/i.test(between) &&
      !/\bof (?:whom|these|them)\b/i.test(between)
    );
  };
  if (
    repliesFrom.test(text.slice(end, end + 60)) &&
    /\b(?:there were|received|obtained|got|analy[sz]ed)\s+$/i.test(before)
  )
    return 4;
  // "330 women were found to have had a clot": what befell some of them.
  if (/^\s+(?:were|was) (?:found|noted|known|shown|seen) to (?:have|be)\b/i.test(after) && !total) return 0;
  if (isFirstOfArms(text, value, start, nounEnd) || isOneOfSome(text, value, start, nounEnd)) return 0;
  if (isSumOfArms(text, value, nounEnd)) return 5;
  if (
    /^\s+randomi[sz]ed\s+(?:patients|participants|subjects|adults|children|women|men|people)$/i.test(
      text.slice(end, nounEnd),
    )
  )
    return 5;
  const inclusion = gap(then);
  if (
    /^(?:Of|Among|Out of) (?:the |all )?$/.test(before) &&
    /^(?:\s+with [^,.;]{1,50}?)?\s+(?:[\w-]+ly\s+)?(?:enrol+ed|randomi[sz]ed|included|recruited)\b(?! (?:to|from)\b)/i.test(
      after,
    )
  )
    return 5;
  const toOneArm = /^[^.;]{0,60}?\b(?:randomi[sz]ed|assigned|allocated)\b(?:\s+\w+ly)?\s+to\b/i.test(after);
  const oneArm =
    toOneArm &&
    !total &&
    !/\b(?:or|either|both|one of|each|1\s?:\s?1|2\s?:\s?1|versus|vs|two|three|four|groups|arms)\b/i.test(
      after.slice(0, 200),
    );
  if (oneArm) return 0;
  const joined = joinedIn.test(after);
  if (
    total &&
    (inclusion ||
      joined ||
      gap(thenDid) ||
      acted.test(before.replace(/a total of\s+$/i, "")) ||
      doneAmong.test(before.replace(/(?:a )?total of\s+$/i, "")) ||
      groupOf.test(before.replace(/(?:a )?total of\s+$/i, "")))
  )
    return 6;
  if (
    inclusion &&
    !/^[^.;]{0,150}?\bincluded (?:in|for) (?:the |this |our )?(?:[\w-]+ ){0,3}(?:analys|evaluation|safety|efficacy|per-protocol)/i.test(
      after,
    )
  )
    return 5;
  if (inclusion) return 4;
  if (joined) return 5;
  if (acted.test(before)) {
    // "assigned 60 patients to A and 58 to B"
    return /^[^.;]{0,120}?\bto\b[^.;]{0,80}?\band\s+(?:\d|[a-z]+teen\b|[a-z]+ty\b)/i.test(after) ? 0 : 5;
  }
  if (role === "people" && start <= 30 && !/\b(?:group|arm)\b/i.test(tail)) return 5;
  if (
    /\b(?:study|patient|whole|final) (?:group|population|sample|cohort) (?:was )?(?:comprised|included|consisted|composed|contained)(?: of)?\s+$/i.test(
      before,
    )
  )
    return 5;
  if (did.test(before) || doneAmong.test(before)) return 4;
  // "we reviewed 612 punctures in 139 adults": what was done is counted, and in whom.
  if (
    /\b(?:\d[\d,]*|[a-z]+)\s+(?:[\w-]+\s+){0,2}?(?:procedures|occlusions|aneurysms|fractures|grafts|tumou?rs|punctures|episodes|eyes|pregnancies|cycles|transplant(?:ation)?s|transfusions|infusions|injections|operations|splenectomies|biopsies|samples|courses|sessions|donations|apheres[ie]s|visits|admissions|implants|lesions|teeth|hips|knees)\s+(?:\([^)]{0,40}\)\s+)?(?:in|from|of|among|by)\s+$/i.test(
      before,
    ) &&
    (role === undefined || role === "methods" || role === "people" || role === "mixed" || role === "results")
  )
    return 4;
  if (
    /\bthe\s+$/i.test(before) &&
    /^\s+(?:studied|enrol+ed|randomi[sz]ed|included|recruited|who took part)\b/i.test(after)
  )
    return 4;
  if (
    /^(?:All\s+|In these\s+)$/.test(before) &&
    !/^\s+(?:with|who|whose|for|in|from|of)\b/i.test(after) &&
    (/^In/.test(before) || gap(thenDid) || gap(then))
  )
    return 4;
  if (
    /\bwe (?:\w+ly )?(?:studied|investigated|examined|assessed|evaluated|analy[sz]ed|measured|tested|sequenced|genotyped|typed|followed|traced|determined|compared|reviewed)\b[^.;]{0,160}\b(?:among|in)\s+$|\bwe (?:used|tried|gave)\b[^.;]{0,100}\bto treat\s+$/i.test(
      before,
    )
  )
    return 4;
  if (
    role === "people" &&
    /\b(?:among|of|in|with|included?)\s+$/i.test(before) &&
    nouns.filter((noun) => noun !== null).length === 1
  )
    return 4;
  if (
    /^\s+(?:who )?(?:met|fulfilled|satisfied) (?:the |all |our |these )*(?:inclusion|eligibility|entry|study|selection) criteria\b/i.test(
      after,
    ) &&
    start <= 70
  )
    return 4;
  if (/\bwe analy[sz]ed data (?:from|of) [^.;]{0,90}, including\s$/i.test(before)) return 4;
  if (
    /^(?:Of|Among) (?:the |all )?$/.test(before) &&
    /^\s+(?:in (?:our|the|this) (?:cohort|study|sample|series|analysis)|included|analy[sz]ed|studied),/i.test(after)
  )
    return 4;
  const further = text.slice(Math.max(0, start - 300), start);
  const early = role === "methods" || role === "people" || role === "mixed" || (role === undefined && order <= 4);
  if (
    /^[^.;]{0,160}?\b(?:as well as|and) (?:an?|one|another|the) (?:second|third|fourth|fifth|sixth|further|additional|other)\b/i.test(
      after,
    )
  )
    return 0;
  if (
    /\b(?:report|describe|present)(?:ed|s)?\s(?:here\s)?(?:on\s)?(?:the\s(?:cases|case histories|findings|clinical findings)\s(?:of|in)\s)?$/i.test(
      before,
    ) ||
    (start === 0 && /^[^.;]{0,140}?\b(?:are|were) (?:reported|presented|described)\b/i.test(after))
  )
    return 4;
  if (
    (early || (role === "aim" && /^To\b/.test(text))) &&
    /\b(?:was|were|has been|have been)\s(?:[\w-]+ly\s)?(?:studied|investigated|evaluated|examined|assessed|measured|determined|compared|performed|used|tested|analy[sz]ed|reviewed|followed|implanted|given|surveyed|administered|attempted|obtained|employed|applied|monitored)\b[^.;]{0,200}?\b(?:in|among)\s(?:a (?:series|group|sample|cohort) of\s)?(?:each of\s)?$/i.test(
      further,
    ) &&
    !/\d[^.;]{0,40}\b(?:in|among)\s$/i.test(before.slice(-60))
  )
    return 4;
  if (
    early &&
    start <= 130 &&
    /\b(?:of|in|from|for)\s$/i.test(before) &&
    !/\d/.test(text.slice(0, start)) &&
    /^[^.;]{0,140}?\b(?:is|are|was|were)\s(?:\w+ly\s)?(?:presented|reported|described|reviewed|surveyed|analy[sz]ed|studied|evaluated|examined|assessed|compared|investigated)\b/i.test(
      after,
    )
  )
    return 4;
  if (role === "aim") return 0;
  if (groupOf.test(before)) return 4;
  if (/\b(?:given|administered|offered)\b[^.;]{0,50}\bto\s+$/i.test(before)) return 4;
  // "Between May 2018 and June 2020, 61 patients …".
  const opening = text.slice(0, start).replace(/^(?:Between|From|During|In|Since)\b[^.;]{0,70}\d{4},?\s*/, "");
  const leading =
    opening.trim().split(/\s+/).filter(Boolean).length <= 9 &&
    opening.length <= 70 &&
    !/\b(?:in|of|for|by|than|to)\s+$/i.test(before);
  if (leading && early && gap(thenDid)) return 4;
  if (total) return 4;
  if (
    /\bthere were\s+$/i.test(before) &&
    /(?:respondents|participants|interviewees)$|^\s+(?:responses|replies|answers) from people$/i.test(
      text.slice(end, nounEnd),
    )
  )
    return 4;
  const opens =
    start === 0 &&
    value >= 4 &&
    ((role === undefined && order <= 1) || ((role === "methods" || role === "people" || role === "mixed") && first));
  // "Twenty consecutive women (age 43 to 61)." alone: the participants line of an abstract that has lost its labels.
  const alone =
    start === 0 &&
    !/\b(?:were|was|had|has|have|is|are|did|died|developed|experienced|remained|received|completed|finished|dropped|stopped|responded|relapsed|improved|needed|refused|withdrew)\b/i.test(
      text,
    ) &&
    text.length < 260 &&
    order < 8;
  if (alone && (role === undefined || role === "methods" || role === "people"))
    return isProfessional(text.slice(end, nounEnd)) ? 3 : 4;
  if (
    opens &&
    /^[^.;]*\b(?:were|was|had|received|underwent|\w+ed)\b/.test(after) &&
    !(role === undefined && order > 0 && /^\s+had\b/.test(after))
  )
    return 4;
  if (
    role === "results" &&
    first &&
    leading &&
    gap(
      /^[^.;]{0,60}?\bwere\s+(?:treated|evaluable|analy[sz]ed|studied|evaluated|followed|available|vaccinated|infused|transplanted|interviewed|tested|operated|identified|found|traced)\b/i,
    )
  )
    return 4;
  if (/^(?:Of|Among|In|From)\s+(?:the\s+|our\s+)?$/.test(before) && /^(?:\s+(?:with|who)\b[^,.;]{0,60})?,/.test(after))
    return 3;
  return 1;
}

/** "A total of 1455 patients received A, 1456 received B": the first of the arms, whatever stands before it. Parts that add up to it are none. */
function isFirstOfArms(text: string, value: number, start: number, nounEnd: number): boolean {
  const rest = text.slice(nounEnd, nounEnd + 300);
  if (
    !/^[^.;]{0,30}\b(?:received|got|were (?:given|assigned|allocated|randomi[sz]ed|treated)|to receive|prescribed|took|used|taking|using|exposed)\b/i.test(
      rest,
    )
  )
    return false;
  const others = [
    ...rest.matchAll(
      /,?\s(?:and\s)?(\d{1,3}(?:,\d{3})+|\d+)(?:\s(?:patients?|participants?|people|subjects?|children|adults|women|men|infants))?\s(?:received|got|(?:were )?(?:given|assigned|allocated|randomi[sz]ed|treated|prescribed|exposed)|took|used|taking|using|to (?!\d)[a-z]+)/gi,
    ),
  ].map((match) => Number((match[1] as string).replace(/,/g, "")));
  const sum = others.reduce((total, one) => total + one, 0);
  // "56 patients received ILF and 58 ELF".
  if (
    /^\s+(?:received|got|took)\s(?:[\w+/-]+\s){1,4}(?:and|while|,)\s?\d+\s(?!(?:mg|g|ml|mcg|weeks?|days?|months?|years?|cycles?|doses?|times|patients)\b)[A-Za-z]/.test(
      rest,
    )
  )
    return true;
  return (
    start >= 0 &&
    others.length > 0 &&
    others.some((one) => one > value * 0.4) &&
    (others.length === 1 || Math.abs(sum - value) > value * 0.02)
  );
}

/** "12 healthy men and 12 healthy women", "336 patients in one group and 165 in the other", "14 had this, 10 had that": nobody says how many in all. */
function isOneOfSome(text: string, value: number, start: number, nounEnd: number): boolean {
  const before = text.slice(Math.max(0, start - 70), start);
  const rest = text.slice(nounEnd, nounEnd + 200);
  return (
    /\b(?:\d+|\w+teen|twelve|eleven|ten|nine|eight|seven|six|five|four)\s(?:[\w-]+\s){0,3}(?:males?|females?|men|women|boys|girls)\sand\s$/i.test(
      before,
    ) ||
    (/^\s+in (?:the\s)?[\w-]+(?: [\w-]+){0,3} (?:group|arm),? and (?:in )?\d/i.test(rest) &&
      !isSumOfArms(text, value, nounEnd)) ||
    /^\s+had\b[^.;]{0,110},\s(?:and\s)?(?:\d+|\w+teen|\w+ty(?:-\w+)?|ten|nine|eight|seven|six|five|four)\s(?:[\w-]+\s)?had\b/i.test(
      rest,
    )
  );
}

/** Numbers looked at for arms; a table in disguise has hundreds. */
const MOST_ARMS = 12;

const isShare =
  /^\s*[([]\s*[\d.,·]+\s?%(?!,? (?:girls|boys|women|men|females?|males?|of them (?:girls|women|men|female|male))\b)/i;

/** "435 patients were randomized 214 to surgery and 221 to surgery plus radiotherapy": the arms add up to it, so it is the whole. */
function isSumOfArms(text: string, value: number, nounEnd: number): boolean {
  const rest = text.slice(nounEnd, nounEnd + 400);
  const told = /\b(?:randomi[sz]ed|assigned|allocated|divided)\b/i.exec(rest);
  if (!told || told.index > 180) return false;
  const arms = [...rest.matchAll(/(?<![\d.,·])(\d{1,3}(?:,\d{3})+|\d+)(?![\d.,·]*\d|\s?%|[-–/])/g)]
    .slice(0, MOST_ARMS)
    .map((match) => Number((match[1] as string).replace(/,/g, "")));
  return arms.some(
    (one, at) =>
      one > 1 &&
      arms.some(
        (other, next) =>
          next > at &&
          other > 1 &&
          (one + other === value ||
            arms.some((third, last) => last > next && third > 1 && one + other + third === value)),
      ),
  );
}

/** Those who treat are counted in many abstracts beside those who are treated. */
function isProfessional(words: string): boolean {
  return /\b(?:nurses?|physicians?|clinicians?|doctors?|surgeons?|professionals?|workers?)$/i.test(words);
}

function controlsJoined(text: string, nounEnd: number): boolean {
  return /^(?:\s+with[^,.;]{0,60}|\s*\([^)]{0,60}\))?,?\s+(?:and|plus|as well as|versus|vs\.?)\s+(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)\s+(?:[\w-]+\s+){0,5}(?:controls?|volunteers|donors|relatives|siblings|partners|caregivers|carers|parents|mothers|infants|clinicians|physicians|nurses)\b/i.test(
    text.slice(nounEnd, nounEnd + 160),
  );
}

/** "Of patients accrued (n = 151)", "Patients (n = 449) were randomly assigned": all of them. */
const ofN = "\\([Nn] ?= ?(\\d{1,3}(?:,\\d{3})+|\\d+)\\)";
const accrued = new RegExp(
  `\\b(?:all )?(?:${people}) (?:who were )?(?:enrol+ed|randomi[sz]ed|accrued|included|recruited|analy[sz]ed|treated|entered|studied) ${ofN}|\\b(?:${people})(?: [^.,;:()]{1,70})? ${ofN} (?:were|was|underwent) (?:[\\w-]+ly )?(?:randomi[sz]|enrol|includ|recruit|assigned|allocated|tested|studied|analy[sz]|evaluated|treated|followed)\\w*|\\b(?:Participants|Patients|Subjects) ${ofN}(?: with [^.;]{1,140}?)? (?:received|underwent|completed)\\b`,
  "i",
);

const animal = /\b(?:rats?|mice|mouse|rabbits?|dogs?|pigs?|monkeys?|sheep|animals?)\b/i;

function largerN(text: string, value: number): boolean {
  return [...text.matchAll(/\b[Nn]\s?=\s?(\d{1,3}(?:,\d{3})+|\d+)/g)].some(
    (match) => Number((match[1] as string).replace(/,/g, "")) > value,
  );
}

/** "(N = 120)": with a capital the whole sample by convention, where the abstract has only this one and no larger "n =". */
function fromWholeNumber(sentences: Sentence[]): PeopleFound | null {
  for (const sentence of sentences) {
    if (sentence.role === "background" || sentence.role === "lay" || sentence.role === "conclusion") continue;
    const match = accrued.exec(sentence.text);
    const value = Number((match?.[1] ?? match?.[2] ?? match?.[3] ?? "").replace(/\D/g, ""));
    if (match && value > 1 && !animal.test(match[0]) && !sentences.some(({ text }) => largerN(text, value)))
      return { count: value, sentence, start: match.index, end: match.index + match[0].length };
  }
  const all = sentences
    .filter(({ role }) => role !== "background" && role !== "lay" && role !== "conclusion" && role !== "other")
    .flatMap((sentence) =>
      [
        ...sentence.text.matchAll(
          /\b[Nn]\s{0,3}=\s{0,3}(\d{1,3}(?:[, \u2009\u202f\u00a0]\d{3})+|\d{1,7})(?![\d.]*\d|\s\d|\s?%)/g,
        ),
      ].map((match) => ({
        sentence,
        match,
        value: Number((match[1] as string).replace(/\D/g, "")),
      })),
    );
  const capital = all.filter(({ match }) => match[0].startsWith("N"));
  const [one] = capital.length > 0 ? capital : all;
  if (!one || (capital.length > 0 ? capital : all).length > 1) return null;
  if (all.some(({ value }) => value > one.value)) return null;
  const before = one.sentence.text.slice(0, one.match.index);
  const noun = new RegExp(`\\b(?:${people})\\b[^.;()]{0,80}[([]?\\s*$`, "i").exec(before);
  const after = one.sentence.text.slice(one.match.index + one.match[0].length);
  if (
    !noun ||
    animal.test(noun[0]) ||
    (/\bto\b|\breceiv/i.test(noun[0]) &&
      !/\bwere (?:analy[sz]ed|included|enrol+ed|evaluated)\s*[([]?\s*$/i.test(noun[0])) ||
    /\b(?:group|arm|cohort|control)s?\b/i.test(`${noun[0]} ${after.slice(0, 30)}`)
  )
    return null;
  if (
    capital.length === 0 &&
    !new RegExp(`\\b(?:${took}|participated|took part|interview)`, "i").test(one.sentence.text)
  )
    return null;
  const start = before.length - noun[0].length;
  return { count: one.value, sentence: one.sentence, start, end: one.match.index + one.match[0].length };
}

/** "12 trials with 3,400 patients": people in the studies that a review pools. */
export function pooledPeopleIn({ sentences }: ReadText): PeopleFound | null {
  const hits = sentences
    .filter(({ role, text }) => role !== "background" && role !== "aim" && role !== "lay" && text.length <= 1200)
    .flatMap((sentence) => {
      const counts = countsIn(sentence.text);
      return counts.flatMap((count) => {
        const nounEnd = nounAfter(sentence.text, count, counts);
        if (nounEnd === null || count.value < 2) return [];
        const before = sentence.text.slice(Math.max(0, count.start - 110), count.start);
        const pooled =
          /\b(?:studies|trials|RCTs|articles|reports|publications|papers|cohorts)\b(?:\s*\([^)]{0,40}\))?[^.;]{0,60}?\b(?:with|involving|including|comprising|enrolling|totall?ing|of|covering|reporting on|representing|and|in|that included|which included|that enrol+ed|were included)\s+(?:data (?:from|on) )?(?:a (?:combined )?total of\s+)?$/i.test(
            before,
          ) && !partOf.test(before);
        const part = /\b(?:female|male|control)\b/i.test(sentence.text.slice(count.end, nounEnd));
        return pooled && !part && !/^\s*\(\s*[\d.,]+\s?%/.test(sentence.text.slice(nounEnd))
          ? [{ ...count, nounEnd, sentence }]
          : [];
      });
    });
  const [one] = hits;
  if (!one || new Set(hits.map(({ value }) => value)).size > 1) return null;
  return { count: one.value, sentence: one.sentence, start: one.start, end: one.nounEnd };
}
