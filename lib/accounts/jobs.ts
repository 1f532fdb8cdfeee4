import { transaction } from "@/lib/platform/db";
import type { Job } from "@/lib/platform/queue";
import { findByAddress } from "./queries";
import { mailReset } from "./writes";

/** Writes to whoever has this address, if somebody does. Beside the request, so that its length tells nothing. */
async function mailResetTo({ email }: { email: string }): Promise<void> {
  const member = await findByAddress(email);
  if (member) await transaction((tx) => mailReset(tx, member, email));
}

export const accountJobs: Job[] = [{ kind: "accounts.mail-reset", work: mailResetTo }];
