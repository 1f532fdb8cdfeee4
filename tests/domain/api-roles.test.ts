import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { publishDocument } from "@/lib/accounts/writes";
import { prisma, transaction } from "@/lib/platform/db";
import type { MemberViewer } from "@/lib/policy/viewer";
import { storeLookUp } from "@/lib/studies/writes";
import { type OpenedApi, openApiServer } from "../support/api";
import { invented, lookOf } from "../support/asking";
import { resetDatabase } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

// Who may do what by the API, as data: each cell is the answer, "ok" or the reason of the refusal.

const roles = [
  "guest",
  "unverified",
  "member",
  "silenced",
  "suspended",
  "author",
  "moderator here",
  "moderator elsewhere",
  "moderator",
  "administrator",
  "newcomer",
] as const;
type Role = (typeof roles)[number];

type Deed = { does: string; ask(place: Place): [method: string, path: string, body?: unknown] };
type Place = {
  categoryId: number;
  threadId: number;
  number: number;
  secret: number;
  lockedThread: number;
  caseId: number;
  version: number;
  caseVersion: number;
  studyId: number;
  studyCaseId: number;
  studyCaseVersion: number;
};

/** A newcomer may do what members may; what they write waits for a moderator. */
const cell = (...answers: string[]) => {
  const listed = roles.filter((role) => role !== "newcomer");
  const cells = Object.fromEntries(listed.map((role, at) => [role, answers[at] ?? "?"]));
  return { ...cells, newcomer: cells.member } as Record<Role, string>;
};

/** In the order of the roles above. */
const table: [Deed, Record<Role, string>][] = [
  [
    {
      does: "start a thread",
      ask: (at) => ["POST", "/threads", { category: at.categoryId, title: "A title", text: "Hello." }],
    },
    cell("sign-in", "verify-first", "ok", "silenced", "suspended", "ok", "ok", "ok", "ok", "ok"),
  ],
  [
    { does: "reply", ask: (at) => ["POST", `/threads/${at.threadId}/posts`, { text: "Hello." }] },
    cell("sign-in", "verify-first", "ok", "silenced", "suspended", "ok", "ok", "ok", "ok", "ok"),
  ],
  [
    {
      does: "reply in a locked thread",
      ask: (at) => ["POST", `/threads/${at.lockedThread}/posts`, { text: "Hello." }],
    },
    cell(
      "sign-in",
      "verify-first",
      "thread-locked",
      "silenced",
      "suspended",
      "thread-locked",
      "thread-locked",
      "thread-locked",
      "ok",
      "ok",
    ),
  ],
  [
    { does: "reply among members", ask: (at) => ["POST", `/threads/${at.secret}/posts`, { text: "Hello." }] },
    cell("not-found", "verify-first", "ok", "silenced", "suspended", "ok", "ok", "ok", "ok", "ok"),
  ],
  [
    { does: "edit the post", ask: (at) => ["PATCH", `/posts/${at.number}`, { text: "Changed.", version: at.version }] },
    cell("sign-in", "verify-first", "not-yours", "silenced", "suspended", "ok", "not-yours", "not-yours", "ok", "ok"),
  ],
  [
    { does: "withdraw the post", ask: (at) => ["PUT", `/posts/${at.number}/withdrawal`] },
    cell(
      "sign-in",
      "verify-first",
      "not-yours",
      "silenced",
      "suspended",
      "ok",
      "not-yours",
      "not-yours",
      "not-yours",
      "not-yours",
    ),
  ],
  [
    { does: "thank for the post", ask: (at) => ["PUT", `/posts/${at.number}/thanks`] },
    cell("sign-in", "verify-first", "ok", "silenced", "suspended", "own-post", "ok", "ok", "ok", "ok"),
  ],
  [
    { does: "report the post", ask: (at) => ["POST", "/reports", { kind: "post", id: at.number, reason: "other" }] },
    cell("sign-in", "verify-first", "ok", "ok", "suspended", "own-report", "ok", "ok", "ok", "ok"),
  ],
  [
    {
      does: "report the card of a study",
      ask: (at) => ["POST", "/reports", { kind: "study", id: at.studyId, reason: "misread" }],
    },
    cell("sign-in", "verify-first", "ok", "ok", "suspended", "ok", "ok", "ok", "ok", "ok"),
  ],
  [
    {
      does: "put the title of a study right",
      ask: (at) => [
        "POST",
        `/cases/${at.studyCaseId}/decisions`,
        { version: at.studyCaseVersion, deed: "correct", on: "title", text: "Right.", rulesVersion: 1, reason: "So." },
      ],
    },
    cell(
      "not-found",
      "not-found",
      "not-found",
      "not-found",
      "suspended",
      "not-found",
      "not-found",
      "not-found",
      "ok",
      "ok",
    ),
  ],
  [
    { does: "follow the thread", ask: (at) => ["PUT", `/threads/${at.threadId}/following`] },
    cell("sign-in", "ok", "ok", "ok", "suspended", "ok", "ok", "ok", "ok", "ok"),
  ],
  [
    { does: "read their notices", ask: () => ["GET", "/notices"] },
    cell("sign-in", "ok", "ok", "ok", "suspended", "ok", "ok", "ok", "ok", "ok"),
  ],
  [
    { does: "see the open cases", ask: () => ["GET", "/cases"] },
    cell(
      "sign-in",
      "moderators-only",
      "moderators-only",
      "silenced",
      "suspended",
      "moderators-only",
      "ok",
      "ok",
      "ok",
      "ok",
    ),
  ],
  [
    { does: "see the case", ask: (at) => ["GET", `/cases/${at.caseId}`] },
    cell(
      "sign-in",
      "moderators-only",
      "moderators-only",
      "silenced",
      "suspended",
      "moderators-only",
      "ok",
      "not-found",
      "ok",
      "ok",
    ),
  ],
  [
    {
      does: "decide the case",
      ask: (at) => [
        "POST",
        `/cases/${at.caseId}/decisions`,
        { version: at.caseVersion, deed: "nothing", rulesVersion: 1, reason: "Nothing to do." },
      ],
    },
    cell("not-found", "not-found", "not-found", "not-found", "suspended", "not-found", "ok", "not-found", "ok", "ok"),
  ],
  [
    { does: "open a case", ask: (at) => ["POST", "/cases", { kind: "thread", id: at.threadId }] },
    cell(
      "sign-in",
      "moderators-only",
      "moderators-only",
      "silenced",
      "suspended",
      "moderators-only",
      "ok",
      "moderators-only",
      "ok",
      "ok",
    ),
  ],
  [
    { does: "read among members", ask: (at) => ["GET", `/threads/${at.secret}/posts`] },
    cell("not-found", "ok", "ok", "ok", "suspended", "ok", "ok", "ok", "ok", "ok"),
  ],
];

let api: OpenedApi;
let people: Record<Role, MemberViewer | undefined>;
let place: Place;

beforeAll(async () => {
  api = await openApiServer();
});
afterAll(() => api.close());

beforeEach(async () => {
  await resetDatabase();
  await transaction((tx) =>
    publishDocument(tx, { kind: "rules", version: 1, source: "## Be kind\n\nTo all.", html: "<h2>Be kind</h2>" }),
  );
  const categoryId = await category("here");
  const elsewhere = await category("elsewhere");
  const author = await joined("jasond");
  const here = await joined("here");
  const beside = await joined("beside");
  await prisma.categoryModerator.createMany({
    data: [
      { categoryId, memberId: here.id },
      { categoryId: elsewhere, memberId: beside.id },
    ],
  });
  people = {
    guest: undefined,
    unverified: await joined("unverified", { emailVerified: false }),
    member: await joined("karenr"),
    silenced: await joined("quiet", { standing: "silenced" }),
    suspended: await joined("away", { standing: "suspended" }),
    author,
    "moderator here": here,
    "moderator elsewhere": beside,
    newcomer: await joined("amara", { newcomer: true }),
    moderator: await joined("sandi", { role: "moderator" }),
    administrator: await joined("orla", { role: "administrator" }),
  };
  const { threadId } = await starts(author, categoryId);
  const { number } = await replies(author, threadId, "A post to talk about.");
  const secret = await starts(await joined("hal9k"), categoryId, "Among us.", "members");
  const locked = await starts(await joined("luis"), categoryId, "Closed.");
  await prisma.thread.update({ where: { id: locked.threadId }, data: { locked: true } });
  const about = { kind: "post", targetId: number, categoryId, subjectId: author.id, urgency: 6 };
  const { id: caseId } = await prisma.case.create({ data: about });
  await starts(await joined("maureen"), categoryId, "See 10.5555/wellcited.of-the-table.");
  const { id: studyId } = await prisma.study.findFirstOrThrow();
  await transaction((tx) => storeLookUp(tx, studyId, lookOf(invented("of-the-table"), { title: "Wrong." })));
  const { id: studyCaseId } = await prisma.case.create({ data: { kind: "study", targetId: studyId, urgency: 6 } });
  place = {
    categoryId,
    threadId,
    number,
    secret: secret.threadId,
    lockedThread: locked.threadId,
    caseId,
    version: 1,
    caseVersion: 1,
    studyId,
    studyCaseId,
    studyCaseVersion: 1,
  };
});

/** Shown again, and with the versions of now: whoever came before may have changed something. */
async function present(): Promise<Pick<Place, "version" | "caseVersion" | "studyCaseVersion">> {
  await prisma.post.updateMany({ where: { number: place.number, state: "withdrawn" }, data: { state: "visible" } });
  const { version } = await prisma.post.findUniqueOrThrow({ where: { number: place.number } });
  const { version: caseVersion } = await prisma.case.findUniqueOrThrow({ where: { id: place.caseId } });
  const { version: studyCaseVersion } = await prisma.case.findUniqueOrThrow({ where: { id: place.studyCaseId } });
  return { version, caseVersion, studyCaseVersion };
}

it.each(table)("$does", async (deed, answers) => {
  const answered: Partial<Record<Role, string>> = {};
  for (const role of roles) {
    const [method, path, body] = deed.ask({ ...place, ...(await present()) });
    const { status, body: said } = await api.ask(method, path, { as: people[role], body });
    answered[role] = status < 300 ? "ok" : said.title;
  }
  expect(answered).toEqual(answers);
});
