import { z } from "zod";
import { noticeKinds, siteKinds } from "./rules";

const id = z.coerce.number().int().positive().max(2_147_483_647);
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "yes");

export const NoticeInput = z.strictObject({ id });
export type NoticeInput = z.infer<typeof NoticeInput>;

export const NoNoticeInput = z.strictObject({});
export type NoNoticeInput = z.infer<typeof NoNoticeInput>;

/** `page`: where they were, to come back to. */
export const FollowInput = z.strictObject({ threadId: id, page: id.optional() });
export type FollowInput = z.infer<typeof FollowInput>;

/** A category, or everything where none is named. */
export const MarkReadInput = z.strictObject({ categoryId: id.optional() });
export type MarkReadInput = z.infer<typeof MarkReadInput>;

export const UnsubscribeInput = z.strictObject({ token: z.string().max(200) });
export type UnsubscribeInput = z.infer<typeof UnsubscribeInput>;

const onSite = Object.fromEntries(siteKinds.map((kind) => [`site-${kind}`, ticked]));
const byMail = Object.fromEntries(noticeKinds.map((kind) => [`mail-${kind}`, ticked]));

/** One ticked box per kind and way. */
export const NoticeSettingsInput = z
  .strictObject({ ...onSite, ...byMail, followsOwnPosts: ticked })
  .transform((form) => {
    const boxes = form as Record<string, boolean>;
    return {
      onSite: siteKinds.filter((kind) => boxes[`site-${kind}`]),
      byMail: noticeKinds.filter((kind) => boxes[`mail-${kind}`]),
      followsOwnPosts: boxes.followsOwnPosts ?? false,
    };
  });
export type NoticeSettingsInput = z.infer<typeof NoticeSettingsInput>;
