"use server";
import { formAction } from "@/app/_server/action";
import { placeOfPost } from "@/app/_server/places";
import { editPost, previewPost } from "@/lib/posts/commands";
import { EditInput } from "@/lib/posts/schema";

export const editAction = formAction(EditInput, editPost, placeOfPost, { preview: previewPost });
