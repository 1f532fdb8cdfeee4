import { now } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { canBeTold } from "@/lib/policy/can";
import { ensure } from "@/lib/policy/decision";
import type { MemberViewer, Viewer } from "@/lib/policy/viewer";
import { findNoticePath } from "./queries";
import type { NoNoticeInput, NoticeInput, NoticeSettingsInput } from "./schema";

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

/** What to hear of from now on. What waits already stays. */
export async function saveNoticeSettings(viewer: Viewer, settings: NoticeSettingsInput): Promise<void> {
  const member = ensureCanBeTold(viewer);
  await transaction((tx) =>
    tx.noticeSettings.upsert({
      where: { memberId: member.id },
      create: { memberId: member.id, ...settings },
      update: settings,
    }),
  );
}

function ensureCanBeTold(viewer: Viewer): MemberViewer {
  ensure(canBeTold(viewer));
  return viewer as MemberViewer;
}
