import { z } from "zod";
import { abstractSections, keptAbstract } from "./abstracts";
import { found, jsonOf, list, present, type SourceAnswer, text, textOrNumber, webAddress } from "./answers";
import { authorsOf, printedIn } from "./authors";
import { ask } from "./fetch";
import { addressOf, asIdentifier, sameIdentifier, trialNumbersIn, uniqueIdentifiers } from "./identifiers";
import { plainText, withoutFullStop } from "./markup";
import {
  noticeFromReference,
  noticeKindOfReference,
  noticeKindOfTypes,
  partialDate,
  typesSayRetracted,
  workOfNotice,
} from "./notices";
import type { Asking } from "./registries";
import type { FreeText, Identifier, Notice, SourceFacts } from "./types";

// https://europepmc.org/RestfulWebService, search with resultType=core.
const Reference = z.looseObject({ id: textOrNumber, source: text, type: text, reference: text });
const Result = z.looseObject({
  id: textOrNumber,
  source: text,
  doi: text,
  pmid: textOrNumber,
  pmcid: text,
  title: text,
  pubYear: textOrNumber,
  firstPublicationDate: text,
  language: text,
  license: text,
  isOpenAccess: text,
  abstractText: text,
  authorList: z
    .looseObject({
      author: list(z.looseObject({ fullName: text, firstName: text, lastName: text, collectiveName: text })),
    })
    .optional()
    .catch(undefined),
  pageInfo: text,
  journalInfo: z
    .looseObject({
      volume: text,
      issue: text,
      yearOfPublication: textOrNumber,
      monthOfPublication: textOrNumber,
      journal: z
        .looseObject({ title: text, isoabbreviation: text, medlineAbbreviation: text })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  bookOrReportDetails: z.looseObject({ publisher: text }).optional().catch(undefined),
  pubTypeList: z
    .looseObject({ pubType: list(z.string()) })
    .optional()
    .catch(undefined),
  meshHeadingList: z
    .looseObject({ meshHeading: list(z.looseObject({ descriptorName: text })) })
    .optional()
    .catch(undefined),
  fullTextUrlList: z
    .looseObject({
      fullTextUrl: list(z.looseObject({ availabilityCode: text, documentStyle: text, site: text, url: text })),
    })
    .optional()
    .catch(undefined),
  commentCorrectionList: z
    .looseObject({ commentCorrection: list(Reference) })
    .optional()
    .catch(undefined),
});
type Result = z.infer<typeof Result>;
const Answer = z.looseObject({ hitCount: z.number(), resultList: z.looseObject({ result: list(Result) }) });

const PREFERRED = ["MED", "PMC", "PPR"];

export async function askEuropePmc(registries: Asking, asked: Identifier): Promise<SourceAnswer> {
  const query = queryFor(asked);
  const address = new URL(`${registries.urls.europepmc}/search`);
  address.search = new URLSearchParams({ query, resultType: "core", format: "json" }).toString();
  const page = `https://europepmc.org/search?query=${encodeURIComponent(query)}`;

  const reply = await ask(registries, "europepmc", address, "application/json");
  const answer = jsonOf(reply, Answer);
  if (!("json" in answer)) return answer;
  const retrievedAt = reply.outcome === "answered" ? reply.retrievedAt : "";
  if (answer.json.hitCount === 0) return { outcome: "not-found", url: page, retrievedAt };

  // One DOI can be in PubMed, in PMC and among the preprints at once.
  const [best] = answer.json.resultList.result
    .filter((result) => identifiersOf(result).some((one) => sameIdentifier(one, asked)))
    .sort((one, other) => rank(one) - rank(other));
  if (!best) return { outcome: "refused", url: page, retrievedAt };
  const url =
    best.source && best.id
      ? `https://europepmc.org/article/${encodeURIComponent(best.source)}/${encodeURIComponent(best.id)}`
      : page;
  return found(() => factsOfEuropePmc(best, retrievedAt), { url, retrievedAt });
}

function queryFor({ kind, value }: Identifier): string {
  if (kind === "pmid") return `EXT_ID:${value} AND SRC:MED`;
  if (kind === "pmcid") return `PMCID:${value}`;
  return `DOI:"${value.replace(/["\\]/g, "\\$&")}"`;
}

function rank({ source }: Result): number {
  const place = PREFERRED.indexOf(source ?? "");
  return place === -1 ? PREFERRED.length : place;
}

function identifiersOf(result: Result): Identifier[] {
  return uniqueIdentifiers([
    asIdentifier("doi", result.doi),
    asIdentifier("pmid", result.pmid),
    asIdentifier("pmcid", result.pmcid),
  ]);
}

function factsOfEuropePmc(result: Result, retrievedAt: string): SourceFacts {
  const types = (result.pubTypeList?.pubType ?? []).map((name) => ({ name }));
  const references = result.commentCorrectionList?.commentCorrection ?? [];
  const notices = references
    .map(({ type, reference, id, source }) =>
      noticeFromReference(type ?? "", reference, source === "MED" ? id : undefined),
    )
    .filter((notice): notice is Notice => notice !== null);
  if (typesSayRetracted(types) && !notices.some(({ kind }) => kind === "retraction"))
    notices.push({ kind: "retraction" });
  const laterVersion = references.find(({ type }) => /^preprint (of|in)$/i.test(type ?? ""));
  const preprint = result.source === "PPR" || types.some(({ name }) => name === "Preprint");
  const sections = abstractSections(result.abstractText ?? "");
  const journal = result.journalInfo?.journal;

  return {
    identifiers: identifiersOf(result),
    ...present({
      title: withoutFullStop(plainText(result.title ?? "")),
      authors: authorsOf((result.authorList?.author ?? []).map(nameOf)),
      journal:
        plainText(journal?.title ?? (preprint ? result.bookOrReportDetails?.publisher : undefined) ?? "") || undefined,
      journalShort: plainText(journal?.isoabbreviation ?? journal?.medlineAbbreviation ?? "") || undefined,
      published: publishedIn(result),
      printed: printedIn(result.journalInfo?.volume, result.journalInfo?.issue, result.pageInfo),
      language: result.language,
      publicationTypes: types,
      subjects: (result.meshHeadingList?.meshHeading ?? []).flatMap(({ descriptorName }) => descriptorName ?? []),
      preprint: preprint || undefined,
      publishedAs:
        preprint && laterVersion
          ? present({
              pmid: laterVersion.source === "MED" ? asIdentifier("pmid", laterVersion.id)?.value : undefined,
              reference: laterVersion.reference,
            })
          : undefined,
      notices,
      noticeOf:
        noticeKindOfTypes(types) ??
        references.map(({ type }) => noticeKindOfReference(type ?? "")).find((kind) => kind !== null),
      noticeAbout: workOfNotice(
        references.map(({ type, reference, id, source }) => ({
          type,
          reference,
          pmid: source === "MED" ? id : undefined,
        })),
      ),
      freeText: freeTextOf(result),
      licence: result.license,
      trials: trialNumbersIn(sections.map(({ text }) => text).join(" ")),
    }),
    ...keptAbstract(sections, result.license, retrievedAt, result.title ? { title: plainText(result.title) } : {}),
  };
}

function nameOf(author: { fullName?: string; firstName?: string; lastName?: string; collectiveName?: string }) {
  const { firstName: given, lastName: family, fullName, collectiveName } = author;
  const whole = given && family ? `${given} ${family}` : undefined;
  return { shown: whole ?? fullName ?? family ?? collectiveName, family, given };
}

/** For papers firstPublicationDate says the first of the month where only the month is known, so it isn't believed. */
function publishedIn(result: Result): string | undefined {
  if (result.source === "PPR") {
    const [year, month, day] = (result.firstPublicationDate ?? "").split("-");
    return partialDate(year, month, day) ?? partialDate(result.pubYear);
  }
  return partialDate(result.journalInfo?.yearOfPublication ?? result.pubYear, result.journalInfo?.monthOfPublication);
}

/** Free to read by Europe PMC's own marks (OA open access, F free): first the copy in an archive, then the publisher's page. */
function freeTextOf(result: Result): FreeText | undefined {
  const free = (result.fullTextUrlList?.fullTextUrl ?? []).filter(
    ({ availabilityCode }) => availabilityCode === "OA" || availabilityCode === "F",
  );
  const best =
    free.find(({ site, documentStyle }) => site === "Europe_PMC" && documentStyle === "html") ??
    free.find(({ documentStyle }) => documentStyle !== "pdf") ??
    free[0];
  const url = webAddress(best?.url) ?? pmcPage(result.pmcid);
  return url ? { url, ...(result.license ? { licence: result.license } : {}) } : undefined;
}

function pmcPage(pmcid: string | undefined): string | undefined {
  const identifier = asIdentifier("pmcid", pmcid);
  return identifier ? addressOf(identifier) : undefined;
}
