/** "8 of 18" as a quoted sentence says it; `words` are the sentence's own. */
export type PartOfWhole = { part: number; whole: number; words: string; start: number };

const LARGEST = 100;
const small =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty";
const values: Record<string, number> = Object.fromEntries(
  ["none", ...small.split("|")].map((word, value) => [word, value]),
);
// "Twenty-one of 24" isn't one, and "12 000" isn't twelve.
const figure = String.raw`(?<![\w.,/‐–-])(\d{1,3}|${small})(?! \d{3}\b)`;
const partFigure = figure.replace("(\\d", "(none|\\d");
const noun =
  "(?:patients|participants|people|persons|subjects|individuals|adults|children|women|men|infants|adolescents|volunteers|boys|girls|males|females)";
const percent = String.raw`\(?\s?(\d{1,3}(?:\.\d+)?)\s?%`;
const pair = String.raw`(?<![\w.,/‐–-])(\d{1,3})\s?\/\s?(\d{1,3})(?![\d/]|\.\d)`;

type Form = { pattern: RegExp; part: number; whole: number; percent?: number };

/** Each of these says plainly that the two numbers are people, or gives the percentage that proves they belong together. */
const forms: Form[] = [
  {
    pattern: new RegExp(
      String.raw`${partFigure}\s?(?:${percent}[^()]{0,40}\)\s?)?(?:out )?of (?:the |all |our )?${figure} (?:[\w-]+ ){0,4}?${noun}\b`,
      "gi",
    ),
    part: 1,
    percent: 2,
    whole: 3,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:of|among|in) (?:the |all |our )?${figure} (?:[\w-]+ ){0,4}?${noun},\s${figure}\s?${percent}`,
      "gi",
    ),
    whole: 1,
    part: 2,
    percent: 3,
  },
  {
    pattern: new RegExp(String.raw`${pair}(?:\s?(?:${noun}))?[\s,;:(\[]{1,3}(\d{1,3}(?:\.\d+)?)\s?%`, "gi"),
    part: 1,
    whole: 2,
    percent: 3,
  },
  {
    pattern: new RegExp(String.raw`(\d{1,3}(?:\.\d+)?)\s?%\s?[([,]\s?(?:n\s?=\s?)?${pair}`, "gi"),
    percent: 1,
    part: 2,
    whole: 3,
  },
  {
    pattern: /(\d{1,3}(?:\.\d+)?)\s?%\s?[([,]\s?(\d{1,3}) (?:out )?of (?:the )?(\d{1,3})\b/gi,
    percent: 1,
    part: 2,
    whole: 3,
  },
  { pattern: new RegExp(String.raw`${pair} ${noun}\b`, "gi"), part: 1, whole: 2 },
  // "41.7% in the first phase (5/12, …": only where the percentage agrees to its decimal.
  {
    pattern: new RegExp(String.raw`(\d{1,3}\.\d+)\s?%[^%.;()[\]]{1,60}[([]${pair}`, "gi"),
    percent: 1,
    part: 2,
    whole: 3,
  },
];

/** Two numbers that may be a part and its whole, whatever is counted. A figure for one of two groups would mislead, so none of these may be left out. */
const anyPair: Form[] = [
  {
    pattern: new RegExp(
      String.raw`${partFigure}\s?(?:${percent}[^()]{0,40}\)\s?)?(?:out )?of (?:the |all |our )?((?<![\w.,/‐–-])(?:\d{1,7}|${small}))(?![\w%]|[.,]\d)`,
      "gi",
    ),
    part: 1,
    percent: 2,
    whole: 3,
  },
  {
    pattern: /(?<![\w.,/‐–-])(\d{1,6})\s?\/\s?(\d{1,7})(?![\d/]|\.\d)(?:[\s,;:([]{1,3}(\d{1,3}(?:\.\d+)?)\s?%)?/g,
    part: 1,
    whole: 2,
    percent: 3,
  },
];

/** "Grade 3/4", "HLA 9/10", "120/80 mmHg" are no parts of people. */
const labelBefore =
  /\b(?:grades?|stages?|phases?|types?|class(?:es)?|scores?|scales?|weeks?|days?|months?|cycles?|ratio|points?|VAS|NRS|HLA|ECOG|dose|level)\s?(?:of |was |were |is |[(=]\s?)?$/i;
const unitAfter = /^\s?(?:mm ?Hg|mg|µg|μg|g\/|ml|kg|points?\b|days?\b|weeks?\b|months?\b|hours?\b|years?\b|HLA|match)/i;

const animals =
  "mice|mouse|rats?|animals?|rabbits?|dogs?|cats?|pigs?|piglets?|sheep|monkeys?|macaques?|zebrafish|hamsters?|rodents?";
const things =
  "studies|trials|articles|papers|reports|reviews|infusions?|injections?|doses|cycles|courses|transfusions?|treatments|procedures?|operations?|surgeries|samples?|specimens?|biops(?:y|ies)|cells|cultures|episodes?|visits?|sites?|cent(?:er|re)s?|hospitals?|clinics|units?|eyes?|teeth|tooth|implants?|hips?|knees?|joints?|limbs?|legs?|wounds?|ulcers?|lesions?|tumou?rs|nodes|nodules|pregnancies|births|deliveries|embryos?|tests|measurements|isolates?|strains?|genes?|clones?|assays?|questions|items|criteria|domains|comparisons|cohorts|countries|databases|records|organs?|kidneys?|grafts?|transplants?|devices?|catheters?|vessels?|arteries|stents?";
const happenings =
  "events?|relapses|flares|bleeds|ha?emorrhages|infections|fractures|mutations|responses|outcomes|deaths";
const counted = `(?:${animals}|${things})`;
const countedOrHappened = `(?:${animals}|${things}|${happenings})`;
const joins =
  "(?:had|has|have|were|was|is|are|in|on|at|to|with|after|who|during|and|or|by|for|vs|versus|but|while|than|from|the|received|given|without|per|reported|showed|achieved|responded|developed|experienced|compared)";
const few = String.raw`(?:(?!${joins}\b)[\w-]+ ){0,3}?`;
const countedNext = new RegExp(
  String.raw`^[\s)\],:]*(?:of (?:the |all |these |those )?)?${few}${countedOrHappened}\b`,
  "i",
);
const countedBefore = new RegExp(
  String.raw`(?:\bof (?:the |all |these |those )?${few}${countedOrHappened}[\s,:([]*|\b${counted}\s?[([])$`,
  "i",
);
const countedWithin = new RegExp(String.raw`\b${counted}\b|\bof ${few}${countedOrHappened}\b`, "i");
const animalsNamed = /\b(?:mice|rats|animals|rabbits|dogs|pigs|piglets|monkeys|macaques|zebrafish|hamsters|rodents)\b/i;

/** What leads from one group's numbers to another's. */
const toAnother =
  /\b(?:vs\.?|versus|compared|against|and|or|than|whereas|while|but|including|among)(?![\w-])|[;,]\s?$/i;
const FAR = 140;

/**
 * The parts of a whole that a sentence states, in its order: all of them, or none where one of them may be of something else than
 * people or can't be drawn. A percentage beside them has to agree, or it is another pair of numbers.
 */
export function partsOfWhole(sentence: string): PartOfWhole[] {
  if (animalsNamed.test(sentence)) return [];
  const found: PartOfWhole[] = [];
  for (const form of forms)
    for (const match of sentence.matchAll(form.pattern)) {
      const one = asPart(form, match, sentence);
      if (one && !found.some((other) => overlap(one, other))) found.push(one);
    }
  if (found.length === 0) return [];
  for (const form of anyPair)
    for (const match of sentence.matchAll(form.pattern)) {
      const place = { start: match.index, words: match[0] };
      if (found.some((other) => overlap(place, other)) || isOtherwise(match, form, sentence)) continue;
      const one = asPart(form, match, sentence);
      if (one && found.some((other) => isWithin(one, other, sentence))) continue;
      if (!one || !found.some((other) => leadsTo(one, other, sentence))) return [];
      found.push(one);
    }
  return found.sort((one, other) => one.start - other.start);
}

function asPart(form: Form, match: RegExpMatchArray, sentence: string): PartOfWhole | null {
  const start = match.index ?? 0;
  const part = numberOf(match[form.part]);
  const whole = numberOf(match[form.whole]);
  if (part === null || whole === null || whole < 2 || whole > LARGEST || part > whole) return null;
  const stated = form.percent ? match[form.percent] : undefined;
  if (stated && Math.abs((part / whole) * 100 - Number(stated)) > 1) return null;
  const rest = sentence.slice(start + match[0].length);
  const ofThese = new RegExp(String.raw`\b${match[form.whole]} ${few}${countedOrHappened}\b`, "i");
  if (
    countedNext.test(rest) ||
    countedBefore.test(sentence.slice(0, start)) ||
    countedWithin.test(match[0]) ||
    ofThese.test(sentence)
  )
    return null;
  return { part, whole, ...asSaid(match[0], start, rest) };
}

function isOtherwise(match: RegExpMatchArray, form: Form, sentence: string): boolean {
  const start = match.index ?? 0;
  const [part, whole] = [numberOf(match[form.part]), numberOf(match[form.whole])];
  return (
    labelBefore.test(sentence.slice(0, start)) ||
    unitAfter.test(sentence.slice(start + match[0].length)) ||
    (part !== null && whole !== null && part > whole)
  );
}

function leadsTo(one: Place, other: Place, sentence: string): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const between = sentence.slice(first.start + first.words.length, second.start);
  return between.length <= FAR && toAnother.test(between);
}

/** "Four of 18, including bleeding (2/4)": two of these four, and no group beside them. */
function isWithin(one: PartOfWhole, other: PartOfWhole, sentence: string): boolean {
  const between = sentence.slice(other.start + other.words.length, one.start);
  return (
    one.start > other.start &&
    one.whole === other.part &&
    /\b(?:including|included|among (?:them|these|those|whom)|of (?:whom|these|them|which))\b/i.test(between)
  );
}

type Place = { start: number; words: string };

function overlap(one: Place, other: Place): boolean {
  return one.start < other.start + other.words.length && other.start < one.start + one.words.length;
}

/** With the bracket that the words have opened. */
function asSaid(said: string, start: number, rest: string): Place {
  const words = said.replace(/[\s,;:([]+$/, "");
  if (words.split("(").length - words.split(")").length !== 1) return { start, words };
  if (rest.startsWith(")")) return { start, words: `${words})` };
  return { start, words: `${words} …)` };
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : (values[text.toLowerCase()] ?? null);
}
