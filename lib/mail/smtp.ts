import { createTransport } from "nodemailer";
import { config } from "@/lib/platform/config";
import { invariant } from "@/lib/platform/errors";

export type Letter = { to: string; subject: string; text: string; messageId: string; unsubscribe: string | null };

/** Hands one mail to the mail server. Throws what it answered; `isForGood` tells whether trying again could help. */
export async function sendBySmtp(letter: Letter): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = config();
  invariant(SMTP_URL && MAIL_FROM, "a forum that sends mail has SMTP_URL and MAIL_FROM");
  const url = new URL(SMTP_URL);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === "smtps:" ? 465 : 587),
    secure: url.protocol === "smtps:",
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { to, subject, text, messageId, unsubscribe } = letter;
    const headers = { "Auto-Submitted": "auto-generated", ...(unsubscribe ? unsubscribing(unsubscribe) : {}) };
    await transport.sendMail({ from: MAIL_FROM, to, subject, text, messageId, headers });
  } finally {
    transport.close();
  }
}

/** The mail program's own button (RFC 2369), at one press (RFC 8058). */
function unsubscribing(address: string) {
  // Prepared: a folded address would be read as two words.
  return {
    "List-Unsubscribe": { prepared: true, value: `<${address}>` },
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** The server knows this address and wants no mail for it, now or later; all else may pass. */
export function isForGood(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  return responseCode !== undefined && responseCode >= 500 && responseCode < 600 && command === "RCPT TO";
}
