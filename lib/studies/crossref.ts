import { z } from "zod";
import { abstractSections, keptAbstract } from "./abstracts";
import { found, jsonOf, list, present, type SourceAnswer, text } from "./answers";
import { authorsOf, printedIn } from "./authors";
import { registrationAgency } from "./doi";
import { ask } from "./fetch";
import { asIdentifier, doiInPath, trialNumbersIn, uniqueIdentifiers } from "./identifiers";
import { plainText } from "./markup";
import { noticeKindOfUpdate, partialDate, titleSaysRetracted } from "./notices";
import type { Asking } from "./registries";
import type { Notice, SourceFacts } from "./types";

// https://api.crossref.org/swagger-ui/index.html, /works/{doi}. Dates may be [[null]].
const Dated = z
  .looseObject({ "date-parts": z.array(z.array(z.number().nullable())).optional().catch(undefined) })
  .optional()
  .catch(undefined);
const Update = z.looseObject({ DOI: text, type: text, source: text, updated: Dated });
const Relation = list(z.looseObject({ "id-type": text, id: text }));
const Work = z.looseObject({
  DOI: z.string(),
  type: text,
  subtype: text,
  title: list(z.string()),
  subtitle: list(z.string()),
  author: list(z.looseObject({ given: text, family: text, name: text })),
  "container-title": list(z.string()),
  "short-container-title": list(z.string()),
  issued: Dated,
  volume: text,
  issue: text,
  page: text,
  "article-number": text,
  language: text,
  abstract: text,
  license: list(z.looseObject({ URL: text, "content-version": text })),
  "updated-by": list(Update),
  "update-to": list(Update),
  "clinical-trial-number": list(z.looseObject({ "clinical-trial-number": text })),
  relation: z.looseObject({ "is-preprint-of": Relation.optional() }).optional().catch(undefined),
});
type Work = z.infer<typeof Work>;
const Answer = z.looseObject({ message: Work });

export async function askCrossref(registries: Asking, doi: string): Promise<SourceAnswer> {
  const url = `https://api.crossref.org/works/${doiInPath(doi)}`;
  const address = new URL(`${registries.urls.crossref}/works/${encodeURIComponent(doi)}`);
  if (registries.contact) address.searchParams.set("mailto", registries.contact);

  const reply = await ask(registries, "crossref", address, "application/json");
  if (reply.outcome === "answered" && reply.status === 404) {
    // Crossref's 404 also means "another agency has it".
    const agency = await registrationAgency(registries, doi);
    if (agency !== null && typeof agency === "object") return agency;
    return {
      outcome: "not-found",
      url,
      retrievedAt: reply.retrievedAt,
      ...(agency !== undefined && agency !== "Crossref" ? { agency } : {}),
    };
  }
  const answer = jsonOf(reply, Answer);
  if (!("json" in answer)) return answer;
  const retrievedAt = reply.outcome === "answered" ? reply.retrievedAt : "";
  const work = answer.json.message;
  if (asIdentifier("doi", work.DOI)?.value !== doi) return { outcome: "refused", url, retrievedAt };
  return found(() => factsOfCrossref(work, retrievedAt), { url, retrievedAt });
}

function factsOfCrossref(work: Work, retrievedAt: string): SourceFacts {
  const own = asIdentifier("doi", work.DOI);
  const title = titleOf(work);
  const licence = work.license.find((one) => one["content-version"] !== "tdm")?.URL;
  const sections = abstractSections(work.abstract ?? "");
  const journal = plainText(work["container-title"][0] ?? "") || undefined;
  // Some publishers mark a paper in place, with an update that points at the paper itself.
  const ownUpdates = work["update-to"].filter((update) => asIdentifier("doi", update.DOI)?.value === own?.value);
  const notices = [...work["updated-by"], ...ownUpdates].map(noticeOfUpdate);
  if (titleSaysRetracted(title)) notices.push({ kind: "title-says-retracted" });
  const noticeOf = work["update-to"]
    .filter((update) => !ownUpdates.includes(update))
    .map(({ type, DOI }) => ({ kind: noticeKindOfUpdate(type ?? ""), doi: asIdentifier("doi", DOI)?.value }))
    .find(({ kind }) => kind !== "update");
  const later = work.relation?.["is-preprint-of"]?.find((relation) => relation["id-type"] === "doi");
  const preprint = work.type === "posted-content" && work.subtype === "preprint";

  return {
    identifiers: uniqueIdentifiers([own]),
    ...present({
      title,
      authors: authorsOf(
        work.author.map(({ given, family, name }) => ({
          shown: [given, family].filter(Boolean).join(" ") || name,
          family,
          given,
        })),
      ),
      journal,
      journalShort: plainText(work["short-container-title"][0] ?? "") || undefined,
      published: partialDate(...(work.issued?.["date-parts"]?.[0] ?? [])),
      printed: printedIn(work.volume, work.issue, work.page ?? work["article-number"]),
      language: work.language,
      publicationTypes: kindOfWork(work),
      preprint: preprint || undefined,
      publishedAs: later ? present({ doi: asIdentifier("doi", later.id)?.value }) : undefined,
      notices,
      noticeOf: noticeOf?.kind,
      noticeAbout: noticeOf?.doi ? { doi: noticeOf.doi } : undefined,
      licence,
      trials: trialNumbersIn(
        [
          ...work["clinical-trial-number"].map((one) => one["clinical-trial-number"] ?? ""),
          ...sections.map((section) => section.text),
        ].join(" "),
      ),
    }),
    ...keptAbstract(sections, licence, retrievedAt, title ? { title } : {}),
  };
}

function titleOf(work: Work): string | undefined {
  const title = plainText(work.title[0] ?? "");
  const subtitle = plainText(work.subtitle[0] ?? "");
  if (!title) return undefined;
  return subtitle && !title.toLowerCase().includes(subtitle.toLowerCase()) ? `${title}: ${subtitle}` : title;
}

function noticeOfUpdate(update: z.infer<typeof Update>): Notice {
  const doi = asIdentifier("doi", update.DOI)?.value;
  const date = partialDate(...(update.updated?.["date-parts"]?.[0] ?? []));
  return {
    kind: noticeKindOfUpdate(update.type ?? ""),
    ...(doi ? { doi } : {}),
    ...(date ? { date } : {}),
    ...(update.source === "retraction-watch" || update.source === "publisher" ? { assertedBy: update.source } : {}),
  };
}

/** Crossref's types tell papers from what isn't one; a plain journal article says nothing about what was done. */
function kindOfWork({ type, subtype }: Work): { name: string }[] | undefined {
  const name = type === "posted-content" ? (subtype ?? type) : type;
  return name ? [{ name }] : undefined;
}
