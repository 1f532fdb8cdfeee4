import { ask, type Unreachable, unreachable } from "./fetch";
import { agrees, type Printed } from "./reference-agreement";
import type { Reference } from "./references";
import type { Registries } from "./registries";
import { at, elements, parseXml, textAt, type XmlElement, xmlText } from "./xml";

/** `none`: no paper, or none whose own record agrees with the reference in every field. */
export type MatcherAnswer = { outcome: "matched"; pmid: string } | { outcome: "none" } | Unreachable;

const KEY = "ref";
const MOST_CANDIDATES = 5;

/**
 * Which paper in PubMed a reference means. https://www.ncbi.nlm.nih.gov/books/NBK25499/ (ECitMatch) weighs journal, volume
 * and page and names a paper also where author or year are another's, so its records are read and compared in each field.
 */
export async function askCitationMatcher(registries: Registries, reference: Reference): Promise<MatcherAnswer> {
  const candidates = await candidatesFor(registries, reference);
  if ("outcome" in candidates) return candidates;
  if (candidates.pmids.length === 0) return { outcome: "none" };
  const printed = await printedIn(registries, candidates.pmids);
  if ("outcome" in printed) return printed;
  const agreeing = printed.records.filter(
    (record) => candidates.pmids.includes(record.pmid) && agrees(reference, record),
  );
  const [only] = agreeing;
  return only && agreeing.length === 1 ? { outcome: "matched", pmid: only.pmid } : { outcome: "none" };
}

async function candidatesFor(
  registries: Registries,
  { journal, year, volume, page, author }: Reference,
): Promise<{ pmids: string[] } | Unreachable> {
  const bdata = `${[journal, year, volume, page, author, KEY].join("|")}|`;
  const reply = await ask(registries, "pubmed", addressOf(registries, "ecitmatch.cgi", { bdata }), "text/plain");
  if (reply.outcome === "unreachable") return reply;
  if (reply.status !== 200) return unreachable(`it answered ${reply.status}`);
  // In spite of retmode=xml a line of text; anything else is an error page.
  const line = reply.body
    .split(/[\r\n]+/)
    .map((one) => one.split("|"))
    .find((fields) => fields.length >= 6 && fields[5]?.trim() === KEY);
  if (!line) return unreachable("its answer had another shape than its documentation");
  const said = line.slice(6).join("|").trim();
  if (/^\d{1,8}$/.test(said)) return { pmids: [said] };
  if (/^AMBIGUOUS/i.test(said)) return { pmids: (said.match(/\b\d{4,8}\b/g) ?? []).slice(0, MOST_CANDIDATES) };
  if (said === "" || /^(?:NOT[_ ]FOUND|INVALID[_ ]JOURNAL)/i.test(said)) return { pmids: [] };
  return unreachable("its answer had another shape than its documentation");
}

async function printedIn(registries: Registries, pmids: string[]): Promise<{ records: Printed[] } | Unreachable> {
  const address = addressOf(registries, "efetch.fcgi", { id: pmids.join(",") });
  const reply = await ask(registries, "pubmed", address, "application/xml, text/xml");
  if (reply.outcome === "unreachable") return reply;
  if (reply.status === 404 || reply.status === 400) return { records: [] };
  if (reply.status !== 200) return unreachable(`it answered ${reply.status}`);
  if (!/\bxml\b/i.test(reply.type)) return unreachable("its answer was no XML");
  let root: XmlElement;
  try {
    root = parseXml(reply.body);
  } catch {
    return unreachable("its answer was no XML");
  }
  if (!/^PubmedArticle(Set)?$/.test(root.name))
    return unreachable("its answer had another shape than its documentation");
  const articles = root.name === "PubmedArticleSet" ? elements(root, "PubmedArticle") : [root];
  return { records: articles.map(printedOf) };
}

function printedOf(record: XmlElement): Printed {
  const citation = at(record, "MedlineCitation");
  const article = at(citation, "Article");
  const issue = at(article, "Journal", "JournalIssue");
  const [first] = elements(at(article, "AuthorList"), "Author").filter(({ attributes }) => attributes.ValidYN !== "N");
  const given = (values: (string | undefined)[]) => values.flatMap((value) => value || []);
  return {
    pmid: textAt(citation, "PMID") ?? "",
    author: first && textAt(first, "LastName"),
    years: given([
      textAt(issue, "PubDate", "Year"),
      /\b(?:19|20)\d\d\b/.exec(textAt(issue, "PubDate", "MedlineDate") ?? "")?.[0],
      textAt(article, "ArticleDate", "Year"),
    ]),
    volume: textAt(issue, "Volume"),
    pages: given([
      textAt(article, "Pagination", "MedlinePgn"),
      textAt(article, "Pagination", "StartPage"),
      ...elements(article, "ELocationID")
        .filter(({ attributes }) => attributes.EIdType === "pii" && attributes.ValidYN !== "N")
        .map(xmlText),
    ]),
  };
}

function addressOf(registries: Registries, program: string, parameters: Record<string, string>): URL {
  const address = new URL(`${registries.urls.pubmed}/${program}`);
  address.search = new URLSearchParams({
    db: "pubmed",
    retmode: "xml",
    ...parameters,
    tool: "wellcited",
    ...(registries.contact ? { email: registries.contact } : {}),
    ...(registries.ncbiKey ? { api_key: registries.ncbiKey } : {}),
  }).toString();
  return address;
}
