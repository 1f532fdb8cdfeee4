import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";

// The registries' APIs over real HTTP on 127.0.0.1, answering from invented studies (registry-records, prefix 10.5555)
// and, where the folder of recorded answers lies beside the repository, from those too.

export type RegistryName = "europepmc" | "pubmed" | "crossref" | "clinicaltrials" | "doi" | "datacite";
/** "down" drops the connection, "slow" sends a byte a second, "wrong" answers about another study, "huge" never stops. */
export type Failure = "down" | "slow" | "busy" | "broken" | "html" | "wrong" | "huge" | "elsewhere";

export type FakeRegistries = {
  /** EUROPEPMC_URL and so on, as the forum's environment has them. */
  urls: Record<
    "EUROPEPMC_URL" | "PUBMED_URL" | "CROSSREF_URL" | "CLINICALTRIALS_URL" | "DOI_URL" | "DATACITE_URL",
    string
  >;
  /** What was asked so far. */
  asked: { registry: RegistryName; path: string; userAgent: string }[];
  /** Makes one registry fail until told otherwise; "busy" is 429 with Retry-After: 7. */
  fail(registry: RegistryName, how: Failure | null): void;
  close(): Promise<void>;
};

const own = path.join(import.meta.dirname, "registry-records");
/** Null where the recorded answers are not there. */
export const samples = findSamples();

function findSamples(): string | null {
  const folder = path.resolve(import.meta.dirname, "../../../shared/citations/samples");
  try {
    readdirSync(folder);
    return folder;
  } catch {
    return null;
  }
}

type EuropePmcResult = { doi?: string; pmid?: string; pmcid?: string; source?: string };
type Records = {
  europepmc: EuropePmcResult[];
  /** PMID → PubmedArticle element. */
  pubmed: Map<string, string>;
  crossref: Map<string, unknown>;
  datacite: Map<string, unknown>;
  clinicaltrials: Map<string, { protocolSection: Record<string, unknown> }>;
  agencies: Record<string, string>;
  aliases: Record<string, string>;
};

export async function startFakeRegistries(port = 0): Promise<FakeRegistries> {
  const records = loadRecords();
  const failures = new Map<RegistryName, Failure>();
  const asked: FakeRegistries["asked"] = [];

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://fake");
    const [, name = "", ...rest] = url.pathname.split("/");
    const registry = name as RegistryName;
    asked.push({ registry, path: request.url ?? "", userAgent: request.headers["user-agent"] ?? "" });
    response.setHeader("x-rate-limit-limit", "200");
    response.setHeader("x-rate-limit-interval", "1s");
    response.setHeader("x-concurrency-limit", "5");
    const failure = failures.get(registry);
    if (failure && failure !== "wrong") return failAs(failure, request, response);
    answer(records, registry, rest.join("/"), url.searchParams, response, failure === "wrong");
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    urls: {
      EUROPEPMC_URL: `${base}/europepmc`,
      PUBMED_URL: `${base}/pubmed`,
      CROSSREF_URL: `${base}/crossref`,
      CLINICALTRIALS_URL: `${base}/clinicaltrials`,
      DOI_URL: `${base}/doi`,
      DATACITE_URL: `${base}/datacite`,
    },
    asked,
    fail: (registry, how) => (how ? failures.set(registry, how) : failures.delete(registry)),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function answer(
  records: Records,
  registry: RegistryName,
  rest: string,
  query: URLSearchParams,
  response: ServerResponse,
  wrong: boolean,
) {
  switch (registry) {
    case "europepmc":
      return europepmc(records, query.get("query") ?? "", response, wrong);
    case "pubmed":
      if (rest === "ecitmatch.cgi") return ecitmatch(records, query.get("bdata") ?? "", response);
      return pubmed(records, (query.get("id") ?? "").split(","), response, wrong);
    case "crossref": {
      const doi = decodeURIComponent(rest.replace(/^works\//, "")).toLowerCase();
      const work = wrong ? another(records.crossref, doi) : records.crossref.get(doi);
      return work ? json(response, work) : text(response, 404, "Resource not found.");
    }
    case "datacite": {
      const doi = decodeURIComponent(rest.replace(/^dois\//, "")).toLowerCase();
      const record = wrong ? another(records.datacite, doi) : records.datacite.get(doi);
      if (!record) response.statusCode = 404;
      return json(
        response,
        record ?? { errors: [{ status: "404", title: "The resource you are looking for doesn't exist." }] },
      );
    }
    case "clinicaltrials":
      return clinicaltrials(records, rest.replace(/^studies\//, ""), query.get("fields"), response, wrong);
    case "doi":
      return doi(records, decodeURIComponent(rest), response);
    default:
      return text(response, 404, "There is no such registry.");
  }
}

function europepmc(records: Records, query: string, response: ServerResponse, wrong: boolean) {
  const doi = /^DOI:"(.*)"$/.exec(query)?.[1]?.toLowerCase();
  const pmid = /^EXT_ID:(\d+) AND SRC:MED$/.exec(query)?.[1];
  const pmcid = /^PMCID:(PMC\d+)$/.exec(query)?.[1];
  const matches = (one: EuropePmcResult) =>
    doi ? one.doi?.toLowerCase() === doi : pmid ? one.pmid === pmid : one.pmcid === pmcid;
  const result = records.europepmc.filter((one) => (wrong ? !matches(one) : matches(one)));
  const found = wrong ? result.slice(0, 1) : result;
  json(response, {
    version: "6.9",
    hitCount: found.length,
    request: { queryString: query, resultType: "core" },
    resultList: { result: found },
  });
}

function pubmed(records: Records, ids: string[], response: ServerResponse, wrong: boolean) {
  const articles = wrong ? [another(records.pubmed, ids[0] ?? "")] : ids.flatMap((id) => records.pubmed.get(id) ?? []);
  response.setHeader("content-type", "text/xml; charset=UTF-8");
  response.end(
    `<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n<PubmedArticleSet>${articles.join("\n")}</PubmedArticleSet>`,
  );
}

/**
 * As recorded: text in spite of retmode=xml, a line for each record, the query's fields with one more. Like the real one it
 * goes by journal, volume and page, and names a paper also where author and year are another's.
 */
function ecitmatch(records: Records, bdata: string, response: ServerResponse) {
  const within = (article: string, name: string) =>
    new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(article)?.[1] ?? "";
  const plain = (words: string) => words.toLowerCase().replace(/[.,]/g, "").trim();
  const lines = bdata
    .split("\r")
    .filter(Boolean)
    .map((line) => {
      const [journal = "", year, volume, page = "", author, key] = line.split("|");
      const ofJournal = [...records.pubmed].filter(([, article]) =>
        [within(article, "ISOAbbreviation"), within(article, "Title")].map(plain).includes(plain(journal)),
      );
      const found = ofJournal.filter(
        ([, article]) =>
          within(article, "Volume") === volume && plain(within(article, "MedlinePgn")).split("-")[0] === plain(page),
      );
      const said =
        ofJournal.length === 0
          ? "NOT_FOUND;INVALID_JOURNAL"
          : found.length > 1
            ? `AMBIGUOUS ${found.map(([pmid]) => pmid).join(",")}`
            : (found[0]?.[0] ?? "NOT_FOUND");
      return [journal, year, volume, page, ofJournal.length === 0 ? "" : author, key, said].join("|");
    });
  text(response, 200, `${lines.join("\n")}\n`);
}

function clinicaltrials(
  records: Records,
  nct: string,
  fields: string | null,
  response: ServerResponse,
  wrong: boolean,
) {
  const study = wrong ? another(records.clinicaltrials, nct) : records.clinicaltrials.get(nct.toUpperCase());
  if (!study) return text(response, 404, `NCT number ${nct} not found`);
  if (!fields) return json(response, study);
  const wanted = new Set(fields.split(/[,|]/).map((name) => name.toLowerCase()));
  const sections = Object.entries(study.protocolSection).filter(([name]) => wanted.has(name.toLowerCase()));
  json(response, { ...study, protocolSection: Object.fromEntries(sections) });
}

function doi(records: Records, rest: string, response: ServerResponse) {
  const agency = /^ra\/(.+)$/.exec(rest)?.[1]?.toLowerCase();
  if (agency) {
    const known = records.agencies[agency] ?? registeredAt(records, agency);
    return json(response, [known ? { DOI: agency, RA: known } : { DOI: agency, status: "DOI does not exist" }]);
  }
  const handle = /^api\/handles\/(.+)$/.exec(rest)?.[1]?.toLowerCase() ?? "";
  const alias = records.aliases[handle];
  if (!alias) {
    response.statusCode = 404;
    return json(response, { responseCode: 100, handle });
  }
  json(response, {
    responseCode: 1,
    handle,
    values: [{ index: 1, type: "HS_ALIAS", data: { format: "string", value: alias } }],
  });
}

function registeredAt({ crossref, datacite }: Records, doi: string): string | null {
  if (crossref.has(doi)) return "Crossref";
  return datacite.has(doi) ? "DataCite" : null;
}

function failAs(how: Exclude<Failure, "wrong">, request: IncomingMessage, response: ServerResponse) {
  switch (how) {
    case "down":
      request.socket.destroy();
      return;
    case "busy":
      response.setHeader("retry-after", "7");
      return text(response, 429, "Too many requests");
    case "broken":
      return text(response, 503, "Service unavailable");
    case "elsewhere":
      response.writeHead(302, { location: "http://localhost:9/" }).end();
      return;
    case "html":
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end("<!doctype html><title>Maintenance</title><p>Please come back later.</p>");
      return;
    case "slow": {
      response.setHeader("content-type", "application/json");
      const timer = setInterval(() => response.write(" "), 1_000);
      response.on("close", () => clearInterval(timer));
      return;
    }
    case "huge": {
      response.setHeader("content-type", "application/json");
      const chunk = Buffer.alloc(256 * 1024, " ");
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    }
  }
}

function json(response: ServerResponse, body: unknown) {
  response.setHeader("content-type", "application/json;charset=UTF-8");
  response.end(JSON.stringify(body));
}

function text(response: ServerResponse, status: number, body: string) {
  response.writeHead(status, { "content-type": "text/plain" }).end(body);
}

function another<T>(all: Map<string, T>, unlike: string): T | undefined {
  return [...all].find(([name]) => name !== unlike)?.[1];
}

function loadRecords(): Records {
  const records: Records = {
    europepmc: [],
    pubmed: new Map(),
    crossref: new Map(),
    datacite: new Map(),
    clinicaltrials: new Map(),
    ...JSON.parse(read(own, "doi.json")),
  };
  for (const folder of samples ? [own, samples] : [own]) {
    for (const { file, body } of filesIn(folder)) {
      // The recorded answers name their folders after the endpoint; the seed's studies are named file by file.
      const name = `${path.basename(path.dirname(file))}/${path.basename(file)}`;
      if (/^(europepmc(-core)?\/|seed-studies\/europepmc)/.test(name))
        records.europepmc.push(...JSON.parse(body).resultList.result);
      else if (/^(pubmed(-efetch)?\/|seed-studies\/pubmed)/.test(name)) loadPubMed(records, body);
      else if (/^(crossref(-works)?\/|seed-studies\/crossref)/.test(name)) {
        const work = JSON.parse(body);
        if (work.message?.DOI && work["message-type"] === "work")
          records.crossref.set(work.message.DOI.toLowerCase(), work);
      } else if (/^datacite(-dois)?\//.test(name)) {
        const record = JSON.parse(body);
        records.datacite.set(record.data.attributes.doi.toLowerCase(), record);
      } else if (/^(clinicaltrials(-v2)?\/|seed-studies\/NCT)/.test(name)) {
        const study = JSON.parse(body);
        records.clinicaltrials.set(study.protocolSection.identificationModule.nctId, study);
      }
    }
  }
  return records;
}

function loadPubMed(records: Records, xml: string) {
  for (const [article] of xml.matchAll(/<Pubmed(Book)?Article[ >][\s\S]*<\/Pubmed(Book)?Article>/g)) {
    const pmid = /<PMID[^>]*>(\d+)<\/PMID>/.exec(article)?.[1];
    if (pmid) records.pubmed.set(pmid, article);
  }
}

function filesIn(folder: string): { file: string; body: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(json|xml)$/.test(file) && file !== "doi.json")
    .map((file) => ({ file: path.join(folder, file), body: read(folder, file) }));
}

function read(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), "utf8");
}

// npx tsx tests/support/fake-registries.ts: prints the addresses as lines for an environment and serves until stopped.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { urls } = await startFakeRegistries(Number(process.env.PORT ?? 0));
  for (const [name, url] of Object.entries(urls)) console.log(`${name}=${url}`);
}
