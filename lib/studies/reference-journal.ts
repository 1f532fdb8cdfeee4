// Which journal a reference names: the words before its year or volume, as far back as the title's end.

/** `known`: it has a word that journals' names are made of. */
export type Journal = { name: string; start: number; known: boolean };

/** Journals whose name is a whole word that no title's last sentence would be. */
const WHOLE =
  "Blood Lancet Nature Science Cell Cancer Cancers BMJ JAMA NEJM Gut Chest Thorax Circulation Lupus Medicine Medicina Pediatrics Paediatrics Neurology Immunity Diabetes Brain Bone Leukemia Haematologica Hematology Haematology Transfusion Platelets Vaccine Vaccines Cells Cureus Nutrients Viruses Radiology Surgery Allergy Heart Stroke Headache Epilepsia Hepatology Gastroenterology Anesthesiology Anaesthesia Oncologist Immunology Genes Proteomics Drugs Rheumatology Cytotherapy Stem Biomedicines HemaSphere Haemophilia Hemasphere Heliyon Oncotarget Pharmacotherapy Toxicon eLife mBio iScience PLoS PLOS Trials Cochrane";
/** Words of the abbreviations that NLM makes of journals' titles, and of whole titles. */
const PARTS =
  "J Jour Journal Med Medical Medicine Clin Clinical Am American N Engl Br British Eur European Int International Ann Annals Arch Archives Acta Adv Advances Res Research Rev Reviews Review Rep Reports Lett Letters Proc Proceedings Natl Acad Sci Sciences Science U S A USA Exp Experimental Ther Therapeutics Therapy Therapeutic Haematol Hematol Hematology Haematology Thromb Thrombosis Haemost Hemost Haemostasis Blood Transfus Transfusion Pediatr Pediatric Intern Internal Immunol Immunology Immunother Front Frontiers Oncol Oncology Biol Biology Chem Biochem Biophys Pharmacol Toxicol Nat Mol Dis Diseases Scand Jpn Chin Can Canadian Indian Korean Turk Surg Dermatol Rheumatol Nephrol Transl Stem Cells Microbiol Infect Genet Genetics Genomics Genome Obstet Gynecol Gynaecol Cardiol Neurol Psychiatry Physiol Pathol Radiol Ophthalmol Otolaryngol Urol Gastroenterol Hepatol Endocrinol Metab Nutr Nutrition Lancet Curr Current Opin Semin Best Pract Syst Database Cochrane Commun Communications Signal Transduct Target Hosp Public Health Epidemiol Stat Support Care Nurs Qual Life Drug Drugs Safety Saf Expert Future Cancer Orphanet Rare Mediterr Medicina PLoS PLOS One BMC BMJ JAMA Open Case Sultan Postgrad Rinsho Zhonghua Xue Ye Zhi Za Autoimmun Autoimmunity Vox Sang Apher Prog Trop Afr Asian Aust N.Z Ital Dtsch Monatsschr Presse Rheum Arthritis Ren Bone Marrow Transplant Transplantation Leuk Lymphoma Leukemia Allergy Thorac Vasc Biomed Biotechnol Eng Mater Methods Protoc Brief Bull World South Nord Pol Cas Vnitr Lek Orv Hetil Cent Lab Diagn Anal Pharm Pharmacy Pharmacother Pharmacogenet Inflamm Inflammation Perinat Neonatal Fetal Matern Reprod Hum Hepatology Virol Viruses Vaccines Vaccine";
const whole = new Set(WHOLE.toLowerCase().split(" "));
const parts = new Set(PARTS.toLowerCase().split(" "));
const CONNECTIVES = new Set("of the and in for on to & de der des für und et la les y di e".split(" "));
const LOWER_CASE = new Set(["mbio", "elife", "npj", "iscience", "ebiomedicine", "eclinicalmedicine", "ejhaem", "jco"]);
const WORD = /^(?:\p{Lu}|\d)[\p{L}\p{M}\p{N}&'’.-]*$/u;
const MOST_WORDS = 14;

/** The journal that ends at `end`; nothing before `from` is read. */
export function journalBefore(text: string, from: number, end: number): Journal | null {
  const before = text.slice(Math.max(from, end - 200), end);
  const offset = end - before.length;
  const place = /[\s,;:]*(?:\((?<place>\p{Lu}[\p{L} ,.-]{2,40})\)\.?[\s,]*)?$/u.exec(before);
  const words = [...before.slice(0, place?.index ?? before.length).matchAll(/\S+/g)];
  const last = words.at(-1);
  if (!last) return null;
  const dotted = last[0].endsWith(".") && !whole.has(bare(last[0]));

  let start = -1;
  let count = 0;
  for (let at = words.length - 1; at >= 0 && count < MOST_WORDS; at--, count++) {
    const [word] = words[at] ?? [""];
    const isLast = at === words.length - 1;
    const core = isLast ? word.replace(/[.,]$/, "") : word;
    if (!isLast && /[.,:;?!"”»)]$/.test(word) && !(dotted && isDottedPart(word))) break;
    const clean = core.replace(/^["“‘(«[]/, "");
    if (!isWordOfJournal(clean)) break;
    start = at;
    if (clean !== core) break;
  }
  while (start >= 0 && CONNECTIVES.has(words[start]?.[0] ?? "") && start < words.length) start++;
  const first = words[start];
  if (start < 0 || !first) return null;

  const opening = /^["“‘(«[]?/.exec(first[0])?.[0].length ?? 0;
  const shown = before.slice(first.index + opening, last.index + last[0].length);
  const name = [shown, place?.groups?.place ? `(${place.groups.place})` : ""].join(" ");
  const tidy = name.replace(/[.,]/g, " ").replace(/\s+/g, " ").trim();
  if (!/\p{L}{2}|^[A-Z]$/u.test(tidy) || tidy.length > 120) return null;
  return { name: tidy, start: offset + first.index + opening, known: isKnown(tidy) };
}

function isWordOfJournal(word: string): boolean {
  return WORD.test(word) || CONNECTIVES.has(word) || LOWER_CASE.has(word.toLowerCase());
}

function isDottedPart(word: string): boolean {
  return /^\p{Lu}[\p{L}.]*\.$/u.test(word) && (parts.has(bare(word)) || /^(?:\p{Lu}\.)+$/u.test(word));
}

/** Half of the words at least, so that one "Care" or "Life" in a sentence doesn't make a journal. */
function isKnown(name: string): boolean {
  const words = name
    .toLowerCase()
    .replace(/\(.*\)/, "")
    .split(/[\s-]+/)
    .filter((word) => word !== "" && !CONNECTIVES.has(word));
  const known = words.filter((word) => parts.has(word) || whole.has(word));
  return known.length * 2 >= words.length && known.some((word) => words.length > 1 || whole.has(word));
}

function bare(word: string): string {
  return word.replace(/[.,]+$/, "").toLowerCase();
}
