import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/lib/platform/db";
import { newRequest, withRequest } from "@/lib/platform/request";
import { guest, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { editPost, withdrawPost } from "@/lib/posts/commands";
import { listOwnWords } from "@/lib/posts/queries";
import { lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { lookUpStudy } from "@/lib/studies/commands";
import { listStudiesOfThread, readStudy } from "@/lib/studies/queries";
import type { Registries } from "@/lib/studies/registries";
import { storeLookUp, storeSeedStudy } from "@/lib/studies/writes";
import { seedStudies } from "@/prisma/seed/studies";
import { doi, registriesAt } from "../support/asking";
import { resetDatabase, sql } from "../support/database";
import { type FakeRegistries, startFakeRegistries } from "../support/fake-registries";
import { category, joined, replies, starts } from "../support/people";

let fake: FakeRegistries;
let registries: Registries;
let jasond: MemberViewer;
let karenr: MemberViewer;
let open: number;

beforeAll(async () => {
  fake = await startFakeRegistries();
});
afterAll(() => fake.close());
beforeEach(async () => {
  await resetDatabase();
  registries = registriesAt(fake, 2_000);
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  open = await category("open");
});

const sentences = async (viewer: Viewer) => (await readStudy(viewer, 1)).mentions.map(({ sentence }) => sentence);

describe("a study’s own page", () => {
  it("shows each mention’s sentence with its thread, author and date, the newest first", async () => {
    const { threadId, number } = await starts(jasond, open, "Hello. I read 10.5555/wellcited.review with care. Bye.");
    const quote = "I read 10.5555/wellcited.review with care.";
    await replies(jasond, threadId, `> #${number}\n> ${quote}\n\nA quote by number is the quoted post's mention.`);
    await replies(karenr, threadId, `> ${quote}\n\nMe too.`);
    const { mentions, threads } = await readStudy(guest, 1);
    expect(threads).toBe(1);
    expect(mentions).toMatchObject([
      { author: { name: "karenr" }, sentence: null },
      {
        number,
        thread: { id: threadId, title: "A thread by jasond" },
        author: { name: "jasond", former: false },
        sentence: "I read 10.5555/wellcited.review with care.",
      },
    ]);
  });

  it("shows nothing of a post that this reader may not read", async () => {
    const seenByAll = await starts(jasond, open, "All may know of 10.5555/wellcited.review and me.");
    await starts(karenr, open, "Only members hear that 10.5555/wellcited.review is mine.", "members");
    const hidden = await replies(karenr, seenByAll.threadId, "I hide 10.5555/wellcited.review behind words.");
    await transaction(async (tx) => {
      const post = await lockPostAndThread(tx, hidden.number);
      if (post) await setPostState(tx, post, "hidden", "promotion");
    });
    const amara = await joined("amara");
    const gone = await replies(amara, seenByAll.threadId, "I take 10.5555/wellcited.review back.");
    await withdrawPost(amara, { number: gone.number });
    expect(await sentences(guest)).toEqual(["All may know of 10.5555/wellcited.review and me."]);
    expect(await sentences(jasond)).toEqual([
      "Only members hear that 10.5555/wellcited.review is mine.",
      "All may know of 10.5555/wellcited.review and me.",
    ]);
    expect((await readStudy(karenr, 1)).mentions.map(({ state }) => state)).toEqual(["hidden", "visible", "visible"]);
    expect((await readStudy(guest, 1)).threads).toBe(1);
  });

  it("goes on where the first thirty mentions end", async () => {
    const { threadId } = await starts(jasond, open, "I read 10.5555/wellcited.review with care.");
    await sql(
      `INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state)
       SELECT $1, n + 1, $2, '', '<p>Mention ' || n || '</p>', 1, 'visible' FROM generate_series(1, 40) n`,
      [threadId, jasond.id],
    );
    await sql(
      `INSERT INTO "Citation" ("postNumber", position, kind, value, "studyId") SELECT number, 0, 'doi', '10.5555/wellcited.review', 1 FROM "Post" WHERE html LIKE '%Mention%'`,
    );
    const first = await readStudy(guest, 1);
    expect(first.mentions).toHaveLength(30);
    const rest = await readStudy(guest, 1, first.next);
    expect(rest.mentions).toHaveLength(11);
    expect(rest.next).toBeNull();
    expect(new Set([...first.mentions, ...rest.mentions].map(({ number }) => number)).size).toBe(41);
  });

  it("calls someone who left a former member, and depends on everyone it names", async () => {
    await starts(jasond, open, "I read 10.5555/wellcited.review with care.");
    await sql(`UPDATE "Member" SET "closedAt" = now(), "email" = NULL WHERE "name" = 'jasond'`);
    const request = newRequest("test", "127.0.0.1");
    const { mentions } = await withRequest(request, () => readStudy(guest, 1));
    expect(mentions).toMatchObject([{ author: { former: true } }]);
    expect([...request.tags]).toEqual(expect.arrayContaining(["study:1", `member:${jasond.id}`]));
  });

  it("keeps what changed and when", async () => {
    await starts(jasond, open, "I read 10.5555/wellcited.retracted with care.");
    await lookUpStudy(1, registries);
    expect((await readStudy(guest, 1)).history).toMatchObject([{ what: "found" }]);
    await sql(
      `UPDATE "Study" SET "checkAfter" = NULL, "facts" = jsonb_set(jsonb_set("facts", '{notices}', '[]'), '{title,value}', '"Another title"')`,
    );
    await lookUpStudy(1, registries);
    const { history } = await readStudy(guest, 1);
    expect(history.map(({ what }) => what)).toEqual(expect.arrayContaining(["found", "title", "retracted"]));
    expect(history.find(({ what }) => what === "title")).toMatchObject({ before: "Another title" });
    await sql(`UPDATE "Study" SET "checkAfter" = NULL`);
    await lookUpStudy(1, registries);
    expect((await readStudy(guest, 1)).history).toHaveLength(history.length);
  });

  it("doesn’t tell that a study was known before this reader could read of it", async () => {
    await starts(jasond, open, "Among us: 10.5555/wellcited.review was good.", "members");
    await lookUpStudy(1, registries);
    await sql(`UPDATE "StudyChange" SET "at" = now() - interval '1 year'`);
    await sql(`UPDATE "Citation" SET "citedAt" = now() - interval '1 year 1 minute'`);
    const { number } = await starts(karenr, open, "For all: 10.5555/wellcited.review was good.");
    expect(await readStudy(guest, 1)).toMatchObject({ history: [], firstNamed: { number } });
    expect(await readStudy(jasond, 1)).toMatchObject({ history: [{ what: "found" }] });
  });

  it("begins with the edit that named it, for whom that is the first they could read of it", async () => {
    const { number } = await starts(karenr, open, "I read something good.");
    await starts(jasond, open, "Among us: 10.5555/wellcited.review was good.", "members");
    await lookUpStudy(1, registries);
    await sql(`UPDATE "Post" SET "createdAt" = now() - interval '1 year'`);
    await sql(`UPDATE "Citation" SET "citedAt" = now() - interval '6 months'`);
    await sql(`UPDATE "StudyChange" SET "at" = now() - interval '5 months'`);
    const edit = { number, version: 1, text: "I read 10.5555/wellcited.review.", reason: "", requestId: randomUUID() };
    await editPost(karenr, edit);
    const { history, firstNamed } = await readStudy(guest, 1);
    expect(history).toEqual([]);
    expect(firstNamed.number).toBe(number);
    expect(Date.now() - firstNamed.at.getTime()).toBeLessThan(60_000);
    expect((await readStudy(jasond, 1)).history).toMatchObject([{ what: "found" }]);

    // Another edit that keeps the name keeps the day.
    await sql(`UPDATE "Citation" SET "citedAt" = "citedAt" - interval '24 hours'`);
    const again = { ...edit, version: 2, text: "I read 10.5555/wellcited.review twice.", requestId: randomUUID() };
    await editPost(karenr, again);
    expect((await readStudy(guest, 1)).firstNamed.at).toEqual(new Date(firstNamed.at.getTime() - 24 * 60 * 60 * 1000));
  });

  it("of two studies that turned out to be one tells each reader the lines of the one they could read of", async () => {
    const of = async (identifier: string, text: string, audience?: "members") => {
      await starts(karenr, open, text, audience);
      const [{ id } = { id: 0 }] = await sql<{ id: number }>(
        `SELECT "studyId" AS id FROM "StudyIdentifier" WHERE "value" = $1`,
        [identifier],
      );
      return id;
    };
    const among = await of("10.5555/wellcited.one", "Among us: 10.5555/wellcited.one.", "members");
    const forAll = await of("10.5555/wellcited.two", "For all: 10.5555/wellcited.two.");
    await sql(`INSERT INTO "StudyChange" ("studyId", "at", "what", "before", "after") VALUES
      (${among}, now(), 'title', 'One', 'First'), (${forAll}, now(), 'title', 'Two', 'Second')`);
    const identifiers = [doi("10.5555/wellcited.one"), doi("10.5555/wellcited.two")];
    await transaction((tx) => storeLookUp(tx, among, { identifiers, asked: [], known: [], records: [] }));
    const lines = async (viewer: Viewer) =>
      (await readStudy(viewer, forAll)).history.map(({ what, after }) => `${what} ${after}`);
    expect(await lines(guest)).toEqual(["title Second"]);
    expect(await lines(jasond)).toEqual(["joined DOI 10.5555/wellcited.two", "title Second", "title First"]);
    await starts(jasond, open, "Now for all, too: 10.5555/wellcited.one.");
    expect(await lines(guest)).toEqual(["title Second"]);
  });

  it("is found under the number of a study that turned out to be the same, by those who may read of it", async () => {
    await starts(jasond, open, "Among us: 10.5555/wellcited.review was good.", "members");
    await sql(`INSERT INTO "JoinedStudy" VALUES (77, 1)`);
    expect(await readStudy(jasond, 77)).toMatchObject({ studyId: 1 });
    await expect(readStudy(guest, 77)).rejects.toMatchObject({ status: 404 });
  });
});

describe("a thread printed for the doctor", () => {
  it("has my own visible posts and nobody else’s words or name", async () => {
    const { threadId, number } = await starts(jasond, open, "I take 10.5555/wellcited.review to heart.");
    await replies(
      karenr,
      threadId,
      `> #${number}\n> I take 10.5555/wellcited.review to heart.\n\nMine: 10.5555/wellcited.animals`,
    );
    const amara = await joined("amara");
    const answer = await replies(amara, threadId, "A secret of amara's.");
    const mine = await replies(
      jasond,
      threadId,
      `> #${answer.number}\n> A secret of amara's.\n\nThank you, @amara. I agree, as Karen does. Amara’s question stands.`,
    );
    const waiting = await replies(jasond, threadId, "Not shown to others.");
    await transaction(async (tx) => {
      const post = await lockPostAndThread(tx, waiting.number);
      if (post) await setPostState(tx, post, "hidden", "promotion");
    });
    const posts = await listOwnWords(jasond, threadId);
    expect(posts.map((post) => post.number)).toEqual([number, mine.number]);
    expect(JSON.stringify(posts)).not.toMatch(/amara|karen|secret|Not shown/i);
    expect(posts[1]?.html).toContain(
      "Thank you, another member. I agree, as another member does. Another member’s question stands.",
    );
    expect(await listOwnWords(guest, threadId)).toEqual([]);
  });

  it("numbers the studies that its visible posts name, with what their cards say, results never without harms", async () => {
    for (const seed of seedStudies()) await transaction((tx) => storeSeedStudy(tx, seed));
    const { threadId } = await starts(
      jasond,
      open,
      "Read 10.5555/wellcited.randomised and 10.5555/wellcited.retracted, not 10.5555/wellcited.randomised alone.",
    );
    const hidden = await replies(karenr, threadId, "And 10.5555/wellcited.animals.");
    await transaction(async (tx) => {
      const post = await lockPostAndThread(tx, hidden.number);
      if (post) await setPostState(tx, post, "hidden", "promotion");
    });
    const studies = await listStudiesOfThread(jasond, threadId);
    expect(studies).toHaveLength(2);
    const [trial, retracted] = studies;
    expect(trial).toMatchObject({
      reference: expect.stringMatching(/^\S.*doi:10\.5555\/wellcited\.randomised/),
      kind: expect.stringContaining("randomised"),
      people: "214 people",
      harms: { state: "quoted" },
    });
    expect(trial?.found.length).toBeGreaterThan(0);
    expect(retracted).toMatchObject({ warnings: ["Retracted", "Corrected"], found: [], concluded: null, harms: null });
    expect(retracted?.reference).toMatch(/\[Retracted\]|RETRACTED/);
    expect(await listStudiesOfThread(await joined("amara"), threadId)).toHaveLength(2);
  });

  it("of a members-only thread gives a guest nothing", async () => {
    const { threadId } = await starts(jasond, open, "Among us: 10.5555/wellcited.review.", "members");
    expect(await listStudiesOfThread(guest, threadId)).toEqual([]);
    expect(await listStudiesOfThread(karenr, threadId)).toHaveLength(1);
  });
});
