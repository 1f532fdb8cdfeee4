import type { ReadText, Role, Sentence } from "./sections";

const baseline =
  /\b(?:mean|median) age\b|\bbaseline\b|\b(?:were|was) (?:enrol+ed|randomi[sz]ed|randomly|recruited|screened|included|registered)\b|\b(?:median|mean) (?:duration of )?follow[- ]?up\b|\bdemographic|\bunderwent randomi[sz]ation|\bcharacteristics\b|\bwere (?:male|female|women|men)\b|\b(?:cohort|sample|study|analysis|panel|review) (?:included|comprised|consisted)|\bmet (?:our |the |all )?(?:\w+ )?criteria\b|\bwe included\b|\bthere were \w+ (?:respondents|participants)\b|\bduration of follow[- ]?up was\b|\b(?:were|was) available\b|\bfollow[- ]?up was\b/i;
const outcome =
  /\b(?:respon(?:se|ses|ded|ders?)|remission|improv\w+|increas\w+|decreas\w+|reduc\w+|declin\w+|rose|fell|higher|lower|greater|fewer|longer|shorter|differ(?:ed|ence|ences)?|achiev\w+|reached|rate|rates|ratio|risk|hazard|surviv\w+|efficacy|effective\w*|platelet counts?|score|superior|inferior|noninferior|significant\w*|correlat\w+|associat\w+|predict\w+|prevalence|incidence|relaps\w+|recover\w+|normali[sz]ed|raised|restored|prolonged|attenuated|abolished)\b/i;
const primary = /\bprimary (?:efficacy |clinical )?(?:end ?-?points?|outcomes?|analysis|objective)|\boverall response/i;
const counted =
  /\b\d+\s?\/\s?\d+\b|\b(?:of|among) (?:the )?\d+ (?:patients|participants|people|adults|women|men|children)|\b\w+ (?:of|out of) (?:the )?(?:\d+|\w+) (?:patients|participants|people|adults|women|men|children|mice|rats)/i;
const fared =
  /\b(?:cured?|cures|benefit\w*|better|worse\w*|help(?:s|ed|ful)|work(?:s|ed)|well|resol\w+|alleviat\w+|reliev\w+|ameliorat\w+|lasted|free of|succe\w+|fail\w*|progress\w*|disappear\w*|change[sd]?|chang(?:e|ing) in|effects?|show(?:s|ed|n)|found)\b|%|\bper ?cent\b/i;
const closing =
  /^(?:in (?:conclusion|summary|sum)|to (?:conclude|sum up|summari[sz]e)|we (?:conclude|suggest|believe)|taken together|collectively|overall, (?:our|these|the) (?:results|findings|data|study)|these (?:results|findings|data|observations)|this (?:study|work|trial|analysis|review|report|case|meta-analysis) (?:shows?|demonstrates?|suggests?|provides?|indicates?|confirms?|highlights?|supports?|reveals?|proves?)|our (?:results|findings|data|study|work|observations|interpretation|experience)|the (?:results|findings|data|present (?:study|results)) (?:of this study |presented )?(?:suggest|indicate|show|demonstrate|support|confirm|prove)|therefore|thus|hence|altogether|conclusions?\b)/i;
const wish =
  /\b(?:needed|warranted|required|future (?:studies|research|trials|work)|further (?:studies|research|trials|work|investigation)|should be (?:confirmed|investigated|explored))\b/i;

/**
 * What was found: sentences of the results, those that answer the study's question with numbers first. In an abstract
 * without labels only sentences that plainly tell an outcome, and none that open or close it.
 */
export function findingsIn({ sentences, labelled }: ReadText): Sentence[] {
  const results = sentences.filter(({ role }) => role === "results" || role === "mixed");
  const pool = labelled
    ? results
    : sentences.filter(
        ({ order, role, text }) =>
          order > 0 &&
          role === undefined &&
          !closing.test(text) &&
          /\b(?:was|were|had|did|achieved|showed|increased|decreased|reduced|improved|responded|rose|fell|occurred|significantly|found)\b/i.test(
            text,
          ),
      );
  return pool
    .map((sentence, place) => ({ sentence, points: pointsOf(sentence.text, labelled) - place * 0.5 }))
    .filter(({ points }) => points >= (labelled ? 0.5 : 3))
    .sort((one, other) => other.points - one.points)
    .map(({ sentence }) => sentence);
}

/** Whether a sentence may tell how people fared, whatever else it tells. For quotes that have no harms beside them; one too many costs only its words around. */
export function mayTellEffect(text: string, role: Role | undefined): boolean {
  return role === "conclusion" || role === "lay" || [outcome, counted, fared, closing].some((one) => one.test(text));
}

function pointsOf(text: string, labelled: boolean): number {
  const figures = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|none|neither)\b/i.test(
    text,
  );
  let points = labelled ? 2 : 0;
  if (outcome.test(text)) points += 2;
  if (figures) points += 1.5;
  if (counted.test(text)) points += 1.5;
  if (/\d\s?%/.test(text)) points += 0.5;
  if (primary.test(text)) points += 3;
  if (baseline.test(text)) points -= 5;
  if (/\b(?:adverse|side effects?|toxicit|tolerated)\b/i.test(text)) points -= 3;
  if (
    /\b(?:aim|to (?:evaluate|assess|determine|investigate|explore)|we (?:used|measured|collected|performed|conducted))\b/i.test(
      text,
    )
  )
    points -= 2;
  if (text.length > 420) points -= 1;
  return points;
}

/** The sentence in which the authors conclude; null where they don't say that they do. */
export function conclusionIn({ sentences }: ReadText): Sentence | null {
  const section = sentences.filter(({ role }) => role === "conclusion");
  if (section.length > 0) return section.find(({ text }) => !wish.test(text)) ?? section[0] ?? null;
  const late = sentences.filter(
    ({ order, role }) =>
      order >= Math.floor(sentences.length * 0.6) && role !== "other" && role !== "lay" && role !== "background",
  );
  const closings = late.filter(({ text }) => closing.test(text));
  return closings.find(({ text }) => !wish.test(text)) ?? closings[0] ?? null;
}
