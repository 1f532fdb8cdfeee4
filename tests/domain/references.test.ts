import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findDamage } from "@/lib/integrity/queries";
import { withClock } from "@/lib/platform/clock";
import { pool, prisma, transaction } from "@/lib/platform/db";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { editPost } from "@/lib/posts/commands";
import { renderOldPosts } from "@/lib/posts/jobs";
import { lockPostAndThread, purgePost } from "@/lib/posts/writes";
import { lookUpStudy } from "@/lib/studies/commands";
import { askAgainAboutReferences, matchReference } from "@/lib/studies/matching";
import { listCitations, listStudies } from "@/lib/studies/queries";
import type { Registries } from "@/lib/studies/registries";
import { dropUncited } from "@/lib/studies/uncited";
import { storeSeedStudy } from "@/lib/studies/writes";
import { realStudies } from "@/prisma/seed/studies-real";
import { research } from "@/prisma/seed/threads/research";
import { registriesAt } from "../support/asking";
import { resetDatabase, sql, untilSomebodyWaits } from "../support/database";
import { type FakeRegistries, startFakeRegistries } from "../support/fake-registries";
import { category, joined, replies, starts } from "../support/people";

let fake: FakeRegistries;
let registries: Registries;
let jasond: MemberViewer;
let karenr: MemberViewer;
let threadId: number;

beforeAll(async () => {
  fake = await startFakeRegistries();
});
afterAll(() => fake.close());
beforeEach(async () => {
  await resetDatabase();
  registries = registriesAt(fake);
  fake.asked.length = 0;
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  threadId = (await starts(jasond, await category("research"))).threadId;
});
afterEach(() => fake.fail("pubmed", null));

const REFERENCE =
  "Lindqvist IM, Mora T, et al. A steady dose or a stepped dose. J Invent Haematol. 2021 Mar;12(1):1-9.";
const VALUE = "j invent haematol|2021|12|1|lindqvist";
const MATCHED = "Matched from the reference";

const cardsOf = async (number: number) => (await listCitations(guest, [number])).get(number) ?? [];
const studies = () => sql<{ id: number; state: string }>(`SELECT id, state FROM "Study" ORDER BY id`);
const studyCount = async () =>
  (await sql<{ n: number }>(`SELECT "studyCount" AS n FROM "Thread" WHERE id = ${threadId}`))[0]?.n;
const jobs = (name: string) =>
  sql<{ waits: number }>(
    `SELECT round(extract(epoch FROM start_after - now()))::int AS waits FROM pgboss.job WHERE name = '${name}' ORDER BY created_on, id`,
  );
const damage = async () => {
  const connection = await pool.connect();
  try {
    return await findDamage(connection);
  } finally {
    connection.release();
  }
};

test("a post from before references were recognised cites them after the next start, and nobody is told", async () => {
  const { number } = await replies(karenr, threadId, REFERENCE);
  const quoting = await replies(jasond, threadId, `> #${number}\n> 10.5555/wellcited.review\n\nThank you.`);
  const untouched = await replies(karenr, threadId, "See 10.5555/wellcited.animals.");
  const edited = await replies(jasond, threadId, "Nothing to see.");
  // As older versions of the forum left them.
  await sql(`DELETE FROM "Citation" WHERE "postNumber" = ${number}`);
  await sql(`DELETE FROM "StudyReference"`);
  await sql(`INSERT INTO "Citation" ("postNumber", position, kind, value, "studyId")
    SELECT ${quoting.number}, 0, 'doi', '10.5555/wellcited.review', "studyId" FROM "Citation" WHERE "postNumber" = ${untouched.number}`);
  await sql(`UPDATE "Thread" SET "studyCount" = 1 WHERE id = ${threadId}`);
  await sql(`UPDATE "Post" SET "rendererVersion" = 2, html = '<p>Old</p>' WHERE number <> ${edited.number}`);
  const rows = () => sql(`SELECT "postNumber", kind, value, "citedAt" FROM "Citation" ORDER BY 1`);
  const [, kept] = (await rows()) as { citedAt: Date }[];
  const notices = await sql(`SELECT * FROM "Notice" ORDER BY id`);
  expect(await renderOldPosts()).toBe(4);
  expect(await rows()).toEqual([
    { postNumber: number, kind: "reference", value: VALUE, citedAt: expect.any(Date) },
    { postNumber: untouched.number, kind: "doi", value: "10.5555/wellcited.animals", citedAt: kept?.citedAt },
  ]);
  const posts = await prisma.post.findMany({ where: { number: { gte: number } }, orderBy: { number: "asc" } });
  expect(posts.map(({ version, editedAt }) => [version, editedAt])).toEqual(posts.map(() => [1, null]));
  expect(posts[0]?.html).toContain("A steady dose or a stepped dose");
  expect(await sql(`SELECT * FROM "Notice" ORDER BY id`)).toEqual(notices);
  expect(await jobs("study.match-reference")).not.toEqual([]);
  await matchReference(VALUE, registries);
  expect(await cardsOf(number)).toHaveLength(1);
  expect(await damage()).toEqual([]);
  expect(await renderOldPosts()).toBe(0);
});

test("a reference beside a trial’s number is cited, also in posts that were saved before that", async () => {
  const { number } = await replies(karenr, threadId, `${REFERENCE} Registered as NCT04014166.`);
  const cited = () => sql(`SELECT kind, value FROM "Citation" WHERE "postNumber" = ${number} ORDER BY position`);
  const both = [
    { kind: "reference", value: VALUE },
    { kind: "nct", value: "NCT04014166" },
  ];
  expect(await cited()).toEqual(both);
  await sql(`DELETE FROM "Citation" WHERE kind = 'reference'`); // as version 4 left it
  await sql(`UPDATE "Post" SET "rendererVersion" = 4`);
  await renderOldPosts();
  expect(await cited()).toEqual(both);
});

test("a text that is taken away for good while posts are made anew stays away, and so does what it cited", async () => {
  const { number } = await replies(karenr, threadId, REFERENCE);
  const other = await replies(karenr, threadId, "My neighbour is a goose.");
  await sql(`DELETE FROM "Citation"`); // as an older version of the forum left it
  await sql(`UPDATE "Post" SET "rendererVersion" = 2`);
  const { making } = await transaction(async (tx) => {
    await lockPostAndThread(tx, number);
    const making = renderOldPosts();
    await untilSomebodyWaits();
    for (const gone of [number, other.number]) await purgePost(tx, gone);
    return { making };
  });
  await making;
  const posts = await prisma.post.findMany({ where: { number: { in: [number, other.number] } } });
  expect(posts.map(({ source, html }) => source + html)).toEqual(["", ""]);
  expect(await sql(`SELECT * FROM "Citation"`)).toEqual([]);
});

test("a post that today’s rules would refuse stays as it was", async () => {
  const { number } = await replies(karenr, threadId, "Short.");
  const deep = `${"> ".repeat(30)}deep`;
  await prisma.post.update({ where: { number }, data: { source: deep, html: "<p>deep</p>", rendererVersion: 1 } });
  await renderOldPosts();
  expect(await prisma.post.findUnique({ where: { number } })).toMatchObject({ html: "<p>deep</p>", version: 1 });
  expect(await renderOldPosts()).toBe(0);
});

test("until a reference is matched nothing is shown but its place kept, and then the study's card, which says so", async () => {
  const { number } = await replies(karenr, threadId, `I found this.\n\n${REFERENCE}`);
  expect(await cardsOf(number)).toMatchObject([{ studyId: null, state: "looking-up", cardHtml: "" }]);
  expect(await studyCount()).toBe(0);
  expect(await jobs("study.match-reference")).toHaveLength(1);

  await matchReference(VALUE, registries);
  expect(await studyCount()).toBe(1);
  expect((await cardsOf(number))[0]?.cardHtml).toContain("Looking this study up…");
  expect(await jobs("study.look-up")).toHaveLength(1);

  await lookUpStudy(1, registries);
  const [card] = await cardsOf(number);
  expect(card).toMatchObject({ state: "found" });
  expect(card?.cardHtml).toContain("A steady dose or a stepped dose of an invented thrombopoietin agonist");
  expect(card?.cardHtml).toContain(MATCHED);
  expect(await damage()).toEqual([]);
});

test("the matcher is sent the reference's fields and nothing else of the post", async () => {
  await replies(karenr, threadId, `I was so tired in March.\n\n${REFERENCE}`);
  await matchReference(VALUE, registries);
  const [asked, fetched] = fake.asked;
  const query = new URL(asked?.path ?? "", "http://fake").searchParams;
  expect(query.get("bdata")).toBe("j invent haematol|2021|12|1|lindqvist|ref|");
  expect([...query.keys()].sort()).toEqual(["bdata", "db", "email", "retmode", "tool"]);
  expect(fetched?.path).toContain("id=99000001");
  expect(fake.asked.map(({ path }) => path).join()).not.toMatch(/tired|steady|term=|title/i);
});

test("the same study named by its DOI elsewhere doesn't say that it was matched", async () => {
  const { number } = await replies(karenr, threadId, REFERENCE);
  const { number: other } = await replies(jasond, threadId, "It is 10.5555/wellcited.randomised, isn't it?");
  await lookUpStudy(1, registries);
  await matchReference(VALUE, registries);
  expect(await studies()).toHaveLength(1);
  expect((await cardsOf(number))[0]?.cardHtml).toContain(MATCHED);
  expect((await cardsOf(other))[0]?.cardHtml).not.toContain(MATCHED);
  expect((await listStudies(guest, {}, null)).studies).toMatchObject([{ id: 1, threads: 1 }]);
});

test("two studies that turn out to be one are joined, matched or not, and the next post finds them at once", async () => {
  await replies(karenr, threadId, REFERENCE);
  await replies(jasond, threadId, "It is 10.5555/wellcited.randomised, isn't it?");
  await matchReference(VALUE, registries);
  expect(await studies()).toHaveLength(2);
  await lookUpStudy(1, registries);
  await lookUpStudy(2, registries);
  expect(await studies()).toHaveLength(1);
  const { number } = await replies(karenr, threadId, REFERENCE);
  expect((await cardsOf(number))[0]?.cardHtml).toContain(MATCHED);
  expect(await studyCount()).toBe(1);
  expect(await damage()).toEqual([]);
});

test("a post that gives reference and identifier of one study shows one card, by its identifier", async () => {
  const { number } = await replies(karenr, threadId, `${REFERENCE}\n\nThat is PMID 99000001.`);
  await matchReference(VALUE, registries);
  const cards = await cardsOf(number);
  expect(cards).toHaveLength(1);
  expect(cards[0]?.cardHtml).not.toContain(MATCHED);
});

describe("nothing is shown", () => {
  const shown = async (reference: string, value: string) => {
    const { number } = await replies(karenr, threadId, reference);
    await matchReference(value, registries);
    expect(await studies()).toEqual([]);
    return cardsOf(number);
  };

  test.each([
    [
      "where the matcher names a paper of another first author",
      "Mora T, Lindqvist IM, et al. A steady dose or a stepped dose. J Invent Haematol. 2021;12(1):1-9.",
      "j invent haematol|2021|12|1|mora",
    ],
    [
      "where the matcher names a paper of another year",
      "Lindqvist IM, Mora T, et al. A steady dose or a stepped dose. J Invent Haematol. 2019;12(1):1-9.",
      "j invent haematol|2019|12|1|lindqvist",
    ],
    [
      "where nothing stands on that page",
      "Lindqvist IM, Mora T, et al. A steady dose or a stepped dose. J Invent Haematol. 2021;12(1):111-9.",
      "j invent haematol|2021|12|111|lindqvist",
    ],
    [
      "where PubMed doesn't know the journal",
      "Lindqvist IM, Mora T, et al. A steady dose or a stepped dose. J Unheard Haematol. 2021;12(1):1-9.",
      "j unheard haematol|2021|12|1|lindqvist",
    ],
    [
      "where several papers share the page and none agrees",
      "Falk A, Sommer B. A letter of four words. Ann Imag Med. 2012;4(2):88-9.",
      "ann imag med|2012|4|88|falk",
    ],
  ])("%s", async (_, reference, value) => {
    expect(await shown(reference, value)).toEqual([]);
  });

  test("and it is asked again after a day, not before, while somebody still gives it", async () => {
    const value = "j invent haematol|2019|12|1|lindqvist";
    await shown("Lindqvist IM, Mora T. A steady dose or a stepped dose. J Invent Haematol. 2019;12(1):1-9.", value);
    const before = fake.asked.length;
    await matchReference(value, registries);
    expect(await askAgainAboutReferences()).toBe(0);
    expect(fake.asked).toHaveLength(before);
    await sql(`DELETE FROM pgboss.job`);
    await withClock(new Date(Date.now() + 25 * 3_600_000), async () => {
      expect(await askAgainAboutReferences()).toBe(1);
      await matchReference(value, registries);
    });
    expect(fake.asked.length).toBeGreaterThan(before);
  });
});

test("of several papers on one page the one that agrees is taken", async () => {
  const { number } = await replies(
    karenr,
    threadId,
    "Novak E, Holm A. A letter of four words. Ann Imag Med. 2012;4(2):88-9.",
  );
  await matchReference("ann imag med|2012|4|88|novak", registries);
  await lookUpStudy(1, registries);
  expect((await cardsOf(number))[0]?.cardHtml).toContain("Another letter on the same invented page");
});

test.each(["down", "busy", "broken", "html"] as const)(
  "while PubMed is %s nothing is shown and it is tried again",
  async (how) => {
    const { number } = await replies(karenr, threadId, REFERENCE);
    await sql(`DELETE FROM pgboss.job`);
    fake.fail("pubmed", how);
    await matchReference(VALUE, registries);
    expect(await cardsOf(number)).toEqual([]);
    const [job] = await jobs("study.match-reference");
    expect(job?.waits).toBeGreaterThanOrEqual(how === "busy" ? 6 : 1);
    fake.fail("pubmed", null);
    await withClock(new Date(Date.now() + 60_000), () => matchReference(VALUE, registriesAt(fake)));
    expect(await cardsOf(number)).toHaveLength(1);
  },
);

test("two jobs at once ask once, and two posts at once lead to one study", async () => {
  const posts = await Promise.all([replies(karenr, threadId, REFERENCE), replies(jasond, threadId, REFERENCE)]);
  await Promise.all([matchReference(VALUE, registries), matchReference(VALUE, registries)]);
  expect(fake.asked.filter(({ path }) => path.includes("ecitmatch"))).toHaveLength(1);
  for (const { number } of posts) expect(await cardsOf(number)).toHaveLength(1);
});

test("a post written while its reference is being matched has its card as well", async () => {
  await replies(karenr, threadId, REFERENCE);
  const [, { number }] = await Promise.all([matchReference(VALUE, registries), replies(jasond, threadId, REFERENCE)]);
  expect(await cardsOf(number)).toHaveLength(1);
  expect(await damage()).toEqual([]);
});

test("a reference beyond the first ten of a post gets no card", async () => {
  const ten = Array.from({ length: 10 }, (_, at) => `PMID ${98000001 + at}`).join("\n\n");
  const { number } = await replies(karenr, threadId, `${ten}\n\n${REFERENCE}`);
  const { number: short } = await replies(karenr, threadId, REFERENCE);
  await matchReference(VALUE, registries);
  expect(await cardsOf(number)).toHaveLength(10);
  expect(await cardsOf(short)).toHaveLength(1);
  expect(await damage()).toEqual([]);
});

test("the seed's first reference has its card without a network", async () => {
  for (const name of ["europepmc", "pubmed", "crossref"] as const) fake.fail(name, "down");
  await transaction(async (tx) => {
    for (const study of realStudies) await storeSeedStudy(tx, study);
  });
  const line = research[0]?.lines[0] as { text: string };
  const { number } = await replies(karenr, threadId, line.text);
  const [card] = await cardsOf(number);
  expect(card?.cardHtml).toContain("Xiaohua Wang, Xiaoguang Yin, Wei Sun");
  expect(card?.cardHtml).toContain(MATCHED);
  expect(await jobs("study.match-reference")).toEqual([]);
  expect(await prisma.studyReference.count()).toBe(1);
  for (const name of ["europepmc", "crossref"] as const) fake.fail(name, null);
});

test("a reference that was taken out of a post goes after a day, and one that another post still gives stays", async () => {
  const { number } = await replies(karenr, threadId, REFERENCE);
  const other = await replies(jasond, threadId, REFERENCE);
  const aDayLater = (days: number) => withClock(new Date(Date.now() + days * 25 * 3_600_000), dropUncited);
  const left = async () => (await sql(`SELECT 1 FROM "StudyReference"`)).length;
  expect([await aDayLater(1), await left()]).toEqual([0, 1]);
  for (const [post, author, stay] of [
    [number, karenr, 1],
    [other.number, jasond, 0],
  ] as const) {
    await editPost(author, { number: post, version: 1, text: "Nothing.", reason: "", requestId: randomUUID() });
    await aDayLater(1);
    expect(await left()).toBe(stay);
  }
});
