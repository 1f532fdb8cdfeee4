import type { ReadText, Sentence } from "./sections";

/** What the words of a title or abstract say a study is; `start` and `end` are the words' places in the text they are from. */
export type DesignWord =
  | "meta-analysis"
  | "systematic-review"
  | "review"
  | "guideline"
  | "protocol"
  | "case-report"
  | "case-series"
  | "animals"
  | "cells"
  | "randomised"
  | "double-blind"
  | "single-blind"
  | "triple-blind"
  | "open-label"
  | "single-arm"
  | "phase"
  | "cohort"
  | "case-control"
  | "cross-sectional"
  | "retrospective"
  | "survey"
  | "interviews"
  | "registry"
  | "observational"
  | "model";

export type DesignFound = { design: DesignWord; words: string; start: number; end: number; more?: string };

const ownStudy =
  "(?:this|our|the present|the current|present|a|an|in this|we (?:conducted|performed|did|report(?:ed)?|present|undertook|carried out|designed))";
const animal =
  "mice|mouse|murine|rats?|rabbits?|dogs?|canine|beagles?|cats|feline|pigs?|porcine|swine|piglets?|minipigs?|sheep|ovine|lambs?|goats?|monkeys?|macaques?|rhesus|baboons?|marmosets?|primates?|zebrafish|hamsters?|guinea[- ]pigs?|ferrets?|horses?|equine|cows?|cattle|bovine|calves|chickens?|chicks?|drosophila|c\\. elegans|xenopus|rodents?|gerbils?|alpacas?|llamas?|camels?";

const titles: [RegExp, DesignWord][] = [
  [/\b(?:network |updated )?meta[- ]?analys[ie]s\b(?! of individual)|\bpooled analys[ie]s\b/i, "meta-analysis"],
  [/\bsystematic (?:literature )?(?:review|overview)\b/i, "systematic-review"],
  [
    /\b(?:study|trial|review) protocol\b|\bprotocol (?:for|of) (?:an?|the)\b|: protocol\b|\brationale and design\b|\bdesign and rationale\b/i,
    "protocol",
  ],
  [
    /(?<!\b(?:adher\w+|complian\w+|concordan\w+|implement\w+|according|conform\w+|following|impact|effects?|use|uptake) (?:to|with|of|the|by)? ?(?:[\w-]+ ){0,5})\b(?:guidelines?(?![- ](?:adherence|concordan|implement|based|compliance|recommended))|consensus (?:report|statement|recommendations?)|recommendations (?:for|on|of|from))\b/i,
    "guideline",
  ],
  [/\bcase series\b/i, "case-series"],
  [
    /\b(?:a |two |three )?case reports?\b|: (?:a|report of a) case\b(?![-–‐ ](?:control|series|study|cohort))|^a case of\b|\bin an? (?:\d+-year-old|patient with)\b|\breport of (?:two|three|a|one) cases?\b/i,
    "case-report",
  ],
  [
    /\b(?:narrative|scoping|literature|comprehensive|critical|mini[- ]?|state[- ]of[- ]the[- ]art|clinical|integrative|umbrella) ?reviews?\b|: an? (?:(?!retrospective|chart|record|case|institutional)[\w-]+ ){0,2}review\b|\ba review of (?!\d|(?:our|the medical|medical|patients))|\breview of (?:the )?literature\b/i,
    "review",
  ],
  [/\bcost[- ]effectiveness\b|\b(?:a |mathematical |simulation |markov )model(?:l?ing)? study\b/i, "model"],
];

const designs: [RegExp, DesignWord][] = [
  [
    /\b(?:non-?inferiority |placebo-controlled |double-blind(?:ed)?,? |open-label,? |cluster-?|multicent(?:er|re),? |parallel(?:-group)?,? |prospective,? |controlled,? |phase [\w/]+,? ){0,4}(?<!non-)(?<!non)randomi[sz]ed(?:,? [\w-]+){0,7}? (?:trial|study|comparison|experiment)\b/i,
    "randomised",
  ],
  [/\bdouble[- ](?:blind|mask)(?:ed)?\b/i, "double-blind"],
  [/\btriple[- ](?:blind|mask)(?:ed)?\b/i, "triple-blind"],
  [/\bsingle[- ](?:blind|mask)(?:ed)?\b/i, "single-blind"],
  [/\bopen[- ]label(?:led|ed)?\b/i, "open-label"],
  [
    /\bsingle[- ](?:arm|group)\b|\bone-arm\b|\buncontrolled (?:[\w-]+ ){0,2}(?:trial|study)\b|\bwithout an? (?:control|comparison) group\b|\bno (?:control|comparison) group\b|\bnon-?comparative\b/i,
    "single-arm",
  ],
  [
    /\bphase (?:[1-4]|IV|I{1,3})(?:[ab])?(?:\s?[/–-]\s?(?:[1-4]|IV|I{1,3})(?:[ab])?)?(?:[,/]? [\w-]+,?){0,8}? (?:clinical )?(?:trial|study|dose[- ](?:escalation|finding))\b/i,
    "phase",
  ],

  [/\bcase[-–‐ ]control\b/i, "case-control"],
  [/\bcross[-–‐ ]sectional\b/i, "cross-sectional"],
  [
    /\b(?:prospective |retrospective |population-based |nationwide |birth |historical |longitudinal )*cohort (?:study|analysis)\b|\b(?:prospective|retrospective|population-based|nationwide) cohort\b/i,
    "cohort",
  ],
  [/\bcase series\b/i, "case-series"],
  [
    /\bretrospective(?:ly)?\b(?! registered)|\bchart review\b|\b(?:reviewed|analy[sz]ed) (?:the )?(?:[\w-]+ ){0,2}(?:records|charts|files)\b|\b(?:records|charts|files) (?:of [^.;]{1,60} )?were (?:retrospectively )?reviewed\b/i,
    "retrospective",
  ],
  [/\b(?:online |web-based |national |postal |telephone |questionnaire )?survey(?: study)?\b/i, "survey"],
  [
    /\bqualitative (?!testing|tests?)(?:[\w-]+ ){0,2}(?:study|interviews?|analysis|design|research)\b|\bsemi-?structured interviews?\b|\bfocus groups?\b/i,
    "interviews",
  ],
  [/\bregistry(?:-based)? (?:study|analysis)\b/i, "registry"],
  [
    /\bobservational (?:[\w-]+ ){0,2}(?:study|cohort|analysis)\b|\blongitudinal (?:[\w-]+ ){0,2}study\b|(?<!\b(?:enter|entered|join|joined|into|to|in) (?:an? |the )?(?:long-term |extended )?)\bfollow-up study\b/i,
    "observational",
  ],
];

const assigned =
  /\b(?:were|was|underwent|we) (?:[\w-]+ly |then |1:1 )*(?:randomi[sz]ed|randomly (?:assigned|allocated|divided|selected to receive)|allocated at random|randomi[sz]ation)\b|\brandomly (?:assigned|allocated)\b/i;
const ownAssignment =
  /\b(?:patients|participants|subjects|adults|children|infants|women|men|people|persons|individuals|volunteers|they|we|\d+)\b[^.;]{0,120}\b(?:(?:were|was) (?:\w+ly |then )?(?:randomi[sz]ed|randomly (?:assigned|allocated))|underwent randomi[sz]ation)\b/i;
const elsewhereAssigned =
  /\b(?:previous(?:ly)?|prior|earlier|other|recent|published|ongoing|included|pooled|these|eligible|several|two|three|some) (?:[\w-]+ ){0,3}(?:trials|studies|reports)\b|\b(?:needed|warranted|should|future|further|will be|mendelian|not randomi[sz]ed|non-?randomi[sz]ed|mice|rats|rabbits|animals|dogs|literature|meta-anal\w+)\b/i;
const elsewhere =
  /\b(?:needed|warranted|required|should|future|further|previous(?:ly)?(?! (?:un)?treated)|prior|earlier|other (?:studies|trials)|in contrast to|recent (?:studies|trials)|ongoing|larger|lack(?:ing)? of|no randomi[sz]ed|not randomi[sz]ed|non-?randomi[sz]ed|mendelian|literature|published|unlike|compared with (?:trials|studies)|despite)\b/i;

/** What a title says, in the order in which one word outweighs another. */
export function designInTitle(title: string): DesignFound[] {
  const text = title.slice(0, 600);
  const found: DesignFound[] = [];
  const add = (pattern: RegExp, design: DesignWord) => {
    const match = pattern.exec(text);
    if (match && design === "animals" && isInitials(match[0], text)) return;
    if (match && !(design === "randomised" && /mendelian|non-?randomi[sz]ed/i.test(text)))
      found.push({ design, words: match[0], start: match.index, end: match.index + match[0].length });
  };
  for (const [pattern, design] of titles) add(pattern, design);
  add(
    new RegExp(
      String.raw`\b(?:${animal})\b(?![- ](?:anti|ATG|monoclonal|IgG|immunoglobulin|serum|factor|insulin|heparin|valve|pericardi|collagen|colostrum|milk|albumin|egg|thrombin|surfactant|bites?|scratch|hair|riding|therap|assisted|allerg|exposure|handl|owner|meat|derived|pox|typhus|syndrome|eye|cry|flu|fever))`,
      "i",
    ),
    "animals",
  );
  add(
    /\bin vitro\b|\bcell lines?\b|\b(?:cancer|tumou?r|leuk(?:a)?emia|carcinoma|hela|melanoma|glioma) cells\b|\bcultured\b|\bprimary cultures?\b|\borganoids?\b|\bex vivo\b/i,
    "cells",
  );
  for (const [pattern, design] of designs) add(pattern, design);
  return found;
}

const personWord =
  /\b(?:patients?|participants?|volunteers?|adults|children|women|men|people|infants|adolescents|individuals|humans)\b/gi;
const animalWord = new RegExp(String.raw`\b(?:${animal})\b`, "gi");
const cellWord =
  /\bin vitro\b|\bcell lines?\b|\bcultured\b|\bcells were (?:treated|incubated|transfected|cultured|exposed|seeded|stimulated)\b|\b(?:western blot\w*|siRNA|shRNA|transfect\w+|knock(?:ed)?[- ]?down|luciferase|MTT assay|HeLa|HEK ?293\w*|THP-1|Jurkat|K562)\b/gi;

export type Subjects = {
  animals: number;
  people: number;
  cells: number;
  firstAnimal?: DesignFound & { sentence: Sentence };
  firstCells?: DesignFound & { sentence: Sentence };
};

/** How often an abstract names animals, people and work on cells, with the first words for each. Background and outlook don't count. */
export function subjectsIn({ sentences }: ReadText): Subjects {
  const subjects: Subjects = { animals: 0, people: 0, cells: 0 };
  for (const sentence of sentences.slice(0, 150)) {
    if (sentence.role === "background" || sentence.role === "lay" || sentence.role === "other") continue;
    const text = sentence.text.slice(0, 2000);
    const animals = [...text.matchAll(animalWord)].filter(
      ({ index, 0: word }) =>
        !isInitials(word, text) &&
        !/^ (?:anti|monoclonal|IgG|serum|bite|hair|owners?)\b/i.test(
          text.slice(index + word.length, index + word.length + 14),
        ),
    );
    const cells = [...text.matchAll(cellWord)];
    // "Rabbit hearts" are nobody's patients, even if they are named but once.
    const organs = animals.filter(({ index, 0: word }) =>
      /^ (?:[\w-]+ )?(?:hearts?|livers?|kidneys?|lungs?|aort\w+|arter(?:y|ies)|veins?|brains?|muscles?|trachea\w*|hepatocytes|islets|slices?|embryos?|pups?|neurons?|cardiomyocytes)\b/i.test(
        text.slice(index + word.length, index + word.length + 30),
      ),
    );
    subjects.animals += animals.length + organs.length;
    subjects.cells += cells.length;
    subjects.people += [...text.matchAll(personWord)].length;
    if (!subjects.firstAnimal && animals[0]) subjects.firstAnimal = { sentence, ...at("animals", animals[0]) };
    if (!subjects.firstCells && cells[0]) subjects.firstCells = { sentence, ...at("cells", cells[0]) };
  }
  return subjects;
}

/** "LAMB" and "CAT" are drugs and scales; in a heading all of capitals they may be animals after all. */
function isInitials(word: string, text: string): boolean {
  return word === word.toUpperCase() && /[a-z]{3}/.test(text);
}

function at(design: DesignWord, match: RegExpMatchArray): DesignFound {
  const start = match.index ?? 0;
  return { design, words: match[0], start, end: start + match[0].length };
}

/** Teeth in a laboratory and hearts without a body are divided at random, too: that makes no trial. */
const ofThings =
  /\b(?:this|an?|our|the present) (?:[\w-]+,? )?(?:in[- ]vitro|ex[- ]vivo|laboratory|bench)(?:,? [\w-]+){0,3} (?:study|experiment|trial|investigation|research|comparison)\b|\bextracted (?:human |permanent |primary |bovine |sound |intact |single-rooted ){0,3}(?:teeth|molars|premolars|incisors|canines)\b|\bLangendorff\b|\b(?:specimens|samples|dis[ck]s|teeth|molars|premolars|plates|blocks) were (?:then )?(?:randomly|randomi[sz]ed)/i;

/** What an abstract says its own study was. Words about other studies, wishes and plans are left out. */
export function designInAbstract({ sentences, labelled }: ReadText): (DesignFound & { sentence: Sentence })[] {
  const found: (DesignFound & { sentence: Sentence })[] = [];
  const things = sentences.some(({ text, role }) => role !== "background" && role !== "lay" && ofThings.test(text));
  const add = (sentence: Sentence, design: DesignWord, match: RegExpExecArray | null) => {
    if (design === "randomised" && things && sentence.text.search(personWord) < 0) return;
    if (!match || found.some((one) => one.design === design)) return;
    found.push({ design, words: match[0], start: match.index, end: match.index + match[0].length, sentence });
  };
  const usable = sentences
    .slice(0, 150)
    .filter(
      ({ role, text }) =>
        role !== "background" && role !== "lay" && role !== "other" && role !== "limits" && text.length <= 1500,
    );
  for (const sentence of usable) {
    const { text, role, order } = sentence;
    if (role === "conclusion") continue;
    if (
      /\b(?:we|systematically|were) (?:systematically |electronically )?search(?:ed)?\b[^.]{0,140}\b(?:pubmed|medline|embase|cochrane|web of science|scopus|databases?)\b|\b(?:pubmed|medline|embase|cochrane)\b[^.]{0,140}\b(?:were|was) searched\b|\b(?:performed|conducted|carried out|did|undertook) (?:an? )?(?:[\w-]+ ){0,4}search\b[^.]{0,140}\b(?:pubmed|medline|embase|cochrane|web of science|scopus|databases?)\b|\b(?:studies|trials|articles|reports)\b[^.]{0,140}\b(?:from|identified (?:using|through|by|via|in)) (?:the )?(?:[\w-]+ ){0,3}(?:of )?(?:pubmed|medline|embase|cochrane)\b/i.test(
        text,
      )
    )
      add(sentence, "systematic-review", /search(?:ed)?|pubmed|medline|embase|cochrane/i.exec(text));
    if (
      /\bwe (?:conducted|performed|did|undertook|carried out) (?:an? )?(?:[\w-]+ ){0,4}(?:meta-analysis|systematic review)\b|\bthis (?:systematic review|meta-analysis)\b/i.test(
        text,
      )
    )
      add(
        sentence,
        /meta-analysis/i.test(text) ? "meta-analysis" : "systematic-review",
        /(?:systematic review|meta-analysis)/i.exec(text),
      );
    if (
      /\b(?:in this|this|the present) (?:(?!retrospective|chart|records?|case|institutional)[\w-]+ ){0,3}review\b|\bhere,? we review\b|\bwe review (?:the|current|recent|what)\b|\bthis (?:article|paper|chapter) reviews\b/i.test(
        text,
      )
    )
      add(sentence, "review", /\breview\w*/i.exec(text));
    if (
      /\b(?:we|here,? we|this (?:article|paper|report)|the authors) (?:here )?(?:report|present|describe)s? (?:on )?(?:an? |the |our )(?:[\w-]+ ){0,4}(?:case\b|\d+-year-old|patient who|patient with|(?:man|woman|girl|boy|infant) (?:who|with))|\ba \d{1,2}[- ](?:year|month|week|day)[- ]old (?:[\w-]+ ){0,3}(?:man|woman|girl|boy|male|female|patient|infant|neonate|child)\b[^.]{0,60}\b(?:presented|was admitted|developed|was diagnosed|was referred|complained)/i.test(
        text,
      )
    )
      add(
        sentence,
        "case-report",
        /\b(?:case|\d{1,2}[- ](?:year|month|week|day)[- ]old|patient|man|woman|girl|boy|infant)\b/i.exec(text),
      );
    if (
      /\b(?:this|the) (?:[\w-]+ ){0,2}(?:study )?protocol (?:describes|outlines)|\b(?:will be (?:randomi[sz]ed|randomly|recruited|enrol+ed)|we (?:will|plan to) (?:recruit|enrol+|randomi[sz]e))\b/i.test(
        text,
      )
    )
      add(sentence, "protocol", /\bprotocol\b|\bwill be \w+|\bwe (?:will|plan to) \w+/i.exec(text));
    // "34 patients (four previous therapies) were randomly assigned": its own, whatever else the sentence says.
    if (ownAssignment.test(text) && !elsewhereAssigned.test(text)) add(sentence, "randomised", assigned.exec(text));
    if (elsewhere.test(text)) continue;
    if (
      !labelled &&
      role === undefined &&
      order === 0 &&
      sentences.length > 3 &&
      !new RegExp(String.raw`\b${ownStudy}\b`, "i").test(text)
    ) {
      if (!assigned.test(text)) continue;
    }
    if (role !== "results") {
      for (const [pattern, design] of designs) {
        if (design === "randomised" || design === "survey") continue;
        add(sentence, design, pattern.exec(text));
      }
    }
    if (
      /\b(?:we (?:conducted|performed|carried out|administered|distributed)|using|through|by) (?:an? )?(?:[\w-]+,? ){0,5}survey\b|\bsurvey (?:was|were) (?:sent|distributed|conducted|completed|administered)\b/i.test(
        text,
      )
    )
      add(sentence, "survey", /survey/i.exec(text));
    const random = designs[0]?.[0].exec(text);
    const own =
      new RegExp(String.raw`\b${ownStudy} (?:[\w/,-]+ ){0,8}?randomi[sz]ed\b`, "i").test(text) ||
      /^(?:a |an |this was an? )?(?:[\w-]+,? ){0,7}randomi[sz]ed\b/i.test(text);
    if (
      random &&
      own &&
      role !== "results" &&
      !/\bfrom an? (?:[\w-]+ ){0,3}randomi[sz]ed|\bof (?:the |a )?randomi[sz]ed/i.test(text)
    )
      add(sentence, "randomised", random);
    if (assigned.test(text)) add(sentence, "randomised", assigned.exec(text));
  }
  return found;
}
