"use server";
import { formAction } from "@/app/_server/action";
import { placeOfPost } from "@/app/_server/places";
import { previewPost, replyToThread } from "@/lib/posts/commands";
import { ReplyInput } from "@/lib/posts/schema";
import { takeBackThanks, thank } from "@/lib/thanks/commands";
import { ThankInput } from "@/lib/thanks/schema";

export const replyAction = formAction(ReplyInput, replyToThread, placeOfPost, { preview: previewPost });
export const thankAction = formAction(ThankInput, thank, placeOfPost);
export const takeBackThanksAction = formAction(ThankInput, takeBackThanks, placeOfPost);
