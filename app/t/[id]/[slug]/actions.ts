"use server";
import { formAction } from "@/app/_server/action";
import { placeOfPost } from "@/app/_server/places";
import { previewText } from "@/app/_server/preview";
import { followThread, unfollowThread } from "@/lib/notices/commands";
import { FollowInput } from "@/lib/notices/schema";
import { replyToThread } from "@/lib/posts/commands";
import { ReplyInput } from "@/lib/posts/schema";
import { takeBackThanks, thank } from "@/lib/thanks/commands";
import { ThankInput } from "@/lib/thanks/schema";

export const replyAction = formAction(ReplyInput, replyToThread, placeOfPost, { preview: previewText });
export const thankAction = formAction(ThankInput, thank, placeOfPost);
export const takeBackThanksAction = formAction(ThankInput, takeBackThanks, placeOfPost);
export const followAction = formAction(FollowInput, followThread, ({ path }) => path);
export const unfollowAction = formAction(FollowInput, unfollowThread, ({ path }) => path);
