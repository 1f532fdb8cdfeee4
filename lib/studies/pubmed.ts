import { keptAbstract, tidy } from "./abstracts";
import { found, present, type SourceAnswer } from "./answers";
import { authorsOf, printedIn } from "./authors";
import { ask, type Reply, type Unreachable, unreachable } from "./fetch";
import { asIdentifier, trialNumbersIn, uniqueIdentifiers } from "./identifiers";
import { withoutFullStop } from "./markup";
import {
  noticeFromReference,
  noticeKindOfReference,
  noticeKindOfTypes,
  partialDate,
  titleSaysRetracted,
  typesSayRetracted,
  workOfNotice,
} from "./notices";
import { pubMedRecords } from "./pubmed-records";
import type { Asking } from "./registries";
import type { Notice, PublicationType, SourceFacts } from "./types";
import { at, elements, textAt, type XmlElement, xmlText } from "./xml";

/**
 * Asks about all these at once and gives an answer for each, accepted by its own number: a record that is missing or broken
 * is that one's alone. `take` is called once, when our turn has come. https://www.ncbi.nlm.nih.gov/books/NBK25499/ (EFetch)
 * and https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/
 */
export async function askPubMedForAll(registries: Asking, take: () => string[]): Promise<Map<string, SourceAnswer>> {
  let taken: string[] | null = null;
  const reply = await ask(
    registries,
    "pubmed",
    () => {
      taken = take();
      return addressOfAll(registries, taken);
    },
    "application/xml, text/xml",
  );
  const pmids = taken ?? take();
  if (pmids.length > 1 && asksForTooMuch(reply)) {
    const half = Math.ceil(pmids.length / 2);
    const [some, others] = [pmids.slice(0, half), pmids.slice(half)];
    const first = await askPubMedForAll(registries, () => some);
    return new Map([...first, ...(await askPubMedForAll(registries, () => others))]);
  }
  const read = readReply(reply, pmids);
  return new Map(pmids.map((pmid) => [pmid, typeof read === "function" ? read(pmid) : read]));
}

function addressOfAll(registries: Asking, pmids: string[]): URL {
  const address = new URL(`${registries.urls.pubmed}/efetch.fcgi`);
  address.search = new URLSearchParams({
    db: "pubmed",
    retmode: "xml",
    id: pmids.join(","),
    tool: "wellcited",
    ...(registries.contact ? { email: registries.contact } : {}),
    ...(registries.ncbiKey ? { api_key: registries.ncbiKey } : {}),
  }).toString();
  return address;
}

/** One number it doesn't take, or one record too long, is not the others' fault. */
function asksForTooMuch(reply: Reply): boolean {
  return reply.outcome === "unreachable" ? reply.tooLarge === true : reply.status === 400 || reply.status === 404;
}

function readReply(reply: Reply, pmids: string[]): Unreachable | ((pmid: string) => SourceAnswer) {
  if (reply.outcome === "unreachable") return reply;
  const { retrievedAt } = reply;
  const origin = (pmid: string) => ({ url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`, retrievedAt });
  // A key it doesn't know is answered with 400 too, in JSON.
  if ((reply.status === 404 || reply.status === 400) && !/\bjson\b/i.test(reply.type))
    return (pmid) => ({ outcome: "not-found", ...origin(pmid) });
  if (reply.status !== 200) return unreachable(`it answered ${reply.status}`);
  if (!/\bxml\b/i.test(reply.type)) return unreachable("its answer was no XML");
  const records = pubMedRecords(reply.body);
  if (records === null) return unreachable("its answer was no XML");

  const answers = new Map<string, SourceAnswer>();
  let others = false;
  for (const record of records.each()) {
    const pmid = pmidOf(record);
    if (pmid && pmids.includes(pmid)) {
      const factsOf = record.name === "PubmedBookArticle" ? factsOfBook : factsOfArticle;
      answers.set(
        pmid,
        found(() => factsOf(record, retrievedAt), origin(pmid)),
      );
    } else others = true;
  }
  return (pmid) => {
    const answer = answers.get(pmid);
    if (answer) return answer;
    if (records.broken > 0) return unreachable("its record could not be read");
    return { outcome: others ? "refused" : "not-found", ...origin(pmid) };
  };
}

function pmidOf(record: XmlElement): string | undefined {
  return textAt(record, record.name === "PubmedBookArticle" ? "BookDocument" : "MedlineCitation", "PMID");
}

function factsOfArticle(record: XmlElement, retrievedAt: string): SourceFacts {
  const citation = at(record, "MedlineCitation");
  const article = at(citation, "Article");
  const types = elements(at(article, "PublicationTypeList"), "PublicationType").map(publicationType);
  const references = elements(at(citation, "CommentsCorrectionsList"), "CommentsCorrections");
  const notices = references
    .map((one) => noticeFromReference(one.attributes.RefType ?? "", textAt(one, "RefSource"), textAt(one, "PMID")))
    .filter((notice): notice is Notice => notice !== null);
  const title = textAt(article, "ArticleTitle");
  if (typesSayRetracted(types) && !notices.some(({ kind }) => kind === "retraction"))
    notices.push({ kind: "retraction" });
  if (titleSaysRetracted(title)) notices.push({ kind: "title-says-retracted" });
  const sections = sectionsOf(at(article, "Abstract"));
  const preprint = types.some(({ ui, name }) => ui === "D000076942" || name === "Preprint");
  const later = references.find((one) => /^(UpdateIn|PreprintOf|PreprintIn)$/.test(one.attributes.RefType ?? ""));

  return {
    identifiers: uniqueIdentifiers([
      asIdentifier("pmid", pmidOf(record)),
      ...elements(at(record, "PubmedData", "ArticleIdList"), "ArticleId").map(articleId),
      ...elements(article, "ELocationID").map((one) =>
        one.attributes.EIdType === "doi" && one.attributes.ValidYN !== "N" ? asIdentifier("doi", xmlText(one)) : null,
      ),
    ]),
    ...present({
      // A translated title stands in brackets: "[Title]."
      title: withoutFullStop((title ?? "").replace(/^\[(.*)\]\.?$/s, "$1")),
      titleIsTranslated: /^\[.*\]\.?$/s.test(title ?? "") || undefined,
      vernacularTitle: textAt(article, "VernacularTitle"),
      authors: authorsOf(elements(at(article, "AuthorList"), "Author").map(authorName)),
      journal: textAt(article, "Journal", "Title"),
      journalShort: textAt(article, "Journal", "ISOAbbreviation"),
      published: issueDate(at(article, "Journal", "JournalIssue", "PubDate")) ?? issueDate(at(article, "ArticleDate")),
      printed: printedWhere(article),
      language: textAt(article, "Language"),
      publicationTypes: types,
      subjects: elements(at(citation, "MeshHeadingList"), "MeshHeading").flatMap(
        (heading) => textAt(heading, "DescriptorName") ?? [],
      ),
      preprint: preprint || undefined,
      publishedAs:
        preprint && later
          ? present({ pmid: asIdentifier("pmid", textAt(later, "PMID"))?.value, reference: textAt(later, "RefSource") })
          : undefined,
      notices: preprint ? notices.filter(({ kind }) => kind !== "update") : notices,
      noticeOf:
        noticeKindOfTypes(types) ??
        references.map((one) => noticeKindOfReference(one.attributes.RefType ?? "")).find((kind) => kind !== null),
      noticeAbout: workOfNotice(
        references.map((one) => ({
          type: one.attributes.RefType,
          reference: textAt(one, "RefSource"),
          pmid: textAt(one, "PMID"),
        })),
      ),
      trials: trialNumbersIn([...accessionNumbers(article), ...sections.map(({ text }) => text)].join(" ")),
    }),
    ...keptAbstract(sections, undefined, retrievedAt, { lay: laySummaryOf(citation), ...(title ? { title } : {}) }),
  };
}

/** The authors' own summary in plain language, in English; other abstracts in a record are translations or another publisher's. */
function laySummaryOf(citation: XmlElement | undefined) {
  const summary = elements(citation, "OtherAbstract").find(
    ({ attributes }) => attributes.Type === "plain-language-summary" && /^(eng?)?$/i.test(attributes.Language ?? ""),
  );
  return sectionsOf(summary);
}

/** Bookshelf chapters have element names of their own. */
function factsOfBook(record: XmlElement, retrievedAt: string): SourceFacts {
  const document = at(record, "BookDocument");
  const book = at(document, "Book");
  const authors = [...elements(document, "AuthorList"), ...elements(book, "AuthorList")].find(
    (list) => list.attributes.Type !== "editors",
  );
  return {
    identifiers: uniqueIdentifiers([
      asIdentifier("pmid", pmidOf(record)),
      ...elements(at(document, "ArticleIdList"), "ArticleId").map(articleId),
    ]),
    ...present({
      title: withoutFullStop(textAt(document, "ArticleTitle") ?? textAt(book, "BookTitle") ?? ""),
      authors: authorsOf(elements(authors, "Author").map(authorName)),
      journal: textAt(document, "ArticleTitle")
        ? textAt(book, "BookTitle")
        : textAt(book, "Publisher", "PublisherName"),
      published: issueDate(at(book, "PubDate")),
      language: textAt(document, "Language"),
      publicationTypes: elements(document, "PublicationType").map(publicationType),
    }),
    ...keptAbstract(sectionsOf(at(document, "Abstract")), undefined, retrievedAt),
  };
}

function articleId(element: XmlElement) {
  const kind = { doi: "doi", pmc: "pmcid", pubmed: "pmid" }[element.attributes.IdType ?? ""] as
    | "doi"
    | "pmcid"
    | "pmid"
    | undefined;
  return kind ? asIdentifier(kind, xmlText(element)) : null;
}

function publicationType(element: XmlElement): PublicationType {
  const ui = element.attributes.UI;
  return { name: xmlText(element).trim(), ...(ui ? { ui } : {}) };
}

function authorName(author: XmlElement) {
  if (author.attributes.ValidYN === "N") return undefined;
  const given = textAt(author, "ForeName") ?? textAt(author, "Initials");
  const family = textAt(author, "LastName");
  const name = [given, family].filter(Boolean).join(" ");
  return { shown: name || textAt(author, "CollectiveName"), family, given };
}

function printedWhere(article: XmlElement | undefined) {
  const issue = at(article, "Journal", "JournalIssue");
  const pages = at(article, "Pagination");
  const from = [textAt(pages, "StartPage"), textAt(pages, "EndPage")].filter(Boolean).join("-") || undefined;
  return printedIn(textAt(issue, "Volume"), textAt(issue, "Issue"), textAt(pages, "MedlinePgn") ?? from);
}

/** "2017 May 3", or the year that a MedlineDate such as "1998 Dec-1999 Jan" begins with. */
function issueDate(date: XmlElement | undefined): string | undefined {
  const year = textAt(date, "Year") ?? /\b(1[5-9]|20)\d\d\b/.exec(textAt(date, "MedlineDate") ?? "")?.[0];
  return partialDate(year, textAt(date, "Month"), textAt(date, "Day"));
}

function sectionsOf(abstract: XmlElement | undefined) {
  return tidy(
    elements(abstract, "AbstractText").map((section) => ({
      ...(section.attributes.Label ? { label: section.attributes.Label } : {}),
      text: xmlText(section),
    })),
  );
}

function accessionNumbers(article: XmlElement | undefined): string[] {
  return elements(at(article, "DataBankList"), "DataBank").flatMap((bank) =>
    elements(at(bank, "AccessionNumberList"), "AccessionNumber").map(xmlText),
  );
}
