import { parseXml, type XmlElement } from "./xml";

const NAMES = ["PubmedArticle", "PubmedBookArticle"];

/** `each` reads one record after the other; `broken` then counts those that could not be read. */
export type PubMedRecords = { each(): Generator<XmlElement>; broken: number };

/**
 * The records of an answer of PubMed, cut apart before they are read: a broken one costs itself only, and of a long answer
 * one record at a time is a tree in memory. Null where the answer isn't a set of records.
 */
export function pubMedRecords(body: string): PubMedRecords | null {
  const { pieces, rest } = cutApart(body);
  if (!isSet(rest) && !(pieces.length === 1 && !/<[A-Za-z]/.test(rest))) return null;
  const records: PubMedRecords = {
    broken: 0,
    *each() {
      for (const piece of pieces) {
        const record = readPiece(piece);
        if (record) yield record;
        else records.broken++;
      }
    },
  };
  return records;
}

/** Each record from its opening tag to its closing one, which can't stand in a text unescaped; `rest` is what is around them. */
function cutApart(body: string): { pieces: string[]; rest: string } {
  const pieces: string[] = [];
  const rest: string[] = [];
  let at = 0;
  for (;;) {
    const next = NAMES.map((name) => ({ name, start: startOf(body, name, at) }))
      .filter(({ start }) => start !== -1)
      .sort((one, other) => one.start - other.start)[0];
    if (!next) break;
    const close = `</${next.name}>`;
    const end = body.indexOf(close, next.start);
    if (end === -1) break;
    rest.push(body.slice(at, next.start));
    at = end + close.length;
    pieces.push(body.slice(next.start, at));
  }
  rest.push(body.slice(at));
  return { pieces, rest: rest.join("") };
}

/** "<PubmedArticle>" or "<PubmedArticle …>", not "<PubmedArticleSet>". */
function startOf(body: string, name: string, from: number): number {
  const plain = body.indexOf(`<${name}>`, from);
  const withAttributes = body.indexOf(`<${name} `, from);
  if (plain === -1 || withAttributes === -1) return Math.max(plain, withAttributes);
  return Math.min(plain, withAttributes);
}

function isSet(around: string): boolean {
  try {
    return /^Pubmed(Book)?ArticleSet$/.test(parseXml(around).name);
  } catch {
    return false;
  }
}

function readPiece(piece: string): XmlElement | null {
  try {
    return parseXml(piece);
  } catch {
    return null;
  }
}
