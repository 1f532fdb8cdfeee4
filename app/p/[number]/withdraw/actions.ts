"use server";
import { formAction } from "@/app/_server/action";
import { placeOfPost } from "@/app/_server/places";
import { bringBackPost, withdrawPost } from "@/lib/posts/commands";
import { WithdrawInput } from "@/lib/posts/schema";

export const withdrawAction = formAction(WithdrawInput, withdrawPost, placeOfPost);
export const bringBackAction = formAction(WithdrawInput, bringBackPost, placeOfPost);
