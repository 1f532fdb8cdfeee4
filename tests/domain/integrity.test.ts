import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Damage, findDamage } from "@/lib/integrity/queries";
import { decideCase, report } from "@/lib/moderation/commands";
import { pool, prisma } from "@/lib/platform/db";
import type { MemberViewer } from "@/lib/policy/viewer";
import { editPost, strikeRevision } from "@/lib/posts/commands";
import { thank } from "@/lib/thanks/commands";
import { resetDatabase, sql } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

let jasond: MemberViewer;
let karenr: MemberViewer;

// Post 1 and 2 in a thread for everyone, post 3 in one for members; post 2 was edited by a moderator and its first
// version struck; post 1 has thanks and cites a study. Post 5, in a thread of its own, was reported and hidden.
beforeEach(async () => {
  await resetDatabase();
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  const sandi = await joined("sandi", { role: "moderator" });
  const open = await category("treatments");
  const { threadId } = await starts(jasond, open, "See https://doi.org/10.1038/s41392-024-01793-5 about it.");
  await replies(karenr, threadId, "> #1\n> See\n\nI live in 3 Elm Street.");
  await starts(jasond, await category("lounge", "members"), "Among ourselves.", "members");
  await thank(karenr, { number: 1 });
  await editPost(sandi, {
    number: 2,
    version: 1,
    text: "> #1\n> See\n\nI live here.",
    reason: "an address",
    requestId: randomUUID(),
  });
  const { threadId: heated } = await starts(karenr, await category("news"));
  await replies(karenr, heated, "Nonsense!");
  await prisma.document.create({ data: { kind: "rules", version: 1, source: "## Kindness", html: "" } });
  await report(jasond, { kind: "post", id: 5, reason: "unkind", note: "", requestId: randomUUID() });
  const decision = { deed: "hide", rule: "Kindness", rulesVersion: 1, reason: "Unkind.", until: "" } as const;
  await decideCase(sandi, { id: 1, version: 1, ...decision, requestId: randomUUID() });
  await strikeRevision(sandi, { number: 2, version: 1, reason: "an address" });
});

test("a forum as people make it is whole", async () => {
  expect(await look()).toEqual([]);
});

test.each([
  [
    "a post lost from a thread's count",
    `UPDATE "Thread" SET "postCount" = 1 WHERE "id" = 1`,
    "The posts of thread 1: the forum says 1, counting says 2.",
  ],
  [
    "thanks counted twice",
    `UPDATE "Post" SET "thanksCount" = 2 WHERE "number" = 1`,
    "The thanks of post 1: the forum says 2, counting says 1.",
  ],
  [
    "a wrong newest post",
    `UPDATE "Thread" SET "lastPostNumber" = 1 WHERE "id" = 1`,
    "The newest post of thread 1: the forum says 1, counting says 2.",
  ],
  [
    "a place never handed out",
    `UPDATE "Thread" SET "lastPosition" = 3 WHERE "id" = 1`,
    "The places in thread 1: the forum says 3, counting says 2.",
  ],
  [
    "a members' post that guests count",
    `UPDATE "Member" SET "publicPostCount" = 2 WHERE "name" = 'jasond'`,
    "The posts for guests of member 1: the forum says 2, counting says 1.",
  ],
  [
    "thanks that guests don't count",
    `UPDATE "Member" SET "publicThanksGiven" = 0 WHERE "name" = 'karenr'`,
    "The thanks for guests given by member 2: the forum says 0, counting says 1.",
  ],
  [
    "a thread for members that guests count",
    `UPDATE "Category" SET "publicThreadCount" = 1 WHERE "slug" = 'lounge'`,
    "The threads for guests of category 2: the forum says 1, counting says 0.",
  ],
  [
    "a category's posts",
    `UPDATE "Category" SET "postCount" = 9 WHERE "slug" = 'lounge'`,
    "The posts of category 2: the forum says 9, counting says 1.",
  ],
  [
    "a wrong time of the newest post",
    `UPDATE "Thread" SET "lastPostAt" = '2020-01-01Z' WHERE "id" = 1`,
    /^Thread 1 says it was last written in at 2020/,
  ],
  [
    "a gap between places",
    `UPDATE "Post" SET "position" = 5 WHERE "number" = 2`,
    "Thread 1 has 2 posts in places up to 5; a place is empty.",
  ],
  ["a thread without its posts", `DELETE FROM "Post" WHERE "number" = 3`, "Thread 2 has no post at all."],
  [
    "a lost version",
    `DELETE FROM "Revision" WHERE "postNumber" = 2 AND "version" = 1`,
    "Post 2 is at version 2, and its versions kept are 1 up to 2.",
  ],
  [
    "a text changed past its versions",
    `UPDATE "Post" SET "source" = 'other' WHERE "number" = 1`,
    "Post 1 shows another text than its newest version.",
  ],
  [
    "a newest version that was struck",
    `UPDATE "Revision" SET "struckAt" = now(), "struckById" = 3, "source" = '' WHERE "postNumber" = 3`,
    "The newest version of post 3 is struck, and it is still shown.",
  ],
  [
    "an edit by nobody",
    `UPDATE "Post" SET "editedById" = NULL WHERE "number" = 2`,
    "Post 2 is at version 2, and who changed it or when is not kept.",
  ],
  [
    "a struck text that came back",
    `ALTER TABLE "Revision" DROP CONSTRAINT "a_struck_revision_has_no_text"; UPDATE "Revision" SET "source" = '3 Elm Street' WHERE "version" = 1 AND "postNumber" = 2`,
    "Version 1 of post 2 is struck, and its text is still there.",
  ],
  [
    "striking without a reason",
    `UPDATE "Revision" SET "struckReason" = '' WHERE "struckAt" IS NOT NULL`,
    "Version 1 of post 2 is struck, and by whom or why is not kept.",
  ],
  [
    "striking that nobody wrote down",
    `DELETE FROM "LogEntry" WHERE "deed" = 'strike-revision'`,
    "Striking version 1 of post 2 is not in the log.",
  ],
  [
    "a moderator's edit that nobody wrote down",
    `DELETE FROM "LogEntry" WHERE "deed" = 'edit-post'`,
    /^Version 2 of post 2 was written by member 3, who is not its author/,
  ],
  [
    "a log entry about nothing",
    `UPDATE "LogEntry" SET "subject" = 'post:99/1' WHERE "deed" = 'strike-revision'`,
    "The log says “strike-revision” of post:99/1, and there is no such version.",
  ],
  [
    "hiding without a reason",
    `UPDATE "Post" SET "state" = 'hidden' WHERE "number" = 1`,
    "Post 1 is hidden, and no reason is kept.",
  ],
  [
    "silencing without a reason",
    `UPDATE "Member" SET "standing" = 'silenced', "standingReason" = '' WHERE "id" = 1`,
    "Member 1 is silenced, and no reason is kept.",
  ],
  [
    "a shown post that search lost",
    `DELETE FROM "SearchRow" WHERE "postNumber" = 2`,
    "Post 2 is shown, and search doesn’t know it.",
  ],
  [
    "a hidden text that search kept",
    `UPDATE "Post" SET "state" = 'hidden', "stateReason" = 'x' WHERE "number" = 1;
     UPDATE "SearchRow" SET "words" = to_tsvector('secret') WHERE "postNumber" = 1`,
    "Search holds words of post 1, which isn’t shown.",
  ],
  [
    "thanks to oneself",
    `INSERT INTO "Thanks" ("postNumber", "memberId") VALUES (1, 1)`,
    "Member 1 thanked their own post 1.",
  ],
  [
    "a quote of a post that doesn't exist",
    `UPDATE "Quote" SET "quotedNumber" = 99`,
    "A row of Quote names Post 99 (in quotedNumber), which does not exist.",
  ],
  [
    "a post by nobody",
    `UPDATE "Post" SET "authorId" = 99 WHERE "number" = 3`,
    "A row of Post names Member 99 (in authorId), which does not exist.",
  ],
  [
    "a deed of somebody unknown",
    `UPDATE "LogEntry" SET "actorId" = 99 WHERE "deed" = 'strike-revision'`,
    "“strike-revision” of post:2/1 in the log was done by member 99, who does not exist.",
  ],
  [
    "a citation that leads astray",
    `DELETE FROM "StudyIdentifier"`,
    "Post 1 cites doi 10.1038/s41392-024-01793-5 as study 1, and that identifier belongs to no study.",
  ],
  ["a study without a name", `DELETE FROM "StudyIdentifier"`, "Study 1 has no identifier."],
  ["a study without a card", `UPDATE "Study" SET "cardHtml" = ''`, "Study 1 has no card."],
  [
    "a study found nowhere",
    `UPDATE "Study" SET "state" = 'found'`,
    "Study 1 is “found”, and nothing is known about it.",
  ],
  [
    "facts from no record",
    `UPDATE "Study" SET "state" = 'found', "facts" = '{}'`,
    "Study 1 has facts, and no registry’s record they could come from.",
  ],
  [
    "health facts without consent",
    `INSERT INTO "HealthFact" ("memberId", "kind", "value") VALUES (1, 'condition', 'ITP')`,
    "Member 1 has health facts on record without a consent in force.",
  ],
  [
    "a draft of someone who left",
    `UPDATE "Member" SET "closedAt" = now(), "email" = NULL WHERE "id" = 1; INSERT INTO "Draft" ("memberId", "place", "text") VALUES (1, 'thread:1', 'x')`,
    "Member 1 has left, and drafts are still kept.",
  ],
  [
    "a decision that the log tells otherwise",
    `UPDATE "LogEntry" SET "reason" = 'Another.' WHERE "deed" = 'hide'`,
    /^Decision 1 of case 1 is in the log as another/,
  ],
  [
    "something hidden that is shown",
    `UPDATE "Post" SET "state" = 'visible' WHERE "number" = 5`,
    "Post 5 was decided to be hidden or removed, and is visible.",
  ],
  [
    "a restriction that nobody was told of",
    `DELETE FROM "Notice" WHERE "kind" = 'decision'`,
    "Member 2 was not told of decision 1 about them.",
  ],
  [
    "a reporter who heard nothing",
    `DELETE FROM "Notice" WHERE "kind" = 'outcome'`,
    "Member 1 was not told what came of their report 1.",
  ],
  [
    "an outcome told to somebody else",
    `UPDATE "Notice" SET "memberId" = 2 WHERE "kind" = 'outcome'`,
    "Member 2 was told of decision 1, which was not for them.",
  ],
  [
    "someone told twice of one post",
    `DROP INDEX "one_call_per_member_and_post"; INSERT INTO "Notice" ("memberId", "kind", "threadId", "postNumber", "position") VALUES (1, 'mention', 1, 2, 2)`,
    "Member 1 was told 2 times of post 2.",
  ],
  [
    "a notice about nothing",
    `UPDATE "Notice" SET "position" = 7 WHERE "kind" = 'quote'`,
    "Notice 1 is about post 2 in place 7 of thread 1, which does not exist.",
  ],
  [
    "someone told of their own post",
    `UPDATE "Notice" SET "memberId" = 2 WHERE "kind" = 'quote'`,
    "Member 2 was told of their own post 2.",
  ],
  [
    "a place read that isn't there",
    `UPDATE "ReadingPlace" SET "position" = 9 WHERE "threadId" = 1 AND "memberId" = 2`,
    "Member 2 has read up to place 9 of thread 1, which has 2.",
  ],
  [
    "what someone who left had read",
    `UPDATE "Member" SET "closedAt" = now(), "email" = NULL WHERE "id" = 2`,
    "Member 2 has left, and what they follow and had read are still kept.",
  ],
  [
    "a report forgotten in a closed case",
    `UPDATE "Report" SET "decisionId" = NULL`,
    "Report 1 waits in case 1, which is closed.",
  ],
  ["a decision about oneself", `UPDATE "Case" SET "subjectId" = 3`, "Member 3 decided case 1, which is about them."],
  ["a decision on one's own report", `UPDATE "Report" SET "reporterId" = 3`, "Member 3 decided on their own report 1."],
  [
    "an old session, while a forum runs",
    `INSERT INTO "Instance" ("id", "leaseUntil") VALUES ('a', now() + interval '1 minute');
     INSERT INTO "Session" ("memberId", "tokenHash", "device", "idleExpiresAt", "absoluteExpiresAt") VALUES (1, 'x', '', now() - interval '2 days', now())`,
    "Kept more than a day too long: sessions (1).",
  ],
])("%s is named", async (_what, damage, sentence) => {
  const said = await afterDamage(damage);
  expect(said.flatMap(({ sentences }) => sentences)).toContainEqual(
    typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
  );
});

test("nothing is off because a stopped forum didn't sweep", async () => {
  await sql(
    `INSERT INTO "Session" ("memberId", "tokenHash", "device", "idleExpiresAt", "absoluteExpiresAt") VALUES (1, 'x', '', now() - interval '9 days', now())`,
  );
  expect(await look()).toEqual([]);
});

test("beside people who write, it sees no damage", async () => {
  let writing = true;
  const writers = [jasond, karenr].map(async (author) => {
    for (let n = 0; writing; n++) {
      await replies(author, 1, `Number ${n}.`).catch(() => undefined); // too fast for a person: refused, as it should be
    }
  });
  const found = [];
  for (let n = 0; n < 15; n++) found.push(...(await look()));
  writing = false;
  await Promise.all(writers);
  expect(found).toEqual([]);
});

async function look(): Promise<Damage[]> {
  const client = await pool.connect();
  try {
    return await findDamage(client);
  } finally {
    client.release();
  }
}

/** What looking says of a database damaged by hand, past what the schema refuses. Nothing of it stays. */
async function afterDamage(damage: string): Promise<Damage[]> {
  const client = await pool.connect();
  const query = client.query.bind(client);
  // The damage is done inside the snapshot that is looked at.
  const damaging = Object.assign(Object.create(client), {
    query: async (text: string) => {
      if (!text.startsWith("BEGIN")) return query(text);
      await query("BEGIN");
      await query(`SET LOCAL session_replication_role = replica; ${damage}`);
    },
  });
  try {
    return await findDamage(damaging);
  } finally {
    client.release();
  }
}
