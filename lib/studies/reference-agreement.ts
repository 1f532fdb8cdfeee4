import { folded, type Reference } from "./references";

/** What a record says where a reference would say it. */
export type Printed = {
  pmid: string;
  /** The first author's surname; a group has none. */
  author: string | undefined;
  /** The issue's, and that of the first appearance where it was another. */
  years: string[];
  volume: string | undefined;
  pages: string[];
};

/** True where first author, year, volume and first page are all the record's own. What the record doesn't say can't agree. */
export function agrees(reference: Reference, record: Printed): boolean {
  return (
    record.years.includes(reference.year) &&
    sameSurname(reference.author, record.author ?? "") &&
    volumeOf(record.volume ?? "") === volumeOf(reference.volume) &&
    record.pages.some((pages) => firstPage(pages) !== "" && firstPage(pages) === firstPage(reference.page))
  );
}

/** "Berg" and "van der Berg", "Marquez" and "García Márquez": one of them may leave out what stands in front. */
function sameSurname(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) =>
    folded(name)
      .replace(/['’]/g, "")
      .replace(/[\s-]+/g, " "),
  );
  if (!a || !b) return false;
  return a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`);
}

/** "13 Suppl 1" is volume 13. */
function volumeOf(volume: string): string {
  return /^[0-9a-z]+/.exec(folded(volume))?.[0]?.replace(/^0+(?=\d)/, "") ?? "";
}

/** "2255-8; discussion 2260" begins on 2255, "E105" is e105. */
function firstPage(pages: string): string {
  return /^[a-z]{0,3}\d+[a-z]?/.exec(folded(pages))?.[0]?.replace(/^0+(?=\d)/, "") ?? "";
}
