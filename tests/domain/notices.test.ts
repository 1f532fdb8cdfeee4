import { beforeEach, describe, expect, it } from "vitest";
import { exportMyData } from "@/lib/accounts/queries";
import { findViewerByToken, openSession } from "@/lib/accounts/sessions";
import {
  followThread,
  markAllNoticesRead,
  markCategoriesRead,
  markNoticeRead,
  noteReading,
  openNotice,
  saveNoticeSettings,
  unfollowThread,
  unsubscribe,
} from "@/lib/notices/commands";
import { findFirstUnread, listNotices, readNoticeSettings, readSubscription } from "@/lib/notices/queries";
import { writeReadingPlaces } from "@/lib/notices/reading";
import { defaultsByMail, type NoticeKind } from "@/lib/notices/rules";
import { forgetNotices, mailDueNotices, noticeSweeps, tellOfNewPost } from "@/lib/notices/writes";
import { withClock } from "@/lib/platform/clock";
import { pool, prisma, transaction } from "@/lib/platform/db";
import { inPortions } from "@/lib/platform/portions";
import { guest, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { bringBackPost, editPost, withdrawPost } from "@/lib/posts/commands";
import { listPosts, readPost } from "@/lib/posts/queries";
import { lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { takeBackThanks, thank } from "@/lib/thanks/commands";
import { listNewestThreads, listThreads, readThread } from "@/lib/threads/queries";
import { resetDatabase, sql } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

let jasond: MemberViewer;
let karenr: MemberViewer;
let amara: MemberViewer;
let treatments: number;

beforeEach(async () => {
  await resetDatabase();
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  amara = await joined("amara");
  treatments = await category("treatments");
});

/** What someone finds on their notices page, in short. */
async function told(viewer: Viewer): Promise<string[]> {
  const { notices } = await listNotices(viewer);
  return notices.map(({ kind, people, posts }) =>
    [kind, people.map(({ name }) => name).join("+"), ...(kind === "reply" ? [posts] : [])].join(" "),
  );
}

/** How many rows of a table PostgreSQL reads meanwhile. */
async function rowsRead(table: string, work: () => Promise<unknown>): Promise<number> {
  const before = await rowsReadYet(table);
  await work();
  return (await rowsReadYet(table)) - before;
}

async function rowsReadYet(table: string): Promise<number> {
  const tell = "SELECT pg_stat_force_next_flush()";
  const clients = await Promise.all(Array.from({ length: Math.max(pool.totalCount, 1) }, () => pool.connect()));
  for (const client of clients) await client.query(tell);
  for (const client of clients) client.release();
  await sql(tell);
  const rows = await sql<{ n: number }>(
    `SELECT (seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS n FROM pg_stat_user_tables WHERE relname = $1`,
    [table],
  );
  return rows[0]?.n ?? 0;
}

/** What the bell says on every page. */
async function bell(viewer: MemberViewer): Promise<number | undefined> {
  const { token } = await transaction((tx) => openSession(tx, viewer, { remember: false, device: "Firefox on Linux" }));
  return (await findViewerByToken(token))?.waitingNotices;
}

async function becomes(number: number, state: "hidden" | "visible" | "held"): Promise<void> {
  await transaction(async (tx) => {
    const post = await lockPostAndThread(tx, number);
    if (post) await setPostState(tx, post, state, state === "hidden" ? "promotion" : null);
  });
}

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "went through",
    (error: { reason?: string }) => error.reason ?? String(error),
  );

describe("replies", () => {
  it("are told to whoever wrote in the thread before, once until they have read it", async () => {
    const { threadId } = await starts(jasond, treatments);
    await replies(karenr, threadId);
    await replies(amara, threadId);
    expect(await told(jasond)).toEqual(["reply karenr+amara 2"]);
    expect(await told(karenr)).toEqual(["reply amara 1"]);
    expect(await told(amara)).toEqual([]);
    expect([await bell(jasond), await bell(karenr), await bell(amara)]).toEqual([1, 1, 0]);

    await markAllNoticesRead(jasond, {});
    expect(await bell(jasond)).toBe(0);
    await replies(karenr, threadId);
    expect(await told(jasond)).toEqual(["reply karenr 1", "reply karenr+amara 2"]);
  });

  it("are told to nobody who is shut out, unconfirmed, gone, or wants neither notice nor mail", async () => {
    const people = await Promise.all(["one", "two", "three", "four", "five"].map((name) => joined(name)));
    const { threadId } = await starts(jasond, treatments);
    for (const person of people) await replies(person, threadId);
    const [one, two, three, four] = people.map(({ id }) => id);
    await sql(`DELETE FROM "Notice"`);
    await sql(`UPDATE "Member" SET standing = 'suspended', "standingReason" = 'x' WHERE id = $1`, [one]);
    await sql(`UPDATE "Member" SET "closedAt" = now(), email = NULL WHERE id = $1`, [two]);
    await sql(`UPDATE "Member" SET "emailVerifiedAt" = NULL, email = NULL WHERE id = $1`, [three]);
    await sql(`INSERT INTO "NoticeSettings" ("memberId", "onSite", "byMail") VALUES ($1, '{quote}', '{}')`, [four]);
    await replies(karenr, threadId);
    const rows = await sql<{ memberId: number }>(`SELECT "memberId" FROM "Notice" ORDER BY 1`);
    expect(rows.map(({ memberId }) => memberId)).toEqual([jasond.id, people[4]?.id]);
  });

  it("in a thread with 500 followers cost one statement and hold no follower's row", async () => {
    const { threadId } = await starts(jasond, treatments);
    await sql(
      `INSERT INTO "Member" (name, "nameKey", "nameSkeleton", email, "emailVerifiedAt")
       SELECT 'f' || n, 'f' || n, 'f' || n, 'f' || n || '@example.org', now() FROM generate_series(1, 500) n`,
    );
    await sql(
      `INSERT INTO "ReadingPlace" ("memberId", "threadId", follows) SELECT id, $1, TRUE FROM "Member" WHERE name LIKE 'f%'`,
      [threadId],
    );
    const { number } = await replies(karenr, threadId);
    expect(await prisma.notice.count({ where: { postNumber: number, kind: "reply" } })).toBe(501);
    await sql(`DELETE FROM "Notice"`);
    await transaction(async (tx) => {
      await tellOfNewPost(tx, number);
      // Whoever is told can change their own settings meanwhile.
      await sql(`BEGIN; SET LOCAL lock_timeout = '500ms'; SELECT 1 FROM "Member" FOR UPDATE; COMMIT`);
    });
    expect(await prisma.notice.count()).toBe(501);
  });
});

describe("quotes", () => {
  it("are told as quotes and not as replies too, and never twice of one post", async () => {
    const { threadId, number } = await starts(jasond, treatments, "Eat bread.");
    const answer = await replies(karenr, threadId, `> #${number}\n> Eat bread.\n\nWhy?`);
    expect(await told(jasond)).toEqual(["quote karenr"]);
    await transaction((tx) => tellOfNewPost(tx, answer.number));
    expect(await prisma.notice.count({ where: { memberId: jasond.id, kind: "quote" } })).toBe(1);
  });

  it("that come with an edit are told then, those that were there are not told again", async () => {
    const { threadId, number } = await starts(jasond, treatments, "Eat bread.");
    const other = await replies(amara, threadId, "Or rice.");
    const answer = await replies(karenr, threadId, `> #${number}\n> Eat bread.\n\nWhy?`);
    await markAllNoticesRead(jasond, {});
    await markAllNoticesRead(amara, {});
    const text = `> #${number}\n> Eat bread.\n\nWhy?\n\n> #${other.number}\n> Or rice.\n\nYes.`;
    const requestId = "6d1f5f4c-7f0f-4d36-9c5b-6a6d1c1f2a30";
    await editPost(karenr, { number: answer.number, version: 1, text, reason: "", requestId });
    expect(await bell(jasond)).toBe(0);
    expect((await told(amara))[0]).toBe("quote karenr");
    expect(await bell(amara)).toBe(1);
  });
});

describe("names called with @", () => {
  it("are told whoever has them, are links for everybody, and stay words where nobody has them", async () => {
    const { threadId, number } = await starts(jasond, treatments, "Ask @KarenR, @nobody or @amara; not `@sandi`.");
    expect([await told(karenr), await told(amara)]).toEqual([["mention jasond"], ["mention jasond"]]);
    const post = await readPost(guest, number);
    expect(post.html).toContain('<a class="mention" href="/u/karenr">@KarenR</a>, @nobody or <a');
    await sql(`UPDATE "Member" SET "closedAt" = now(), email = NULL WHERE id = $1`, [karenr.id]);
    expect((await readPost(guest, number)).html).toContain("Ask @KarenR, @nobody");
    expect((await listPosts(guest, threadId, 1)).length).toBe(1);
  });

  it("count for ten at most, and not in what one quotes", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => joined(`friend${n}`)));
    const { threadId, number } = await starts(jasond, treatments, people.map(({ name }) => `@${name}`).join(" "));
    expect(await prisma.notice.count({ where: { kind: "mention" } })).toBe(10);
    await sql(`DELETE FROM "Notice"`);
    await replies(karenr, threadId, `> #${number}\n> @friend1 @amara\n\nAll of them.`);
    expect(await prisma.notice.count({ where: { kind: "mention" } })).toBe(0);
  });

  it("tell one notice, the strongest, to who is quoted, called and following at once", async () => {
    const { threadId, number } = await starts(jasond, treatments, "Eat bread.");
    await replies(karenr, threadId, `> #${number}\n> Eat bread.\n\nWhy, @jasond?`);
    expect(await told(jasond)).toEqual(["quote karenr"]);
    await saveNoticeSettings(amara, { onSite: ["reply", "mention"], byMail: [], followsOwnPosts: true });
    const answer = await replies(amara, threadId, "Bread it is.");
    await replies(karenr, threadId, `> #${answer.number}\n> Bread it is.\n\nThank you, @amara.`);
    expect(await told(amara)).toEqual(["mention karenr"]);
  });

  it("that an edit adds are told, those that were there are not told again", async () => {
    const { number } = await starts(jasond, treatments, "Ask @karenr.");
    await markAllNoticesRead(karenr, {});
    const requestId = "6d1f5f4c-7f0f-4d36-9c5b-6a6d1c1f2a31";
    await editPost(jasond, { number, version: 1, text: "Ask @karenr or @amara.", reason: "", requestId });
    expect([await bell(karenr), await bell(amara)]).toEqual([0, 1]);
    await editPost(jasond, { number, version: 2, text: "Ask someone.", reason: "", requestId });
    expect(await prisma.mention.count()).toBe(0);
  });
});

describe("thanks", () => {
  it("for a post wait as one notice, and are gone from it when they are taken back", async () => {
    const { number } = await starts(jasond, treatments);
    await thank(karenr, { number });
    await thank(amara, { number });
    expect(await told(jasond)).toEqual(["thanks karenr+amara"]);
    await takeBackThanks(karenr, { number });
    expect(await told(jasond)).toEqual(["thanks amara"]);
    await takeBackThanks(amara, { number });
    expect([await told(jasond), await bell(jasond)]).toEqual([[], 0]);
  });

  it("that come after one was read are news again", async () => {
    const { number } = await starts(jasond, treatments);
    await thank(karenr, { number });
    await markAllNoticesRead(jasond, {});
    await thank(amara, { number });
    expect(await told(jasond)).toEqual(["thanks amara", "thanks karenr"]);
    expect(await bell(jasond)).toBe(1);
  });
});

describe("nobody is told of what they may not see", () => {
  it("a notice goes, and the count with it, while its post is hidden or withdrawn, and comes back with it", async () => {
    const { threadId, number } = await starts(jasond, treatments);
    const reply = await replies(karenr, threadId, `> #${number}\n> Hello\n\nWhy?`);
    expect(await bell(jasond)).toBe(1);
    await becomes(reply.number, "hidden");
    expect([await told(jasond), await bell(jasond)]).toEqual([[], 0]);
    await becomes(reply.number, "visible");
    expect(await told(jasond)).toEqual(["quote karenr"]);
    await withdrawPost(karenr, { number: reply.number });
    expect([await told(jasond), await bell(jasond)]).toEqual([[], 0]);
    await bringBackPost(karenr, { number: reply.number });
    expect(await bell(jasond)).toBe(1);
    await sql(`UPDATE "Thread" SET state = 'hidden', "stateReason" = 'x' WHERE id = $1`, [threadId]);
    expect([await told(jasond), await bell(jasond)]).toEqual([[], 0]);
  });

  it("a notice of replies goes on to the next one when the first is hidden", async () => {
    const { threadId } = await starts(jasond, treatments);
    const first = await replies(karenr, threadId);
    const second = await replies(amara, threadId);
    await becomes(first.number, "hidden");
    expect(await told(jasond)).toEqual(["reply amara 1"]);
    const [notice] = (await listNotices(jasond)).notices;
    expect(await openNotice(jasond, { id: notice?.id ?? 0 })).toEqual({ path: `/p/${second.number}` });
  });

  it("a held post tells nobody before a moderator lets it through, and then everybody once", async () => {
    const { threadId } = await starts(jasond, treatments);
    const { number } = await replies(karenr, threadId);
    await sql(`DELETE FROM "Notice"`);
    await becomes(number, "held");
    await transaction((tx) => tellOfNewPost(tx, number));
    expect(await prisma.notice.count()).toBe(0);
    await becomes(number, "visible");
    await transaction((tx) => tellOfNewPost(tx, number));
    await transaction((tx) => tellOfNewPost(tx, number));
    expect(await told(jasond)).toEqual(["reply karenr 1"]);
  });

  it("whom an edit calls while its post is held is told when a moderator lets it through, and nobody twice", async () => {
    const { number } = await starts(jasond, treatments, "Ask @karenr.");
    await becomes(number, "held");
    const requestId = "6d1f5f4c-7f0f-4d36-9c5b-6a6d1c1f2a32";
    await editPost(jasond, { number, version: 1, text: "Ask @karenr or @amara.", reason: "", requestId });
    expect([await told(karenr), await told(amara)]).toEqual([[], []]);
    await becomes(number, "visible");
    expect([await told(karenr), await told(amara)]).toEqual([["mention jasond"], ["mention jasond"]]);
    expect(await prisma.notice.count()).toBe(2);
  });

  it("another's notices can be neither opened nor marked, and guests and the suspended have none", async () => {
    const { threadId } = await starts(jasond, treatments);
    await replies(karenr, threadId);
    const [notice] = (await listNotices(jasond)).notices;
    const id = notice?.id ?? 0;
    expect(await openNotice(amara, { id })).toEqual({ path: "/notices" });
    await markNoticeRead(amara, { id });
    expect(await bell(jasond)).toBe(1);
    expect(await refused(listNotices(guest))).toBe("sign-in");
    expect(await refused(markNoticeRead(guest, { id }))).toBe("sign-in");
    expect(await refused(listNotices({ ...jasond, standing: "suspended" }))).toBe("suspended");
  });
});

/** Reads the thread up to a place, as its page does. */
async function reads(reader: MemberViewer, threadId: number, to: number, from = 1): Promise<void> {
  const { reading } = await readThread(reader, threadId);
  if (reading) noteReading(reader, { threadId, from, to, reading });
  await writeReadingPlaces();
}

const unread = async (viewer: Viewer, threadId: number) => (await readThread(viewer, threadId)).reading?.unread;

describe("what is unread", () => {
  it("is what others wrote after the place one has read, and is counted in lists as on the thread itself", async () => {
    const { threadId } = await starts(jasond, treatments);
    expect([await unread(guest, threadId), await unread(jasond, threadId)]).toEqual([undefined, 0]);
    await replies(karenr, threadId);
    await replies(amara, threadId);
    expect([await unread(jasond, threadId), await unread(amara, threadId)]).toEqual([2, 2]);
    await reads(amara, threadId, 2);
    expect(await unread(amara, threadId)).toBe(0);
    await reads(jasond, threadId, 2);
    expect(await unread(jasond, threadId)).toBe(1);
    await reads(jasond, threadId, 1); // going back to the beginning makes nothing unread again
    expect((await listNewestThreads(jasond, 5))[0]?.reading).toMatchObject({ position: 2, unread: 1 });
    expect((await listThreads(jasond, { id: treatments })).threads[0]?.reading).toMatchObject({ unread: 1 });
    expect((await listNewestThreads(guest, 5))[0]?.reading).toBeNull();
  });

  it("takes the thread’s notices with it, as far as one has come", async () => {
    const { threadId, number } = await starts(jasond, treatments);
    await replies(karenr, threadId);
    await replies(karenr, threadId, `> #${number}\n> Hello\n\nWhy?`);
    expect(await bell(jasond)).toBe(2);
    await reads(jasond, threadId, 2);
    expect(await told(jasond)).toEqual(["quote karenr", "reply karenr 2"]);
    expect(await bell(jasond)).toBe(1);
    await reads(jasond, threadId, 3);
    expect(await bell(jasond)).toBe(0);
  });

  it("leads to the first post of others that is new", async () => {
    const { threadId } = await starts(jasond, treatments);
    const second = await replies(karenr, threadId);
    const third = await replies(amara, threadId);
    expect(await findFirstUnread(jasond, threadId, null)).toBe(second.number);
    expect(await findFirstUnread(jasond, threadId, 2)).toBe(third.number);
    await becomes(second.number, "hidden");
    expect(await findFirstUnread(jasond, threadId, null)).toBe(third.number);
    expect(await unread(jasond, threadId)).toBe(1);
    await reads(jasond, threadId, 3);
    expect(await findFirstUnread(jasond, threadId, null)).toBeNull();
  });

  it("is found in a thread of many years without reading through them", async () => {
    const { threadId } = await starts(karenr, treatments);
    await sql(`UPDATE "Member" SET "joinedAt" = now() - interval '9 years'`);
    const posts = async (from: number, to: number, age: string) => {
      await sql(
        `INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state, "createdAt")
         SELECT $1, n, $2, '', '', 1, 'visible', now() - interval '${age}' + n * interval '1 second' FROM generate_series($3::int, $4::int) n`,
        [threadId, karenr.id, from, to],
      );
      await sql(`UPDATE "Thread" SET "lastPosition" = $2, "lastPostAt" = now() - interval '${age}' WHERE id = $1`, [
        threadId,
        to,
      ]);
    };
    await sql(`UPDATE "Post" SET "createdAt" = now() - interval '5 years'`);
    await posts(2, 5_000, "3 years");
    const numberAt = async (position: number) =>
      (
        await sql<{ number: number }>(`SELECT number FROM "Post" WHERE "threadId" = $1 AND position = $2`, [
          threadId,
          position,
        ])
      )[0]?.number;
    await sql(`ANALYZE "Post"`);
    expect(await rowsRead("Post", () => findFirstUnread(jasond, threadId, null))).toBeLessThan(500);
    expect(await findFirstUnread(jasond, threadId, null)).toBeNull();
    await posts(5_001, 5_300, "2 days");
    for (const [state, first] of [
      ["visible", 5_001],
      ["hidden", 5_002],
    ] as const) {
      await sql(`UPDATE "Post" SET state = '${state}' WHERE position = 5001`);
      let number: number | null = null;
      const read = await rowsRead("Post", async () => {
        number = await findFirstUnread(jasond, threadId, null);
      });
      expect([number, read < 500]).toEqual([await numberAt(first), true]);
    }
    expect(await findFirstUnread(jasond, threadId, 5_100)).toBe(await numberAt(5_101));
    expect(await findFirstUnread(jasond, threadId, 5_299)).toBe(await numberAt(5_300));
    expect(await findFirstUnread(jasond, threadId, 5_300)).toBeNull();
    expect(await findFirstUnread(karenr, threadId, null)).toBeNull();
  });

  it("is nothing from before one joined, from sixty days ago, or from before it was marked as read", async () => {
    const { threadId } = await starts(jasond, treatments);
    await replies(karenr, threadId);
    expect(await unread(await joined("newcomer"), threadId)).toBe(0);
    expect(await unread(amara, threadId)).toBe(2);
    await sql(`UPDATE "Post" SET "createdAt" = now() - interval '61 days' WHERE "position" = 1`);
    await sql(`UPDATE "Member" SET "joinedAt" = now() - interval '1 year'`);
    expect(await unread(amara, threadId)).toBe(1);
    await markCategoriesRead(amara, { categoryId: treatments });
    expect(await unread(amara, threadId)).toBe(0);
    await replies(karenr, threadId);
    expect(await unread(amara, threadId)).toBe(1);
    await markCategoriesRead(amara, {});
    expect(await unread(amara, threadId)).toBe(0);
  });

  it("costs nothing where nothing new was seen", async () => {
    const { threadId } = await starts(jasond, treatments);
    await reads(karenr, threadId, 1);
    const before = await sql<{ xmin: string }>(`SELECT xmin::text FROM "ReadingPlace" WHERE "memberId" = $1`, [
      karenr.id,
    ]);
    await reads(karenr, threadId, 1);
    expect(await sql(`SELECT xmin::text FROM "ReadingPlace" WHERE "memberId" = $1`, [karenr.id])).toEqual(before);
  });
});

describe("following", () => {
  it("can be begun without writing and ended for good", async () => {
    const { threadId } = await starts(jasond, treatments);
    await followThread(karenr, { threadId });
    await replies(amara, threadId);
    expect(await told(karenr)).toEqual(["reply amara 1"]);
    await unfollowThread(karenr, { threadId });
    expect(await bell(karenr)).toBe(0);
    await replies(karenr, threadId);
    await replies(amara, threadId);
    expect(await bell(karenr)).toBe(0);
    expect((await readThread(karenr, threadId)).reading?.follows).toBe(false);
  });

  it("doesn’t begin by itself for who would rather not", async () => {
    await saveNoticeSettings(karenr, { onSite: ["reply"], byMail: [], followsOwnPosts: false });
    const { threadId } = await starts(jasond, treatments);
    await replies(karenr, threadId);
    await replies(amara, threadId);
    expect(await told(karenr)).toEqual([]);
  });

  it("is refused in a thread that isn’t there for them, and to guests", async () => {
    const { threadId } = await starts(jasond, treatments);
    await sql(`UPDATE "Thread" SET state = 'hidden', "stateReason" = 'x'`);
    expect(await refused(followThread(karenr, { threadId }))).toBe("not-found");
    await sql(`UPDATE "Thread" SET state = 'visible'`);
    expect(await refused(followThread(guest, { threadId }))).toBe("sign-in");
  });
});

it("someone’s own data has what they were told and follow; closing the account forgets it", async () => {
  const { threadId, number } = await starts(jasond, treatments);
  await replies(karenr, threadId, `> #${number}\n> Hello\n\nA secret of mine.`);
  await reads(jasond, threadId, 2);
  await markCategoriesRead(jasond, {});
  await saveNoticeSettings(jasond, { onSite: ["quote"], byMail: [], followsOwnPosts: true });
  const own = JSON.stringify(await exportMyData(jasond));
  expect(own).toContain(`"follows":true`);
  expect(own).toContain(`"kind":"quote"`);
  expect(own).not.toMatch(/secret|karenr/);
  await transaction((tx) => forgetNotices(tx, jasond.id));
  expect(
    await sql(
      `SELECT 1 FROM "Notice" WHERE "memberId" = $1 UNION ALL SELECT 1 FROM "ReadingPlace" WHERE "memberId" = $1
      UNION ALL SELECT 1 FROM "CategoryRead" WHERE "memberId" = $1 UNION ALL SELECT 1 FROM "NoticeSettings" WHERE "memberId" = $1`,
      [jasond.id],
    ),
  ).toEqual([]);
});

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
/** Works through what is due some minutes from now; who then got which mails. */
async function mailed(minutes = 6): Promise<string[]> {
  await withClock(later(minutes), async () => {
    while ((await transaction(mailDueNotices)) > 0);
  });
  const mails = await prisma.mail.findMany({ where: { kind: { startsWith: "notice-" } }, orderBy: { id: "asc" } });
  return mails.map(({ kind, to }) => `${kind.replace("notice-", "")} ${to.replace("@example.org", "")}`);
}

describe("mails", () => {
  it("say that something is there and where, and nothing of what it says", async () => {
    const { threadId, number } = await starts(jasond, treatments, "Eat bread.");
    const answer = await replies(karenr, threadId, `> #${number}\n> Eat bread.\n\nMy count is a secret, @amara.`);
    expect(await mailed()).toEqual(["quote jasond", "mention amara"]);
    for (const { subject, text } of await prisma.mail.findMany()) {
      expect(`${subject} ${text}`).not.toMatch(/secret|bread|thread by|karenr/i);
      expect(text).toContain(`/p/${answer.number}\n`);
    }
  });

  it("about replies come once per thread until one has read it, and not for what was read at once", async () => {
    const { threadId } = await starts(jasond, treatments);
    await replies(karenr, threadId);
    expect(await mailed(1)).toEqual([]);
    await replies(amara, threadId);
    expect(await mailed()).toEqual(["reply jasond", "reply karenr"]);
    await replies(amara, threadId);
    expect(await mailed()).toHaveLength(2);
    await reads(jasond, threadId, 4);
    await replies(amara, threadId);
    expect(await mailed()).toEqual(["reply jasond", "reply karenr", "reply jasond"]);
    await reads(jasond, threadId, 5);
    await replies(amara, threadId);
    await reads(jasond, threadId, 6);
    expect(await mailed()).toHaveLength(3);
  });

  it("go to nobody about what was hidden meanwhile, to nobody shut out, and not days late", async () => {
    const { threadId } = await starts(jasond, treatments);
    const reply = await replies(karenr, threadId);
    await becomes(reply.number, "hidden");
    expect(await mailed()).toEqual([]);
    await sql(`DELETE FROM "Notice"`);
    await replies(amara, threadId);
    await sql(`UPDATE "Member" SET standing = 'suspended', "standingReason" = 'x' WHERE id = $1`, [jasond.id]);
    await sql(`UPDATE "Member" SET "closedAt" = now(), email = NULL WHERE id = $1`, [karenr.id]);
    expect(await mailed()).toEqual([]);
    await sql(`UPDATE "Member" SET standing = 'good'`);
    await sql(`DELETE FROM "Notice"`);
    await replies(amara, threadId);
    expect(await mailed(3 * 24 * 60)).toEqual([]);
    expect(await prisma.notice.count({ where: { mailDueAt: { not: null } } })).toBe(0);
  });

  it("come about a reply although the one before it was withdrawn before it was mailed", async () => {
    const { threadId } = await starts(jasond, treatments);
    const first = await replies(karenr, threadId);
    await withdrawPost(karenr, { number: first.number });
    expect(await mailed()).toEqual([]);
    await replies(karenr, threadId);
    expect(await mailed(40)).toEqual(["reply jasond"]);
    expect(await mailed(80)).toEqual(["reply jasond"]);
    await reads(jasond, threadId, 3);
    const third = await replies(karenr, threadId);
    await withdrawPost(karenr, { number: third.number });
    expect(await mailed(3 * 24 * 60)).toHaveLength(1);
    await replies(karenr, threadId);
    expect(await told(jasond)).toEqual(["reply karenr 1", "reply karenr 1"]);
    expect(await mailed()).toHaveLength(2);
  });

  it("can come without a notice on the site, and a notice without a mail", async () => {
    await saveNoticeSettings(jasond, { onSite: [], byMail: ["reply"], followsOwnPosts: true });
    await saveNoticeSettings(karenr, { onSite: ["reply"], byMail: [], followsOwnPosts: true });
    const { threadId } = await starts(jasond, treatments);
    await replies(karenr, threadId);
    await replies(amara, threadId);
    expect([await told(jasond), await bell(jasond), await told(karenr)]).toEqual([[], 0, ["reply amara 1"]]);
    expect(await mailed()).toEqual(["reply jasond"]);
    await replies(amara, threadId);
    expect(await mailed()).toEqual(["reply jasond"]);
    await reads(jasond, threadId, 4);
    await replies(amara, threadId);
    expect(await mailed()).toEqual(["reply jasond", "reply jasond"]);
  });

  it("about thanks are for those who ask for them", async () => {
    const { number } = await starts(jasond, treatments);
    await thank(karenr, { number });
    expect(await mailed()).toEqual([]);
    await saveNoticeSettings(jasond, { onSite: ["thanks"], byMail: ["thanks"], followsOwnPosts: true });
    await markAllNoticesRead(jasond, {});
    await thank(amara, { number });
    expect(await mailed()).toEqual(["thanks jasond"]);
  });

  it("bring a link that ends their kind for good, without logging in and whoever is logged in", async () => {
    const { threadId } = await starts(jasond, treatments);
    await replies(karenr, threadId);
    await mailed();
    const [mail] = await prisma.mail.findMany();
    const token = /\/unsubscribe\/one-click\?token=(\S+)$/.exec(mail?.unsubscribe ?? "")?.[1] ?? "";
    expect(mail?.text).toContain(`/unsubscribe?token=${token}\n`);
    expect(await readSubscription(guest, token)).toEqual({ kind: "reply", name: "jasond" });
    await unsubscribe(amara, { token });
    await unsubscribe(guest, { token });
    expect((await readNoticeSettings(jasond)).byMail).toEqual(
      ["quote", "mention", "study", "decision", "outcome"].sort(byDefault),
    );
    expect((await readNoticeSettings(amara)).byMail).toContain("reply");
    await markAllNoticesRead(jasond, {});
    await replies(karenr, threadId);
    expect(await mailed()).toHaveLength(1);
    expect(await bell(jasond)).toBe(1);
  });

  it("are ended by no link that was made up or changed", async () => {
    const { threadId } = await starts(jasond, treatments);
    await replies(karenr, threadId);
    await mailed();
    const [mail] = await prisma.mail.findMany();
    const token = /token=(\S+)$/.exec(mail?.unsubscribe ?? "")?.[1] ?? "";
    for (const other of [
      "",
      "x",
      token.replace(/^\d+/, String(amara.id)),
      token.replace("reply", "quote"),
      `${token}x`,
    ])
      expect(await refused(unsubscribe(guest, { token: other }))).toBe("not-found");
    expect(await prisma.noticeSettings.count()).toBe(0);
  });
});

const byDefault = (a: string, b: string) =>
  defaultsByMail.indexOf(a as NoticeKind) - defaultsByMail.indexOf(b as NoticeKind);

it("older notices follow on further pages, none left out and none twice", async () => {
  const { threadId, number } = await starts(jasond, treatments);
  for (let n = 0; n < 60; n++) {
    await sql(
      `INSERT INTO "Notice" ("memberId", kind, "threadId", "postNumber", position, "readAt") VALUES ($1, 'reply', $2, $3, 1, now() + interval '1 day')`,
      [karenr.id, threadId, number],
    );
  }
  const first = await listNotices(karenr);
  const second = await listNotices(karenr, first.next);
  expect([first.notices.length, second.notices.length, second.next]).toEqual([50, 10, null]);
  expect(new Set([...first.notices, ...second.notices].map(({ id }) => id)).size).toBe(60);
});

it("whoever has left follows nothing, also when a post of theirs is let through afterwards", async () => {
  const newcomer = await joined("bee", { newcomer: true });
  const { threadId } = await starts(jasond, treatments);
  const { number } = await replies(newcomer, threadId);
  await sql(`UPDATE "Member" SET "closedAt" = now(), email = NULL WHERE id = $1`, [newcomer.id]);
  await becomes(number, "visible");
  expect(await prisma.readingPlace.count({ where: { memberId: newcomer.id } })).toBe(0);
  await expect(followThread(newcomer, { threadId })).rejects.toMatchObject({ reason: "sign-in" });
});

it("how far somebody had read, written in the moment they left, is gone in the next night, be it two months later", async () => {
  const { threadId } = await starts(jasond, treatments);
  for (const { id } of [karenr, amara])
    await prisma.readingPlace.create({ data: { memberId: id, threadId, position: 1 } });
  await prisma.member.update({ where: { id: karenr.id }, data: { closedAt: new Date(), email: null } });
  await withClock(new Date(Date.now() + 60 * 86_400_000), () => inPortions(...noticeSweeps));
  const left = await prisma.readingPlace.findMany({ where: { threadId, memberId: { in: [karenr.id, amara.id] } } });
  expect(left.map(({ memberId }) => memberId)).toEqual([amara.id]);
});
