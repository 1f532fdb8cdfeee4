import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openRegistries, type Registries } from "@/lib/studies/registries";

// PubMed as it answers about many at once, each article made as the test wants it.

const article = (pmid: string, title = `Study ${pmid}`) =>
  `<PubmedArticle><MedlineCitation><PMID Version="1">${pmid}</PMID><Article><ArticleTitle>${title}</ArticleTitle></Article></MedlineCitation></PubmedArticle>`;
const set = (articles: string[]) =>
  `<?xml version="1.0"?>\n<PubmedArticleSet>${articles.join("\n")}</PubmedArticleSet>`;

let answer: (pmids: string[]) => { status?: number; type?: string; body: string };
const asked: string[][] = [];
let url = "";
let registries: Registries;
const server = createServer((request, response) => {
  const pmids = (new URL(request.url ?? "", url).searchParams.get("id") ?? "").split(",");
  asked.push(pmids);
  const { status = 200, type = "text/xml", body } = answer(pmids);
  response.writeHead(status, { "content-type": type, "x-rate-limit-limit": "1000" }).end(body);
});

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
  answer = (pmids) => ({ body: set(pmids.map((pmid) => article(pmid))) });
  const urls = { europepmc: url, pubmed: url, crossref: url, clinicaltrials: url, doi: url, datacite: url };
  registries = openRegistries(urls, null, null, { timeout: 60_000 }); // a busy machine is not what is tried
});

const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(1000 + at));
const askAll = (pmids: string[]) => Promise.all(pmids.map((pmid) => registries.pubmed.ask(pmid)));
const outcomes = async (pmids: string[]) => (await askAll(pmids)).map(({ outcome }) => outcome);

test("those who stand in line go together, two hundred at most, and each gets its own record", async () => {
  const answers = await askAll(numbers(450));
  expect(asked.map((pmids) => pmids.length)).toEqual([200, 200, 50]);
  expect(answers.map((one) => one.outcome === "found" && one.facts.title)).toEqual(
    numbers(450).map((pmid) => `Study ${pmid}`),
  );
});

test("a number that PubMed doesn't have is not found, and the others are", async () => {
  answer = (pmids) => ({ body: set(pmids.filter((pmid) => pmid !== "1001").map((pmid) => article(pmid))) });
  expect(await outcomes(["1000", "1001", "1002"])).toEqual(["found", "not-found", "found"]);
});

test("a record that is broken costs itself only", async () => {
  answer = (pmids) => ({
    body: set(pmids.map((pmid) => article(pmid, pmid === "1001" ? "Cut <b>off" : undefined))),
  });
  expect(await outcomes(["1000", "1001", "1002"])).toEqual(["found", "unreachable", "found"]);
});

test("an answer that breaks off says nothing about what it doesn't hold", async () => {
  answer = (pmids) => ({ body: set(pmids.map((pmid) => article(pmid))).slice(0, -60) });
  expect(await outcomes(["1000", "1001"])).toEqual(["unreachable", "unreachable"]);
});

test("a record of a study nobody asked about is nobody's", async () => {
  answer = () => ({ body: set([article("7"), article("1000")]) });
  expect(await outcomes(["1000", "1001"])).toEqual(["found", "refused"]);
});

test("one record too long for an answer leaves the others", async () => {
  answer = (pmids) => ({
    body: set(pmids.map((pmid) => article(pmid, pmid === "1002" ? "x".repeat(6 * 1024 * 1024) : undefined))),
  });
  expect(await outcomes(["1000", "1001", "1002", "1003"])).toEqual(["found", "found", "unreachable", "found"]);
});

test("a number PubMed refuses leaves the others", async () => {
  answer = (pmids) =>
    pmids.includes("1001")
      ? { status: 400, type: "text/plain", body: "?" }
      : { body: set(pmids.map((one) => article(one))) };
  expect(await outcomes(["1000", "1001", "1002"])).toEqual(["found", "not-found", "found"]);
});

test.each([
  ["a web page", { type: "text/html", body: "<!doctype html><p>Please come back later.</p>" }],
  ["a web page that says it is XML", { body: "<html><body>Please come back later.</body></html>" }],
  ["nothing", { body: "" }],
  ["entities of its own", { body: '<!DOCTYPE x [<!ENTITY a "b">]><PubmedArticleSet></PubmedArticleSet>' }],
  ["a key it doesn't know", { status: 400, type: "application/json", body: '{"error":"API key invalid"}' }],
])("%s is no answer", async (_what, given) => {
  answer = () => given;
  expect(await outcomes(["1000"])).toEqual(["unreachable"]);
});

test("what is known to be asked soon is asked once, together with the others", async () => {
  registries.pubmed.askEarly(["1000", "1001", "1000"]);
  expect(await outcomes(["1001"])).toEqual(["found"]);
  expect(await outcomes(["1000"])).toEqual(["found"]);
  expect(asked).toEqual([["1000", "1001"]]);
  await askAll(["1000"]);
  expect(asked).toHaveLength(2);
});
