"use server";
import { formAction } from "@/app/_server/action";
import { undoEmailChange } from "@/lib/accounts/commands";
import { TicketInput } from "@/lib/accounts/schema";

export const undoEmailAction = formAction(
  TicketInput,
  undoEmailChange,
  ({ resetToken }) => `/reset?token=${resetToken}`,
);
