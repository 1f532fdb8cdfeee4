import { DOI_START, readDoiAt } from "./doi-in-text";
import { isShortDoi, type NumberInText, registeredNumbers } from "./numbers-in-text";
import { type MappedText, percentDecoded, sliceMapped } from "./prepared-text";

/** Places are those of the original text. */
export type FoundInUrl = { kind: NumberInText["kind"]; value: string; start: number; end: number };

const SCHEME = /^(?:https?:)?\/\//i;
const DOI_HOSTS = new Set(["doi.org", "dx.doi.org", "www.doi.org"]);
const NCBI_HOSTS = new Set(["ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov"]);
const DEEPEST = 3;

/** Everything an address names: DOIs and numbers in it, what its host's paths mean, and addresses nested in it. */
export function studiesInUrl(url: MappedText, depth = 0): FoundInUrl[] {
  const host = hostOf(url.text);
  const { path, parameters } = partsOf(url);
  const found = [...identifiersIn(path, host), ...fromHost(path, host), ...fromListUids(parameters, host)];
  for (const parameter of parameters) {
    const nested = nestedUrl(parameter);
    found.push(
      ...(nested && depth < DEEPEST
        ? studiesInUrl(nested, depth + 1)
        : identifiersIn(decodedParameter(parameter), host)),
    );
  }
  return withoutOverlaps(found);
}

function hostOf(url: string): string {
  const whole = SCHEME.test(url) ? url.replace(SCHEME, "https://") : `https://${url}`;
  return URL.canParse(whole) ? new URL(whole).hostname : "";
}

/** Splits before decoding, so that an encoded "&" or "#" stays part of what it is in. */
function partsOf(url: MappedText): { path: MappedText; parameters: MappedText[] } {
  const parts: MappedText[] = [];
  let start = 0;
  for (const { index } of url.text.matchAll(/[?&]|#(?!\/)/g)) {
    parts.push(sliceMapped(url, start, index));
    start = index + 1;
  }
  const [path = url, ...parameters] = [...parts, sliceMapped(url, start, url.text.length)];
  return { path: percentDecoded(path), parameters };
}

function decodedParameter(parameter: MappedText): MappedText {
  return percentDecoded({ ...parameter, text: parameter.text.replaceAll("+", " ") });
}

/** The address in a parameter such as `url=` or `q=`, itself still encoded once if the whole was encoded twice. */
function nestedUrl(parameter: MappedText): MappedText | null {
  const equals = parameter.text.indexOf("=");
  if (equals < 0) return null;
  const value = percentDecoded(sliceMapped(parameter, equals + 1, parameter.text.length));
  const mayLackScheme = /^(?:url|q)$/i.test(parameter.text.slice(0, equals));
  const isUrl =
    /^https?:\/\//i.test(value.text) || (mayLackScheme && /^(?:[a-z0-9-]+\.)+[a-z]{2,24}\//i.test(value.text));
  return isUrl ? value : null;
}

function identifiersIn(part: MappedText, host: string): FoundInUrl[] {
  const { text } = part;
  const found: FoundInUrl[] = [];
  const starts = new RegExp(DOI_START, "g");
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const doi = readDoiAt(text, match.index, { kind: "url", host });
    if (doi) found.push(original(part, "doi", doi.value, doi.start, doi.end));
    starts.lastIndex = doi ? doi.end : match.index + 3;
  }
  for (const { kind, value, start, end } of registeredNumbers(text))
    found.push(original(part, kind, value, start, end));
  return found;
}

type HostRule = { hosts: Set<string>; path: RegExp; kind: "doi" | "pmid"; value: (shown: string) => string | null };

const withoutZeros = (shown: string) => shown.replace(/^0+/, "") || null;

// Only what can be derived for certain. A ScienceDirect, Cell, JAMA, MDPI or BMJ address does not tell its DOI.
const HOST_RULES: HostRule[] = [
  {
    hosts: DOI_HOSTS,
    path: /^\/(?:doi:)?(?<id>10\/[a-z0-9]+)\/?$/i,
    kind: "doi",
    value: (shown) => (isShortDoi(shown) ? shown.toLowerCase() : null),
  },
  {
    hosts: new Set(["nature.com", "www.nature.com"]),
    path: /^\/articles\/(?<id>(?!10\.)(?=[^/]*\d)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?:_reference)?(?:\.(?:pdf|epdf))?(?:[^a-z0-9-].*)?$/i,
    kind: "doi",
    value: (shown) => `10.1038/${shown.toLowerCase().replace(/\.e?pdf$/, "")}`,
  },
  {
    hosts: new Set(["thelancet.com", "www.thelancet.com"]),
    path: /\/PII(?<id>S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX])(?![a-z0-9])/i,
    kind: "doi",
    value: (shown) => `10.1016/${shown.toLowerCase()}`,
  },
  {
    hosts: new Set(["pubmed.ncbi.nlm.nih.gov"]),
    path: /^\/(?<id>\d{1,8})(?![a-z0-9])/i,
    kind: "pmid",
    value: withoutZeros,
  },
  { hosts: NCBI_HOSTS, path: /^\/(?:m\/)?pubmed\/(?<id>\d{1,8})(?![a-z0-9])/i, kind: "pmid", value: withoutZeros },
  {
    hosts: new Set(["europepmc.org", "www.europepmc.org"]),
    path: /^\/(?:article|abstract)\/MED\/(?<id>\d{1,8})(?![a-z0-9])/i,
    kind: "pmid",
    value: withoutZeros,
  },
];

function fromHost(path: MappedText, host: string): FoundInUrl[] {
  const pathStart = pathStartOf(path.text);
  return HOST_RULES.filter(({ hosts }) => hosts.has(host)).flatMap(({ path: shape, kind, value }) => {
    const match = shape.exec(path.text.slice(pathStart));
    const shown = match?.groups?.id ?? "";
    const named = shown && value(shown);
    if (!match || !named) return [];
    const start = pathStart + match.index + match[0].indexOf(shown);
    return original(path, kind, named, start, start + shown.length);
  });
}

function pathStartOf(url: string): number {
  const afterScheme = SCHEME.exec(url)?.[0].length ?? 0;
  const slash = url.indexOf("/", afterScheme);
  return slash < 0 ? url.length : slash;
}

/** PubMed's old addresses: ?db=pubmed&list_uids=1,2 */
function fromListUids(parameters: MappedText[], host: string): FoundInUrl[] {
  if (!NCBI_HOSTS.has(host) || !parameters.some(({ text }) => /^db=pubmed$/i.test(text))) return [];
  return parameters.map(percentDecoded).flatMap((parameter) => {
    if (!/^list_uids=[\d, ]+$/i.test(parameter.text)) return [];
    return [...parameter.text.matchAll(/(?<!\d)\d{1,8}(?!\d)/g)].flatMap((match) => {
      const value = withoutZeros(match[0]);
      return value ? original(parameter, "pmid", value, match.index, match.index + match[0].length) : [];
    });
  });
}

function original(part: MappedText, kind: FoundInUrl["kind"], value: string, start: number, end: number): FoundInUrl {
  return { kind, value, start: part.from[start] ?? 0, end: part.to[end - 1] ?? 0 };
}

/** "…/10.17605/PMC123456" is one DOI, not also a PMCID. */
function withoutOverlaps(found: FoundInUrl[]): FoundInUrl[] {
  const kept: FoundInUrl[] = [];
  for (const one of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  }
  return kept;
}
