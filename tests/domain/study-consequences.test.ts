import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { findDamage } from "@/lib/integrity/queries";
import { listOpenCases, readCase } from "@/lib/moderation/queries";
import { markAllNoticesRead, saveNoticeSettings } from "@/lib/notices/commands";
import { noticeJobs } from "@/lib/notices/jobs";
import { listNotices } from "@/lib/notices/queries";
import { mailDueNotices } from "@/lib/notices/writes";
import { withClock } from "@/lib/platform/clock";
import { pool, transaction } from "@/lib/platform/db";
import { runDueJobs } from "@/lib/platform/queue";
import { guest, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { editPost, withdrawPost } from "@/lib/posts/commands";
import { renderText } from "@/lib/posts/render";
import { insertPost, lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { studyJobs } from "@/lib/studies/jobs";
import { listCitations } from "@/lib/studies/queries";
import type { Identifier, Notice, Source, SourceFacts } from "@/lib/studies/types";
import { storeLookUp } from "@/lib/studies/writes";
import { readThread } from "@/lib/threads/queries";
import { lockThread, setThreadState } from "@/lib/threads/writes";
import { invented, pmid } from "../support/asking";
import { resetDatabase, sql } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

const cited = invented("turning");
const TITLE = "Cells for low platelets";
const retraction: Notice = { kind: "retraction", date: "2025-03-12", doi: "10.5555/wellcited.taken-back" };
const concern: Notice = { kind: "concern", date: "2025-01-02" };

let jasond: MemberViewer;
let karenr: MemberViewer;
let orla: MemberViewer;
let treatments: number;

beforeEach(async () => {
  await resetDatabase();
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  orla = await joined("orla", { role: "moderator" });
  treatments = await category("treatments");
});

/** How often look-ups were begun to be kept: once each, unless the database had to end one that waited in a circle. */
let tries = 0;

type Saying = Partial<SourceFacts> & { from?: Source; also?: Identifier[] };

/** A look-up of the study of an identifier in which one registry answers with these fields. */
async function lookedUp(saying: Saying = {}, of: Identifier = cited): Promise<number> {
  const { from = "crossref", also = [], ...fields } = saying;
  const [found] = await sql<{ studyId: number }>(
    `SELECT "studyId" FROM "StudyIdentifier" WHERE kind = $1 AND value = $2`,
    [of.kind, of.value],
  );
  const identifiers = [of, ...also];
  const facts: SourceFacts = { identifiers, title: TITLE, ...fields };
  const url = `https://example.org/${from}/${of.value}`;
  const answer = { outcome: "found" as const, facts, url, retrievedAt: new Date().toISOString() };
  const id = await transaction((tx) => {
    tries++;
    return storeLookUp(tx, found?.studyId ?? 0, {
      identifiers,
      asked: [{ source: from, subject: "", answer }],
      known: [],
      records: [],
    });
  });
  return id ?? 0;
}

/** What someone is told of studies. */
async function told(viewer: Viewer): Promise<string[]> {
  const { notices } = await listNotices(viewer);
  return notices.filter(({ kind }) => kind === "study").map(({ text }) => text);
}

const warnings = async (viewer: Viewer, threadId: number) =>
  (await readThread(viewer, threadId)).warnings.map(({ words, date, number }) => `${words} ${date} #${number}`);
const cases = async () => (await listOpenCases(orla)).map(({ kind, about, causes }) => [kind, about, ...causes]);
const citing = (also = "") => `See 10.5555/wellcited.turning. ${also}`;
const WORD = `A study in a thread you follow or wrote in was retracted on 12 Mar 2025: “${TITLE}”.`;

describe("a study that turns retracted", () => {
  it("changes its card, its threads say so, everyone concerned is told, and a case is open", async () => {
    const { threadId, number } = await starts(jasond, treatments, citing());
    await replies(karenr, threadId);
    await lookedUp();
    expect(await warnings(guest, threadId)).toEqual([]);
    await lookedUp({ notices: [retraction] });
    expect((await listCitations(guest, [number])).get(number)?.[0]?.cardHtml).toContain("This paper was retracted");
    expect(await warnings(guest, threadId)).toEqual([`was retracted 2025-03-12 #${number}`]);
    expect([await told(jasond), await told(karenr), await told(orla)]).toEqual([[WORD], [WORD], []]);
    expect(await cases()).toEqual([["study", TITLE, "retracted"]]);
    expect(await brokenPromises()).toEqual([]);
  });

  it("is told once, however many threads cite it and however often it is looked up", async () => {
    for (let thread = 0; thread < 3; thread++) {
      const { threadId } = await starts(jasond, treatments, citing());
      await replies(karenr, threadId);
    }
    await lookedUp();
    await lookedUp({ notices: [retraction] });
    await lookedUp({ notices: [retraction] });
    await lookedUp({ notices: [{ ...retraction, date: "2025-03-13" }], from: "pubmed" });
    expect([(await told(jasond)).length, (await told(karenr)).length]).toEqual([1, 1]);
    expect(await cases()).toHaveLength(1);
  });

  it("found so at the first look-up, tells nobody, and its threads say so", async () => {
    const { threadId, number } = await starts(jasond, treatments, citing());
    await lookedUp({ notices: [retraction] });
    expect(await warnings(guest, threadId)).toEqual([`was retracted 2025-03-12 #${number}`]);
    expect([await told(jasond), await cases()]).toEqual([[], []]);
  });

  it("found so by a registry that answers for the first time, is told only when the card has stood for a day", async () => {
    const { threadId } = await starts(jasond, treatments, citing());
    await lookedUp();
    await lookedUp({ notices: [retraction], from: "pubmed" });
    expect([await told(jasond), (await warnings(guest, threadId)).length]).toEqual([[], 1]);

    await starts(karenr, treatments, "See 10.5555/wellcited.other.");
    await lookedUp({}, invented("other"));
    await sql(`UPDATE "Study" SET "createdAt" = now() - interval '3 days'`);
    await lookedUp({ notices: [retraction], from: "pubmed" }, invented("other"));
    expect(await told(karenr)).toEqual([WORD]);
  });

  it("is told for retraction in part, removal, withdrawal and concern alike, and again when it gets graver", async () => {
    const { threadId } = await starts(jasond, treatments, citing());
    await lookedUp();
    await lookedUp({ notices: [concern] });
    await markAllNoticesRead(jasond, {});
    await lookedUp({ notices: [concern, { kind: "partial-retraction", date: "2025-02" }] });
    await lookedUp({ notices: [concern, { kind: "withdrawal" }] });
    expect(await told(jasond)).toEqual([
      `A study in a thread you follow or wrote in was withdrawn: “${TITLE}”.`,
      `A study in a thread you follow or wrote in got a warning from its journal that something may be wrong in it (an “expression of concern”) on 2 Jan 2025: “${TITLE}”.`,
    ]);
    expect(await warnings(guest, threadId)).toHaveLength(1);
    expect(await cases()).toEqual([["study", TITLE, "concern", "partly-retracted", "retracted"]]);
  });

  it("is no news for a correction or a newer version", async () => {
    const { threadId } = await starts(jasond, treatments, citing());
    await lookedUp();
    await lookedUp({ notices: [{ kind: "correction", date: "2025-01-01" }, { kind: "update" }] });
    expect([await told(jasond), await warnings(guest, threadId), await cases()]).toEqual([[], [], []]);
  });

  it("and turns back, is taken back: what waited is gone, what was read says so, and a moderator looks", async () => {
    const { threadId } = await starts(jasond, treatments, citing());
    await replies(karenr, threadId);
    await lookedUp();
    await lookedUp({ notices: [retraction] });
    await markAllNoticesRead(jasond, {});
    await lookedUp();
    expect(await warnings(guest, threadId)).toEqual([]);
    expect(await told(karenr)).toEqual([]);
    expect(await told(jasond)).toEqual([
      `${WORD} Meanwhile the places that record studies, such as PubMed, no longer say so.`,
    ]);
    expect((await cases())[0]).toContain("cleared");
    await lookedUp({ notices: [retraction] });
    expect([await told(jasond), await told(karenr)]).toEqual([[WORD], [WORD]]);
  });
});

describe("who is told of a study", () => {
  it("are those who follow, not those whose post is withdrawn, who left or who stopped following", async () => {
    const { threadId } = await starts(jasond, treatments, citing());
    const amara = await joined("amara");
    const ben = await joined("ben");
    await sql(`INSERT INTO "ReadingPlace" ("memberId", "threadId", follows) VALUES ($1, $2, true)`, [
      amara.id,
      threadId,
    ]);
    const reply = await replies(ben, threadId);
    await withdrawPost(ben, { number: reply.number });
    await sql(`UPDATE "ReadingPlace" SET follows = false WHERE "memberId" = $1`, [ben.id]);
    await lookedUp();
    await lookedUp({ notices: [retraction] });
    expect([await told(amara), await told(ben)]).toEqual([[WORD], []]);
  });

  it("nobody, for a citation that isn't shown", async () => {
    const { threadId } = await starts(jasond, treatments, "Hello.");
    const { number } = await replies(karenr, threadId, citing());
    await becomes(number, "hidden");
    await lookedUp();
    await lookedUp({ notices: [retraction] });
    expect([await told(jasond), await warnings(karenr, threadId), await warnings(orla, threadId)]).toEqual([
      [],
      [],
      [],
    ]);
    await becomes(number, "visible");
    expect(await warnings(guest, threadId)).toHaveLength(1);
  });

  it("nobody any more once the thread is hidden: not on the site, not at the bell, not by mail", async () => {
    const { threadId } = await starts(jasond, treatments, citing());
    await lookedUp();
    await lookedUp({ notices: [retraction] });
    await transaction(async (tx) => {
      const thread = await lockThread(tx, threadId);
      if (thread) await setThreadState(tx, thread, "hidden", "promotion");
    });
    expect(await told(jasond)).toEqual([]);
    await withClock(new Date(Date.now() + 10 * 60_000), () => transaction(mailDueNotices));
    expect(await mails()).toEqual([]);
  });

  it("by mail as they chose, without a word of what it is", async () => {
    const { threadId } = await starts(jasond, treatments, citing());
    await replies(karenr, threadId);
    await saveNoticeSettings(karenr, { onSite: ["study"], byMail: [], followsOwnPosts: true });
    await lookedUp();
    const id = await lookedUp({ notices: [retraction] });
    await withClock(new Date(Date.now() + 10 * 60_000), () => transaction(mailDueNotices));
    const [mail, ...others] = await mails();
    expect([mail?.to, others]).toEqual(["jasond@example.org", []]);
    expect(mail?.text).toContain(`/studies/${id}`);
    expect(mail?.text).not.toContain(TITLE);
    expect(await told(karenr)).toEqual([WORD]);
  });

  it("a thousand in portions, each once, and a portion that is done again tells nobody twice", async () => {
    const { threadId } = await starts(jasond, treatments, citing());
    await sql(`INSERT INTO "Member" (name, "nameKey", "nameSkeleton", email, "emailVerifiedAt")
      SELECT 'm' || n, 'm' || n, 'm' || n, 'm' || n || '@example.org', now() FROM generate_series(1, 1200) n`);
    await sql(
      `INSERT INTO "ReadingPlace" ("memberId", "threadId", follows) SELECT id, $1, true FROM "Member" WHERE name LIKE 'm%' AND name ~ '^m[0-9]+$'`,
      [threadId],
    );
    await lookedUp();
    await lookedUp({ notices: [retraction] });
    expect(await noticesOfStudies()).toBe(500);
    await runDueJobs(noticeJobs);
    expect(await noticesOfStudies()).toBe(1201);
    const tell = noticeJobs.find(({ kind }) => kind === "notices.study");
    const [event] = await sql<{ id: number }>(`SELECT id FROM "StudyEvent"`);
    await tell?.work({ eventId: event?.id, after: 0 } as never);
    await runDueJobs(noticeJobs);
    expect(await noticesOfStudies()).toBe(1201);
  });
});

describe("the line at the top of a thread", () => {
  it("comes and goes with the citation", async () => {
    await starts(jasond, treatments, citing());
    await lookedUp({ notices: [retraction] });
    const { threadId, number } = await starts(karenr, treatments, "Hello.");
    expect(await warnings(guest, threadId)).toEqual([]);
    const reply = await replies(jasond, threadId, citing());
    expect(await warnings(guest, threadId)).toEqual([`was retracted 2025-03-12 #${reply.number}`]);
    const edit = { number, version: 1, text: citing(), reason: "", requestId: randomUUID() };
    await editPost(karenr, edit);
    expect(await warnings(guest, threadId)).toEqual([`was retracted 2025-03-12 #${number}`]);
    await editPost(karenr, { ...edit, version: 2, text: "Hello.", requestId: randomUUID() });
    await becomes(reply.number, "hidden");
    expect(await warnings(guest, threadId)).toEqual([]);
    expect(await brokenPromises()).toEqual([]);
  });

  it("is there, too, when somebody cites the study in the moment in which it turns", async () => {
    await starts(jasond, treatments, citing());
    await lookedUp();
    const { threadId } = await starts(karenr, treatments, "Hello.");
    const { source, rendered } = renderText(citing());
    let turned: Promise<number> | undefined;
    const { number } = await transaction(async (tx) => {
      const post = await insertPost(tx, { threadId, authorId: karenr.id, source, rendered });
      turned ??= lookedUp({ notices: [retraction] });
      let over = false;
      void turned.finally(() => {
        over = true;
      });
      await vi.waitUntil(async () => over || (await waiting()) > 0, { timeout: 10_000 });
      return post;
    });
    await turned;
    expect(await warnings(guest, threadId)).toEqual([`was retracted 2025-03-12 #${number}`]);
    expect(await brokenPromises()).toEqual([]);
  });

  it("and its number of studies stay right, whichever posts come, go and come back", async () => {
    const studies = ["one", "two", "three", "four"].map(invented);
    const naming = (which: number) => studies.filter((_, at) => which & (1 << at)).map(({ value }) => `See ${value}.`);
    const { threadId, number: first } = await starts(jasond, treatments, naming(15).join(" "));
    for (const study of studies.slice(1)) await lookedUp({ notices: [retraction] }, study);
    await becomes(first, "hidden");
    const numbers = [first];
    for (let which = 1; which < 16; which++) {
      const person = await joined(`member${which}`);
      numbers.push((await replies(person, threadId, `Hello. ${naming(which).join(" ")}`)).number);
      await becomes(numbers[(which * 7) % numbers.length] ?? 0, which % 3 ? "hidden" : "visible");
      expect(await brokenPromises()).toEqual([]);
    }
    for (const [at, number] of [...numbers.entries()].reverse()) {
      await becomes(number, at % 2 ? "visible" : "hidden");
      expect(await brokenPromises()).toEqual([]);
    }
    expect(await warnings(guest, threadId)).toHaveLength(3);
  });
});

describe("a study that is named everywhere", () => {
  const counting = studyJobs.filter(({ kind }) => kind === "study.count-threads");
  beforeEach(() => runDueJobs([...counting, ...noticeJobs])); // a forum that runs knows its kinds of jobs

  it("turns at once, and its threads are counted in portions, the newest first, with no other held meanwhile", async () => {
    const { threadId: oldest } = await starts(karenr, treatments, citing());
    const id = await lookedUp();
    await namedInThreads(650);
    await sql(`DELETE FROM "Expiry"`);
    await transaction(async (tx) => {
      const asked = { source: "crossref" as const, subject: "" };
      const facts = { identifiers: [cited], title: TITLE, notices: [retraction] };
      const answer = {
        outcome: "found" as const,
        facts,
        url: "https://example.org",
        retrievedAt: new Date().toISOString(),
      };
      await storeLookUp(tx, id, { identifiers: [cited], asked: [{ ...asked, answer }], known: [], records: [] });
      await sql(`SELECT 1 FROM "Thread" WHERE id = $1 FOR NO KEY UPDATE NOWAIT`, [oldest]);
    });
    expect(await sql(`SELECT 1 FROM "Study" WHERE warning IS NOT NULL`)).toHaveLength(1);
    expect(await warnedThreads()).toBe(300);
    expect(await warnings(guest, oldest)).toEqual([]);
    await runDueJobs(counting);
    expect(await warnedThreads()).toBe(651);
    expect(await warnings(guest, oldest)).toHaveLength(1);
    expect(await touchedTags()).toContain(`thread:${oldest}`);
    expect(await touchedTags()).not.toContain("everything");
    expect(await brokenPromises()).toEqual([]);
  });

  it("is told in portions of its threads, to each person once", async () => {
    await starts(jasond, treatments, citing());
    await starts(karenr, treatments, citing());
    await lookedUp();
    await namedInThreads(250);
    await lookedUp({ notices: [retraction] });
    expect([await told(jasond), await told(karenr)]).toEqual([[WORD], []]);
    await runDueJobs(noticeJobs);
    expect([await told(jasond), await told(karenr)]).toEqual([[WORD], [WORD]]);
    expect(await noticesOfStudies()).toBe(2);
  });

  it("turns and is found to be another one without waiting in a circle with those who reply", async () => {
    const { threadId } = await starts(jasond, treatments, citing("And PMID: 99200001."));
    for (const saying of [{ notices: [retraction] }, { notices: [retraction], also: [pmid("99200001")] }]) {
      const writer = await joined(`writer${tries}`);
      const { source, rendered } = renderText(citing("And PMID: 99200001."));
      let look: Promise<number> | undefined;
      let replied = 0;
      tries = 0;
      await transaction(async (tx) => {
        replied++;
        await tx.$executeRaw`SELECT 1 FROM "Thread" WHERE "id" = ${threadId} FOR NO KEY UPDATE`;
        look ??= lookedUp(saying);
        await vi.waitUntil(async () => (await waiting()) > 0, { timeout: 10_000 });
        await insertPost(tx, { threadId, authorId: writer.id, source, rendered });
      });
      await look;
      expect([tries, replied]).toEqual([1, 1]);
    }
    expect(await warnings(guest, threadId)).toHaveLength(1);
    expect(await brokenPromises()).toEqual([]);
  });
});

describe("two studies that are one", () => {
  it("are counted in portions where the one that goes is named everywhere", async () => {
    const other = pmid("99200001");
    const { threadId } = await starts(karenr, treatments, "See PMID: 99200001.");
    const kept = await lookedUp({}, other);
    await starts(jasond, treatments, citing());
    const both = await starts(jasond, treatments, citing("See PMID: 99200001."));
    const gone = await lookedUp({ notices: [retraction] });
    await namedInThreads(350, gone);
    expect(await lookedUp({ also: [other], notices: [retraction] })).toBe(kept);
    await runDueJobs(studyJobs.filter(({ kind }) => kind === "study.count-threads"));
    expect(await sql(`SELECT "studyCount" AS n FROM "Thread" WHERE id = $1`, [both.threadId])).toEqual([{ n: 1 }]);
    expect(await warnedThreads()).toBe(353);
    expect(await warnings(guest, threadId)).toHaveLength(1);
    expect(await brokenPromises()).toEqual([]);
  });

  it("share one event, and who heard of either hears no more", async () => {
    await starts(jasond, treatments, citing());
    await starts(karenr, treatments, "See PMID: 99200001.");
    const other = pmid("99200001");
    for (const one of [cited, other]) {
      await lookedUp({}, one);
      await lookedUp({ notices: [retraction] }, one);
    }
    const id = await lookedUp({ notices: [retraction], also: [other] });
    expect([await told(jasond), await told(karenr)]).toEqual([[WORD], [WORD]]);
    expect(await sql(`SELECT "studyId" FROM "StudyEvent"`)).toEqual([{ studyId: id }]);
    const open = await listOpenCases(orla);
    expect((await Promise.all(open.map((one) => readCase(orla, one.id)))).map(({ study }) => study?.id)).toEqual([
      id,
      id,
    ]);
    expect(await brokenPromises()).toEqual([]);
  });

  it("of which one was known to be retracted, tell those who read the other", async () => {
    await starts(jasond, treatments, citing());
    await starts(karenr, treatments, "See PMID: 99200001.");
    const other = pmid("99200001");
    await lookedUp();
    await lookedUp({}, other);
    await lookedUp({ notices: [retraction] }, other);
    expect([await told(jasond), await told(karenr)]).toEqual([[], [WORD]]);
    await lookedUp({ notices: [retraction], also: [other] });
    expect([await told(jasond), await told(karenr)]).toEqual([[WORD], [WORD]]);
  });
});

describe("titles that disagree", () => {
  it("are a case only once somebody has cited the study", async () => {
    const { number } = await starts(jasond, treatments, citing());
    await editPost(jasond, { number, version: 1, text: "Hello.", reason: "", requestId: randomUUID() });
    await lookedUp();
    await lookedUp({ title: "Something else entirely about kidneys in rabbits", from: "pubmed" });
    expect(await cases()).toEqual([]);
    await starts(karenr, treatments, citing());
    await lookedUp();
    expect(await cases()).toHaveLength(1);
  });

  it("hide the abstract and open a case, once", async () => {
    const { number } = await starts(jasond, treatments, citing());
    await lookedUp();
    await lookedUp({ title: "Something else entirely about kidneys in rabbits", from: "pubmed" });
    expect(await cases()).toEqual(
      [["study", TITLE, "titles-disagree"]].map((one) => expect.arrayContaining([one[0], one[2]])),
    );
    const before = await sql(`SELECT version FROM "Case"`);
    await lookedUp();
    expect(await sql(`SELECT version FROM "Case"`)).toEqual(before);
    expect((await listCitations(guest, [number])).get(number)?.[0]?.cardHtml).toContain("different titles");
  });
});

/** Threads with one post each that names a study, straight into the database. */
async function namedInThreads(count: number, studyId = 1): Promise<void> {
  await sql(
    `INSERT INTO "Thread" ("categoryId", "authorId", title, slug, audience, "lastPosition", "postCount", "studyCount")
     SELECT $1, $2, 'Thread ' || n, 'thread-' || n, 'everyone', 1, 1, 1 FROM generate_series(1, $3::int) n`,
    [treatments, jasond.id, count],
  );
  await sql(`WITH posts AS (
      INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state, "createdAt", "appearedAt")
      SELECT id, 1, "authorId", '', '', 1, 'visible', "lastPostAt", "lastPostAt" FROM "Thread" WHERE title LIKE 'Thread %' RETURNING number, "threadId"
    ) UPDATE "Thread" t SET "lastPostNumber" = number FROM posts WHERE posts."threadId" = t.id`);
  await sql(`INSERT INTO "Revision" ("postNumber", version, source, "editedById")
     SELECT number, 1, '', "authorId" FROM "Post" WHERE source = ''`);
  await sql(
    `INSERT INTO "Citation" ("postNumber", position, kind, value, "studyId")
     SELECT "lastPostNumber", 0, 'doi', $2, $1 FROM "Thread" WHERE title LIKE 'Thread %'`,
    [studyId, cited.value],
  );
  await sql(
    `UPDATE "Category" SET "threadCount" = "threadCount" + $1, "publicThreadCount" = "publicThreadCount" + $1,
    "postCount" = "postCount" + $1, "publicPostCount" = "publicPostCount" + $1`,
    [count],
  );
  await sql(
    `UPDATE "Member" SET "postCount" = "postCount" + $1, "publicPostCount" = "publicPostCount" + $1 WHERE id = $2`,
    [count, jasond.id],
  );
}

const warnedThreads = async () => (await sql(`SELECT 1 FROM "Thread" WHERE "warnedStudies" IS NOT NULL`)).length;
const touchedTags = async () =>
  (await sql<{ tags: string[] }>(`SELECT tags FROM "Expiry"`)).flatMap(({ tags }) => tags);

/** How many transactions wait for another one's rows. */
async function waiting(): Promise<number> {
  const [row] = await sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.n ?? 0;
}

async function becomes(number: number, state: "hidden" | "visible"): Promise<void> {
  await transaction(async (tx) => {
    const post = await lockPostAndThread(tx, number);
    if (post) await setPostState(tx, post, state, state === "hidden" ? "promotion" : null);
  });
}

const mails = () => sql<{ to: string; text: string }>(`SELECT * FROM "Mail" WHERE kind = 'notice-study' ORDER BY id`);
const noticesOfStudies = async () =>
  (await sql<{ count: number }>(`SELECT count(*)::int AS count FROM "Notice" WHERE kind = 'study'`))[0]?.count;

async function brokenPromises() {
  const client = await pool.connect();
  return findDamage(client).finally(() => client.release());
}
