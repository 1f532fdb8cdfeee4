import { lockStanding } from "@/lib/accounts/standing";
import { now } from "@/lib/platform/clock";
import { prisma, transaction } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { canBeTold } from "@/lib/policy/can";
import { ensure } from "@/lib/policy/decision";
import type { MemberViewer, Viewer } from "@/lib/policy/viewer";
import { asWhere, visibleCategories } from "@/lib/policy/visible";
import { threadPath } from "@/lib/threads/paths";
import { findThreadForReply } from "@/lib/threads/queries";
import { findNoticePath } from "./queries";
import { notePage } from "./reading";
import type { NoticeKind } from "./rules";
import type {
  FollowInput,
  MarkReadInput,
  NoNoticeInput,
  NoticeInput,
  NoticeSettingsInput,
  UnsubscribeInput,
} from "./schema";
import type { OpenReadingView } from "./types";
import { type Subscription, subscriptionOf } from "./unsubscribing";
import { endMails, markRead } from "./writes";

/** Leads to what a notice is about and counts it as read, once. */
export async function openNotice(viewer: Viewer, { id }: NoticeInput): Promise<{ path: string }> {
  const path = await findNoticePath(viewer, id);
  await markNoticeRead(viewer, { id });
  return { path: path ?? "/notices" };
}

/** One’s own only; another’s stays as it is. A second press changes nothing. */
export async function markNoticeRead(viewer: Viewer, { id }: NoticeInput): Promise<void> {
  const member = ensureCanBeTold(viewer);
  await transaction((tx) =>
    tx.notice.updateMany({ where: { id, memberId: member.id, readAt: null }, data: { readAt: now() } }),
  );
}

export async function markAllNoticesRead(viewer: Viewer, _input: NoNoticeInput): Promise<void> {
  const member = ensureCanBeTold(viewer);
  await transaction((tx) =>
    tx.notice.updateMany({ where: { memberId: member.id, readAt: null }, data: { readAt: now() } }),
  );
}

/** From now on its replies are told, whether one wrote in it or not. */
export async function followThread(viewer: Viewer, input: FollowInput): Promise<{ path: string }> {
  return setFollowing(viewer, input, true);
}

/** Posting in it doesn’t bring the following back. */
export async function unfollowThread(viewer: Viewer, input: FollowInput): Promise<{ path: string }> {
  return setFollowing(viewer, input, false);
}

async function setFollowing(
  viewer: Viewer,
  { threadId, page = 1 }: FollowInput,
  follows: boolean,
): Promise<{ path: string }> {
  const thread = orNotFound(await findThreadForReply(viewer, threadId));
  ensureCanBeTold(viewer);
  await transaction(async (tx) => {
    const { id: memberId } = await lockStanding(tx, viewer, [], canBeTold);
    await tx.readingPlace.upsert({
      where: { memberId_threadId: { memberId, threadId } },
      create: { memberId, threadId, follows },
      update: { follows },
    });
    const waiting = { memberId, threadId, kind: "reply", readAt: null };
    if (!follows) await tx.notice.updateMany({ where: waiting, data: { readAt: now() } });
  });
  return { path: threadPath(thread, page) };
}

/** Everything written in a category until now counts as read, or everything there is. */
export async function markCategoriesRead(viewer: Viewer, { categoryId }: MarkReadInput): Promise<{ path: string }> {
  const category = categoryId
    ? orNotFound(await prisma.category.findFirst({ where: { id: categoryId, ...asWhere(visibleCategories(viewer)) } }))
    : null;
  const member = ensureCanBeTold(viewer);
  await transaction((tx) => markRead(tx, member.id, category?.id ?? null));
  return { path: category ? `/c/${category.slug}` : "/" };
}

type SeenPage = { threadId: number; from: number; to: number; reading: OpenReadingView };

/**
 * Notes that someone has a page of a thread before them. Written a moment later, together with what others read meanwhile,
 * and only where it changes something: a page waits for no write.
 */
export function noteReading(reader: Viewer, { threadId, from, to, reading }: SeenPage): void {
  const { id: memberId } = ensureCanBeTold(reader);
  const { position, repliesFrom, calledAt } = reading;
  const tellsNews = (repliesFrom !== null && repliesFrom <= to) || calledAt.some((at) => from <= at && at <= to);
  if (to > position || tellsNews) notePage({ memberId, threadId, from, to });
}

/** What to hear of from now on. What waits already stays. */
export async function saveNoticeSettings(viewer: Viewer, settings: NoticeSettingsInput): Promise<void> {
  ensureCanBeTold(viewer);
  await transaction(async (tx) => {
    const member = await lockStanding(tx, viewer, [], canBeTold);
    await tx.noticeSettings.upsert({
      where: { memberId: member.id },
      create: { memberId: member.id, ...settings },
      update: settings,
    });
  });
}

/** By the link of a mail, logged in or not: nobody has to remember a password to get fewer mails. */
export async function unsubscribe(_visitor: Viewer, { token }: UnsubscribeInput): Promise<{ kind: NoticeKind }> {
  const subscription = ensureOurToken(token);
  await transaction((tx) => endMails(tx, subscription));
  return { kind: subscription.kind };
}

function ensureOurToken(token: string): Subscription {
  return orNotFound(subscriptionOf(token));
}

function ensureCanBeTold(viewer: Viewer): MemberViewer {
  ensure(canBeTold(viewer));
  return viewer as MemberViewer;
}
