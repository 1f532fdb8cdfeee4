import { randomBytes, randomUUID } from "node:crypto";
import { joinForum, updateProfile, verifyEmail } from "@/lib/accounts/commands";
import { stamp } from "@/lib/accounts/secrets";
import { withoutThrottles } from "@/lib/accounts/throttles";
import { insertCategory } from "@/lib/categories/writes";
import { addPlateletCount, giveHealthConsent, saveHealthFacts } from "@/lib/health/commands";
import { report } from "@/lib/moderation/commands";
import { withClock } from "@/lib/platform/clock";
import { prisma, type Tx, transaction } from "@/lib/platform/db";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { editPost, replyToThread, withdrawPost } from "@/lib/posts/commands";
import { storeSeedStudy } from "@/lib/studies/writes";
import { thank } from "@/lib/thanks/commands";
import { startThread } from "@/lib/threads/commands";
import { setThreadMarks } from "@/lib/threads/writes";
import { publishFirstDocuments } from "./first-documents";
import { categories, members, threads } from "./seed/community";
import { seedStudies } from "./seed/studies";
import type { SeedMember, SeedPost, SeedThread } from "./seed/types";
import { newcomers, report as waitingReport } from "./seed/waiting";

export type Account = { name: string; role: string; password: string };

const MINUTE = 60_000;

/** Makes the demo's community by living through it: everything goes through the commands, each at its own moment. */
export async function seed(): Promise<Account[]> {
  return withoutThrottles(async () => {
    const begun = new Date(Math.min(...members.map(({ joinedAt }) => Date.parse(joinedAt))) - 60 * MINUTE);
    await withClock(begun, () => publishFirstDocuments({ forum: "Wellcited", contact: "help@example.org" }));
    const categoryIds = await withClock(begun, makeCategories);
    await transaction(async (tx) => {
      for (const study of seedStudies()) await storeSeedStudy(tx, study);
    });

    const people = new Map<string, MemberViewer>();
    const accounts: Account[] = [];
    const numbers = new Map<string, number>();
    const threadIds = new Map<SeedThread, number>();
    const events: { at: number; happens: () => Promise<unknown> }[] = [];
    const on = (at: string | number, happens: () => Promise<unknown>) =>
      events.push({ at: typeof at === "number" ? at : Date.parse(at), happens });
    const person = (key: string) => {
      const found = people.get(key);
      if (!found) throw new Error(`${key} has not joined yet`);
      return found;
    };

    for (const member of members) {
      on(member.joinedAt, async () => {
        const { viewer, password } = await join(member);
        // The community has moved here together: nobody in it is new to those who run the forum.
        await prisma.member.update({ where: { id: viewer.id }, data: { trustedAt: new Date(member.joinedAt) } });
        people.set(member.key, viewer);
        accounts.push({ name: member.name, role: member.role, password });
      });
    }
    for (const thread of threads) {
      for (const [index, post] of thread.posts.entries()) {
        const written = { number: 0 };
        const text = () => post.text.replace(/\{\{#([\w-]+)\}\}/g, (_, key: string) => `#${numbers.get(key)}`);
        on(post.at, async () => {
          if (index === 0) {
            const categoryId = categoryIds.get(thread.category) ?? 0;
            const audience =
              thread.audience ?? categories.find(({ slug }) => slug === thread.category)?.audience ?? "everyone";
            const started = await startThread(person(post.by), {
              categoryId,
              audience,
              title: thread.title,
              text: text(),
              requestId: randomUUID(),
            });
            threadIds.set(thread, started.threadId);
            written.number = started.number;
          } else {
            written.number = (
              await replyToThread(person(post.by), {
                threadId: threadIds.get(thread) ?? 0,
                text: text(),
                requestId: randomUUID(),
              })
            ).number;
          }
          if (post.key) numbers.set(post.key, written.number);
        });
        whatFollows(post, written, on, person);
      }
    }
    for (const newcomer of newcomers) {
      on(newcomer.joinedAt, async () => {
        const { viewer, password } = await join(newcomer);
        people.set(newcomer.key, viewer);
        accounts.push({ name: newcomer.name, role: newcomer.role, password });
      });
      for (const post of newcomer.posts) {
        on(post.at, () => {
          const author = person(newcomer.key);
          const { text } = post;
          if ("inThread" in post) {
            const thread = threads.find(({ title }) => title === post.inThread);
            const threadId = thread ? (threadIds.get(thread) ?? 0) : 0;
            return replyToThread(author, { threadId, text, requestId: randomUUID() });
          }
          const categoryId = categoryIds.get(post.category) ?? 0;
          const { title } = post;
          return startThread(author, { categoryId, audience: "everyone", title, text, requestId: randomUUID() });
        });
      }
    }
    on(waitingReport.at, () => {
      const { by, post, reason, note } = waitingReport;
      const id = numbers.get(post) ?? 0;
      return report(person(by), { kind: "post", id, reason, note, requestId: randomUUID() });
    });

    // Events of one moment keep the order in which they were written down.
    events.sort((a, b) => a.at - b.at);
    for (const { at, happens } of events) await withClock(new Date(at), happens);

    await transaction(async (tx) => {
      for (const thread of threads) {
        if (thread.pinned || thread.locked)
          await setThreadMarks(tx, threadIds.get(thread) ?? 0, {
            pinned: thread.pinned ?? false,
            locked: thread.locked ?? false,
          });
      }
      // Years of confirmed addresses would only hide the first mail that a visitor of the demo causes.
      await tx.mail.deleteMany();
      await tx.ticket.deleteMany();
      await tx.onceOnly.deleteMany();
      await readUntilLately(tx);
      await tx.expiry.deleteMany();
      await tx.$executeRaw`UPDATE "Thread" SET "viewCount" = "postCount" * 23 + ("id" * 37) % 211`;
    });
    return accounts.sort((a, b) => rank(a.role) - rank(b.role));
  });
}

/** Everyone has kept up with the threads they write in, but for the last days; nobody waits for a mail of years ago. */
async function readUntilLately(tx: Tx): Promise<void> {
  const lately = new Date(Date.now() - 12 * 24 * 60 * MINUTE);
  await tx.$executeRaw`UPDATE "Notice" SET "mailDueAt" = NULL, "readAt" = CASE WHEN "createdAt" < ${lately} THEN ${lately}::timestamptz END`;
  await tx.$executeRaw`
    UPDATE "ReadingPlace" r SET "position" = coalesce((
      SELECT max(p."position") FROM "Post" p WHERE p."threadId" = r."threadId" AND p."createdAt" < ${lately}), 0)`;
}

const rank = (role: string) => ["administrator", "moderator", "member"].indexOf(role);

async function makeCategories(): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  await transaction(async (tx) => {
    for (const [index, category] of categories.entries())
      ids.set(category.slug, await insertCategory(tx, { ...category, position: index + 1 }));
  });
  return ids;
}

/** Joining as anyone does: the form, the mail, the link in it; then a profile, and facts only after the consent. */
async function join(member: SeedMember): Promise<{ viewer: MemberViewer; password: string }> {
  const password = randomBytes(12).toString("base64url");
  const startedAt = stamp(new Date(Date.parse(member.joinedAt) - MINUTE));
  await joinForum(guest, {
    name: member.name,
    email: member.email,
    password,
    ofAge: true,
    agree: true,
    rulesVersion: 1,
    privacyVersion: 1,
    website: "",
    startedAt,
    requestId: randomUUID(),
    next: "/",
  });
  const mail = await prisma.mail.findFirstOrThrow({
    where: { to: member.email, kind: "verify" },
    orderBy: { id: "desc" },
  });
  const token = /[?&]token=([\w-]+)/.exec(mail.text)?.[1] ?? "";
  await verifyEmail(guest, { token });
  const { id } = await prisma.member.update({
    where: { email: member.email },
    data: { role: member.role, title: member.title ?? null },
  });
  const viewer: MemberViewer = {
    kind: "member",
    id,
    name: member.name,
    role: member.role,
    standing: "good",
    emailVerified: true,
  };
  await updateProfile(viewer, {
    personalText: member.personalText,
    about: member.about,
    showOnline: member.showOnline,
  });
  if (member.health) await tellHealth(viewer, member.health, member.counts ?? []);
  return { viewer, password };
}

async function tellHealth(
  viewer: MemberViewer,
  health: NonNullable<SeedMember["health"]>,
  counts: NonNullable<SeedMember["counts"]>,
): Promise<void> {
  await giveHealthConsent(viewer, { version: 1, agree: true });
  const { factsAudience, countsAudience } = health;
  await saveHealthFacts(viewer, {
    condition: health.condition ?? "",
    conditionAudience: factsAudience,
    diagnosed: health.diagnosed ?? null,
    diagnosedAudience: factsAudience,
    status: health.status ?? "",
    statusAudience: factsAudience,
    treatments: health.treatments ?? "",
    treatmentsAudience: factsAudience,
    countsAudience,
  });
  // Counts are from all the years since; each was entered on a day after it was taken.
  for (const { value, unit, day } of counts)
    await withClock(new Date(Date.parse(day) + 1440 * MINUTE), () =>
      addPlateletCount(viewer, { value, unit, day: new Date(day) }),
    );
}

function whatFollows(
  post: SeedPost,
  written: { number: number },
  on: (at: string | number, happens: () => Promise<unknown>) => void,
  person: (key: string) => MemberViewer,
): void {
  for (const [index, key] of (post.thankedBy ?? []).entries()) {
    on(Date.parse(post.at) + (index + 1) * 47 * MINUTE, () => thank(person(key), { number: written.number }));
  }
  if (post.edit) {
    const { at, text, reason } = post.edit;
    on(at, async () => {
      const { version } = await prisma.post.findUniqueOrThrow({
        where: { number: written.number },
        select: { version: true },
      });
      return editPost(person(post.by), { number: written.number, version, text, reason, requestId: randomUUID() });
    });
  }
  if (post.withdrawnAt) on(post.withdrawnAt, () => withdrawPost(person(post.by), { number: written.number }));
}
