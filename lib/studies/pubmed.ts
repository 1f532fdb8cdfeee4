import { keptAbstract, tidy } from "./abstracts";
import { present, type SourceAnswer } from "./answers";
import { authorsOf } from "./authors";
import { ask, unreachable } from "./fetch";
import { asIdentifier, trialNumbersIn, uniqueIdentifiers } from "./identifiers";
import { withoutFullStop } from "./markup";
import {
  noticeFromReference,
  noticeKindOfReference,
  noticeKindOfTypes,
  partialDate,
  titleSaysRetracted,
  typesSayRetracted,
} from "./notices";
import type { Registries } from "./registries";
import type { Notice, PublicationType, SourceFacts } from "./types";
import { at, elements, parseXml, textAt, type XmlElement, xmlText } from "./xml";

/** https://www.ncbi.nlm.nih.gov/books/NBK25499/ (EFetch) and https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/ */
export async function askPubMed(registries: Registries, pmid: string): Promise<SourceAnswer> {
  const url = `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
  const address = new URL(`${registries.urls.pubmed}/efetch.fcgi`);
  address.search = new URLSearchParams({
    db: "pubmed",
    retmode: "xml",
    id: pmid,
    tool: "wellcited",
    ...(registries.contact ? { email: registries.contact } : {}),
    ...(registries.ncbiKey ? { api_key: registries.ncbiKey } : {}),
  }).toString();

  const reply = await ask(registries, "pubmed", address, "application/xml, text/xml");
  if (reply.outcome === "unreachable") return reply;
  const { retrievedAt } = reply;
  if (reply.status === 404 || reply.status === 400) return { outcome: "not-found", url, retrievedAt };
  if (reply.status !== 200) return unreachable(`it answered ${reply.status}`);
  if (!/\bxml\b/i.test(reply.type)) return unreachable("its answer was no XML");
  let root: XmlElement;
  try {
    root = parseXml(reply.body);
  } catch {
    return unreachable("its answer was no XML");
  }
  if (!/^Pubmed(Article|BookArticle)(Set)?$/.test(root.name))
    return unreachable("its answer had another shape than its documentation");

  const records = root.name.endsWith("Set")
    ? root.children.filter((child): child is XmlElement => typeof child !== "string")
    : [root];
  if (records.length === 0) return { outcome: "not-found", url, retrievedAt };
  const record = records.find((one) => pmidOf(one) === pmid);
  if (!record) return { outcome: "refused", url, retrievedAt };
  const facts =
    record.name === "PubmedBookArticle" ? factsOfBook(record, retrievedAt) : factsOfArticle(record, retrievedAt);
  return { outcome: "found", facts, url, retrievedAt };
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

function authorName(author: XmlElement): string | undefined {
  if (author.attributes.ValidYN === "N") return undefined;
  const name = [textAt(author, "ForeName") ?? textAt(author, "Initials"), textAt(author, "LastName")]
    .filter(Boolean)
    .join(" ");
  return name || textAt(author, "CollectiveName");
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
