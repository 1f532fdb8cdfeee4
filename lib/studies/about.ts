/**
 * What people call the conditions and treatments that are talked about here: the name in a filter, how records spell it,
 * and what else it is looked for as. Records of one thing differ ("Purpura, Thrombocytopenic, Idiopathic" and "ITP").
 */
// English keeps the "s" of "MSCs", since nothing before it sounds like a word; so plurals of short names stand in `also`.
type Called = { label: string; as: RegExp; also?: string };

const conditions: Called[] = [
  {
    label: "Immune thrombocytopenia (ITP)",
    as: /\bITP\b|(?:immune|idiopathic|autoimmune) thrombocytop(?:a?enia|a?enic purpura)|thrombocytop(?:a?enia|a?enic),? (?:purpura, )?(?:autoimmune|idiopathic|immune)|purpura, thrombocytopa?enic, idiopathic/i,
    also: "ITP immune thrombocytopenia thrombocytopenic purpura idiopathic autoimmune",
  },
  { label: "Evans syndrome", as: /\bevans syndrome\b/i },
  {
    label: "Lupus (SLE)",
    as: /\bSLE\b|lupus erythematosus|lupus nephritis/i,
    also: "SLE lupus systemic lupus erythematosus",
  },
  { label: "Antiphospholipid syndrome", as: /antiphospholipid/i, also: "APS" },
  {
    label: "Thrombotic thrombocytopenic purpura (TTP)",
    as: /\bTTP\b|thrombotic thrombocytopa?enic|purpura, thrombotic/i,
    also: "TTP",
  },
  { label: "Heparin-induced thrombocytopenia", as: /heparin-induced thrombocytopa?enia/i, also: "HIT" },
  {
    label: "Neonatal alloimmune thrombocytopenia",
    as: /(?:fetal|foetal|neonatal|alloimmune) [\w ]*thrombocytopa?enia|thrombocytopa?enia, neonatal alloimmune/i,
    also: "FNAIT NAIT",
  },
  {
    label: "Autoimmune haemolytic anaemia",
    as: /autoimmune ha?emolytic an[a]?emia|an[a]?emia, hemolytic, autoimmune/i,
  },
  { label: "Aplastic anaemia", as: /aplastic an[a]?emia|an[a]?emia, aplastic/i },
  { label: "Myelodysplastic syndrome", as: /myelodysplas/i, also: "MDS" },
  { label: "Graft-versus-host disease", as: /graft[- ](?:versus|vs)[- ]host/i, also: "GVHD" },
  { label: "Helicobacter pylori", as: /\bh(?:elicobacter|\.) pylori/i, also: "H pylori helicobacter" },
  { label: "Hepatitis C", as: /hepatitis c\b/i },
  { label: "HIV", as: /\bHIV\b/, also: "human immunodeficiency virus" },
  { label: "COVID-19", as: /covid-19|sars-cov-2/i, also: "covid coronavirus" },
  { label: "Rheumatoid arthritis", as: /rheumatoid arthritis|arthritis, rheumatoid/i },
  { label: "Sjögren’s syndrome", as: /sj(?:ö|oe|o)gren/i, also: "Sjogren" },
  { label: "Multiple sclerosis", as: /multiple sclerosis/i },
  { label: "Crohn’s disease", as: /crohn/i },
  { label: "Common variable immunodeficiency", as: /common variable immunodeficiency/i, also: "CVID" },
  { label: "Pregnancy", as: /\bpregnan/i },
  { label: "Fatigue", as: /\bfatigue\b/i, also: "tiredness" },
  { label: "Bleeding", as: /\b(?:bleeding|ha?emorrhages?)\b/i },
];

const treatments: Called[] = [
  {
    label: "Cells from umbilical cord (UC-MSC)",
    as: /\bh?uc-?mscs?\b|umbilical[- ]cord[- ]?(?:blood|tissue)?[- ]?(?:derived)?[\w -]{0,20}mesenchymal|wharton[’']?s jelly|cord-derived (?:mesenchymal |stem |stromal )*cells/i,
    also: "UC-MSC UC-MSCs hUC-MSC hUC-MSCs umbilical cord mesenchymal stem cells",
  },
  {
    label: "Mesenchymal stem cells (MSC)",
    as: /\bmscs?\b|mesenchymal (?:stem|stromal)|multipotent stromal|\bh?uc-?mscs?\b|wharton[’']?s jelly|cord-derived (?:mesenchymal |stem |stromal )*cells/i,
    also: "MSC MSCs mesenchymal stem stromal cells",
  },
  {
    label: "Stem cell transplantation",
    as: /stem cell transplantation|bone marrow transplantation/i,
    also: "HSCT BMT",
  },
  {
    label: "Platelet-raising agents (TPO-RA)",
    as: /\btpo-?ras?\b|thrombopoietin[- ](?:receptor )?(?:agonist|mimetic)|romiplostim|eltrombopag|avatrombopag|lusutrombopag|hetrombopag/i,
    also: "TPO-RA TPO-RAs thrombopoietin receptor agonist",
  },
  { label: "Romiplostim", as: /romiplostim|nplate|\bAMG ?531\b/i, also: "Nplate" },
  { label: "Eltrombopag", as: /eltrombopag|promacta|revolade/i, also: "Promacta Revolade" },
  { label: "Avatrombopag", as: /avatrombopag|doptelet/i, also: "Doptelet" },
  { label: "Hetrombopag", as: /hetrombopag/i },
  { label: "Rituximab", as: /rituximab|rituxan|mabthera/i, also: "Rituxan MabThera anti-CD20" },
  { label: "Fostamatinib", as: /fostamatinib|tavalisse/i, also: "Tavalisse" },
  { label: "Rilzabrutinib", as: /rilzabrutinib/i },
  { label: "Efgartigimod", as: /efgartigimod/i, also: "FcRn" },
  {
    label: "Immunoglobulin by drip (IVIG)",
    as: /\bivigs?\b|intravenous immuno-?globulin|immunoglobulins, intravenous/i,
    also: "IVIG intravenous immunoglobulin",
  },
  { label: "Anti-D", as: /\banti-?d\b|rho\(d\) immune|winrho/i, also: "WinRho" },
  {
    label: "Steroids",
    as: /prednis|dexamethasone|corticosteroid|glucocorticoid|adrenal cortex hormones/i,
    also: "steroids cortisone prednisone prednisolone dexamethasone",
  },
  { label: "Splenectomy", as: /splenectom/i, also: "spleen removal" },
  { label: "Azathioprine", as: /azathioprine/i },
  { label: "Mycophenolate", as: /mycophenol/i, also: "MMF CellCept" },
  { label: "Ciclosporin", as: /c[iy]closporin/i, also: "cyclosporine" },
  { label: "Cyclophosphamide", as: /cyclophosphamide/i },
  { label: "Hydroxychloroquine", as: /hydroxychloroquine/i },
  { label: "Dapsone", as: /\bdapsone/i },
  { label: "Danazol", as: /\bdanazol/i },
  { label: "Vincristine", as: /\bvincristine/i },
  { label: "Tranexamic acid", as: /tranexamic/i },
  { label: "Platelet transfusion", as: /platelet transfusion/i },
  { label: "CAR T cells", as: /\bcar[- ]t\b|chimeric antigen receptor/i },
  { label: "Vaccination", as: /\bvaccin/i, also: "vaccine" },
  { label: "Vitamin D", as: /vitamin d\b/i },
];

const DISEASE =
  /(?:itis|emia|osis|oma|omas|pathy|pathies|penia|purpura|syndromes?|diseases?|disorders?|neoplasms|infections?|deficiency|failure)$/i;
const NO_DISEASE =
  /(?:apopt|progn|diagn|mit|mei|cyt|osm|symbi|homeosta|hemosta)osis$|stasis$|^(?:disease|syndrome|infections)$/i;
const TREATMENT =
  /(?:mab|nib|zomib|cept|stim|pag|platin|mycin|cycline|statin|sartan|limus|ectomy|transfusion|transplantation)$|therapy$|^(?:plasma exchange|plasmapheresis)/i;
const NO_TREATMENT = /^(?:placebo|.*\b(?:placebo|standard of care|no intervention|observation|sham)\b.*)$/i;

const MOST = 12;
const LONGEST = 60;

export type About = { conditions: string[]; treatments: string[]; also: string };

/** What a study is about, by its title, the subjects of its records and what the registry says of its trial. */
export function aboutOf(said: {
  title: string;
  subjects: string[];
  conditions: string[];
  interventions: string[];
}): About {
  const all = [said.title, ...said.subjects, ...said.conditions, ...said.interventions];
  const known = (list: Called[]) => list.filter(({ as }) => all.some((words) => as.test(words)));
  const isKnown = (words: string) => [...conditions, ...treatments].some(({ as }) => as.test(words));
  const [ill, treated] = [known(conditions), known(treatments)];
  const others = (words: string[]) =>
    words
      .filter((one) => !isKnown(one))
      .map(readable)
      .filter((one) => one.length > 2 && one.length <= LONGEST);
  return {
    conditions: unique([
      ...ill.map(({ label }) => label),
      ...others(said.conditions),
      ...others(said.subjects).filter((one) => DISEASE.test(one) && !NO_DISEASE.test(one)),
    ]),
    treatments: unique([
      ...treated.map(({ label }) => label),
      ...others(said.interventions).filter((one) => !NO_TREATMENT.test(one)),
      ...others(said.subjects).filter((one) => TREATMENT.test(one) && !DISEASE.test(one)),
    ]),
    also: [...ill, ...treated].map(({ label, also }) => `${label} ${also ?? ""}`).join(" "),
  };
}

/** What people call a condition that a record names: "Immune thrombocytopenia (ITP)", "Systemic vasculitis". Never a wider thing than the record says. */
export function conditionAsSaid(words: string): string {
  for (const { label, as } of conditions) {
    const match = as.exec(words);
    if (!match || /nephritis/i.test(match[0])) continue;
    const around = [words.slice(0, match.index), words.slice(match.index + match[0].length)];
    if (/^(?:primary |systemic )?$/i.test(around[0] ?? "") && restOfName.test(around[1] ?? "")) return label;
  }
  return readable(words);
}

const restOfName =
  /^(?:['’]?s)?(?:,? systemic| disease| syndrome| purpura| infections?)?(?: \((?:ITP|SLE|APS|GVHD|TTP)\))?$/i;

/** "Vasculitis, Systemic" as one says it. */
function readable(words: string): string {
  const said = words.trim().split(", ").reverse().join(" ").replace(/\s+/g, " ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function unique(labels: string[]): string[] {
  const seen = new Map<string, string>();
  for (const label of labels) if (!seen.has(label.toLowerCase())) seen.set(label.toLowerCase(), label);
  return [...seen.values()].slice(0, MOST);
}
