import "./e2e-database";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { hashPassword } from "@/lib/accounts/passwords";
import { openSession } from "@/lib/accounts/sessions";
import { decideCase } from "@/lib/moderation/commands";
import { openCase } from "@/lib/moderation/opening";
import type { CaseKind, Deed } from "@/lib/moderation/rules";
import { openHeldCase } from "@/lib/moderation/writes";
import { pool, prisma, touch, transaction } from "@/lib/platform/db";
import { tags } from "@/lib/platform/tags";
import type { Audience } from "@/lib/policy/audience";
import type { State } from "@/lib/policy/can";
import type { MemberViewer } from "@/lib/policy/viewer";
import { renderText } from "@/lib/posts/render";
import { insertPost, lockPost, lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { storeLookUp } from "@/lib/studies/writes";
import { countThanks } from "@/lib/thanks/writes";
import { countThread, lockThread, setThreadState } from "@/lib/threads/writes";
import { doi, lookOf } from "./asking";
import { somePassword } from "./visitors";

export const roles = [
  "guest",
  "unverified",
  "member",
  "newcomer",
  "silenced",
  "suspended",
  "author",
  "moderator here",
  "moderator elsewhere",
  "moderator",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

type Thread = { id: number; slug: string; number: number; path: string };
type Writing = { by?: Role | number; in?: number; audience?: Audience; state?: State; locked?: boolean; text?: string };

/** People of every role and the places they act in, put straight into the database of the forum that is being tried. */
export type World = Awaited<ReturnType<typeof makeWorld>>;

export async function makeWorld() {
  const tag = randomUUID().slice(0, 6);
  const passwordHash = await hashPassword(somePassword);

  async function join(role: string, more: object = {}): Promise<MemberViewer> {
    const name = `${role.replaceAll(" ", "-")}-${tag}`;
    const made = await prisma.member.create({
      data: {
        name,
        nameKey: name,
        nameSkeleton: name,
        email: `${name}@example.net`,
        emailVerifiedAt: new Date(),
        passwordHash,
        trustedAt: new Date(),
        consents: { create: { kind: "rules", version: 1 } },
        ...more,
      },
    });
    const { id, role: given, standing } = made;
    return { kind: "member", id, name, role: given, standing, emailVerified: made.emailVerifiedAt !== null };
  }

  async function category(more: object = {}): Promise<number> {
    const name = `Tried ${randomUUID().slice(0, 8)}`;
    const data = { slug: name.replace(" ", "-").toLowerCase(), name, description: "For the tests.", position: 900 };
    return (await prisma.category.create({ data: { ...data, ...more } })).id;
  }

  const here = await category();
  const elsewhere = await category();
  const off = (standing: "silenced" | "suspended") => ({ standing, standingReason: "for the test" });
  const people = {
    unverified: await join("unverified", {
      email: null,
      unverifiedEmail: `u-${tag}@example.net`,
      emailVerifiedAt: null,
    }),
    member: await join("member"),
    newcomer: await join("newcomer", { trustedAt: null }),
    silenced: await join("silenced", off("silenced")),
    suspended: await join("suspended", off("suspended")),
    author: await join("author"),
    "moderator here": await join("moderator here"),
    "moderator elsewhere": await join("moderator elsewhere"),
    moderator: await join("moderator", { role: "moderator" }),
    administrator: await join("administrator", { role: "administrator" }),
  } satisfies Record<Exclude<Role, "guest">, MemberViewer>;
  await prisma.categoryModerator.createMany({
    data: [
      { categoryId: here, memberId: people["moderator here"].id },
      { categoryId: elsewhere, memberId: people["moderator elsewhere"].id },
    ],
  });
  const judge = await join("judge", { role: "moderator" });
  const bystander = await join("bystander");

  const cookies: Partial<Record<Role, string>> = {};
  for (const role of roles) {
    const person = role === "guest" ? null : people[role];
    if (!person) continue;
    const { token } = await transaction((tx) => openSession(tx, person, { remember: false, device: "A test" }));
    cookies[role] = `wellcited=${token}`;
  }

  /** A guest's place as the owner of something is taken by a bystander. */
  const idOf = (role: Role | number) =>
    typeof role === "number" ? role : role === "guest" ? bystander.id : people[role].id;

  /** A thread with its first post, old enough that no list of other tests begins with it. */
  async function thread(writing: Writing = {}): Promise<Thread> {
    const { by = "author", audience = "everyone", state = "visible", locked = false } = writing;
    const categoryId = writing.in ?? here;
    const authorId = idOf(by);
    const text = renderText(writing.text ?? "Hello from me.");
    return transaction(async (tx) => {
      const heldFor = state === "held" ? "first-posts" : null;
      const shown = heldFor ? ("held" as const) : ("visible" as const);
      const { id, slug } = await tx.thread.create({
        data: {
          categoryId,
          authorId,
          title: "A thread for trying",
          slug: "a-thread-for-trying",
          audience,
          locked,
          state: shown,
          stateReason: heldFor,
        },
      });
      if (!heldFor) await countThread(tx, id, 1);
      const { number } = await insertPost(tx, { threadId: id, authorId, ...text });
      if (state !== "visible" && state !== "held") {
        const row = await lockThread(tx, id);
        if (row) await setThreadState(tx, row, state, "for the test");
      }
      if (heldFor) await openHeldCase(tx, { kind: "thread", targetId: id, categoryId, subjectId: authorId }, heldFor);
      return { id, slug, number, path: `/t/${id}/${slug}` };
    });
  }

  /** A reply in a thread of somebody else's. */
  async function post(writing: Writing & { thread?: Thread } = {}): Promise<{ number: number; thread: Thread }> {
    const { by = "author", state = "visible" } = writing;
    const inThread = writing.thread ?? (await thread({ ...writing, by: "guest", state: "visible", text: undefined }));
    const authorId = idOf(by);
    const heldFor = state === "held" ? "first-posts" : null;
    const number = await transaction(async (tx) => {
      const made = await insertPost(tx, {
        threadId: inThread.id,
        authorId,
        ...renderText(writing.text ?? "I see it the same way."),
        heldFor,
      });
      if (heldFor) {
        const { categoryId } = await tx.thread.findUniqueOrThrow({ where: { id: inThread.id } });
        await openHeldCase(tx, { kind: "post", targetId: made.number, categoryId, subjectId: authorId }, heldFor);
      } else if (state !== "visible") {
        const row = await lockPostAndThread(tx, made.number);
        if (row) await setPostState(tx, row, state, state === "withdrawn" ? null : "for the test");
      }
      return made.number;
    });
    return { number, thread: inThread };
  }

  let others = 0;
  /** Somebody of whom nothing is known yet. */
  const somebody = () => join(`stranger ${others++}`);

  async function strangersPost(): Promise<{ number: number; by: number }> {
    const { id } = await somebody();
    const { number } = await post({ by: id });
    return { number, by: id };
  }

  async function editedPost(by: Role): Promise<number> {
    const { number } = await post({ by });
    await prisma.revision.create({ data: { postNumber: number, version: 2, source: "Later.", editedById: idOf(by) } });
    await prisma.post.update({
      where: { number },
      data: { version: 2, source: "Later.", editedAt: new Date(), editedById: idOf(by) },
    });
    return number;
  }

  /** A post of somebody else in a thread of this role that was hidden since. */
  async function postInHiddenThread(role: Role): Promise<{ number: number; thread: Thread }> {
    const own = await thread({ by: role });
    const { number } = await post({ by: (await somebody()).id, thread: own });
    await transaction(async (tx) => {
      const row = await lockThread(tx, own.id);
      if (row) await setThreadState(tx, row, "hidden", "for the test");
    });
    return { number, thread: own };
  }

  async function thanked(number: number, by: Role[]): Promise<void> {
    const { authorId } = await prisma.post.findUniqueOrThrow({ where: { number } });
    for (const giverId of new Set(by.filter((role) => role !== "guest").map(idOf)))
      await transaction(async (tx) => {
        await tx.thanks.create({ data: { postNumber: number, memberId: giverId } });
        const locked = await lockPost(tx, number);
        if (locked && giverId !== authorId) await countThanks(tx, locked, giverId, 1);
      });
  }

  /** A study that a post of this category's cites, as one registry knows it. */
  async function study(): Promise<number> {
    const identifier = doi(`10.5555/roles.${randomUUID().slice(0, 8)}`);
    // Known before it is cited, so that no look-up changes anything while somebody is being tried.
    const { id: studyId } = await prisma.study.create({ data: { identifiers: { create: identifier } } });
    await transaction((tx) => storeLookUp(tx, studyId, lookOf(identifier, { title: "A study for trying" })));
    await thread({ text: `See ${identifier.value}.` });
    return studyId;
  }

  /** An open case without a report, or the one that something held has already. */
  async function caseOf(kind: CaseKind, targetId: number, subjectId: number | null, categoryId: number | null = here) {
    const known = await prisma.case.findFirst({ where: { kind, targetId } });
    if (known) return known;
    await transaction((tx) => openCase(tx, { kind, targetId, categoryId, subjectId }, 6));
    return prisma.case.findFirstOrThrow({ where: { kind, targetId } });
  }

  /** A decision of a moderator who plays no other part. */
  async function decided(kind: CaseKind, targetId: number, subjectId: number, deed: Deed): Promise<number> {
    const { id, version } = await caseOf(kind, targetId, subjectId, kind === "member" ? null : here);
    const { version: rulesVersion, source } = await prisma.document.findFirstOrThrow({
      where: { kind: "rules" },
      orderBy: { version: "desc" },
    });
    const rule = /^## (.+)$/m.exec(source)?.[1]?.trim() ?? "";
    const input = { id, version, deed, rule, rulesVersion, reason: "For the test.", until: "" as const };
    await decideCase(judge, { ...input, requestId: randomUUID() });
    return (await prisma.decision.findFirstOrThrow({ where: { caseId: id }, orderBy: { id: "desc" } })).id;
  }

  /** One that waits to be read: of a decision, the kind that opening a page doesn't count as read. */
  async function notice(of: Role | "bystander"): Promise<number> {
    const role = of === "bystander" ? "guest" : of;
    const decisionId = await decided("post", (await post({ by: role })).number, idOf(role), "warn");
    return (await prisma.notice.findFirstOrThrow({ where: { decisionId } })).id;
  }

  /** How fast one may write is counted on what one wrote; nobody here should be too fast. */
  async function unhurried(): Promise<void> {
    const ids = Object.values(people).map(({ id }) => id);
    const since = `> now() - interval '2 days'`;
    for (const statement of [
      `UPDATE "Post" SET "createdAt" = "createdAt" - interval '2 days' WHERE "authorId" = ANY($1) AND "createdAt" ${since}`,
      `UPDATE "Thread" SET "createdAt" = "createdAt" - interval '2 days' WHERE "authorId" = ANY($1) AND "createdAt" ${since}`,
      `UPDATE "Report" SET "createdAt" = "createdAt" - interval '2 days' WHERE "reporterId" = ANY($1) AND "createdAt" ${since}`,
    ])
      await pool.query(statement, [ids]);
    await pool.query(wroteLast);
  }

  /** What was changed for everybody is as it was, and nothing of this stands at the top of anything. */
  async function leave(): Promise<void> {
    const ours = `"categoryId" IN (SELECT "id" FROM "Category" WHERE "position" >= 900)`;
    await pool.query(`UPDATE "Post" SET "createdAt" = "createdAt" - interval '9 years'
      WHERE "threadId" IN (SELECT "id" FROM "Thread" WHERE ${ours})`);
    await pool.query(`UPDATE "Thread" SET "createdAt" = "createdAt" - interval '9 years' WHERE ${ours}`);
    await pool.query(wroteLast);
    await asItWas();
  }

  /** Ends what a deed of administration does to everyone. */
  async function asItWas(): Promise<void> {
    await pool.query(`UPDATE "Forum" SET "readOnly" = false`);
    await pool.query(`DELETE FROM "Document" WHERE "version" > 1 OR "kind" NOT IN ('rules', 'privacy', 'health')`);
    await pool.query(`UPDATE "Member" SET "role" = 'member' WHERE "name" LIKE 'stranger-%'`);
    await transaction(async (tx) => touch(tx, tags.everything(), tags.front(), tags.log()));
  }

  return {
    people,
    cookies,
    here,
    elsewhere,
    judge,
    bystander,
    idOf,
    category,
    thread,
    post,
    study,
    caseOf,
    decided,
    somebody,
    strangersPost,
    editedPost,
    postInHiddenThread,
    thanked,
    notice,
    unhurried,
    leave,
    asItWas,
    tag,
  };
}

export async function inTheDatabase<Found>(work: (client: PoolClient) => Promise<Found>): Promise<Found>;
export async function inTheDatabase(text: string, values?: unknown[]): Promise<unknown>;
export async function inTheDatabase(work: string | ((client: PoolClient) => Promise<unknown>), values?: unknown[]) {
  if (typeof work === "string") return pool.query(work, values);
  const client = await pool.connect();
  return work(client).finally(() => client.release());
}

/** A thread knows when it was last written in, also after its posts were made older. */
const wroteLast = `
  UPDATE "Thread" t SET "lastPostAt" = coalesce(p."createdAt", t."createdAt")
  FROM "Thread" o LEFT JOIN "Post" p ON p."number" = o."lastPostNumber"
  WHERE o."id" = t."id" AND t."lastPostAt" <> coalesce(p."createdAt", t."createdAt")`;

/** Every row that somebody's deed could change, in one number per table; not what merely opening a page notes. */
const traced: Record<string, string> = {
  Post: `"number", "state", "version", "thanksCount", "source"`,
  Thread: `"id", "state", "locked", "title", "audience", "lastPosition"`,
  Category: `"id", "name", "position", "locked", "audience", "whoStarts"`,
  Thanks: `"postNumber", "memberId"`,
  Revision: `"postNumber", "version", "struckAt"`,
  Report: `"id"`,
  Case: `"id", "open", "version"`,
  Decision: `"id"`,
  Appeal: `"id", "answerId"`,
  LogEntry: `"id"`,
  Member: `"id", "role", "standing", "email", "unverifiedEmail", "passwordHash", "personalText", "closedAt"`,
  Session: `"id"`,
  AccessToken: `"id"`,
  Consent: `"id", "withdrawnAt"`,
  CategoryModerator: `"categoryId", "memberId"`,
  Document: `"kind", "version"`,
  Draft: `"memberId", "place", "text"`,
  Forum: `"readOnly"`,
  HealthFact: `"memberId"`,
  PlateletCount: `"id"`,
  NoticeSettings: `*`,
  WaitingNotice: `"id"`,
};

export async function traceOf(): Promise<string> {
  const parts = Object.entries(traced).map(
    ([table, columns]) =>
      `(SELECT md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) FROM (SELECT ${columns} FROM "${table}") x) AS "${table}"`,
  );
  parts.push(
    `(SELECT md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) FROM (SELECT "id", "readAt" FROM "Notice" WHERE "kind" = 'decision') x) AS "Notice"`,
    `(SELECT md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) FROM (SELECT "memberId", "threadId", "follows" FROM "ReadingPlace" WHERE "follows" IS NOT NULL) x) AS "Following"`,
    `(SELECT md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) FROM "CategoryRead" x) AS "Read"`,
    // Mails of notices are written by the clock, minutes after their cause.
    `(SELECT md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) FROM (SELECT "id", "stoppedAt" IS NULL FROM "Mail" WHERE "kind" NOT LIKE 'notice-%') x) AS "Mail"`,
    `(SELECT max("seq")::text FROM "Expiry") AS "Expiry"`,
  );
  const { rows } = await pool.query(`SELECT ${parts.join(",\n")}`);
  return JSON.stringify(rows[0]);
}
