import { retractionOf } from "./merging-notices";
import type { MergedNotice, StudyFacts } from "./types";

export const cautionRules = [
  "retracted",
  "concern",
  "corrected",
  "animals",
  "cells",
  "also-animals",
  "preprint",
  "few-people",
  "no-comparison",
  "old",
  "other-language",
  "no-abstract",
] as const;
export type CautionRule = (typeof cautionRules)[number];

/** `words` are ours and say what the rule found; the rules themselves are on /help/cards. */
export type Caution = { rule: CautionRule; words: string };

const FEW = 30;
const OLD_AFTER = 10;

/** What a reader should keep in mind, each by a rule that looks only at what the card shows. `year` is the year of the look-up; `complete` is false while a registry that may have the abstract wasn't reached. */
export function cautionsOf(facts: StudyFacts, year: number, complete = true): Caution[] {
  const { reading, kind, published, language, notices } = facts;
  const trialItself = facts.identifiers.some(({ value }) => value.kind === "nct");
  const people =
    reading?.value.people?.count ??
    (facts.participants?.value.type === "actual" && trialItself ? facts.participants.value.count : undefined);
  const subject = kind?.value.subject;
  const paper = !trialItself && !facts.noticeOf;
  const has = (wanted: string) => notices.some((notice) => notice.kind === wanted);
  const retraction = retractionOf(notices);
  const all: (Caution | false | undefined)[] = [
    retraction && { rule: "retracted", words: retractedWords(retraction) },
    has("concern") && { rule: "concern", words: "The journal has voiced concern about it." },
    has("correction") && { rule: "corrected", words: "It was corrected after it came out: read the correction too." },
    subject === "animals" && { rule: "animals", words: "Done in animals. What works there often doesn’t in people." },
    subject === "cells" && { rule: "cells", words: "Done on cells in a laboratory, not in people." },
    alsoAnimals(facts),
    facts.preprint &&
      !facts.publishedAs && { rule: "preprint", words: "A preprint: other scientists haven’t checked it yet." },
    people !== undefined &&
      people > 0 &&
      people < FEW && {
        rule: "few-people",
        words: `Fewer than ${FEW} people took part (${people}): chance plays a large part.`,
      },
    /no comparison group/.test(`${kind?.value.words} ${kind?.value.also}`) && {
      rule: "no-comparison",
      words: "No comparison group: we can’t tell what would have happened without the treatment.",
    },
    published &&
      !trialItself &&
      year - Number(published.value.slice(0, 4)) > OLD_AFTER && {
        rule: "old",
        words: `More than ten years old (${published.value.slice(0, 4)}): newer studies may say more.`,
      },
    paper &&
      isForeign(facts) && {
        rule: "other-language",
        words: `Written in another language${language ? ` (${languageCalled(language.value)})` : ""}.`,
      },
    complete &&
      paper &&
      !facts.titlesDisagree &&
      !reading && {
        rule: "no-abstract",
        words: "No abstract: the card rests on the other parts of the record.",
      },
  ];
  return all.filter((one): one is Caution => Boolean(one));
}

/** No more than the notice says: a part isn't the whole, and a review may be withdrawn for its age alone. */
function retractedWords({ kind, marked }: MergedNotice): string {
  switch (kind) {
    case "removal":
      return "Its publisher removed it: its results no longer stand.";
    case "withdrawal":
      return "It was withdrawn: its results no longer stand. The notice often says why.";
    case "partial-retraction":
      return "Part of it was retracted: read in the notice which results no longer count.";
    case "title-says-retracted":
      return marked === "withdrawn"
        ? "Its title is marked as withdrawn. That can mean that it is only out of date: check at the publisher’s."
        : `Its title is marked as ${marked ?? "retracted or withdrawn"}: check at the publisher’s whether its results still count.`;
    default:
      return "It was retracted: its results no longer count.";
  }
}

function alsoAnimals({ reading, kind }: StudyFacts): Caution | false {
  const animals = reading?.value.subjects.animals ?? 0;
  const words = reading?.value.subjects.animalWords?.words;
  return (
    animals >= 2 &&
    words !== undefined &&
    kind?.value.subject !== "animals" && {
      rule: "also-animals",
      words: `The abstract also speaks of animals (“${words}”): check what was done in people.`,
    }
  );
}

function isForeign({ language, reading }: StudyFacts): boolean {
  return (language !== undefined && !/^(en|eng|english)$/i.test(language.value)) || reading?.value.english === false;
}

/** "kor" and "de" as one says them; codes the platform doesn't know stay as they are. */
export function languageCalled(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code.toLowerCase()) ?? code;
  } catch {
    return code;
  }
}
