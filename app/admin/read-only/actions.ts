"use server";
import { formAction } from "@/app/_server/action";
import { setReadOnly } from "@/lib/administration/commands";
import { ReadOnlyInput } from "@/lib/administration/schema";

export const setReadOnlyAction = formAction(ReadOnlyInput, setReadOnly, () => "/admin/read-only");
