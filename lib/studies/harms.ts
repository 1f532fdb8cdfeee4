import type { ReadText, Sentence } from "./sections";

/** Words that are about harm wherever they stand. */
const named =
  /\b(?:adverse|side[- ]effects?|untoward|toxic(?:ity|ities|)?|\w*toxicit(?:y|ies)|safety(?! (?:data ?sets?|populations?|analys[ie]s set|sets?)\b)|safe|safely|unsafe|tolerated|tolerab(?:le|ility)|complications?|harms?|harmful|ill effects?|dose[- ]limiting|treatment[- ](?:related|emergent)|drug[- ]related|grade (?:[345]|III|IV|V)(?: ?(?:[-/–]|or|and) ?(?:[345]|IV|V))?|discontinu(?:ed|ation)s?|infusion[- ](?:related )?reactions?|(?:allergic|hypersensitivity|anaphyla\w+|injection[- ]site|transfusion) reactions?|morbidity|iatrogenic|overdos\w+|withdr(?:ew|awn?|awals?)|intoleran(?:ce|t)|unwanted|uneventful|dose reductions?|complaints|re-?operat(?:ed|ions?)|poisoning|stopped (?:the )?(?:drug|treatment|therapy|medication|it)?\s?(?:because|due|for|owing)|(?:steroid|drug|treatment|medication)[- ](?:induced|related|associated))\b/i;
const initials = /\b(?:S|T|TE|TR|SUS|ir)?AEs?\b|\bDLTs?\b|\bCRS\b/;
/** Events that are harms wherever something is told of them. */
const grave =
  /\b(?:deaths?|died?|dying|lethal\w*|fatal(?:ities|ity|)?|mortality|thrombo(?:sis|ses|tic|embol\w+)|embolism|strokes?|(?:myocardial |cerebral )?infarctions?|h(?:a)?emorrhag\w+|bleed(?:s|ing)?|hospitali[sz](?:ations?|ed)|perforation|GVHD|graft[- ]versus[- ]host|cytokine release|anaphyla\w+|suicid\w+|miscarriages?|stillbirths?|malformations?|birth defects)\b(?![- ]free)/i;
const mildWords =
  "infections?|sepsis|septic|pneumonia|pneumonitis|bronchitis|nasopharyngitis|rhinitis|sinusitis|influenza|cellulitis|candidiasis|thrush|tuberculosis|reactivations?|meningitis|encephalitis|encephalopathy|colitis|pancreatitis|myocarditis|cystitis|conjunctivitis|dermatitis|stomatitis|gastritis|phlebitis|uveitis|nausea|vomiting|diarrh(?:o)?ea|constipation|dyspepsia|bloating|flatulence|anorexia|appetite|dry (?:mouth|skin|eyes?)|headaches?|migraines?|fatigue|tiredness|lethargy|asthenia|malaise|weakness|drowsiness|drowsy|sleepy|dizzy|somnolence|sedation|insomnia|sleep disturbances?|nightmares|dizziness|vertigo|syncope|fainting|collapse|confusion|delirium|agitation|irritability|anxiety|depression|mood (?:changes|swings|disorders?)|psychosis|hallucinations?|seizures?|convulsions|tremors?|ataxia|numbness|tingling|par(?:a)?esthesias?|neuropathy|paralysis|extrapyramidal|dyskinesias?|parkinsonism|hearing loss|tinnitus|visual|blurred vision|cataracts?|glaucoma|retinopathy|rash(?:es)?|eczema|acne|urticaria|hives|itching|pruritus|flush(?:es|ing)|hot flashes|sweat(?:s|ing)|alopecia|hair loss|vasomotor|fever|pyrexia|chills|rigou?rs|flu-like|hypotension|hypertension|blood pressure rose|weight (?:gain|loss)|cushing\\w*|moon face|diabetes|hyp(?:er|o)\\w+a?emia|hypothyroidism|adrenal insufficiency|osteoporosis|osteonecrosis|fractures?|myopathy|aches?|arthralgias?|myalgias?|cramps|spasms?|neutropenia|leu[ck]openia|lymphopenia|thrombocytopenia|thrombocytosis|pancytopenia|cytopenias?|an(?:a)?emia|h(?:a)?emolysis|coagulopathy|hyperviscosity|myelodysplas\\w+|reticulin|fibrosis|leuk(?:a)?emia|lymphoma|(?:second(?:ary)?|new) (?:cancers?|malignanc(?:y|ies)|tumou?rs?)|malignanc(?:y|ies)|liver injury|hepatitis|jaundice|transaminase\\w*|liver enzymes?|(?:liver|renal|kidney) function(?: tests?)?|aminotransferases?|bilirubin|creatinine|proteinuria|kidney injury|arrhythmi\\w+|palpitations|QT|tachycardia|bradycardia|(?:heart|renal|kidney|liver|hepatic|respiratory|organ|cardiac) (?:failure|dysfunction)|o?edema|swelling|pain|discomfort|irritation|mucositis|ulcers?|h(?:a)?ematomas?|bruis\\w+|epistaxis|wounds?|burns?|scars?|leak(?:s|age)?|fistulas?|abscess\\w*|stenosis|occlusions?|dislocations?|extravasation|cough|dyspn(?:o)?ea|wheezing|bronchospasm|apn(?:o)?ea|hypoxia|hypersensitivity|allerg(?:y|ies|ic)|shock|reactions?|migration|progressive multifocal|herpes|zoster|hypogammaglobulin\\w*|anti-drug antibod\\w+|rejection|injur(?:y|ies)|falls|sprains?|worsen(?:ed|ing)|(?:with|had|caused|no|oral|gastrointestinal|local) symptoms|exacerbations?|flares?|admissions?|amenorrh(?:o)?ea|impotence|infertility|abortions?|pregnancy loss(?:es)?|ha?emoglobin fell|drop[- ]?outs?";
/** Events that may as well be the illness itself: only where the abstract isn't about them. */
const mild = new RegExp(
  `\\b(?:${mildWords})\\b(?![- ](?:free|score|scale|control|prevention|management|risk factors?))`,
  "gi",
);
const told =
  /\b(?:was|were|had|did|occurred|developed|experienced|reported|observed|noted|seen|recorded|found|led|caused|required|suffered|increased|decreased|reduced|rose|fell|doubled|raised|associated|remained|died|resulted|complained|presented|no)\b/i;
const happened =
  /\b(?:occurred|felt|remained|ruled out|excluded|(?:found|rose|ended|progression|present|confirmed|diagnosed) in|symptoms|were frequent|was frequent|in \d+ (?:patients|participants|people|children|women|men|cases)|developed|experienced|suffered|complained|reported|recorded|observed|noted|seen|led to|caused|resulted in|(?:more|less|most|least) (?:often|frequent(?:ly)?|common(?:ly)?)|(?:was|were) (?:common|rare|frequent|mild|raised|similar)|there (?:was|were|had been)|no|none|nobody|had (?:an? |mild |severe |new |more |fewer |no |transient )?\w+|required|rose above|fell by|stopped|recovered|during)\b/i;
const serious =
  /\b(?:serious|severe|life[- ]threatening|fatal|deaths?|died|grade (?:[345]|III|IV|V)|SAEs?|dose[- ]limiting|hospitali[sz]ation)\b/i;
/** What a study set out to measure is not yet what happened. */
const planned =
  /\b(?:aim(?:ed|s)?|designed to|main outcome|outcome variables?|purpose|objectives?|sought|primary (?:and secondary )?(?:end ?points?|outcomes?)|secondary (?:end ?points?|outcomes?)|end ?points? (?:was|were|included)|outcomes? (?:was|were|included|measures?)|to (?:assess|evaluate|determine|investigate|examine|compare|explore|study|test|establish|describe|report)|we (?:assessed|evaluated|investigated|examined|compared|hypothesi[sz]ed)|(?:was|were) (?:assessed|evaluated|monitored|recorded|graded|analy[sz]ed|collected|compared|measured|the primary|the secondary)|will be|remains? (?:unclear|unknown|to be)|(?:is|are) (?:not (?:well )?known|unclear|unknown|needed|warranted|required)|should be|further|future|larger)\b/i;
const general = /\b(?:is|are|can|may|often|commonly|usually|frequently|remain|has been|have been)\b/i;
const past =
  /\b(?:was|were|had|did|occurred|developed|experienced|reported|observed|noted|died|stopped|discontinued|withdrew|tolerated|showed|led|caused|resulted|increased)\b/i;

export type Harm = Sentence & { rank: number };

/**
 * Sentences that tell of harms, those that matter most first: what happened before what was concluded, serious before
 * any, with numbers before without. Empty where the abstract has none; what is only announced or known from before isn't one.
 */
export function harmsIn({ sentences, labelled }: ReadText, title = ""): Harm[] {
  const topics = topicsOf(sentences, labelled);
  for (const [word] of title.matchAll(mild)) topics.add(stemOf(word));
  return sentences
    .flatMap((sentence) => {
      const rank = rankOf(sentence, labelled, sentences.length, topics);
      return rank > 0 ? [{ ...sentence, rank }] : [];
    })
    .sort((one, other) => other.rank - one.rank || one.order - other.order);
}

/** What the abstract is about: named before any result, or again and again. A trial for fatigue doesn't do harm by measuring it. */
function topicsOf(sentences: Sentence[], labelled: boolean): Set<string> {
  const topics = new Set<string>();
  const often = new Map<string, number>();
  for (const { text, role, order } of sentences) {
    const opens = role === "background" || role === "aim" || (!labelled && role === undefined && order < 2);
    for (const [word] of text.matchAll(mild)) {
      const stem = stemOf(word);
      often.set(stem, (often.get(stem) ?? 0) + 1);
      if (opens || (often.get(stem) ?? 0) > 3) topics.add(stem);
    }
  }
  return topics;
}

function stemOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/ae/g, "e")
    .replace(/(?:ies|es|s|y|ed|ing)$/, "");
}

function rankOf({ text, role, order, section }: Sentence, labelled: boolean, all: number, topics: Set<string>): number {
  if (role === "background" || role === "aim" || role === "lay" || role === "other") return 0;
  const says = named.test(text) || initials.test(text);
  const riskier =
    /\b(?:rais|increas|elevat|doubl|tripl|excess|higher)\w*\s(?:the\s|in\s|of\s)?(?:relative\s)?risks?\b|\brisks? (?:of|for) [^.;]{1,60}\b(?:was|were) (?:\w+ )?(?:raised|increased|higher|doubled|elevated)\b/i.test(
      text,
    );
  const events = [...text.matchAll(mild)].filter(([word]) => !topics.has(stemOf(word)));
  const happens =
    riskier ||
    (grave.test(text) && told.test(text)) ||
    (events.length > 0 && (happened.test(text) || /\d\s?%/.test(text)));
  if (!says && !happens && role !== "harms") return 0;
  const figures = /\d|\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|all|neither|without)\b/i.test(text);
  const telling = past.test(text) || /\bno\b|\bnone\b|\bwithout\b|:/i.test(text);
  const announced =
    planned.test(text) &&
    !/\b(?:occurred|experienced|developed|no (?:serious|severe|adverse|untoward|unwanted|significant|treatment|grade|new|unexpected|dose)|(?:recorded|observed|reported|noted|seen|found) in (?:\d|[a-z]+ (?:of|and|patients|participants|children|adults|people|cases|subjects)\b)|well[- ]tolerated|(?:was|were|is|are|be) safe(?:ly)?\b|had (?:an? )?(?:\w+ )?adverse|\(\d)/i.test(
      text,
    );
  if (announced && (role === "methods" || role === "people" || role === undefined || role === "mixed")) return 0;
  if (role === "methods" || role === "people") return telling && figures && says && !announced ? 2 : 0;
  // In one block, what opens the abstract and speaks of what is known in general is background.
  if (
    !labelled &&
    role === undefined &&
    order < Math.max(1, Math.round(all * 0.3)) &&
    !figures &&
    general.test(text) &&
    !past.test(text)
  )
    return 0;
  if (!labelled && role === undefined && order === 0 && !telling) return 0;
  const concluding =
    role === "conclusion" ||
    role === "limits" ||
    (!labelled &&
      /^(?:in conclusion|to sum up|in summary|we conclude|these (?:results|findings|data)|our (?:results|findings|data)|thus|therefore|overall|taken together)/i.test(
        text,
      ));
  let rank = says ? 10 : 4;
  if (role === "harms" || /safety|adverse/i.test(section ?? "")) rank += 4;
  if (/\badverse|side[- ]effects?|\bSAEs?\b|\bTEAEs?\b|\bAEs\b|dose[- ]limiting|toxicit/i.test(text)) rank += 5;
  if (serious.test(text)) rank += 3;
  if (figures) rank += 2;
  if (telling) rank += 2;
  if (concluding) rank -= 9;
  if (announced) rank -= 6;
  // Who was enrolled, with harms in passing.
  if (
    /\b(?:were|was) (?:\w+ly )?(?:enrol+ed|recruited|randomi[sz]ed|assigned)\b|\bunderwent randomi[sz]ation\b/i.test(
      text,
    )
  )
    rank -= 7;
  return Math.max(rank, 1);
}
