import { Refusal } from "@/lib/platform/errors";
import { type Reason, reasons } from "./reasons";

export type Decision = { allowed: true } | { allowed: false; reason: Reason; sentence: string };

export const allowed: Decision = { allowed: true };

export function refused(reason: Reason): Decision {
  return { allowed: false, reason, sentence: reasons[reason].sentence };
}

export function ensure(decision: Decision): void {
  if (!decision.allowed) throw refusal(decision.reason);
}

export function refusal(reason: Reason): Refusal {
  return new Refusal(reason, reasons[reason].sentence, { status: reasons[reason].status });
}
