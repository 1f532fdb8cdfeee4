import type { PeopleFound } from "./participants";
import type { Candidate } from "./participants-counted";
import type { Sentence } from "./sections";

const agedPerson =
  /\b\d{1,3}[-‐– ](?:years?|yr|months?|weeks?|days?)[-‐– ]old\b(?: [\w-]+,?){0,5}? (?:m[ae]n|wom[ae]n|boys?|girls?|males?|females?|patients?|infants?|neonates?|newborns?|child(?:ren)?|lady|gentleman|smoker|recipient|student|nurse|farmer|athlete)\b/gi;
const anyAge = /\b\d{1,3}[-‐– ](?:years?|yr|months?|weeks?|days?)[-‐– ]old\b/gi;
const oneReported =
  /\b(?:(?:we|here we|I|this (?:article|paper|report|case report)|the authors?) (?:\w+ly )?(?:report|describe|present)(?:s|ed)?\b[^.;]{0,60}?|(?:to|in this report,? we) (?:report|describe|present) )(?:an?|the(?: first| case of)?|one|a case of|case of)\b[^.;]{0,40}?\b(?:case|patient|man|woman|girl|boy|infant|child|recipient)\b(?!s|[- ](?:control|series|cohort|report form|based|reported))|^(?:An?|One) (?:[\w-]+ ){0,3}?(?:case|patient|man|woman|girl|boy|infant|child)\b[^.;]{0,160}? (?:is|was) (?:reported|described|presented)\b/i;

/** A report of one: somebody of an age, or a case, and nobody else is counted anywhere. */
export function onePatient(sentences: Sentence[], candidates: Candidate[], title: string): PeopleFound | null {
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
