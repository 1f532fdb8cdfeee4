"use server";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { saveDraft } from "@/lib/posts/commands";
import { DraftInput } from "@/lib/posts/schema";

const Discard = z
  .strictObject({ place: DraftInput.shape.place })
  .transform(({ place }) => ({ place, title: "", text: "" }));

export const discardDraftAction = formAction(Discard, saveDraft, () => "/drafts");
