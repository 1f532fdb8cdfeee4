import { spawn } from "node:child_process";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderCard } from "@/lib/studies/card";
import type { Identifier } from "@/lib/studies/types";
import { doi, invented, lookUp, nct, pmid } from "../support/asking";
import { type Awkward, awkward, registriesUnder, startAwkwardRegistries } from "../support/awkward-registries";
import { type FakeRegistries, startFakeRegistries } from "../support/fake-registries";

let server: Awaited<ReturnType<typeof startAwkwardRegistries>>;
let fake: FakeRegistries;
beforeAll(async () => {
  server = await startAwkwardRegistries();
  fake = await startFakeRegistries();
});
afterAll(() => Promise.all([server.close(), fake.close()]));

/** The card as a page would show it; whatever is in the records, this must not throw. */
async function cardOf(identifier: Identifier) {
  const { facts, identifiers, asked, records } = await lookUp(registriesUnder(server.url, 600), identifier);
  const has = records.some(({ subject }) => subject === "");
  const state = has ? "found" : "unreachable";
  const card = renderCard({ id: 1, state, identifiers, facts: has ? facts : null, asked: [], notReached: [] });
  expect(card).not.toMatch(/<script|style=|\[object|undefined|NaN/);
  return { card, facts, outcomes: asked.map(({ answer }) => answer.outcome) };
}

describe.each([
  ["Europe PMC, Crossref and doi.org", invented("randomised")],
  ["PubMed", pmid("99000001")],
  ["ClinicalTrials.gov", nct("NCT99990002")],
])("whatever %s sends instead of an answer", (_who, identifier) => {
  test.each(Object.entries(awkward))("%s leaves an honest state", async (_what, how) => {
    server.answerWith(how);
    const { outcomes } = await cardOf(identifier);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes).toEqual(outcomes.map(() => "unreachable"));
  });
});

test("empty sets are no study, not a failure", async () => {
  server.answerWith((request, response) => {
    const pubmed = request.url?.startsWith("/pubmed");
    response.setHeader("content-type", pubmed ? "text/xml" : "application/json");
    if (request.url?.startsWith("/doi")) response.end('[{"DOI":"10.5555/x","status":"DOI does not exist"}]');
    else if (request.url?.startsWith("/crossref")) response.writeHead(404).end("Resource not found.");
    else response.end(pubmed ? "<PubmedArticleSet> </PubmedArticleSet>" : '{"hitCount":0,"resultList":{"result":[]}}');
  });
  expect((await cardOf(doi("10.5555/x"))).outcomes).toEqual(["not-found", "not-found"]);
  expect((await cardOf(pmid("99000001"))).outcomes).toEqual(["not-found", "not-found"]);
});

/** Records of one study at all registries. */
function answerAs({
  europepmc,
  pubmed,
  crossref,
}: {
  europepmc?: object;
  pubmed?: string;
  crossref?: object;
}): Awkward {
  return (request, response) => {
    const registry = /^\/(\w+)/.exec(request.url ?? "")?.[1];
    if (registry === "pubmed") {
      response.setHeader("content-type", "text/xml");
      return void response.end(`<PubmedArticleSet>${pubmed ?? ""}</PubmedArticleSet>`);
    }
    response.setHeader("content-type", "application/json");
    const result = europepmc ? [europepmc] : [];
    if (registry === "europepmc") response.end(JSON.stringify({ hitCount: result.length, resultList: { result } }));
    else if (registry === "crossref" && crossref) response.end(JSON.stringify({ message: crossref }));
    else response.writeHead(404).end("{}");
  };
}

const ids = { pmid: "99000001", doi: "10.5555/wellcited.awkward" };
const article = (inside: string, title = "An awkward record") =>
  `<PubmedArticle><MedlineCitation><PMID>${ids.pmid}</PMID><Article><ArticleTitle>${title}</ArticleTitle>${inside}</Article></MedlineCitation></PubmedArticle>`;

describe("a record that is real and awkward becomes a card", () => {
  const sentence = "Of 40 patients 12 had a rash & <i>n</i> = 3 left the trial. ";
  const long = sentence.repeat(Math.ceil(20_000 / sentence.length));

  test("with an abstract of 20,000 characters", async () => {
    const inside = `<Abstract><AbstractText>${long.replace("&", "&amp;")}</AbstractText></Abstract>`;
    server.answerWith(
      answerAs({
        pubmed: article(inside),
        europepmc: { ...ids, source: "MED", title: "An awkward record", abstractText: long },
      }),
    );
    const { card } = await cardOf(pmid(ids.pmid));
    expect(card).toContain("An awkward record");
    expect(card.length).toBeLessThan(20_000);
  });

  test("with 1,014 authors", async () => {
    const author = Array.from({ length: 1_014 }, (_, n) => ({ given: "Ann", family: `Author${n}` }));
    const list = author.map(({ family }) => `<Author><LastName>${family}</LastName><ForeName>Ann</ForeName></Author>`);
    server.answerWith(
      answerAs({
        pubmed: article(`<AuthorList>${list.join("")}</AuthorList><ELocationID EIdType="doi">${ids.doi}</ELocationID>`),
        crossref: { DOI: ids.doi, title: ["An awkward record"], author },
      }),
    );
    const { card, facts } = await cardOf(doi(ids.doi));
    expect(facts.authors?.value).toMatchObject({ total: 1_014 });
    expect(card).toContain("and 1,011 more");
  });

  test("with formulas in its title and abstract", async () => {
    const formula = `<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mn>5</mml:mn><mml:mo>×</mml:mo><mml:msup><mml:mn>10</mml:mn><mml:mn>6</mml:mn></mml:msup></mml:math>`;
    server.answerWith(
      answerAs({
        pubmed: article(
          `<Abstract><AbstractText>We gave ${formula} cells.</AbstractText></Abstract>`,
          `A dose of ${formula} cells`,
        ),
        crossref: { DOI: ids.doi, title: [`A dose of ${formula} cells`] },
      }),
    );
    for (const identifier of [pmid(ids.pmid), doi(ids.doi)])
      expect((await cardOf(identifier)).card).toMatch(/A dose of 5\s*×\s*10⁶ cells/);
  });

  test("nested deeper than any reader goes", async () => {
    const deep = `${"<div>".repeat(50_000)}text${"</div>".repeat(50_000)}`;
    server.answerWith(answerAs({ crossref: { DOI: ids.doi, title: [deep], abstract: deep } }));
    expect(["found", "unreachable"]).toContain((await cardOf(doi(ids.doi))).outcomes.at(-1));
  });

  test("with nothing in it but its number", async () => {
    server.answerWith(
      answerAs({ crossref: { DOI: ids.doi }, pubmed: article("", ""), europepmc: { ...ids, source: "MED" } }),
    );
    expect((await cardOf(doi(ids.doi))).card).toContain("This record has no title");
  });
});

test("records with anything at any place never break a card", async () => {
  const home = fake.urls.CROSSREF_URL.replace(/\/crossref$/, "");
  const at = (path: string) => fetch(`${home}${path}`);
  const real: { name: string; crossref: unknown; europepmc: unknown }[] = [];
  for (const name of ["randomised", "retracted", "preprint"]) {
    const { records } = await lookUp(registriesUnder(home), invented(name));
    expect(records.length).toBeGreaterThan(1);
    const crossref = (await (await at(`/crossref/works/10.5555%2Fwellcited.${name}`)).json()).message;
    const query = encodeURIComponent(`DOI:"10.5555/wellcited.${name}"`);
    const europepmc = (await (await at(`/europepmc/search?query=${query}`)).json()).resultList.result[0];
    real.push({ name, crossref, europepmc });
  }
  const anything = fc.oneof(
    fc.constantFrom(null, 0, -1, "", [], {}, [null], [[]], { value: null }, "<b>", "&#0;", "\u0000", "9".repeat(400)),
    fc.anything({ maxDepth: 2, withNullPrototype: false }).filter((one) => JSON.stringify(one) !== undefined),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...real),
      fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 6 }),
      async ({ name, crossref, europepmc }, changes) => {
        const changed = structuredClone({ crossref, europepmc });
        for (const [place, value] of changes) replaceAt(changed, place, value);
        server.answerWith(answerAs(changed as never));
        await cardOf(invented(name));
      },
    ),
    { numRuns: 150 },
  );
});

/** Puts something else at one of the places of a tree. */
function replaceAt(tree: object, place: number, value: unknown): void {
  const places: [object, string][] = [];
  const walk = (node: object) => {
    for (const [key, child] of Object.entries(node)) {
      places.push([node, key]);
      if (typeof child === "object" && child !== null) walk(child);
    }
  };
  for (const record of Object.values(tree)) if (typeof record === "object" && record !== null) walk(record);
  const [node, key] = places[place % Math.max(1, places.length)] ?? [];
  if (node && key) (node as Record<string, unknown>)[key] = value;
}

test("no answer costs the process fifty megabytes", async () => {
  const kinds: Record<string, Awkward> = {
    ...Object.fromEntries(Object.entries(awkward).filter(([what]) => /gigabyte|squeezed|brackets|elements/.test(what))),
    "an abstract as long as an answer may be": answerAs({
      crossref: { DOI: ids.doi, title: ["x"], abstract: "Of 40 patients 12 had a rash. ".repeat(150_000) },
    }),
    "as many marks as fit": answerAs({
      crossref: { DOI: ids.doi, title: ["<i>x</i>".repeat(200_000)], abstract: "<i>x</i>".repeat(200_000) },
    }),
    "as many authors as fit": answerAs({
      crossref: {
        DOI: ids.doi,
        title: ["x"],
        author: Array.from({ length: 80_000 }, (_, n) => ({ family: `Author${n}` })),
      },
    }),
  };
  const names = Object.keys(kinds);
  let asked = -1;
  server.answerWith((request, response) => {
    if (request.url?.startsWith("/europepmc")) asked++;
    const how = kinds[names[asked - 1] ?? ""] ?? answerAs({ crossref: { DOI: ids.doi, title: ["x"] } });
    how(request, response);
  });
  const child = spawn(
    process.execPath,
    [
      "--expose-gc",
      "--max-semi-space-size=8", // as the forum is started
      "--import",
      "tsx",
      "tests/support/look-up-alone.ts",
      server.url,
      ...Array(names.length + 1).fill(ids.doi),
    ],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, LOG_LEVEL: "silent" } },
  );
  let said = "";
  for await (const chunk of child.stdout) said += chunk;
  const grew = [...said.matchAll(/^(\d+) MB/gm)].map(([, megabytes]) => Number(megabytes));
  expect(grew).toHaveLength(names.length);
  expect(Math.max(...grew)).toBeLessThan(50);
}, 120_000);
