import { asIdentifier } from "./identifiers";
import type { Notice, NoticeKind, PartialDate, TitleMark } from "./types";

/**
 * PubMed's CommentsCorrections RefType, and Europe PMC's spaced form of it, both squeezed to lower-case letters.
 * "…in" speaks about this record; "…of", "…for" and "…from" make the record itself a notice.
 */
const aboutThis: Record<string, NoticeKind> = {
  retractionin: "retraction",
  partialretractionin: "partial-retraction",
  retractedandrepublishedin: "retraction",
  expressionofconcernin: "concern",
  erratumin: "correction",
  correctedandrepublishedin: "correction",
  updatein: "update",
};
const thisIsNotice: Record<string, NoticeKind> = {
  retractionof: "retraction",
  partialretractionof: "partial-retraction",
  expressionofconcernfor: "concern",
  erratumfor: "correction",
};

export function noticeFromReference(
  type: string,
  reference: string | undefined,
  pmid: string | undefined,
): Notice | null {
  const kind = aboutThis[squeezed(type)];
  if (!kind) return null;
  const doi = reference
    ? asIdentifier("doi", /\bdoi:\s*(10\.\S+?)[.,;]?(?:\s|$)/i.exec(reference)?.[1])?.value
    : undefined;
  const date = reference ? dateInReference(reference) : undefined;
  return {
    kind,
    ...(date ? { date } : {}),
    ...(doi ? { doi } : {}),
    ...(asIdentifier("pmid", pmid) ? { pmid } : {}),
    ...(reference ? { reference } : {}),
  };
}

export function noticeKindOfReference(type: string): NoticeKind | null {
  return thisIsNotice[squeezed(type)] ?? null;
}

/** The work that a notice's record says it is about, among its references; undefined where it names none. */
export function workOfNotice(
  references: { type?: string; reference?: string; pmid?: string }[],
): { pmid?: string; reference?: string } | undefined {
  const about = references.find(({ type }) => noticeKindOfReference(type ?? ""));
  if (!about) return undefined;
  const pmid = asIdentifier("pmid", about.pmid)?.value;
  return { ...(pmid ? { pmid } : {}), ...(about.reference ? { reference: about.reference } : {}) };
}

/** Crossref's update types: https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/ */
export function noticeKindOfUpdate(type: string): NoticeKind {
  switch (type.toLowerCase().replace(/[\s-]+/g, "_")) {
    case "retraction":
    case "retraction_and_replacement":
      return "retraction";
    case "partial_retraction":
      return "partial-retraction";
    case "removal":
      return "removal";
    case "withdrawal":
      return "withdrawal";
    case "expression_of_concern":
      return "concern";
    case "correction":
    case "corrigendum":
    case "erratum":
      return "correction";
    default:
      return "update"; // addendum, clarification, new_version, new_edition
  }
}

/** "RETRACTED: …", "WITHDRAWN: …", "Retracted article: …"; not "Retraction: …", which is a notice's own title. */
export function titleSaysRetracted(title: string | undefined): boolean {
  return markInTitle(title) !== undefined;
}

export function markInTitle(title: string | undefined): TitleMark | undefined {
  const [, mark] =
    /^\W*(retracted|withdrawn|removed)(?:\s+(?:article|paper|chapter|manuscript|preprint))?\s*[:\]–—]/i.exec(
      title ?? "",
    ) ?? [];
  return mark?.toLowerCase() as TitleMark | undefined;
}

const publicationTypes: Record<string, NoticeKind> = {
  D016440: "retraction",
  D016425: "correction",
  "retraction of publication": "retraction",
  "retraction notice": "retraction",
  "published erratum": "correction",
  "expression of concern": "concern",
};

/** The record is itself a notice, going by its publication types. */
export function noticeKindOfTypes(types: { name: string; ui?: string }[]): NoticeKind | null {
  for (const { name, ui } of types) {
    const kind = (ui && publicationTypes[ui]) || publicationTypes[name.toLowerCase()];
    if (kind) return kind;
  }
  return null;
}

export function typesSayRetracted(types: { name: string; ui?: string }[]): boolean {
  return types.some(({ name, ui }) => ui === "D016441" || name.toLowerCase() === "retracted publication");
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** "2010", "Feb" and "6" as PubMed writes them; undefined without a year. A month by name or number, a season not at all. */
export function partialDate(
  year?: string | number | null,
  month?: string | number | null,
  day?: string | number | null,
): PartialDate | undefined {
  const y = /^(1[5-9]|20)\d\d$/.exec(String(year ?? ""))?.[0];
  if (!y) return undefined;
  const m = monthNumber(month);
  if (!m) return y;
  const d = Number(day ?? 0);
  const two = (number: number) => String(number).padStart(2, "0");
  return d >= 1 && d <= 31 ? `${y}-${two(m)}-${two(d)}` : `${y}-${two(m)}`;
}

function monthNumber(month: string | number | null | undefined): number | null {
  const text = String(month ?? "")
    .trim()
    .toLowerCase();
  const number = /^\d{1,2}$/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3)) + 1;
  return number >= 1 && number <= 12 ? number : null;
}

/** The date within "Lancet. 2010 Feb 6;375(9713):445." */
function dateInReference(reference: string): PartialDate | undefined {
  const found = /(?:^|[.\s])((?:1[5-9]|20)\d\d)(?:\s+([A-Z][a-z]{2})[a-z]*)?(?:\s+(\d{1,2}))?(?=[;.:,\s]|$)/.exec(
    reference,
  );
  return found ? partialDate(found[1], found[2], found[3]) : undefined;
}

function squeezed(type: string): string {
  return type.toLowerCase().replace(/[^a-z]/g, "");
}
