import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { hashOf, newToken } from "@/lib/accounts/secrets";
import { issueTicket } from "@/lib/accounts/tickets";
import { giveHealthConsent } from "@/lib/health/commands";
import { appeal, decideCase, openCaseMyself, report } from "@/lib/moderation/commands";
import { unsubscribeLinks } from "@/lib/notices/unsubscribing";
import { prisma, transaction } from "@/lib/platform/db";
import { readForum } from "@/lib/platform/forum";
import { PageStore } from "@/lib/platform/pages";
import { newRequest } from "@/lib/platform/request";
import { running } from "@/lib/platform/running";
import type { MemberViewer } from "@/lib/policy/viewer";
import { storeSeedStudy } from "@/lib/studies/writes";
import { seedStudies } from "@/prisma/seed/studies";
import { resetDatabase, sql } from "../support/database";
import { fillPage, pageRoutes, sessionOf } from "../support/pages";
import { category, joined, replies, starts } from "../support/people";

// Every page, with ten of everything on it and then with twenty: what it asks of the database is the same.

type Who = "guest" | "member" | "suspended" | "moderator" | "administrator";
type Words = Record<string, string | number>;
type Line = { route: string; statements: number; as?: Who; params?: () => Words; query?: () => Words };

const STUDY = "10.5555/wellcited.randomised";
let jasond: MemberViewer;
let sandi: MemberViewer;
let treatments: number;
let sessions: Record<Who, string | null>;
let at: {
  threadId: number;
  slug: string;
  number: number;
  hiddenThread: { threadId: number; slug: string };
  hiddenReply: number;
  studyId: number;
  decision: number;
  tickets: Record<"verify" | "reset" | "change" | "undo" | "notice" | "unsubscribe", string>;
  foreign: number;
  mail: bigint;
  openCase: number;
  decidedCase: number;
};

const thread = () => ({ id: at.threadId, slug: at.slug });
const own = () => ({ number: at.number });
const foreign = () => ({ number: at.foreign });

/** Each page as those see it for whom there is most on it; who is looking is one of the statements. */
const LINES: Line[] = [
  { route: "/", statements: 3 },
  { route: "/accept-rules", statements: 3 },
  { route: "/admin", statements: 3, as: "administrator" },
  { route: "/admin/categories", statements: 2, as: "administrator" },
  { route: "/admin/categories/[id]", statements: 2, as: "administrator", params: () => ({ id: treatments }) },
  { route: "/admin/categories/new", statements: 1, as: "administrator" },
  { route: "/admin/jobs", statements: 2, as: "administrator" },
  { route: "/admin/mail", statements: 3, as: "administrator" },
  { route: "/admin/people", statements: 2, as: "administrator" },
  { route: "/admin/read-only", statements: 1, as: "administrator" },
  { route: "/admin/running", statements: 1, as: "administrator" },
  { route: "/admin/texts", statements: 2, as: "administrator" },
  {
    route: "/admin/texts/[kind]",
    statements: 3,
    as: "administrator",
    params: () => ({ kind: "help" }),
    query: () => ({ version: 11 }),
  },
  { route: "/c/[slug]", statements: 3, params: () => ({ slug: "treatments" }) },
  { route: "/confirm-email", statements: 3, query: () => ({ token: at.tickets.change }) },
  { route: "/contact", statements: 0, as: "guest" },
  { route: "/contact/confirm", statements: 1, as: "guest", query: () => ({ token: at.tickets.notice }) },
  { route: "/decisions/[id]", statements: 2, params: () => ({ id: at.decision }) },
  { route: "/dev/mailbox", statements: 1, as: "guest" },
  { route: "/dev/mailbox/[id]", statements: 1, as: "guest", params: () => ({ id: String(at.mail) }) },
  { route: "/drafts", statements: 4 },
  { route: "/forgot", statements: 0, as: "guest" },
  { route: "/help", statements: 2 },
  { route: "/help/api", statements: 1 },
  { route: "/help/cards", statements: 2 },
  { route: "/help/glossary", statements: 1 },
  { route: "/log", statements: 5 },
  { route: "/login", statements: 0, as: "guest" },
  { route: "/moderation", statements: 3, as: "moderator" },
  { route: "/moderation/cases/[id]", statements: 16, as: "moderator", params: () => ({ id: at.openCase }) },
  { route: "/moderation/cases/[id]", statements: 15, as: "moderator", params: () => ({ id: at.decidedCase }) },
  { route: "/new", statements: 3, query: () => ({ category: "treatments" }) },
  { route: "/notices", statements: 2 },
  { route: "/p/[number]", statements: 2, params: foreign },
  { route: "/p/[number]/appeal", statements: 2, params: () => ({ number: at.hiddenReply }) },
  { route: "/p/[number]/edit", statements: 3, params: own },
  { route: "/p/[number]/report", statements: 4, params: foreign },
  { route: "/p/[number]/revisions", statements: 3, as: "moderator", params: own },
  {
    route: "/p/[number]/revisions/[version]/strike",
    statements: 3,
    as: "moderator",
    params: () => ({ number: at.number, version: 2 }),
  },
  { route: "/p/[number]/withdraw", statements: 2, params: own },
  { route: "/privacy", statements: 2 },
  { route: "/register", statements: 2, as: "guest" },
  { route: "/registered", statements: 0, as: "guest" },
  { route: "/reset", statements: 2, as: "guest", query: () => ({ token: at.tickets.reset }) },
  { route: "/rules", statements: 2 },
  { route: "/search", statements: 3, query: () => ({ q: "hello" }) },
  { route: "/settings", statements: 0 },
  { route: "/settings/close", statements: 2 },
  { route: "/settings/counts", statements: 4 },
  { route: "/settings/email", statements: 2 },
  { route: "/settings/export", statements: 1 },
  { route: "/settings/health", statements: 4 },
  { route: "/settings/notices", statements: 2 },
  { route: "/settings/password", statements: 1 },
  { route: "/settings/profile", statements: 2 },
  { route: "/settings/sessions", statements: 2 },
  { route: "/settings/tokens", statements: 2 },
  { route: "/studies", statements: 5, query: () => ({ q: "romiplostim" }) },
  { route: "/studies", statements: 3 },
  { route: "/studies/[id]", statements: 4, params: () => ({ id: at.studyId }) },
  { route: "/studies/[id]/report", statements: 3, params: () => ({ id: at.studyId }) },
  { route: "/suspended", statements: 3, as: "suspended" },
  { route: "/t/[id]", statements: 2, params: thread },
  { route: "/t/[id]/[slug]", statements: 5, params: thread },
  { route: "/t/[id]/[slug]", statements: 4, as: "guest", params: thread },
  { route: "/t/[id]/[slug]", statements: 5, as: "moderator", params: thread },
  {
    route: "/t/[id]/[slug]/appeal",
    statements: 2,
    params: () => ({ id: at.hiddenThread.threadId, slug: at.hiddenThread.slug }),
  },
  { route: "/t/[id]/[slug]/print", statements: 5, params: thread },
  { route: "/t/[id]/[slug]/report", statements: 3, as: "moderator", params: thread },
  { route: "/u/[name]", statements: 5, params: () => ({ name: "jasond" }) },
  { route: "/u/[name]/report", statements: 4, params: () => ({ name: "sandi" }) },
  { route: "/undo-email", statements: 2, as: "guest", query: () => ({ token: at.tickets.undo }) },
  { route: "/unsubscribe", statements: 1, as: "guest", query: () => ({ token: at.tickets.unsubscribe }) },
  { route: "/verify", statements: 2, as: "guest", query: () => ({ token: at.tickets.verify }) },
];

/** Pages on which there is twice as much the second time. */
const GROWING = [
  ...["/", "/c/[slug]", "/t/[id]/[slug]", "/t/[id]/[slug]/print", "/studies/[id]", "/search", "/drafts", "/notices"],
  ...["/p/[number]/revisions", "/settings/counts", "/settings/sessions", "/settings/tokens", "/u/[name]"],
  ...["/moderation", "/moderation/cases/[id]", "/admin/categories", "/admin/categories/[id]", "/admin/people"],
  ...["/admin/texts/[kind]", "/admin/mail", "/admin/jobs", "/dev/mailbox"],
];

/** Pages that nobody opens here, each with the reason. */
const LEFT_OUT: Record<string, string> = {};

beforeAll(async () => {
  await resetDatabase();
  await prisma.forum.create({ data: { id: 1, mode: "demo", name: "Wellcited" } });
  for (const kind of ["rules", "privacy", "health"])
    await prisma.document.create({
      data: { kind, version: 1, source: "## Kindness\n\n- x", html: "<h2>Kindness</h2>" },
    });
  for (const study of seedStudies()) await transaction((tx) => storeSeedStudy(tx, study));
  jasond = await joined("jasond");
  sandi = await joined("sandi", { role: "moderator" });
  const orla = await joined("orla", { role: "administrator" });
  const leaving = await joined("leaving", { emailVerified: false });
  treatments = await category("treatments");
  Object.assign(running, { store: new PageStore({ maxBytes: 1_000_000, maxAgeMs: 60_000 }), since: new Date() });
  const { threadId, slug, number } = await starts(jasond, treatments, "How are you all?");
  const hidden = await starts(jasond, treatments, "Buy this.");
  const reply = await replies(jasond, threadId, "Buy that.");
  const study = await prisma.study.findFirstOrThrow({ where: { identifiers: { some: { value: STUDY } } } });
  const decision = await decides("thread", hidden.threadId);
  await decides("post", reply.number);
  await appeal(jasond, { id: decision, text: "This was no advertisement.", requestId: randomUUID() });
  await giveHealthConsent(jasond, { agree: true, version: 1 });
  await sql(
    `INSERT INTO "HealthFact" ("memberId", "kind", "value") VALUES (${jasond.id}, 'condition', 'ITP'), (${jasond.id}, 'counts', '')`,
  );
  const ticket = (purpose: "verify" | "reset" | "change-email" | "undo-email") =>
    transaction((tx) => issueTicket(tx, leaving.id, purpose, { email: "leaving@example.org" }));
  const waiting = newToken();
  await prisma.waitingNotice.create({
    data: {
      tokenHash: hashOf(waiting),
      email: "guest@example.org",
      reason: "other",
      text: "Look at this, please.",
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  at = {
    threadId,
    slug,
    number,
    hiddenThread: hidden,
    hiddenReply: reply.number,
    studyId: study.id,
    decision,
    tickets: {
      verify: await ticket("verify"),
      reset: await ticket("reset"),
      change: await ticket("change-email"),
      undo: await ticket("undo-email"),
      notice: waiting,
      unsubscribe:
        new URL(unsubscribeLinks({ memberId: jasond.id, kind: "reply" }).page).searchParams.get("token") ?? "",
    },
    foreign: 0,
    mail: 0n,
    openCase: 0,
    decidedCase: (await prisma.case.findFirstOrThrow({ where: { kind: "thread" } })).id,
  };
  sessions = {
    guest: null,
    member: await sessionOf(jasond),
    suspended: await sessionOf(await joined("hal", { standing: "suspended" })),
    moderator: await sessionOf(sandi),
    administrator: await sessionOf(orla),
  };
  await grow(1);
});

async function decides(kind: "thread" | "post", id: number): Promise<number> {
  const { caseId } = await openCaseMyself(sandi, { kind, id });
  const { version } = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const press = {
    rule: "Kindness",
    rulesVersion: 1,
    reason: "It sells something.",
    until: "",
    requestId: randomUUID(),
  };
  await decideCase(sandi, { id: caseId, version, deed: "hide", ...press });
  return (await prisma.decision.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
}

/** Ten more of everything there can be on a page. */
async function grow(round: number): Promise<void> {
  const known = seedStudies().flatMap(({ identifiers }) => identifiers.slice(0, 1));
  const people: MemberViewer[] = [];
  for (let n = 0; n < 10; n++) people.push(await joined(`member-${round}-${n}`));
  for (const [n, person] of people.entries()) {
    const cited = [0, 1, 2]
      .map((k) => known[(n * 3 + k) % known.length]?.value)
      .filter((value) => value?.startsWith("10."));
    const words = `See ${["10.5555/wellcited.retracted", STUDY, `10.5555/wellcited.number-${round}-${n}`, ...cited].join(" and ")}.`;
    const { number } = await replies(
      person,
      at.threadId,
      `> #${at.number}\n> How are you\n\n@jasond, I am well. ${words}`,
    );
    at.foreign = number;
    const own = await starts(person, treatments, `Hello. ${words}`);
    await report(person, { kind: "post", id: at.number, reason: "promotion", note: "Look", requestId: randomUUID() });
    if (n < 5) await decides("post", own.number);
    await category(`category-${round}-${n}`);
  }
  const ten = "generate_series(1, 10) n";
  const [me, later] = [jasond.id, `${round} * 100 + n`];
  for (const statement of [
    `INSERT INTO "Thanks" ("postNumber", "memberId") SELECT p."number", m."id" FROM "Post" p, "Member" m WHERE p."authorId" <> m."id" ON CONFLICT DO NOTHING`,
    `INSERT INTO "Draft" ("memberId", "place", "text") SELECT ${me}, 'thread:' || t."id", 'Soon.' FROM "Thread" t WHERE t."state" = 'visible' ON CONFLICT DO NOTHING`,
    `INSERT INTO "Session" ("memberId", "tokenHash", "device", "idleExpiresAt", "absoluteExpiresAt") SELECT ${me}, sha256((${later})::text::bytea), 'A phone', now() + interval '1 day', now() + interval '1 day' FROM ${ten}`,
    `INSERT INTO "AccessToken" ("memberId", "tokenHash", "name", "scope") SELECT ${me}, sha256((${later})::text::bytea), 'A program', 'read' FROM ${ten}`,
    `INSERT INTO "PlateletCount" ("memberId", "value", "unit", "day") SELECT ${me}, 100, '10^9/L', date '2026-01-01' + ${later} FROM ${ten}`,
    `INSERT INTO "Revision" ("postNumber", "version", "source", "editedById") SELECT ${at.number}, ${(round - 1) * 10 + 1} + n, 'Version ' || n, ${me} FROM ${ten}`,
    `UPDATE "Post" SET "version" = "version" + 10, "editedById" = ${me}, "editedAt" = now() WHERE "number" = ${at.number}`,
    `INSERT INTO "StudyChange" ("studyId", "at", "what") SELECT ${at.studyId}, now(), 'found' FROM ${ten}`,
    `INSERT INTO "CategoryModerator" ("categoryId", "memberId") SELECT c."id", m."id" FROM "Category" c, "Member" m WHERE m."name" LIKE 'member-${round}-%'`,
    `UPDATE "Member" SET "role" = 'moderator' WHERE "name" LIKE 'member-${round}-_' AND "name" < 'member-${round}-4'`,
    `INSERT INTO "Mail" ("kind", "to", "subject", "text", "messageId", "attempts", "lastError", "stoppedAt") SELECT 'test', 'a@example.org', 'A', 'B', 'stopped ' || ${later}, 5, 'no', now() FROM ${ten}`,
    `INSERT INTO "Mail" ("kind", "to", "subject", "text", "messageId") SELECT 'test', 'a@example.org', 'A', 'B', 'waiting ' || ${later} FROM ${ten}`,
    `UPDATE pgboss.job SET state = 'failed', completed_on = now(), output = '{"message":"no"}' WHERE state = 'created'`,
    `INSERT INTO "Document" ("kind", "version", "source", "html") SELECT k, ${round} * 10 + n, 'Words', '<p>Words</p>' FROM ${ten}, unnest(ARRAY['privacy', 'help', 'banner']) k`,
  ])
    await sql(statement);
  at.mail = (await prisma.mail.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
  at.openCase = (await prisma.case.findFirstOrThrow({ where: { kind: "post", targetId: at.number } })).id;
}

async function open({ route, as = "member", params, query }: Line): Promise<{ statements: number; page: string }> {
  const request = newRequest(route, "10.0.0.1");
  request.session = sessions[as];
  const words = (of: Words = {}) =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [name, String(value)]));
  await fillPage(request, route, { params: words(params?.()), query: words(query?.()) }).catch((error) => {
    if (!String(error.digest).startsWith("NEXT_REDIRECT")) throw new Error(`${route}: ${error.digest ?? error.stack}`);
  });
  return { statements: request.statements, page: request.page ?? "" };
}

const counted = (lines: { route: string; as?: Who; statements: number }[]) =>
  lines.map(({ route, as = "member", statements }) => `${route} for a ${as}: ${statements}`);

it("every page has a line here, or a reason why it has none", () => {
  const known = new Set([...LINES.map(({ route }) => route), ...Object.keys(LEFT_OUT)]);
  expect(pageRoutes.filter((route) => !known.has(route))).toEqual([]);
  expect([...known].filter((route) => !pageRoutes.includes(route))).toEqual([]);
});

it("every page asks the database for the same few things, however much is on it", async () => {
  await readForum(); // once a process
  const few: Awaited<ReturnType<typeof open>>[] = [];
  for (const line of LINES) few.push(await open(line));
  await grow(2);
  await readForum();
  const many: typeof few = [];
  for (const line of LINES) many.push(await open(line));

  expect(counted(LINES.map((line, n) => ({ ...line, statements: few[n]?.statements ?? 0 })))).toEqual(counted(LINES));
  expect(counted(LINES.map((line, n) => ({ ...line, statements: many[n]?.statements ?? 0 })))).toEqual(counted(LINES));
  expect(LINES.filter(({ route, statements }) => route === "/t/[id]/[slug]" && statements > 5)).toEqual([]);

  // There was really more on them, and everything on a thread's.
  const full = many[LINES.findIndex(({ route }) => route === "/t/[id]/[slug]")]?.page ?? "";
  expect(full.match(/<article /g)).toHaveLength(20);
  for (const part of ["was retracted", "blockquote", "study-card", "/studies/", "thank", "@jasond"])
    expect(full).toContain(part);
  const grown = LINES.filter((_, n) => (many[n]?.page.length ?? 0) > 1.1 * (few[n]?.page.length ?? 0)).map(
    ({ route }) => route,
  );
  expect(GROWING.filter((route) => !grown.includes(route))).toEqual([]);
});
