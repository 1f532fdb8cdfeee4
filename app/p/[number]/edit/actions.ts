"use server";
import { formAction } from "@/app/_server/action";
import { placeOfPost } from "@/app/_server/places";
import { previewText } from "@/app/_server/preview";
import { editPost } from "@/lib/posts/commands";
import { EditInput } from "@/lib/posts/schema";

export const editAction = formAction(EditInput, editPost, placeOfPost, { preview: previewText });
