import { z } from "zod";
import { jsonOf, list, text } from "./answers";
import type { Unreachable } from "./fetch";
import { ask } from "./fetch";
import { asIdentifier, doiInPath } from "./identifiers";
import type { Asking } from "./registries";
import type { Identifier } from "./types";

// https://www.doi.org/the-identifier/resources/handbook: /ra/{doi} and /api/handles/{doi}
const Agency = list(z.looseObject({ DOI: text, RA: text, status: text }));
const Handle = z.looseObject({
  responseCode: z.number(),
  values: list(z.looseObject({ type: text, data: z.looseObject({ value: z.unknown() }).optional().catch(undefined) })),
});

/** Who registered a DOI ("Crossref", "DataCite", …); null when nobody did, undefined where doi.org doesn't say. */
export async function registrationAgency(
  registries: Asking,
  doi: string,
): Promise<string | null | undefined | Unreachable> {
  const reply = await ask(
    registries,
    "doi",
    new URL(`${registries.urls.doi}/ra/${doiInPath(doi)}`),
    "application/json",
  );
  if (reply.outcome === "answered" && reply.status === 404) return undefined;
  const answer = jsonOf(reply, Agency);
  if (!("json" in answer)) return answer;
  const [said] = answer.json;
  return said?.RA ?? (/does not exist|invalid/i.test(said?.status ?? "") ? null : undefined);
}

/** The DOI a short one (10/xyz) stands for; null where doi.org knows no such handle. */
export async function expandShortDoi(registries: Asking, short: string): Promise<Identifier | null | Unreachable> {
  const reply = await ask(
    registries,
    "doi",
    new URL(`${registries.urls.doi}/api/handles/${doiInPath(short)}`),
    "application/json",
  );
  if (reply.outcome === "answered" && reply.status === 404) return null;
  const answer = jsonOf(reply, Handle);
  if (!("json" in answer)) return answer;
  const alias = answer.json.values.find(({ type }) => type === "HS_ALIAS")?.data?.value;
  const doi = answer.json.responseCode === 1 && typeof alias === "string" ? asIdentifier("doi", alias) : null;
  return doi?.value.startsWith("10.") ? doi : null;
}
