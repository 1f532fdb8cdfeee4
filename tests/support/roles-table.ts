import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/platform/db";
import type { Fields } from "./browserless";
import type { Role, World } from "./roles-world";
import { somePassword } from "./visitors";

// Who may do what through the pages, as data. Each cell is the answer to the real form, sent with that role's cookie:
//   done        it was carried out
//   a reason    the page came back with that reason's sentence and status (lib/policy/reasons.ts)
//   log in      led to the log-in page
//   stopped     led to the one page that is left to someone suspended
//   404         as for what doesn't exist; to a guest who wrote something: sign-in, whether it exists or not
// A + before it: the role's own page has the form all the same, as where a field decides.

export type Place = {
  /** The page with the form, and the name of the form on it. */
  page: string;
  form: string;
  /** What is typed, or another's id put in the place of one's own. */
  fill?: Fields;
  /** Where the form was got, if not on that page. */
  gotAt?: string;
  gotAs?: string;
};

export type Deed = {
  does: string;
  /** In the order of the roles, with | between. */
  answers: string;
  /** Somebody whose page has the form. */
  got: Role;
  at(world: World, role: Role): Promise<Place>;
  /** Each role acts in a place of its own. */
  own?: boolean;
  /** Nothing is kept of it. */
  leavesNothing?: boolean;
};

const reply = (thread: { path: string }, text = "A reply."): Place => ({
  page: thread.path,
  form: "reply",
  fill: { text },
});
/** Where nobody's page has the form, it is got elsewhere. */
const replyUnoffered = async (w: World, { id, path }: { id: number; path: string }): Promise<Place> => ({
  ...reply({ path }),
  gotAt: (await w.thread()).path,
  fill: { threadId: String(id), text: "A reply." },
});
const start = (categoryId: number, audience = "everyone"): Place => ({
  page: "/new",
  form: "new",
  fill: { categoryId: String(categoryId), audience, title: "A new thread", text: "Hello." },
});
const report = (page: string): Place => ({ page, form: "report", fill: { reason: "other", note: "Please look." } });
const decide = (id: number, fill: Fields): Place => ({
  page: `/moderation/cases/${id}`,
  form: "decide",
  fill: { ...("text" in fill ? {} : { rule: "" }), reason: "For the test.", ...fill },
});
const firstRule = async () => {
  const { source } = await prisma.document.findFirstOrThrow({ where: { kind: "rules" }, orderBy: { version: "desc" } });
  return /^## (.+)$/m.exec(source)?.[1]?.trim() ?? "";
};
const ownName = (world: World, role: Role) => (role === "guest" ? world.people.member.name : world.people[role].name);
const categoryFields = () => ({
  name: `Named ${randomUUID().slice(0, 8)}`,
  description: "For the tests.",
  audience: "everyone",
  whoStarts: "members",
  whoReplies: "members",
});

export const deeds: Deed[] = [
  {
    does: "start a thread",
    answers: "sign-in | verify-first | done | done | silenced | suspended | done | done | done | done | done",
    got: "member",
    at: async (w) => start(w.here),
  },
  {
    does: "start a thread where moderators do",
    answers:
      "sign-in | verify-first | +moderators-start | +moderators-start | silenced | suspended | +moderators-start | done | +moderators-start | done | done",
    got: "member",
    at: async (w) => {
      const id = await w.category({ whoStarts: "moderators" });
      await prisma.categoryModerator.create({ data: { categoryId: id, memberId: w.people["moderator here"].id } });
      return start(id);
    },
  },
  {
    does: "start a thread in a closed category",
    answers:
      "sign-in | verify-first | +category-locked | +category-locked | silenced | suspended | +category-locked | +category-locked | +category-locked | done | done",
    got: "member",
    at: async (w) => start(await w.category({ locked: true })),
  },
  {
    does: "start a thread for everyone among members",
    answers: "404 | verify-first | +422 | +422 | silenced | 404 | +422 | +422 | +422 | +422 | +422",
    got: "member",
    at: async (w) => start(await w.category({ audience: "members" })),
  },
  {
    does: "reply",
    answers: "sign-in | verify-first | done | done | silenced | suspended | done | done | done | done | done",
    got: "member",
    at: async (w) => reply(await w.thread()),
  },
  {
    does: "reply in a locked thread",
    answers:
      "sign-in | verify-first | thread-locked | thread-locked | silenced | suspended | thread-locked | thread-locked | thread-locked | done | done",
    got: "moderator",
    at: async (w) => reply(await w.thread({ locked: true })),
  },
  {
    does: "reply in a closed category",
    answers:
      "sign-in | verify-first | category-locked | category-locked | silenced | suspended | category-locked | category-locked | category-locked | done | done",
    got: "moderator",
    at: async (w) => reply(await w.thread({ in: await w.category({ locked: true }) })),
  },
  {
    does: "reply where only moderators do",
    answers:
      "sign-in | verify-first | moderators-reply | moderators-reply | silenced | suspended | moderators-reply | done | moderators-reply | done | done",
    got: "moderator",
    at: async (w) => {
      const id = await w.category({ whoReplies: "moderators" });
      await prisma.categoryModerator.create({ data: { categoryId: id, memberId: w.people["moderator here"].id } });
      return reply(await w.thread({ in: id }));
    },
  },
  {
    does: "reply among members",
    answers: "sign-in | verify-first | done | done | silenced | 404 | done | done | done | done | done",
    got: "member",
    at: async (w) => reply(await w.thread({ audience: "members" })),
  },
  {
    does: "reply in a hidden thread",
    answers:
      "sign-in | 404 | 404 | 404 | 404 | 404 | thread-not-shown | thread-not-shown | 404 | thread-not-shown | thread-not-shown",
    got: "moderator",
    at: async (w) => replyUnoffered(w, await w.thread({ state: "hidden" })),
  },
  {
    does: "reply in a removed thread",
    answers:
      "sign-in | 404 | 404 | 404 | 404 | 404 | thread-not-shown | thread-not-shown | 404 | thread-not-shown | thread-not-shown",
    got: "moderator",
    at: async (w) => replyUnoffered(w, await w.thread({ state: "removed" })),
  },
  {
    does: "reply in a held thread",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | done | done | 404 | done | done",
    got: "moderator",
    at: async (w) => reply(await w.thread({ state: "held" })),
  },
  {
    does: "quote a post among members for everyone",
    answers:
      "sign-in | verify-first | +wider-audience 422 | +wider-audience 422 | silenced | suspended | +wider-audience 422 | +wider-audience 422 | +wider-audience 422 | +wider-audience 422 | +wider-audience 422",
    got: "member",
    at: async (w) => {
      const { number } = await w.thread({ audience: "members" });
      return reply(await w.thread(), `> #${number}\n\nYes.`);
    },
  },
  {
    does: "quote a hidden post",
    answers:
      "sign-in | verify-first | +not-shown 422 | +not-shown 422 | silenced | suspended | +not-shown 422 | +not-shown 422 | +not-shown 422 | +not-shown 422 | +not-shown 422",
    got: "member",
    at: async (w) => {
      const { number, thread } = await w.post({ state: "hidden" });
      return reply(thread, `> #${number}\n\nYes.`);
    },
  },
  {
    does: "preview a reply",
    answers: "sign-in | verify-first | done | done | silenced | suspended | done | done | done | done | done",
    got: "member",
    leavesNothing: true,
    at: async (w) => {
      const place = reply(await w.thread());
      return { ...place, fill: { ...place.fill, intent: "preview" } };
    },
  },
  {
    does: "edit the author's post",
    answers:
      "sign-in | verify-first | not-yours | not-yours | silenced | suspended | done | not-yours | not-yours | done | done",
    got: "author",
    at: async (w) => ({
      page: `/p/${(await w.post()).number}/edit`,
      form: "edit",
      fill: { text: "Other words.", reason: "" },
    }),
  },
  {
    does: "edit the author's post that waits",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | done | not-yours | 404 | done | done",
    got: "author",
    at: async (w) => ({
      page: `/p/${(await w.post({ state: "held" })).number}/edit`,
      form: "edit",
      fill: { text: "Other words.", reason: "" },
    }),
  },
  {
    does: "edit the author's hidden post",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | not-shown | not-yours | 404 | not-shown | not-shown",
    got: "author",
    at: async (w) => {
      const { number } = await w.post({ state: "hidden" });
      return {
        page: `/p/${number}/edit`,
        form: "edit",
        gotAt: `/p/${(await w.post()).number}/edit`,
        fill: { number: String(number), text: "Other words.", reason: "" },
      };
    },
  },
  {
    does: "edit one's own post",
    answers: "sign-in | verify-first | done | done | silenced | suspended | done | done | done | done | done",
    got: "author",
    own: true,
    at: async (w, role) => {
      const { number } = await w.post({ by: role === "guest" ? "author" : role });
      return {
        page: `/p/${number}/edit`,
        form: "edit",
        gotAt: `/p/${(await w.post()).number}/edit`,
        fill: { number: String(number), text: "Other words.", reason: "" },
      };
    },
  },
  {
    does: "edit the author's post in a locked thread",
    answers:
      "sign-in | verify-first | not-yours | not-yours | silenced | suspended | thread-locked | not-yours | not-yours | done | done",
    got: "moderator",
    at: async (w) => ({
      page: `/p/${(await w.post({ locked: true })).number}/edit`,
      form: "edit",
      fill: { text: "Other words.", reason: "" },
    }),
  },
  {
    does: "withdraw the author's post",
    answers:
      "log in | verify-first | not-yours | not-yours | silenced | stopped | done | not-yours | not-yours | not-yours | not-yours",
    got: "author",
    at: async (w) => ({ page: `/p/${(await w.post()).number}/withdraw`, form: "withdraw" }),
  },
  {
    does: "withdraw one's own post",
    answers: "log in | verify-first | done | done | silenced | stopped | done | done | done | done | done",
    got: "author",
    own: true,
    at: async (w, role) => {
      const { number } = await w.post({ by: role === "guest" ? "author" : role });
      return {
        page: `/p/${number}/withdraw`,
        form: "withdraw",
        gotAt: `/p/${(await w.post()).number}/withdraw`,
        fill: { number: String(number) },
      };
    },
  },
  {
    does: "bring one's own post back",
    answers: "404 | verify-first | done | done | silenced | stopped | done | done | done | done | done",
    got: "author",
    own: true,
    at: async (w, role) => {
      const { number, thread } = await w.post({ by: role === "guest" ? "author" : role, state: "withdrawn" });
      const another = await w.post({ state: "withdrawn" });
      return {
        page: thread.path,
        form: `press:bring back ${number}`,
        gotAt: another.thread.path,
        gotAs: `press:bring back ${another.number}`,
        fill: { number: String(number) },
      };
    },
  },
  {
    does: "bring the author's post back",
    answers: "404 | 404 | 404 | 404 | 404 | stopped | done | not-yours | 404 | not-yours | not-yours",
    got: "author",
    at: async (w) => {
      const { number, thread } = await w.post({ state: "withdrawn" });
      return { page: thread.path, form: `press:bring back ${number}` };
    },
  },
  {
    does: "thank for the author's post",
    answers: "sign-in | verify-first | done | done | silenced | stopped | own-post | done | done | done | done",
    got: "member",
    at: async (w) => {
      const { number, thread } = await w.post();
      return { page: thread.path, form: `press:thanks ${number}` };
    },
  },
  {
    does: "thank in a locked thread",
    answers:
      "sign-in | verify-first | thread-locked | thread-locked | silenced | stopped | thread-locked | thread-locked | thread-locked | thread-locked | thread-locked",
    got: "member",
    at: async (w) => {
      const open = await w.post();
      const { number, thread } = await w.post({ locked: true });
      return {
        page: thread.path,
        form: `press:thanks ${number}`,
        gotAt: open.thread.path,
        gotAs: `press:thanks ${open.number}`,
        fill: { number: String(number) },
      };
    },
  },
  {
    does: "take one's thanks back",
    answers: "sign-in | verify-first | done | done | silenced | stopped | done | done | done | done | done",
    got: "member",
    own: true,
    at: async (w, role) => {
      const { number, thread } = await w.post({ by: "guest" });
      await w.thanked(number, [role, "member"]);
      return { page: thread.path, form: `press:thanks ${number}` };
    },
  },
  {
    does: "thank for a post in one's hidden thread",
    answers: "404 | verify-first | done | done | silenced | 404 | done | done | done | done | done",
    got: "member",
    own: true,
    at: async (w, role) => {
      const open = await w.post();
      const { number, thread } = await w.postInHiddenThread(role);
      return {
        page: thread.path,
        form: `press:thanks ${number}`,
        gotAt: open.thread.path,
        gotAs: `press:thanks ${open.number}`,
        fill: { number: String(number) },
      };
    },
  },
  {
    does: "report the author's post",
    answers: "sign-in | verify-first | done | done | done | suspended | own-report | done | done | done | done",
    got: "member",
    at: async (w) => report(`/p/${(await w.post()).number}/report`),
  },
  {
    does: "report the author's thread",
    answers: "sign-in | verify-first | done | done | done | suspended | own-report | done | done | done | done",
    got: "member",
    at: async (w) => report(`${(await w.thread()).path}/report`),
  },
  {
    does: "report a member",
    answers: "sign-in | verify-first | done | done | done | suspended | done | done | done | done | done",
    got: "member",
    at: async (w) => report(`/u/${(await w.somebody()).name}/report`),
  },
  {
    does: "report a study's card",
    answers: "sign-in | verify-first | done | done | done | suspended | done | done | done | done | done",
    got: "member",
    at: async (w) => ({
      ...report(`/studies/${await w.study()}/report`),
      fill: { reason: "misread", note: "Please look." },
    }),
  },
  {
    does: "report oneself",
    answers:
      "log in | 404 | own-report | own-report | own-report | stopped | own-report | own-report | own-report | own-report | own-report",
    got: "member",
    own: true,
    at: async (w, role) => ({
      ...report(`/u/${ownName(w, role)}/report`),
      gotAt: `/u/${(await w.somebody()).name}/report`,
      fill: { kind: "member", id: String(w.idOf(role === "guest" ? "member" : role)), reason: "other", note: "" },
    }),
  },
  {
    does: "report the author's post among members",
    answers: "sign-in | verify-first | done | done | done | 404 | own-report | done | done | done | done",
    got: "member",
    at: async (w) => report(`/p/${(await w.post({ audience: "members" })).number}/report`),
  },
  {
    does: "report the author's hidden post",
    answers: "404 | 404 | 404 | 404 | 404 | 404 | own-report | not-shown | 404 | not-shown | not-shown",
    got: "member",
    at: async (w) => {
      const { number } = await w.post({ state: "hidden" });
      return {
        ...report(`/p/${number}/report`),
        gotAt: `/p/${(await w.post()).number}/report`,
        fill: { id: String(number), reason: "other", note: "" },
      };
    },
  },
  {
    does: "open a case about the author's post",
    answers:
      "log in | verify-first | moderators-only | moderators-only | silenced | stopped | moderators-only | done | moderators-only | done | done",
    got: "moderator here",
    at: async (w) => ({ page: `/p/${(await w.post()).number}/report`, form: "press:open case" }),
  },
  {
    does: "open a case about a member",
    answers:
      "log in | verify-first | moderators-only | moderators-only | silenced | stopped | moderators-only | moderators-only | moderators-only | done | done",
    got: "moderator",
    at: async (w) => {
      return { page: `/u/${(await w.somebody()).name}/report`, form: "press:open case" };
    },
  },
  {
    does: "open a case about a study",
    answers:
      "log in | verify-first | moderators-only | moderators-only | silenced | stopped | moderators-only | moderators-only | moderators-only | done | done",
    got: "moderator",
    at: async (w) => ({ page: `/studies/${await w.study()}/report`, form: "press:open case" }),
  },
  {
    does: "place a note on a study's card",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done | done",
    got: "moderator",
    at: async (w) => {
      const { id } = await w.caseOf("study", await w.study(), null, null);
      return decide(id, { deed: "note", text: "Mind the doses." });
    },
  },
  {
    does: "hide the author's post",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | done | 404 | done | done",
    got: "moderator here",
    at: async (w) => {
      const { number } = await w.post();
      const { id } = await w.caseOf("post", number, w.people.author.id);
      return decide(id, { deed: "hide", rule: await firstRule() });
    },
  },
  {
    does: "show what waits",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | done | 404 | done | done",
    got: "moderator here",
    at: async (w) => {
      const { number } = await w.post({ state: "held" });
      const { id } = await w.caseOf("post", number, w.people.author.id);
      return { page: `/moderation/cases/${id}`, form: "decide" };
    },
  },
  {
    does: "refuse what waits",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | done | 404 | done | done",
    got: "moderator here",
    at: async (w) => {
      const { number } = await w.post({ state: "held" });
      const { id } = await w.caseOf("post", number, w.people.author.id);
      return decide(id, { deed: "refuse", rule: await firstRule() });
    },
  },
  {
    does: "silence a member by a case about their post",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | +not-possible | 404 | done | done",
    got: "moderator here",
    at: async (w) => {
      const { number, by } = await w.strangersPost();
      const { id } = await w.caseOf("post", number, by);
      return decide(id, { deed: "silence", rule: await firstRule(), until: "2999-01-01" });
    },
  },
  {
    does: "suspend a member by a case about them",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done | done",
    got: "moderator",
    at: async (w) => {
      const { id: member } = await w.somebody();
      const { id } = await w.caseOf("member", member, member, null);
      return decide(id, { deed: "suspend", rule: await firstRule(), until: "2999-01-01" });
    },
  },
  {
    does: "decide the case about oneself",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404",
    got: "moderator",
    own: true,
    at: async (w, role) => {
      const by = role === "guest" ? "author" : role;
      const { id } = await w.caseOf("post", (await w.post({ by })).number, w.idOf(by));
      const { id: another } = await w.caseOf("post", (await w.post({ by: "guest" })).number, w.bystander.id);
      return {
        ...decide(id, { id: String(id), deed: "nothing" }),
        gotAt: `/moderation/cases/${another}`,
      };
    },
  },
  {
    does: "appeal the decision about the author",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | done | 404 | 404 | 404 | 404",
    got: "author",
    at: async (w) => {
      const id = await w.decided("post", (await w.post()).number, w.people.author.id, "hide");
      return { page: `/decisions/${id}`, form: "appeal", fill: { text: "I meant it well, really." } };
    },
  },
  {
    does: "appeal the decision about oneself",
    answers: "sign-in | done | done | done | done | done | done | done | done | done | done",
    got: "author",
    own: true,
    at: async (w, role) => {
      const by = role === "guest" ? "author" : role;
      const id = await w.decided("post", (await w.post({ by })).number, w.idOf(by), "hide");
      const another = await w.decided("post", (await w.post()).number, w.people.author.id, "hide");
      return {
        page: `/decisions/${id}`,
        form: "appeal",
        gotAt: `/decisions/${another}`,
        fill: { id: String(id), text: "I meant it well, really." },
      };
    },
  },
  {
    does: "strike an earlier version of the author's post",
    answers:
      "sign-in | not-yours | not-yours | not-yours | not-yours | suspended | done | not-yours | not-yours | done | done",
    got: "author",
    at: async (w) => {
      const number = await w.editedPost("author");
      return { page: `/p/${number}/revisions/1/strike`, form: "strike", fill: { reason: "Too personal." } };
    },
  },
  {
    does: "strike an earlier version of one's own post",
    answers: "sign-in | +verify-first | done | done | +silenced | suspended | done | done | done | done | done",
    got: "author",
    own: true,
    at: async (w, role) => {
      const number = await w.editedPost(role === "guest" ? "author" : role);
      return {
        page: `/p/${number}/revisions/1/strike`,
        form: "strike",
        gotAt: `/p/${await w.editedPost("author")}/revisions/1/strike`,
        fill: { number: String(number), reason: "Too personal." },
      };
    },
  },
  {
    does: "follow a thread",
    answers: "sign-in | done | done | done | done | stopped | done | done | done | done | done",
    got: "member",
    at: async (w) => ({ page: (await w.thread({ by: "guest" })).path, form: "press:follow" }),
  },
  {
    does: "follow a thread among members",
    answers: "404 | done | done | done | done | 404 | done | done | done | done | done",
    got: "member",
    at: async (w) => ({ page: (await w.thread({ by: "guest", audience: "members" })).path, form: "press:follow" }),
  },
  {
    does: "mark a category as read",
    answers: "sign-in | done | done | done | done | stopped | done | done | done | done | done",
    got: "member",
    at: async (w) => {
      await w.thread({ by: "guest" });
      const newest = await w.thread({ by: "guest", in: w.here });
      await prisma.thread.update({ where: { id: newest.id }, data: { lastPostAt: new Date() } });
      const { slug } = await prisma.category.findUniqueOrThrow({ where: { id: w.here } });
      await prisma.post.update({
        where: { number: newest.number },
        data: { createdAt: new Date(), appearedAt: new Date() },
      });
      return { page: `/c/${slug}`, form: "press:mark read" };
    },
  },
  {
    does: "mark one's notice as read",
    answers: "log in | done | done | done | done | stopped | done | done | done | done | done",
    got: "member",
    own: true,
    at: async (w, role) => {
      const id = await w.notice(role);
      const another = await w.notice("member");
      return {
        page: "/notices",
        form: `press:notice ${id}`,
        gotAs: `press:notice ${another}`,
        fill: { id: String(id) },
      };
    },
  },
  {
    does: "keep a draft for later, and discard it",
    answers: "log in | done | done | done | done | stopped | done | done | done | done | done",
    got: "member",
    own: true,
    at: async (w, role) => {
      const place = `thread:${(await w.thread()).id}`;
      for (const memberId of new Set([w.idOf(role), w.people.member.id]))
        await prisma.draft.create({ data: { memberId, place, text: "Half a sentence" } });
      return { page: "/drafts", form: "press:discard", fill: { place } };
    },
  },
  {
    does: "make a token",
    answers: "sign-in | +verify-first | done | done | done | suspended | done | done | done | done | done",
    got: "member",
    at: async () => ({
      page: "/settings/tokens",
      form: "token",
      fill: { name: "Mine", scope: "read", days: "30", password: somePassword },
    }),
  },
  {
    does: "change one's profile",
    answers: "sign-in | done | done | done | done | suspended | done | done | done | done | done",
    got: "member",
    at: async () => ({
      page: "/settings/profile",
      form: "profile",
      fill: { personalText: `Hello ${randomUUID()}`, about: "", showOnline: "yes" },
    }),
  },
  {
    does: "choose what to hear of",
    answers: "log in | done | done | done | done | stopped | done | done | done | done | done",
    got: "member",
    at: async () => ({ page: "/settings/notices", form: "notices", fill: { "site-reply": "yes" } }),
  },
  {
    does: "consent to health facts",
    answers: "log in | done | done | done | done | stopped | done | done | done | done | done",
    got: "member",
    own: true,
    at: async (w, role) => {
      for (const memberId of [w.idOf(role), w.people.member.id])
        await prisma.consent.deleteMany({ where: { memberId, kind: "health" } });
      return { page: "/settings/health", form: "consent", fill: { agree: "yes" } };
    },
  },
  {
    does: "end one's other sessions",
    answers: "log in | done | done | done | done | done, unoffered | done | done | done | done | done",
    got: "member",
    own: true,
    at: async (w, role) => {
      for (const memberId of new Set([w.idOf(role), w.people.member.id]))
        await prisma.session.create({
          data: {
            memberId,
            tokenHash: Buffer.from(randomUUID()),
            device: "Elsewhere",
            idleExpiresAt: new Date(Date.now() + 1e7),
            absoluteExpiresAt: new Date(Date.now() + 1e7),
          },
        });
      return { page: "/settings/sessions", form: "press:sessions" };
    },
  },
  {
    does: "change one's password",
    answers: "log in | +422 | +422 | +422 | +422 | stopped | +422 | +422 | +422 | +422 | +422",
    got: "member",
    at: async () => ({
      page: "/settings/password",
      form: "password",
      fill: { password: "not the right one at all", newPassword: "another seventeen rolls" },
    }),
    leavesNothing: true,
  },
  {
    does: "make a category",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done",
    got: "administrator",
    at: async () => ({ page: "/admin/categories/new", form: "category", fill: categoryFields() }),
  },
  {
    does: "rename a category",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done",
    got: "administrator",
    at: async (w) => ({
      page: `/admin/categories/${await w.category()}`,
      form: "category",
      fill: { ...categoryFields(), place: "10000" },
    }),
  },
  {
    does: "delete an empty category",
    answers: "404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done",
    got: "administrator",
    at: async (w) => ({ page: `/admin/categories/${await w.category()}`, form: "press:delete" }),
  },
  {
    does: "make someone a category's moderator",
    answers: "404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done",
    got: "administrator",
    at: async (w) => ({
      page: `/admin/categories/${await w.category()}`,
      form: "appoint",
      fill: { member: w.people.member.name },
    }),
  },
  {
    does: "take a category from its moderator",
    answers: "404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done",
    got: "administrator",
    at: async (w) => {
      const categoryId = await w.category();
      await prisma.categoryModerator.create({ data: { categoryId, memberId: w.bystander.id } });
      return { page: `/admin/categories/${categoryId}`, form: `press:dismiss ${w.bystander.id}` };
    },
  },
  {
    does: "make oneself an administrator",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done",
    got: "administrator",
    own: true,
    at: async (w, role) => ({
      page: "/admin/people",
      form: "role",
      fill: {
        member: role === "administrator" ? (await w.somebody()).name : ownName(w, role),
        role: "administrator",
        reason: "For the test.",
      },
    }),
  },
  {
    does: "publish rules",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done",
    got: "administrator",
    at: async () => ({ page: "/admin/texts/rules", form: "text", fill: { text: `## Be kind\n\n${randomUUID()}` } }),
  },
  {
    does: "preview rules",
    answers: "sign-in | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done",
    got: "administrator",
    leavesNothing: true,
    at: async () => ({
      page: "/admin/texts/rules",
      form: "text",
      fill: { text: "## Be kind\n\nTo all.", intent: "preview" },
    }),
  },
  {
    does: "make the forum read-only",
    answers: "404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done",
    got: "administrator",
    at: async () => ({ page: "/admin/read-only", form: "read-only", fill: { reason: "" } }),
  },
  {
    does: "send a test mail",
    answers: "404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done",
    got: "administrator",
    at: async () => ({ page: "/admin/mail", form: "test mail" }),
  },
  {
    does: "try a mail again",
    answers: "404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | done",
    got: "administrator",
    at: async (w) => {
      const { id } = await prisma.mail.create({
        data: {
          kind: "test",
          to: "nobody@example.net",
          subject: "A mail",
          text: "Hello.",
          messageId: `<${randomUUID()}@example.net>`,
          memberId: w.bystander.id,
          attempts: 9,
          lastError: "no",
          stoppedAt: new Date(),
        },
      });
      return { page: "/admin/mail", form: `press:again ${id}` };
    },
  },
];

// Which pages open for whom: "shown" where the page says what it is for, "absent" where the page is there without that,
// "away" where it leads elsewhere, else as above.

export type Opened = {
  opens: string;
  answers: string;
  /** Each role has one of its own. */
  own?: boolean;
  at(world: World, role: Role): Promise<{ path: string; shows: string | RegExp }>;
};

const SECRET = "These words are not for everyone.";
const fixed = (path: string, shows: string | RegExp) => async () => ({ path, shows });

export const pages: Opened[] = [
  {
    opens: "a thread",
    answers: "shown | shown | shown | shown | shown | shown | shown | shown | shown | shown | shown",
    at: async (w) => ({ path: (await w.thread({ text: SECRET })).path, shows: SECRET }),
  },
  {
    opens: "a thread among members",
    answers: "404 | shown | shown | shown | shown | stopped | shown | shown | shown | shown | shown",
    at: async (w) => ({ path: (await w.thread({ text: SECRET, audience: "members" })).path, shows: SECRET }),
  },
  {
    opens: "a hidden thread",
    answers: "404 | 404 | 404 | 404 | 404 | stopped | shown | shown | 404 | shown | shown",
    at: async (w) => ({ path: (await w.thread({ text: SECRET, state: "hidden" })).path, shows: SECRET }),
  },
  {
    opens: "a thread that waits",
    answers: "404 | 404 | 404 | 404 | 404 | stopped | shown | shown | 404 | shown | shown",
    at: async (w) => ({ path: (await w.thread({ text: SECRET, state: "held" })).path, shows: SECRET }),
  },
  {
    opens: "a thread with a post that waits",
    answers: "absent | absent | absent | absent | absent | stopped | shown | shown | absent | shown | shown",
    at: async (w) => ({ path: (await w.post({ text: SECRET, state: "held" })).thread.path, shows: SECRET }),
  },
  {
    opens: "a thread with a withdrawn post",
    answers: "absent | absent | absent | absent | absent | stopped | shown | shown | absent | shown | shown",
    at: async (w) => ({ path: (await w.post({ text: SECRET, state: "withdrawn" })).thread.path, shows: SECRET }),
  },
  {
    opens: "the feed of a thread among members",
    answers: "404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404",
    at: async (w) => ({
      path: `/t/${(await w.thread({ text: SECRET, audience: "members" })).id}/feed.xml`,
      shows: SECRET,
    }),
  },
  {
    opens: "a category of members",
    answers: "404 | shown | shown | shown | shown | stopped | shown | shown | shown | shown | shown",
    at: async (w) => {
      const id = await w.category({ audience: "members", description: SECRET });
      return { path: `/c/${(await prisma.category.findUniqueOrThrow({ where: { id } })).slug}`, shows: SECRET };
    },
  },
  {
    opens: "the place of a post among members",
    answers: "404 | shown | shown | shown | shown | stopped | shown | shown | shown | shown | shown",
    at: async (w) => {
      const { number } = await w.post({ audience: "members" });
      return { path: `/p/${number}`, shows: `#p${number}` };
    },
  },
  {
    opens: "a post that waits, as a quote",
    answers: "404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404",
    at: async (w) => ({ path: `/p/${(await w.post({ text: SECRET, state: "held" })).number}/quote`, shows: SECRET }),
  },
  {
    opens: "a post among members, as a quote",
    answers: "404 | shown | shown | shown | shown | 404 | shown | shown | shown | shown | shown",
    at: async (w) => ({
      path: `/p/${(await w.post({ text: SECRET, audience: "members" })).number}/quote`,
      shows: SECRET,
    }),
  },
  {
    opens: "the form to edit the author's post",
    answers: "absent | absent | absent | absent | absent | stopped | shown | absent | absent | shown | shown",
    at: async (w) => ({ path: `/p/${(await w.post({ text: SECRET })).number}/edit`, shows: `${SECRET}</textarea>` }),
  },
  {
    opens: "earlier versions of the author's post",
    answers: "log in | 404 | 404 | 404 | 404 | stopped | shown | 404 | 404 | shown | shown",
    at: async (w) => ({ path: `/p/${await w.editedPost("author")}/revisions`, shows: "I see it the same way." }),
  },
  {
    opens: "the moderators' work",
    answers: "log in | 404 | shown | 404 | 404 | stopped | 404 | shown | shown | shown | shown",
    at: fixed("/moderation", /<h1[^>]*>Moderation/),
  },
  {
    opens: "a case of this category",
    answers: "log in | 404 | 404 | 404 | 404 | stopped | 404 | shown | 404 | shown | shown",
    at: async (w) => {
      const { number } = await w.post({ text: SECRET });
      return {
        path: `/moderation/cases/${(await w.caseOf("post", number, w.people.author.id)).id}`,
        shows: SECRET,
      };
    },
  },
  {
    opens: "a case of the other category",
    answers: "log in | 404 | 404 | 404 | 404 | stopped | 404 | 404 | shown | shown | shown",
    at: async (w) => {
      const { number } = await w.post({ text: SECRET, in: w.elsewhere });
      return {
        path: `/moderation/cases/${(await w.caseOf("post", number, w.people.author.id, w.elsewhere)).id}`,
        shows: SECRET,
      };
    },
  },
  {
    opens: "a case about a member",
    answers: "log in | 404 | 404 | 404 | 404 | stopped | 404 | 404 | 404 | shown | shown",
    at: async (w) => {
      const { id, name } = await w.somebody();
      return { path: `/moderation/cases/${(await w.caseOf("member", id, id, null)).id}`, shows: name };
    },
  },
  {
    opens: "a case about a study",
    answers: "log in | 404 | 404 | 404 | 404 | stopped | 404 | 404 | 404 | shown | shown",
    at: async (w) => ({
      path: `/moderation/cases/${(await w.caseOf("study", await w.study(), null, null)).id}`,
      shows: "A study for trying",
    }),
  },
  {
    opens: "the case about oneself",
    own: true,
    answers: "log in | 404 | 404 | 404 | 404 | stopped | 404 | 404 | 404 | 404 | 404",
    at: async (w, role) => {
      const { number } = await w.post({ by: role, text: SECRET });
      return { path: `/moderation/cases/${(await w.caseOf("post", number, w.idOf(role))).id}`, shows: SECRET };
    },
  },
  {
    opens: "a decision about the author",
    answers: "log in | 404 | 404 | 404 | 404 | stopped | shown | 404 | 404 | 404 | 404",
    at: async (w) => ({
      path: `/decisions/${await w.decided("post", (await w.post()).number, w.people.author.id, "hide")}`,
      shows: "For the test.",
    }),
  },
  ...[
    "",
    "/categories",
    "/categories/new",
    "/people",
    "/texts",
    "/texts/rules",
    "/mail",
    "/jobs",
    "/running",
    "/read-only",
  ].map(
    (page): Opened => ({
      opens: `/admin${page}`,
      answers: "404 | 404 | 404 | 404 | 404 | stopped | 404 | 404 | 404 | 404 | shown",
      at: fixed(`/admin${page}`, "Administration"),
    }),
  ),
  ...["profile", "email", "password", "sessions", "tokens", "health", "counts", "notices"].map(
    (page): Opened => ({
      opens: `/settings/${page}`,
      answers: "log in | shown | shown | shown | shown | stopped | shown | shown | shown | shown | shown",
      at: fixed(`/settings/${page}`, /<h1/),
    }),
  ),
  {
    opens: "/settings/export",
    answers: "log in | shown | shown | shown | shown | shown | shown | shown | shown | shown | shown",
    at: fixed("/settings/export", /<h1/),
  },
  {
    opens: "one's own data, as a file",
    own: true,
    answers: "sign-in | shown | shown | shown | shown | shown | shown | shown | shown | shown | shown",
    at: async (w, role) => ({ path: "/settings/export/file", shows: role === "guest" ? SECRET : w.people[role].name }),
  },
  {
    opens: "/settings/close",
    answers: "log in | shown | shown | shown | shown | shown | shown | shown | shown | shown | shown",
    at: fixed("/settings/close", "Close my account"),
  },
  {
    opens: "/notices",
    answers: "log in | shown | shown | shown | shown | stopped | shown | shown | shown | shown | shown",
    at: fixed("/notices", /<h1[^>]*>Notices/),
  },
  {
    opens: "another's notice",
    answers: "log in | away | away | away | away | stopped | away | away | away | away | away",
    at: async (w) => ({ path: `/notices/${await w.notice("bystander")}`, shows: "/decisions/" }),
  },
  {
    opens: "/drafts",
    answers: "log in | shown | shown | shown | shown | stopped | shown | shown | shown | shown | shown",
    at: fixed("/drafts", /<h1[^>]*>Drafts/),
  },
  {
    opens: "/new",
    answers: "log in | absent | shown | shown | absent | stopped | shown | shown | shown | shown | shown",
    at: fixed("/new", "Start the thread"),
  },
  {
    opens: "/suspended",
    answers: "log in | away | away | away | away | shown | away | away | away | away | away",
    at: fixed("/suspended", /<h1[^>]*>Your account is suspended/),
  },
  ...["/rules", "/log", "/help", "/privacy", "/contact"].map(
    (path): Opened => ({
      opens: path,
      answers: "shown | shown | shown | shown | shown | shown | shown | shown | shown | shown | shown",
      at: fixed(path, /<h1/),
    }),
  ),
  {
    opens: "/search",
    answers: "shown | shown | shown | shown | shown | stopped | shown | shown | shown | shown | shown",
    at: fixed("/search?q=platelets", /<h1/),
  },
];

/** What this role may not see, and the same with an id that nothing has. */
export type Unseen = {
  is: string;
  to: Role[];
  own?: boolean;
  at(world: World, role: Role): Promise<{ paths(id: number): string[]; sends?: Send[]; id: number }>;
};
type Send = { form: string; got: Role; gotAt: string; page(id: number): string; fill(id: number): Fields };

const outsiders: Role[] = ["guest", "member", "silenced", "suspended", "moderator elsewhere"];
const threadPaths = (id: number) => [
  `/t/${id}/a-thread-for-trying`,
  `/t/${id}`,
  `/t/${id}/a-thread-for-trying?page=2`,
  `/t/${id}/feed.xml`,
  `/t/${id}/a-thread-for-trying/report`,
  `/t/${id}/a-thread-for-trying/unread`,
  `/t/${id}/a-thread-for-trying/appeal`,
  `/api/v1/threads/${id}`,
  `/api/v1/threads/${id}/posts`,
];
const postPaths = (number: number) => [
  ...["", "/edit", "/withdraw", "/report", "/revisions", "/revisions/1/strike", "/quote", "/cards", "/appeal"].map(
    (page) => `/p/${number}${page}`,
  ),
  `/api/v1/posts/${number}`,
  `/api/v1/posts/${number}/revisions`,
];
/** Deeds about a thread, each from a page that shows its form, sent to another thread's page and to that page. */
const threadSends = async (w: World): Promise<Send[]> => {
  const open = await w.thread();
  const at = (id: number) => `/t/${id}/a-thread-for-trying`;
  return [at, () => open.path].flatMap((page): Send[] => [
    { form: "reply", got: "member", gotAt: open.path, page, fill: (id) => ({ threadId: String(id), text: "Hello." }) },
    { form: "press:follow", got: "member", gotAt: open.path, page, fill: (id) => ({ threadId: String(id) }) },
    {
      form: "report",
      got: "member",
      gotAt: `${open.path}/report`,
      page: (id) => `${page(id)}/report`,
      fill: (id) => ({ kind: "thread", id: String(id), reason: "other", note: "" }),
    },
    {
      form: "press:open case",
      got: "moderator",
      gotAt: `${open.path}/report`,
      page: (id) => `${page(id)}/report`,
      fill: (id) => ({ kind: "thread", id: String(id) }),
    },
  ]);
};
const postSends = async (w: World): Promise<Send[]> => {
  const { number, thread } = await w.post();
  const own = await w.editedPost("author");
  const forms = (page: (path: (id: number) => string) => (id: number) => string): Send[] => [
    {
      form: `press:thanks ${number}`,
      got: "member",
      gotAt: thread.path,
      page: () => thread.path,
      fill: (id) => ({ number: String(id), form: "press:thanks" }),
    },
    {
      form: "edit",
      got: "author",
      gotAt: `/p/${number}/edit`,
      page: page((id) => `/p/${id}/edit`),
      fill: (id) => ({ number: String(id), text: "Mine now.", reason: "" }),
    },
    {
      form: "withdraw",
      got: "author",
      gotAt: `/p/${number}/withdraw`,
      page: page((id) => `/p/${id}/withdraw`),
      fill: (id) => ({ number: String(id) }),
    },
    {
      form: "strike",
      got: "author",
      gotAt: `/p/${own}/revisions/1/strike`,
      page: page((id) => `/p/${id}/revisions/1/strike`),
      fill: (id) => ({ number: String(id), reason: "Too personal." }),
    },
    {
      form: "report",
      got: "member",
      gotAt: `/p/${number}/report`,
      page: page((id) => `/p/${id}/report`),
      fill: (id) => ({ kind: "post", id: String(id), reason: "other", note: "" }),
    },
    {
      form: "reply",
      got: "member",
      gotAt: thread.path,
      page: () => thread.path,
      fill: (id) => ({ text: `> #${id}\n\nYes.` }),
    },
  ];
  return forms((path) => path);
};

export const unseen: Unseen[] = [
  ...(["hidden", "held", "removed"] as const).map(
    (state): Unseen => ({
      is: `a ${state} thread`,
      to: outsiders,
      at: async (w) => ({ id: (await w.thread({ state })).id, paths: threadPaths, sends: await threadSends(w) }),
    }),
  ),
  {
    is: "a thread among members",
    to: ["guest", "suspended"],
    at: async (w) => ({
      id: (await w.thread({ audience: "members" })).id,
      paths: threadPaths,
      sends: await threadSends(w),
    }),
  },
  {
    is: "a post that waits",
    to: outsiders,
    at: async (w) => ({ id: (await w.post({ state: "held" })).number, paths: postPaths, sends: await postSends(w) }),
  },
  {
    is: "a post in a hidden thread",
    to: outsiders,
    at: async (w) => ({
      id: (await w.postInHiddenThread("author")).number,
      paths: postPaths,
      sends: await postSends(w),
    }),
  },
  {
    is: "a post among members",
    to: ["guest", "suspended"],
    at: async (w) => ({
      id: (await w.post({ audience: "members" })).number,
      paths: postPaths,
      sends: await postSends(w),
    }),
  },
  {
    is: "a case of another category",
    to: ["guest", "member", "silenced", "suspended", "author", "moderator elsewhere"],
    at: async (w) => {
      const { number } = await w.post();
      const { id } = await w.caseOf("post", number, w.people.author.id);
      return { id, paths: casePaths, sends: [decision(id)] };
    },
  },
  {
    is: "the case about oneself",
    own: true,
    to: ["member", "moderator here", "moderator", "administrator"],
    at: async (w, role) => {
      const { id } = await w.caseOf("post", (await w.post({ by: role })).number, w.idOf(role));
      const { id: another } = await w.caseOf("post", (await w.post({ by: "guest" })).number, w.bystander.id);
      return { id, paths: casePaths, sends: [{ ...decision(id), gotAt: `/moderation/cases/${another}` }] };
    },
  },
  {
    is: "a decision about somebody else",
    to: ["guest", "member", "suspended", "moderator here", "moderator", "administrator"],
    at: async (w) => {
      const id = await w.decided("post", (await w.post()).number, w.people.author.id, "hide");
      return {
        id,
        paths: (one) => [`/decisions/${one}`],
        sends: [
          {
            form: "appeal",
            got: "author",
            gotAt: `/decisions/${id}`,
            page: (one) => `/decisions/${one}`,
            fill: (one) => ({ id: String(one), text: "I meant it well, really." }),
          },
        ],
      };
    },
  },
  {
    is: "somebody else's notice",
    to: ["guest", "member", "suspended", "moderator", "administrator"],
    at: async (w) => {
      const id = await w.notice("author");
      return {
        id,
        paths: (one) => [`/notices/${one}`],
        sends: [
          {
            form: `press:notice ${id}`,
            got: "author",
            gotAt: "/notices",
            page: () => "/notices",
            fill: (one) => ({ id: String(one), form: "press:notice" }),
          },
        ],
      };
    },
  },
  {
    is: "a category's administration",
    to: ["guest", "member", "moderator here", "moderator"],
    at: async (w) => {
      const id = await w.category();
      return {
        id,
        paths: (one) => [`/admin/categories/${one}`],
        sends: [
          {
            form: "press:delete",
            got: "administrator",
            gotAt: `/admin/categories/${id}`,
            page: (one) => `/admin/categories/${one}`,
            fill: (one) => ({ id: String(one) }),
          },
        ],
      };
    },
  },
];

function casePaths(id: number): string[] {
  return [`/moderation/cases/${id}`, `/api/v1/cases/${id}`];
}

function decision(id: number): Send {
  return {
    form: "decide",
    got: "moderator",
    gotAt: `/moderation/cases/${id}`,
    page: (one) => `/moderation/cases/${one}`,
    fill: (one) => ({ id: String(one), deed: "nothing", rule: "", reason: "For the test." }),
  };
}
