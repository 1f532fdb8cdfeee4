// Which journal a reference names: the words before its year or volume, as far back as the title's end.

/** `known`: it has a word that journals' names are made of. */
export type Journal = { name: string; start: number; known: boolean };

/** Journals whose name is a whole word that no title's last sentence would be. */
const WHOLE =
  "Blood Lancet Nature Science Cell Cancer Cancers BMJ JAMA NEJM Gut Chest Thorax Circulation Lupus Medicine Medicina Pediatrics Paediatrics Neurology Immunity Diabetes Brain Bone Leukemia Haematologica Hematology Haematology Transfusion Platelets Vaccine Vaccines Cells Cureus Nutrients Viruses Radiology Surgery Allergy Heart Stroke Headache Epilepsia Hepatology Gastroenterology Anesthesiology Anaesthesia Oncologist Immunology Genes Proteomics Drugs Rheumatology Cytotherapy Stem Biomedicines HemaSphere Haemophilia Hemasphere Heliyon Oncotarget Pharmacotherapy Toxicon eLife mBio iScience PLoS PLOS Trials Cochrane Neuron Neuropsychopharmacology Metabolites Psychopathology Oncogene Diabetologia Biomaterials Endocrinology Atherosclerosis Toxicology Pharmacology Microbiome Immunobiology Autoimmunity Pharmaceutics Pharmaceuticals Healthcare Antibodies Biomolecules Molecules Diagnostics Hamostaseologie";
/** Words of the abbreviations that NLM makes of journals' titles, and of whole titles. */
const PARTS =
  "J Jour Journal Med Medical Medicine Clin Clinical Am American N Engl Br British Eur European Int International Ann Annals Arch Archives Acta Adv Advances Res Research Rev Reviews Review Rep Reports Lett Letters Proc Proceedings Natl Acad Sci Sciences Science U S A USA Exp Experimental Ther Therapeutics Therapy Therapeutic Haematol Hematol Hematology Haematology Thromb Thrombosis Haemost Hemost Haemostasis Blood Transfus Transfusion Pediatr Pediatric Intern Internal Immunol Immunology Immunother Front Frontiers Oncol Oncology Biol Biology Chem Biochem Biophys Pharmacol Toxicol Nat Mol Dis Diseases Scand Jpn Chin Can Canadian Indian Korean Turk Surg Dermatol Rheumatol Nephrol Transl Stem Cells Microbiol Infect Genet Genetics Genomics Genome Obstet Gynecol Gynaecol Cardiol Neurol Psychiatry Physiol Pathol Radiol Ophthalmol Otolaryngol Urol Gastroenterol Hepatol Endocrinol Metab Nutr Nutrition Lancet Curr Current Opin Semin Best Pract Syst Database Cochrane Commun Communications Signal Transduct Target Hosp Public Health Epidemiol Stat Support Care Nurs Qual Life Drug Drugs Safety Saf Expert Future Cancer Orphanet Rare Mediterr Medicina PLoS PLOS One BMC BMJ JAMA Open Case Sultan Postgrad Rinsho Zhonghua Xue Ye Zhi Za Autoimmun Autoimmunity Vox Sang Apher Prog Trop Afr Asian Aust N.Z Ital Dtsch Monatsschr Presse Rheum Arthritis Ren Bone Marrow Transplant Transplantation Leuk Lymphoma Leukemia Allergy Thorac Vasc Biomed Biotechnol Eng Mater Methods Protoc Brief Bull World South Nord Pol Cas Vnitr Lek Orv Hetil Cent Lab Diagn Anal Pharm Pharmacy Pharmacother Pharmacogenet Inflamm Inflammation Perinat Neonatal Fetal Matern Reprod Hum Hepatology Virol Viruses Vaccines Vaccine Abdom Abnorm Acute Addict Adolesc Age Ageing Aging Alcohol Aliment Altern Ambul Anaesth Anat Andrology Anesth Anesthesiol Angiol Animal Anim Antibiot Antimicrob Antivir Apheresis Appl Arab Artif Asthma Atherosclerosis Audiol Autism Bacteriol Behav Biochimie Bioeng Biogr Bioinformatics Biomark Biomarkers Biomater Biomol Biomedical Biosci Biotechniques Birth Brain Breast Bronchol Burns Calcif Carcinog Carcinogenesis Card Cardiac Cardiovasc Cardiothorac Catheter Cell Cellular Cereb Chemother Chemotherapy Chest Child Childhood Chim Chromatogr Chronic Circ Circulation Climacteric Coagul Cogn Coll Colon Colorectal Community Complement Comp Comput Conf Contemp Contraception Coron Cosmet Crit Cutan Cytogenet Cytokine Cytol Cytom Cytometry Dement Dent Dental Depress Dev Device Devices Diabet Diabetes Diabetologia Dig Digestive Disabil Disord Disorders Discov DNA Dyn Dysphagia Ear Ecol Econ Ecotoxicol Educ Electron Electrophysiol Emerg Emergency Endocr Endocrine Endosc Environ Environment Environmental Enzyme Epidemiology Epilepsy Ergon Esophagus Ethn Ethics Evid Evol Exerc Eye Face Fam Family Febs FEBS Fertil Fibrinolysis Foot Forensic Forum Free Funct Gastroenterology Gastrointest Gen General Gene Genes Geriatr Gerontol Gland Glia Glob Global Glycobiology Graefes Group Growth Gut Haematologica Hand Harv Head Headache Healthc Hear Heart Hemodial Hepatogastroenterology Hered Hernia Histochem Histol Histopathology Horm Hormones Hospital Hyg Hypertens Hypertension Hypoxia Imaging Immun Immune Immunity Immunobiology Immunogenetics Immunohematology Immunopathol Immunopharmacol Implant In Vitro Vivo Ind Indust Infancy Infection Infections Infectious Inform Inherit Inj Injury Insect Inst Instrum Integr Intensive Interact Interferon Interv Invest Investig Investigation Iran Ir Isr Issues Jama Joint Ked Keio Kidney Knee Language Lasers Law Learn Leg Lik Lipid Lipidol Lipids Liver Longev Lung Lupus Magn Mal Malar Manag Management Mar Math Matrix Mech Media Mediators Mem Membr Menopause Ment Mental Methodol Microb Microbes Microcirc Microsc Midwifery Mil Miner Mitochondrion Mod Monit Morb Mortal Mov Mult Multiple Mutagenesis Mutat Mycol Myol Nano Nanomedicine Nanotechnol Nephron Nerve Nervous Netw Neural Neuro Neurobiol Neurochem Neuroendocrinol Neuroimage Neuroimaging Neuroimmunol Neuron Neuropathol Neuropharmacology Neurophysiol Neuropsychiatr Neuropsychol Neuroradiol Neurorehabil Neurosci Neuroscience Neurosurg Neurosurgery Neurotoxicol Neurotrauma New Zealand Nucl Nucleic Obes Obesity Occup Ocul Oncogene Oncologist Oper Ophthalmic Optom Oral Organ Organs Orthod Orthop Osteoarthritis Osteopath Osteoporos Otol Pac Pacing Paediatr Pain Palliat Pan Pancreas Pancreatology Parasit Parasitol Parkinsonism Patient Pathog Pathology Patol Pediatrics Peptides Percept Periodontal Periodontol Perspect Pflugers Pharmaceut Pharmaceutics Pharmacoeconomics Pharmacoepidemiol Pharmacokinet Pharmacology Phlebology Photochem Photodermatol Phys Physical Physician Physiology Physiother Phytomedicine Phytother Plant Plast Platelets Pneumol Pneumonol Poisoning Policy Postepy Poult Pregnancy Prehosp Prev Preventive Prim Primary Probl Probiotics Process Prostate Prosthet Protein Proteins Proteomics Prz Psychiatr Psychiatric Psychol Psychological Psychology Psychooncology Psychopharmacol Psychopharmacology Psychosom Psychother Pulm Radiat Radiographics Radiother RNA Reactions React Recent Recept Reg Regen Regenerative Regul Rehabil Rehabilitation Remote Renal Reproduction Resp Respir Respiration Respiratory Resusc Resuscitation Retina Retrovirology Rhinol Rheumatism Rheumatology Rural Sarcoma Schizophr Sch Scler Sensors Seminars Serv Sex Sexual Shock Skeletal Skin Sleep Soc Social Society Software Spec Spectrosc Spine Sports Stand Steroids Stomatol Stress Stroke Struct Stud Subst Suppl Surgery Surgical Survey Swed Swiss Synapse Syndr Synth Taiwan Task Teach Technol Technology Telemed Tex Theor Therapie Thorax Thyroid Tijdschr Tissue Tob Today Tohoku Top Topics Toxicity Toxicon Traffic Translational Trauma Travel Treat Trends Trials Tuberc Tumor Tumori Ugeskr Ultrasonics Ultrasound Undersea Univ Update Urology Vaccin Vascular Vasculitis Veg Venom Venereol Vet Veterinary Vis Vision Vitam Ward Water Wien Wochenschr Wilderness Women Womens Work Wound Yale Young Zool";
const whole = new Set(WHOLE.toLowerCase().split(" "));
const parts = new Set(PARTS.toLowerCase().split(" "));
const CONNECTIVES = new Set("of the and in for on to & de der des für und et la les y di e".split(" "));
const LOWER_CASE = new Set(["npj", "ebiomedicine", "eclinicalmedicine"]);
const WORD = /^(?:\p{Lu}|\d)[\p{L}\p{M}\p{N}&'’.-]*$/u;
/** eLife, mBio, iScience. */
const CAMEL = /^\p{Ll}{1,3}\p{Lu}[\p{L}]*\.?$/u;
const MOST_WORDS = 14;

/** Where a title has ended already: all words since, as PubMed's "Human mutation" has few capitals. */
export function journalSinceTitle(text: string, end: number): Journal | null {
  const before = text.slice(Math.max(0, end - 160), end);
  const titleEnd = [...before.matchAll(/[.?!]["”’)\]]* +(?=\p{Ll}{0,3}\p{Lu}|npj)/gu)].at(-1);
  if (!titleEnd) return null;
  const start = titleEnd.index + titleEnd[0].length;
  const name = before
    .slice(start)
    .replace(/[.,:=]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const words = name.split(" ").length;
  if (!/^[\p{L}\p{N}\p{M}&'’() -]{2,120}$/u.test(name) || words > MOST_WORDS) return null;
  return { name, start: end - before.length + start, known: isKnown(name) };
}

/** The journal that ends at `end`; nothing before `from` is read. */
export function journalBefore(text: string, from: number, end: number): Journal | null {
  const before = text.slice(Math.max(from, end - 200), end);
  const offset = end - before.length;
  const place = /[\s,;:]*(?:\((?<place>\p{Lu}[\p{L} ,.-]{2,40})\)\.?[\s,]*)?$/u.exec(before);
  const words = [...before.slice(0, place?.index ?? before.length).matchAll(/\S+/g)];
  const last = words.at(-1);
  if (!last) return null;
  // "Exp. Ther. Med." has a full stop after each word, or lacks the last; after the last alone it ends the name.
  const dotted =
    isDottedPart(words.at(-2)?.[0] ?? "") &&
    (last[0].endsWith(".") || parts.has(bare(last[0]))) &&
    !whole.has(bare(last[0]));

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
  return WORD.test(word) || CONNECTIVES.has(word) || CAMEL.test(word) || LOWER_CASE.has(word.toLowerCase());
}

function isDottedPart(word: string): boolean {
  return (
    /^\p{Lu}[\p{L}.]*\.$/u.test(word) &&
    (parts.has(bare(word)) || /^(?:\p{Lu}\.)+$/u.test(word) || /^\p{Lu}\p{Ll}{0,4}\.$/u.test(word))
  );
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
