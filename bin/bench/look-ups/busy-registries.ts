import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

// The registries over real HTTP, with invented studies by number, announcing their limits as Crossref does and answering
// 429 above them. It keeps account of everything that a polite asker would not do.

export const hosts = ["europepmc", "pubmed", "crossref", "clinicaltrials", "doi"] as const;
type Host = (typeof hosts)[number];

export type Account = {
  asked: number;
  /** The most within any second, and at once. */
  mostInASecond: number;
  mostAtOnce: number;
  /** Answered with 429 because a limit was passed, not because the bench wanted a rest. */
  overLimit: number;
  rests: number;
  /** Came while they should have waited: how many milliseconds after the 429 had been sent. */
  duringRest: number[];
  ids: number;
  mostIds: number;
};

export type BusyRegistries = {
  urls: Record<string, string>;
  accounts: Record<Host, Account>;
  /** By source and study: who asked for it and got it, in order. */
  given: Map<string, string[]>;
  /** The next question is answered with 429 and this Retry-After. */
  wantRest(host: Host, seconds: number): void;
  close(): Promise<void>;
};

const PER_SECOND = 200;
export const AT_ONCE = 5;
/** As long as a quick registry takes. */
const TAKES_MS = 10;

export const doiOf = (n: number) => `10.5555/bench.${n}`;
export const pmidOf = (n: number) => String(50_000_000 + n);
const nctOf = (n: number) => `NCT${String(n).padStart(8, "0")}`;
/** Every tenth study names a registered trial. */
const hasTrial = (n: number) => n % 10 === 0;

export async function startBusyRegistries({ perSecond = PER_SECOND, atOnce = AT_ONCE } = {}): Promise<BusyRegistries> {
  const accounts = Object.fromEntries(hosts.map((host) => [host, newAccount()])) as Record<Host, Account>;
  const given: BusyRegistries["given"] = new Map();
  const state = new Map(
    hosts.map((host) => [host, { recent: [] as number[], inside: 0, wanted: 0, restFrom: 0, restUntil: 0 }]),
  );

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://busy");
    const [, name = "", ...rest] = url.pathname.split("/");
    const host = hosts.find((one) => one === name);
    const account = host && accounts[host];
    const now = host && state.get(host);
    if (!host || !account || !now) return void response.writeHead(404).end();

    const moment = performance.now();
    account.asked++;
    now.recent = [...now.recent.filter((at) => at > moment - 1_000), moment];
    account.mostInASecond = Math.max(account.mostInASecond, now.recent.length);
    account.mostAtOnce = Math.max(account.mostAtOnce, now.inside + 1);
    response.setHeader("x-rate-limit-limit", String(perSecond));
    response.setHeader("x-rate-limit-interval", "1s");
    response.setHeader("x-concurrency-limit", String(atOnce));

    if (moment < now.restUntil) {
      account.duringRest.push(Math.round(moment - now.restFrom));
      return refuse(response, (now.restUntil - moment) / 1_000);
    }
    if (now.wanted > 0) {
      account.rests++;
      Object.assign(now, { restFrom: moment, restUntil: moment + now.wanted * 1_000, wanted: 0 });
      return refuse(response, (now.restUntil - moment) / 1_000);
    }
    if (now.recent.length > perSecond || now.inside >= atOnce) {
      account.overLimit++;
      return refuse(response, 1);
    }
    now.inside++;
    await new Promise((resume) => setTimeout(resume, TAKES_MS));
    now.inside--;
    const who = /mailto:([^)]+)/.exec(request.headers["user-agent"] ?? "")?.[1] ?? "";
    const numbers = answer(host, rest.join("/"), url.searchParams, response);
    if (host !== "doi") for (const n of numbers) given.set(`${host} ${n}`, [...(given.get(`${host} ${n}`) ?? []), who]);
    account.ids += numbers.length;
    account.mostIds = Math.max(account.mostIds, numbers.length);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    urls: Object.fromEntries(hosts.map((host) => [`${host.toUpperCase()}_URL`, `${base}/${host}`])),
    accounts,
    given,
    wantRest: (host, seconds) => {
      const now = state.get(host);
      if (now) now.wanted = seconds;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function newAccount(): Account {
  const nothing = { asked: 0, mostInASecond: 0, mostAtOnce: 0, overLimit: 0, rests: 0, ids: 0, mostIds: 0 };
  return { ...nothing, duringRest: [] };
}

function refuse(response: ServerResponse, seconds: number): void {
  response.writeHead(429, { "retry-after": String(Math.max(1, Math.ceil(seconds))) }).end("Too many requests");
}

/** Gives the numbers of the studies that were asked about. */
function answer(host: Host, rest: string, query: URLSearchParams, response: ServerResponse): number[] {
  switch (host) {
    case "europepmc": {
      const asked = query.get("query") ?? "";
      const n = Number(/bench\.(\d+)/.exec(asked)?.[1] ?? Number(/EXT_ID:(\d+)/.exec(asked)?.[1] ?? 0) - 50_000_000);
      json(response, { hitCount: n > 0 ? 1 : 0, resultList: { result: n > 0 ? [europePmc(n)] : [] } });
      return [n];
    }
    case "pubmed": {
      const numbers = (query.get("id") ?? "").split(",").map((id) => Number(id) - 50_000_000);
      response.setHeader("content-type", "text/xml; charset=UTF-8");
      response.end(`<?xml version="1.0"?>\n<PubmedArticleSet>${numbers.map(pubmed).join("\n")}</PubmedArticleSet>`);
      return numbers;
    }
    case "crossref": {
      const n = Number(/bench\.(\d+)/.exec(decodeURIComponent(rest))?.[1]);
      json(response, { message: crossref(n) });
      return [n];
    }
    case "clinicaltrials": {
      const n = Number(/NCT(\d+)/.exec(rest)?.[1]);
      json(response, { protocolSection: { identificationModule: { nctId: nctOf(n), briefTitle: titleOf(n) } } });
      return [n];
    }
    default:
      response.writeHead(404).end();
      return [];
  }
}

function json(response: ServerResponse, body: unknown): void {
  response.setHeader("content-type", "application/json;charset=UTF-8");
  response.end(JSON.stringify(body));
}

const titleOf = (n: number) => `An invented treatment number ${n} for adults with immune thrombocytopenia`;

function abstractOf(n: number): { label: string; text: string }[] {
  return [
    {
      label: "BACKGROUND",
      text: `Little is known about treatment ${n}. ${"It was tried in people who had tried others. ".repeat(4)}`,
    },
    { label: "METHODS", text: `We enrolled ${40 + (n % 60)} adults and followed them for 24 weeks.` },
    {
      label: "RESULTS",
      text: `Platelets rose in 18 of ${40 + (n % 60)} patients. Serious adverse events occurred in 3 patients.`,
    },
    {
      label: "CONCLUSIONS",
      text: `Treatment ${n} deserves a larger trial.${hasTrial(n) ? ` Registered as ${nctOf(n)}.` : ""}`,
    },
  ];
}

function europePmc(n: number): object {
  return {
    id: pmidOf(n),
    source: "MED",
    pmid: pmidOf(n),
    doi: doiOf(n),
    title: `${titleOf(n)}.`,
    pubYear: "2024",
    language: "eng",
    authorList: { author: [{ fullName: "Example A" }, { fullName: "Example B" }] },
    journalInfo: { yearOfPublication: 2024, journal: { title: "Annals of Benches" } },
    pubTypeList: { pubType: ["Journal Article"] },
    abstractText: abstractOf(n)
      .map(({ label, text }) => `<h4>${label}</h4>${text}`)
      .join(""),
  };
}

function pubmed(n: number): string {
  const sections = abstractOf(n).map(({ label, text }) => `<AbstractText Label="${label}">${text}</AbstractText>`);
  return `<PubmedArticle><MedlineCitation><PMID Version="1">${pmidOf(n)}</PMID><Article><Journal><Title>Annals of Benches</Title><JournalIssue><PubDate><Year>2024</Year></PubDate></JournalIssue></Journal><ArticleTitle>${titleOf(n)}.</ArticleTitle><Abstract>${sections.join("")}</Abstract><AuthorList><Author><LastName>Example</LastName><ForeName>Ann</ForeName></Author></AuthorList><Language>eng</Language><PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">${doiOf(n)}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`;
}

function crossref(n: number): object {
  return {
    DOI: doiOf(n),
    type: "journal-article",
    title: [titleOf(n)],
    author: [
      { given: "Ann", family: "Example" },
      { given: "Bo", family: "Example" },
    ],
    "container-title": ["Annals of Benches"],
    issued: { "date-parts": [[2024, 3]] },
  };
}
