import { describe, expect, it } from "vitest";
import { isWiderThan, narrower } from "@/lib/policy/audience";
import {
  canAdminister,
  canAppeal,
  canBringBackPost,
  canChangeStanding,
  canDecide,
  canEditPost,
  canQuoteInto,
  canReply,
  canReport,
  canSeeCase,
  canSeeRevisions,
  canStartThread,
  canTakeBackThanks,
  canThank,
  canWithdrawPost,
} from "@/lib/policy/can";
import type { Decision } from "@/lib/policy/decision";
import { guest, type MemberViewer } from "@/lib/policy/viewer";

const member = (more: Partial<MemberViewer> = {}): MemberViewer => ({
  kind: "member",
  id: 1,
  name: "karenr",
  role: "member",
  standing: "good",
  emailVerified: true,
  ...more,
});
const karenr = member();
const jasond = member({ id: 2, name: "jasond" });
const sandi = member({ id: 3, name: "sandi", role: "moderator" });
const newcomer = member({ id: 4, emailVerified: false });
const silenced = member({ id: 5, standing: "silenced" });
const suspended = member({ id: 6, standing: "suspended" });

const open = {
  threadLocked: false,
  threadState: "visible" as const,
  categoryLocked: false,
  categoryId: 1,
  whoReplies: "members" as const,
};
const members = { id: 1, locked: false, whoStarts: "members" as const };
const jasondsPost = { ...open, authorId: jasond.id, state: "visible" as const, authorLeft: false };
const said = (decision: Decision) => (decision.allowed ? "yes" : decision.reason);

describe("who may reply", () => {
  it.each([
    ["a member in good standing", karenr, open, "yes"],
    ["a guest", guest, open, "sign-in"],
    ["someone who has not confirmed their address", newcomer, open, "verify-first"],
    ["someone silenced", silenced, open, "silenced"],
    ["someone suspended", suspended, open, "suspended"],
    ["a member in a locked thread", karenr, { ...open, threadLocked: true }, "thread-locked"],
    ["a member in a locked category", karenr, { ...open, categoryLocked: true }, "category-locked"],
    ["a moderator in a locked thread", sandi, { ...open, threadLocked: true }, "yes"],
    ["its author in a thread that waits", jasond, { ...open, threadState: "held" as const }, "yes"],
    ["a moderator in a hidden thread", sandi, { ...open, threadState: "hidden" as const }, "thread-not-shown"],
    ["a moderator in a removed thread", sandi, { ...open, threadState: "removed" as const }, "thread-not-shown"],
  ])("%s", (_, viewer, place, answer) => expect(said(canReply(viewer, place))).toBe(answer));
  it("nobody but moderators starts a thread in a locked category", () => {
    expect(said(canStartThread(karenr, { ...members, locked: true }))).toBe("category-locked");
    expect(said(canStartThread(sandi, { ...members, locked: true }))).toBe("yes");
  });
});

describe("a category where moderators write", () => {
  const announcements = { id: 4, locked: false, whoStarts: "moderators" as const };
  const place = { ...open, categoryId: 4, whoReplies: "moderators" as const };
  const herOwn = member({ id: 8, moderates: [4] });
  it.each([
    ["a member", karenr, "moderators-start", "moderators-reply"],
    ["a moderator of everything", sandi, "yes", "yes"],
    ["its own moderator", herOwn, "yes", "yes"],
    ["the moderator of another category", member({ id: 9, moderates: [5] }), "moderators-start", "moderators-reply"],
    ["a guest", guest, "sign-in", "sign-in"],
    ["someone silenced, be they its moderator", { ...herOwn, standing: "silenced" as const }, "silenced", "silenced"],
  ])("%s", (_, viewer, starts, replies) => {
    expect([said(canStartThread(viewer, announcements)), said(canReply(viewer, place))]).toEqual([starts, replies]);
  });
});

describe("who may run the forum", () => {
  const orla = member({ id: 7, role: "administrator" });
  it.each([
    ["an administrator", orla, "yes"],
    ["a moderator", sandi, "administrators-only"],
    ["a member", karenr, "administrators-only"],
    ["a guest", guest, "sign-in"],
    ["an administrator who is silenced", { ...orla, standing: "silenced" as const }, "silenced"],
    ["an administrator who is suspended", { ...orla, standing: "suspended" as const }, "suspended"],
    ["an administrator whose address is not confirmed", { ...orla, emailVerified: false }, "verify-first"],
  ])("%s", (_, viewer, answer) => expect(said(canAdminister(viewer))).toBe(answer));
});

describe("who may thank", () => {
  it.each([
    ["a member, another's post", karenr, jasondsPost, "yes"],
    ["a member, their own post", jasond, jasondsPost, "own-post"],
    ["a guest", guest, jasondsPost, "sign-in"],
    ["someone silenced", silenced, jasondsPost, "silenced"],
    ["a member in a locked thread", karenr, { ...jasondsPost, threadLocked: true }, "thread-locked"],
    ["a moderator in a locked thread", sandi, { ...jasondsPost, threadLocked: true }, "thread-locked"],
    ["a member in a locked category", karenr, { ...jasondsPost, categoryLocked: true }, "category-locked"],
    ["a member, a hidden post", karenr, { ...jasondsPost, state: "hidden" as const }, "not-shown"],
    ["a member, the post of someone who left", karenr, { ...jasondsPost, authorLeft: true }, "former-member"],
  ])("%s", (_, viewer, post, answer) => expect(said(canThank(viewer, post))).toBe(answer));
  it("thanks can be taken back until the lock", () => {
    expect(said(canTakeBackThanks(karenr, jasondsPost))).toBe("yes");
    expect(said(canTakeBackThanks(karenr, { ...jasondsPost, threadLocked: true }))).toBe("thread-locked");
  });
});

describe("who may change a post", () => {
  it.each([
    ["its author", jasond, jasondsPost, "yes"],
    ["another member", karenr, jasondsPost, "not-yours"],
    ["a moderator", sandi, jasondsPost, "yes"],
    ["its author, while it waits for a moderator", jasond, { ...jasondsPost, state: "held" as const }, "yes"],
    ["its author, once it is hidden", jasond, { ...jasondsPost, state: "hidden" as const }, "not-shown"],
    ["its author, in a locked thread", jasond, { ...jasondsPost, threadLocked: true }, "thread-locked"],
  ])("%s", (_, viewer, post, answer) => expect(said(canEditPost(viewer, post))).toBe(answer));
  it("only its author withdraws it", () => {
    expect(said(canWithdrawPost(jasond, jasondsPost))).toBe("yes");
    expect(said(canWithdrawPost(sandi, jasondsPost))).toBe("not-yours");
  });
  it("its author brings it back within a day and not later", () => {
    const withdrawn = {
      authorId: jasond.id,
      state: "withdrawn" as const,
      stateChangedAt: new Date("2026-11-01T10:00:00Z"),
    };
    expect(said(canBringBackPost(jasond, withdrawn, new Date("2026-11-02T10:00:00Z")))).toBe("yes");
    expect(said(canBringBackPost(jasond, withdrawn, new Date("2026-11-02T10:00:01Z")))).toBe("too-late");
    expect(said(canBringBackPost(karenr, withdrawn, new Date("2026-11-01T11:00:00Z")))).toBe("not-yours");
  });
  it("its earlier versions are for its author and moderators", () => {
    expect(
      [guest, karenr, jasond, sandi, suspended].map((viewer) => said(canSeeRevisions(viewer, jasondsPost))),
    ).toEqual(["sign-in", "not-yours", "yes", "yes", "suspended"]);
  });
});

describe("quoting", () => {
  it.each([
    ["a public post into a members' thread", { state: "visible", audience: "everyone" }, "members", "yes"],
    ["a members' post into a public thread", { state: "visible", audience: "members" }, "everyone", "wider-audience"],
    [
      "an unlisted post into a members' thread",
      { state: "visible", audience: "members_unlisted" },
      "members",
      "wider-audience",
    ],
    ["a hidden post", { state: "hidden", audience: "everyone" }, "everyone", "not-shown"],
  ] as const)("%s", (_, quoted, into, answer) => expect(said(canQuoteInto(quoted, { audience: into }))).toBe(answer));
});

describe("who may report", () => {
  const shown = { authorId: jasond.id, state: "visible" as const };
  it.each([
    ["a member, another’s post", karenr, shown, "yes"],
    ["a moderator, another’s post", sandi, shown, "yes"],
    ["someone silenced, who may need help", silenced, shown, "yes"],
    ["a guest", guest, shown, "sign-in"],
    ["someone suspended", suspended, shown, "suspended"],
    ["someone who has not confirmed their address", newcomer, shown, "verify-first"],
    ["a member, their own", jasond, shown, "own-report"],
    ["a moderator, what is hidden already", sandi, { ...shown, state: "hidden" as const }, "not-shown"],
  ])("%s", (_, viewer, thing, answer) => expect(said(canReport(viewer, thing))).toBe(answer));
});

describe("who may decide", () => {
  const about = { categoryId: 5, subjectId: jasond.id, reporterIds: [karenr.id] };
  const orla = member({ id: 7, name: "orla", role: "administrator" });
  const keeper = member({ id: 8, moderates: [5] });
  it.each([
    ["a moderator", sandi, about, "yes"],
    ["an administrator", orla, about, "yes"],
    ["a moderator of this category", keeper, about, "yes"],
    ["a moderator of another category", { ...keeper, moderates: [6] }, about, "moderators-only"],
    ["a moderator of a category, about a member", keeper, { ...about, categoryId: null }, "moderators-only"],
    ["a moderator who reported it", { ...sandi, id: karenr.id }, about, "own-case"],
    ["a moderator whose own post it is", { ...sandi, id: jasond.id }, about, "own-case"],
    ["a moderator who was silenced", { ...sandi, standing: "silenced" as const }, about, "silenced"],
    ["a moderator who was suspended", { ...sandi, standing: "suspended" as const }, about, "suspended"],
    ["a member", karenr, about, "moderators-only"],
    ["a guest", guest, about, "sign-in"],
  ])("%s", (_, viewer, one, answer) => expect(said(canDecide(viewer, one))).toBe(answer));
  it("who reported it sees what becomes of it; whom it is about sees nothing", () => {
    expect(said(canSeeCase({ ...sandi, id: karenr.id }, about))).toBe("yes");
    expect(said(canSeeCase({ ...sandi, id: jasond.id }, about))).toBe("own-case");
  });
  it.each([
    ["a moderator, a member", sandi, false, "yes"],
    ["a moderator, another moderator", sandi, true, "staff-case"],
    ["an administrator, a moderator", orla, true, "yes"],
    ["a moderator of a category, a member", keeper, false, "moderators-only"],
  ])("silences: %s", (_, viewer, isStaff, answer) => expect(said(canChangeStanding(viewer, { isStaff }))).toBe(answer));
});

describe("who may appeal", () => {
  const moment = new Date("2026-11-22T12:00:00Z");
  const hidden = {
    subjectId: jasond.id,
    takesSomething: true,
    appealed: false,
    answered: false,
    until: new Date("2027-05-25T12:00:00Z"),
  };
  it.each([
    ["whom it is about", jasond, hidden, "yes"],
    ["whom it is about, though suspended", { ...jasond, standing: "suspended" as const }, hidden, "yes"],
    ["someone else", karenr, hidden, "not-yours"],
    ["a guest", guest, hidden, "sign-in"],
    ["of a decision that took nothing", jasond, { ...hidden, takesSomething: false }, "no-appeal"],
    ["a second time", jasond, { ...hidden, appealed: true }, "appealed-already"],
    ["once it is answered", jasond, { ...hidden, appealed: true, answered: true }, "appeal-answered"],
    ["after six months", jasond, { ...hidden, until: new Date("2026-11-21T12:00:00Z") }, "appeal-too-late"],
  ])("%s", (_, viewer, decision, answer) => expect(said(canAppeal(viewer, decision, moment))).toBe(answer));
  it("whoever decided doesn’t answer the appeal where somebody else can", () => {
    const one = { categoryId: 1, subjectId: jasond.id, reporterIds: [] };
    expect(said(canDecide(sandi, { ...one, appealedFrom: [sandi.id] }))).toBe("own-decision");
    expect(said(canDecide(sandi, { ...one, appealedFrom: [] }))).toBe("yes");
  });
});

it("of two audiences the narrower one counts", () => {
  expect(narrower("everyone", "members")).toBe("members");
  expect(narrower("members_unlisted", "members")).toBe("members_unlisted");
  expect(isWiderThan("everyone", "members")).toBe(true);
  expect(isWiderThan("members", "members")).toBe(false);
});
