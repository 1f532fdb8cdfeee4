import { z } from "zod";
import { found, jsonOf, list, present, type SourceAnswer, text, textOrNumber } from "./answers";
import { authorsOf } from "./authors";
import { ask } from "./fetch";
import { asIdentifier, doiInPath, uniqueIdentifiers } from "./identifiers";
import { plainText, withoutFullStop } from "./markup";
import { partialDate } from "./notices";
import type { Asking } from "./registries";
import type { Related, SourceFacts } from "./types";

// https://support.datacite.org/docs/api-get-doi: JSON:API. The publisher is a name or, in newer answers, an object.
const Publisher = z
  .union([z.string(), z.looseObject({ name: text }).transform(({ name }) => name)])
  .optional()
  .catch(undefined);
const Attributes = z.looseObject({
  doi: z.string(),
  titles: list(z.looseObject({ title: text, titleType: text })),
  creators: list(z.looseObject({ name: text, givenName: text, familyName: text })),
  publisher: Publisher,
  publicationYear: textOrNumber,
  dates: list(z.looseObject({ date: text, dateType: text })),
  language: text,
  types: z.looseObject({ resourceTypeGeneral: text }).optional().catch(undefined),
  rightsList: list(z.looseObject({ rightsUri: text })),
  relatedIdentifiers: list(z.looseObject({ relationType: text, relatedIdentifier: text, relatedIdentifierType: text })),
});
type Attributes = z.infer<typeof Attributes>;
const Answer = z.looseObject({ data: z.looseObject({ attributes: Attributes }) });

/** Facts only: what is registered here is mostly no paper, and what it says of itself isn't an abstract of a study. */
export async function askDataCite(registries: Asking, doi: string): Promise<SourceAnswer> {
  const url = `https://commons.datacite.org/doi.org/${doiInPath(doi)}`;
  const address = new URL(`${registries.urls.datacite}/dois/${encodeURIComponent(doi)}`);
  const reply = await ask(registries, "datacite", address, "application/vnd.api+json, application/json");
  if (reply.outcome === "answered" && reply.status === 404)
    return { outcome: "not-found", url, retrievedAt: reply.retrievedAt };
  const answer = jsonOf(reply, Answer);
  if (!("json" in answer)) return answer;
  const retrievedAt = reply.outcome === "answered" ? reply.retrievedAt : "";
  const { attributes } = answer.json.data;
  if (asIdentifier("doi", attributes.doi)?.value !== doi) return { outcome: "refused", url, retrievedAt };
  return found(() => factsOf(attributes), { url, retrievedAt });
}

function factsOf(record: Attributes): SourceFacts {
  const title = record.titles.find(({ titleType }) => !titleType)?.title ?? record.titles[0]?.title;
  const type = record.types?.resourceTypeGeneral;
  const issued = record.dates.find(({ dateType }) => dateType === "Issued")?.date;
  return {
    identifiers: uniqueIdentifiers([asIdentifier("doi", record.doi)]),
    ...present({
      title: withoutFullStop(plainText(title ?? "")) || undefined,
      authors: authorsOf(
        record.creators.map(
          ({ givenName, familyName, name }) => [givenName, familyName].filter(Boolean).join(" ") || name,
        ),
      ),
      journal: plainText(record.publisher ?? "") || undefined,
      published: partialDate(
        ...(/^\d{4}(-\d\d){0,2}/.exec(issued ?? record.publicationYear ?? "")?.[0].split("-") ?? []),
      ),
      language: record.language,
      publicationTypes: type ? [{ name: type }] : undefined,
      preprint: type === "Preprint" || undefined,
      licence: record.rightsList
        .map(({ rightsUri }) => rightsUri)
        .find((uri) => uri && /creativecommons\.org/i.test(uri)),
      related: relatedOf(record),
    }),
  };
}

/** DataCite's relations that tell a reader where the thing itself is, or what it belongs to. */
const relations: Record<string, Related["relation"]> = {
  IsSupplementTo: "supplement",
  IsPartOf: "part",
  IsVersionOf: "version",
  IsNewVersionOf: "newer",
  IsPreviousVersionOf: "older",
  IsObsoletedBy: "replaced",
  IsIdenticalTo: "same",
  IsDerivedFrom: "derived",
};

const RELATED_KEPT = 5;

function relatedOf({ relatedIdentifiers }: Attributes): Related[] {
  return relatedIdentifiers
    .flatMap(({ relationType, relatedIdentifier, relatedIdentifierType }) => {
      const relation = relations[relationType ?? ""];
      const other = relatedIdentifierType === "DOI" ? asIdentifier("doi", relatedIdentifier) : null;
      return relation && other ? [{ relation, doi: other.value }] : [];
    })
    .slice(0, RELATED_KEPT);
}
