"use server";
import { formAction } from "@/app/_server/action";
import { addPlateletCount, removePlateletCount } from "@/lib/health/commands";
import { PlateletCountInput, RemoveCountInput } from "@/lib/health/schema";

export const addCountAction = formAction(PlateletCountInput, addPlateletCount, () => "/settings/counts?saved=yes");
export const removeCountAction = formAction(
  RemoveCountInput,
  removePlateletCount,
  () => "/settings/counts?saved=removed",
);
