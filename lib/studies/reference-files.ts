import { addressOf } from "./identifiers";
import { authorsOfStudy, identifierOf, oneLine, type Referred, registeredAs, titleOf } from "./reference-out";
import type { StudyFacts } from "./types";
import { retractionInShort } from "./wording";

// A study as programs that keep references read it. https://en.wikipedia.org/wiki/RIS_(file_format), https://www.bibtex.org/Format/

function addressFor({ identifiers, facts }: Referred): string | undefined {
  const known = [...(facts?.identifiers.map(({ value }) => value) ?? []), ...identifiers];
  const best = (["doi", "pmid", "pmcid", "nct"] as const)
    .map((kind) => known.find((one) => one.kind === kind))
    .find((one) => one !== undefined);
  return best && addressOf(best);
}

function notesOf(facts: StudyFacts, more: number): string[] {
  const retracted = retractionInShort(facts);
  return [
    ...(retracted ? [retracted] : []),
    ...(facts.notices.some(({ kind }) => kind === "concern") ? ["Expression of concern"] : []),
    ...(more > 0 ? [`And ${more} more authors`] : []),
  ];
}

export function ris(study: Referred): string {
  const { facts } = study;
  const url = addressFor(study);
  if (!facts)
    return risLines([
      ["TY", "GEN"],
      ["TI", study.identifiers[0]?.value],
      ["UR", url],
    ]);
  const trial = registeredAs(facts);
  const { authors, more } = authorsOfStudy(facts);
  const [year, month = "", day = ""] = facts.published?.value.split("-") ?? [];
  const [, from, to] = /^(\S+?)\s*[-–—]\s*(\S+)$/.exec(facts.printed?.value.pages ?? "") ?? [];
  return risLines([
    ["TY", trial ? "GEN" : facts.preprint ? "UNPB" : "JOUR"],
    ...authors.map(
      (author): Line => [
        "AU",
        "group" in author ? author.group : [author.family, author.given].filter(Boolean).join(", "),
      ],
    ),
    ["TI", titleOf(facts)],
    ["T2", trial ? "ClinicalTrials.gov" : facts.journal?.value],
    ["J2", facts.journalShort?.value],
    ["PY", year],
    ["DA", year && `${year}/${month}/${day}/`],
    ["VL", facts.printed?.value.volume],
    ["IS", facts.printed?.value.issue],
    ["SP", from ?? facts.printed?.value.pages],
    ["EP", to],
    ["DO", identifierOf(facts, "doi")],
    ["AN", identifierOf(facts, "pmid") ?? trial?.value],
    ["C2", identifierOf(facts, "pmcid")],
    ["LA", facts.language?.value],
    ["UR", url],
    ...notesOf(facts, more).map((note): Line => ["N1", note]),
  ]);
}

type Line = [tag: string, value: string | undefined];

/** Every line ends as the format says, the last one, too. */
function risLines(lines: Line[]): string {
  const filled = lines.flatMap(([tag, value]) => (value && oneLine(value) ? [`${tag}  - ${oneLine(value)}`] : []));
  return [...filled, "ER  - ", ""].join("\r\n");
}

export function bibtex(study: Referred): string {
  const { facts } = study;
  const url = addressFor(study);
  const key = `wellcited${study.id}`;
  if (!facts)
    return entry("misc", key, [
      ["title", braced(study.identifiers[0]?.value)],
      ["url", address(url)],
    ]);
  const trial = registeredAs(facts);
  const { authors, more } = authorsOfStudy(facts);
  const [year, month] = facts.published?.value.split("-") ?? [];
  const { volume, issue, pages } = facts.printed?.value ?? {};
  const notes = notesOf(facts, 0);
  return entry(trial || facts.preprint ? "misc" : "article", keyOf(study, year), [
    [
      "author",
      [
        ...authors.map((author) => ("group" in author ? `{${tex(author.group)}}` : person(author))),
        ...(more > 0 ? ["others"] : []),
      ].join(" and ") || undefined,
    ],
    // Twice in braces: its capitals are its own.
    ["title", `{${tex(titleOf(facts))}}`],
    ["journal", trial ? undefined : facts.journal && tex(facts.journal.value)],
    ["howpublished", trial ? "ClinicalTrials.gov" : undefined],
    ["year", year],
    ["month", month && String(Number(month))],
    ["volume", volume && tex(volume)],
    ["number", issue && tex(issue)],
    ["pages", pages && tex(pages).replace(/\s*[-–—]+\s*/g, "--")],
    ["doi", address(identifierOf(facts, "doi"))],
    ["pmid", identifierOf(facts, "pmid")],
    ["url", address(url)],
    ["note", notes.length > 0 ? notes.join(". ") : undefined],
  ]);
}

/** Of plain letters, whatever the name is written in; the study's number keeps it apart from others. */
function keyOf({ id, facts }: Referred, year = ""): string {
  const first = facts && authorsOfStudy(facts).authors[0];
  const name = first ? ("group" in first ? first.group : first.family) : "";
  const plain = name
    .normalize("NFKD")
    .replace(/[^a-z]/gi, "")
    .toLowerCase()
    .slice(0, 20);
  return `${plain || "study"}${year}w${id}`;
}

function person({ family, given }: { family: string; given?: string }): string {
  return [family, given].flatMap((part) => (part ? [protectedAnd(tex(part))] : [])).join(", ");
}

/** Between authors stands "and"; one within a name belongs to it. */
function protectedAnd(text: string): string {
  return /\band\b|,/i.test(text) ? `{${text}}` : text;
}

function braced(text: string | undefined): string | undefined {
  return text && `{${tex(text)}}`;
}

const special: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function tex(text: string): string {
  return oneLine(text).replace(/[\\{}~^&%$#_]/g, (sign) => special[sign] ?? `\\${sign}`);
}

/** Addresses are read letter by letter; only what would end the field is written otherwise. */
function address(text: string | undefined): string | undefined {
  return text && oneLine(text).replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}

function entry(type: string, key: string, fields: [name: string, value: string | undefined][]): string {
  const filled = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${type}{${key},\n${filled.join(",\n")}\n}\n`;
}
