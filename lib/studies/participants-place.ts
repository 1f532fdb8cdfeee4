import type { Count } from "./counted-things";
import { controlsJoined, isShare, isSumOfArms, partsAddUp } from "./participants-arms";
import { partOf, screened, whole } from "./participants-words";
import type { Sentence } from "./sections";

/** Those a study means to find are not yet those who took part, "a total of" or not. */
const meant =
  /\b(?:will|would|shall|planned|to be (?:enrol+ed|recruited|randomi[sz]ed|included|studied)|(?:is|are|was|were) (?:estimated|calculated|anticipated|expected|required|needed|necessary)(?! to (?:stop|discontinue|take|have|complete|fast|attend|return|wear|use))|sample size|target|power)\b/i;
const comparedWith =
  /^[^.;]{0,80}?\b(?:and|plus|or|with|versus|vs\.?|as well as)\s+(?:an? |the )?(?:equal number of|(?:[\w-]+\s+){0,5}?(?:controls?|comparators?)\b(?! (?:group|arm)))|^[^.;:]{0,160}?\b(?:with|and|versus|vs\.?)\s+(?:\d[\d,]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|another|others|those))\s+(?:who|that|in the|given|treated|receiving|on)\b|^[^.;:]{0,80}?\band (?:of|from|in) (?:\d[\d,]*|an? |healthy)/i;

/** A number of people where it stands, with what is asked of its surroundings again and again. */
export type Place = {
  sentence: Sentence;
  count: Count;
  nounEnd: number;
  /** The ends of the nouns of all the sentence's numbers, and those numbers; `at` is this one. */
  nouns: (number | null)[];
  counts: Count[];
  at: number;
  /** The first sentence of its section. */
  first: boolean;
  before: string;
  following: string;
  /** `following` without what stands in brackets. */
  after: string;
  clause: string;
  /** Said to be the total. */
  total: boolean;
  /** "1,825 were screened, of whom 1,253 were randomised". */
  drawnOf: boolean;
  /** "A trial including 84 adults". */
  studyOf: boolean;
};

export function placeOf(
  sentence: Sentence,
  nouns: (number | null)[],
  counts: Count[],
  { at, nounEnd, first }: { at: number; nounEnd: number; first: boolean },
): Place {
  const { text } = sentence;
  const count = counts[at] as Count;
  const { start } = count;
  const before = text.slice(Math.max(0, start - 140), start);
  const following = text.slice(nounEnd, nounEnd + 320);
  const after = following.replace(/\s*\((?!\s*[\d.,]+\s?%)[^()]{0,160}\)/g, "").slice(0, 260);
  const clause = /[^,;:(]*$/.exec(before)?.[0] ?? "";
  const total = whole.test(before) || /^[^.,;]{0,50}\b(?:in total|in all|altogether)\b/i.test(after);
  const drawnOf =
    /\b(?:screened|assessed|evaluated|approached|invited|contacted|considered)\b[^.;]{0,60}(?:\bof (?:whom|which)|[;,](?: and)?(?: of (?:these|them),?)?)\s+$/i.test(
      before,
    ) &&
    /^\s+(?:\(\d[^)]{0,8}\)\s+)?(?:were |was )?(?:randomi[sz]ed|randomly|enrol+ed|included|recruited)\b/i.test(
      text.slice(nounEnd),
    );
  const studyOf = /\b(?:study|trial|cohort|series|analysis|survey|data|sample)\b[^.;,\d]{0,40},?\s+including\s+$/i.test(
    before,
  );
  return {
    sentence,
    count,
    nounEnd,
    nouns,
    counts,
    at,
    first,
    before,
    following,
    after,
    clause,
    total,
    drawnOf,
    studyOf,
  };
}

/** 0 where a number is of some of the people, of others or of a plan; 1 where it is what a part was taken of; null where nothing speaks against it. */
export function weaknessOf({
  sentence: { text },
  count: { value, start, end },
  nounEnd,
  nouns,
  counts,
  at,
  ...place
}: Place): 0 | 1 | null {
  const { before, following, after, clause, total, drawnOf, studyOf } = place;
  if (partOf.test(before) && !total && !drawnOf && !studyOf) return 0;
  if (/\b(?:compared|contrasted|matched) (?:with|to) (?:(?:those|that) (?:of|in|from) )?(?:the )?$/i.test(before))
    return 0;
  if (
    /\b(?:derivation|training|validation|test|control|comparison|historical|discovery|replication|excluded|remaining) (?:group|cohort|sample|population|set|subjects|patients|participants) (?:were|was|comprised|consisted of|included)\s+$/i.test(
      before,
    )
  )
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
  if ((isShare.test(after) || isShare.test(text.slice(end))) && !drawnOf) return 0;
  if (/\([^)]*$/.test(before) && !total) return 0;
  if (/^\s+assessed,/.test(after) && !total) return 0;
  if (/\b(?:screened|potential|invited|approached|contacted|excluded)\b/i.test(text.slice(end, nounEnd))) return 0;
  if (/^[^.;]{0,90}\((?:cases|controls?)\)/i.test(following) && !total) return 0;
  // "1 9 patients": a figure that was torn apart.
  if (/(?<!\b(?:19|20)\d)\d\s$/.test(before)) return 0;
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
    !/^\s+in (?:our|this|the (?:study|whole|entire|final)) cohort\b/i.test(tail) &&
    !total &&
    !intoGroups
  )
    return 0;
  if (
    /(?<![-\w])(?:groups?|arms?|cohorts? (?:\d|[A-Z]\b|I+\b))[^.;]{0,12}$/.test(clause) &&
    !/\b(?:study|whole|entire|patient) groups?\b|\ba group of\s+$/i.test(clause) &&
    !total
  )
    return 0;
  const drawn = /^[^.;,\d]{0,40}(?:\d+\S{0,4}[^.;,\d]{0,60})?\b(?:were|was) (?:randomly |randomi[sz]ed)/i.test(after);
  // "A total of 1,577 were screened; 1,142 …".
  if (
    /^[^.;,]{0,40}?\b(?:was|were)(?: \w+ly)? (?:screened|approached|invited|contacted)\b(?!,? (?:and|or|then) )/i.test(
      after,
    )
  )
    return 0;
  if (screened.test(text.slice(nounEnd, nounEnd + 70).split(/,|;|\band (?=\d)/)[0] ?? "") && !total && !drawn) return 0;
  if (meant.test(after.slice(0, 110).split(/[,;]|\band (?=\d)/)[0] ?? "")) return 0;
  if (
    /\b(?:sample size|target(?:ed)? (?:sample|number|enrol+ment|recruitment|accrual|size|of|was|is)|power|plan(?:s|ned)? to \w+|aims? to (?:enrol+|recruit|include))\b[^,;]{0,60}$/i.test(
      clause,
    ) &&
    !/\b(?:reached|achieved|exceeded|met)\b/i.test(clause)
  )
    return 0;
  if (
    /\b(?:intended|aimed|planned|designed|sought|expected|hoped|scheduled) to (?:enrol+|recruit|include|randomi[sz]e)\b/i.test(
      clause,
    )
  )
    return 0;
  if (screened.test(clause.split(/\band\s+(?=\S*$|$)/).at(-1) ?? "")) return 0;
  // Other people's studies: "14 studies that enrolled 2,310 patients".
  if (/\b(?:studies|trials|RCTs|articles|reports|publications|papers|cohorts)\b[^.;]{0,70}$/i.test(before)) return 0;
  // "40 patients and 35 controls": no total is said, and none is made.
  const others = nouns.some((noun, other) => {
    const next = counts[other];
    // "Out of 19 patients, 18 were male".
    if (
      other > at &&
      next &&
      /^(?:Of|Among|Out of|From) (?:the |all )?$/.test(before) &&
      /,/.test(text.slice(nounEnd, next.start))
    )
      return false;
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
  const twoSexes = /^\s+and (?:\d[\d,]*|[a-z-]+) (?:[\w-]+ ){0,2}(?:fe)?(?:males?|men|women|boys|girls)\b/i.test(
    text.slice(nounEnd),
  );
  if (
    (others || controlsJoined(text, nounEnd)) &&
    (!total || twoSexes) &&
    parts !== value &&
    !isSumOfArms(text, value, nounEnd)
  )
    return 0;
  // "2,590 were treated before, of whom 424 were enrolled".
  if (
    /^[^.;]{0,120}\bof whom (?:\d[\d,]*|[a-z-]+) [^.;]{0,80}\b(?:enrol+ed|randomi[sz]ed|randomly|recruited)\b/i.test(
      after,
    ) &&
    !/^[^,]{0,80}\b(?:enrol+ed|randomi[sz]ed|randomly|recruited|included)\b/i.test(after)
  )
    return 0;
  if (comparedWith.test(after.slice(0, 220)) && !total && !partsAddUp(text, value, nounEnd)) return 0;
  return null;
}
