import { now } from "@/lib/platform/clock";
import { prisma, type Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { type TicketPurpose, ticketLife } from "./rules";
import { hashOf, newToken } from "./secrets";
import type { TicketView } from "./types";

/**
 * Makes a link's token. A newer one of the same purpose ends the older ones, except the links that bring an address
 * back: whoever took an account could end them by changing the address twice.
 */
export async function issueTicket(
  tx: Tx,
  memberId: number,
  purpose: TicketPurpose,
  options: { email?: string; life?: number } = {},
): Promise<string> {
  const token = newToken();
  const moment = now();
  if (purpose !== "undo-email") await endTickets(tx, memberId, purpose);
  await tx.ticket.create({
    data: {
      memberId,
      purpose,
      tokenHash: hashOf(token),
      email: options.email,
      createdAt: moment,
      expiresAt: new Date(moment.getTime() + (options.life ?? ticketLife[purpose])),
    },
  });
  return token;
}

/** What a link is about, without spending it: mail programs open links before people do. */
export async function findTicket(token: string, purpose: TicketPurpose): Promise<TicketView | null> {
  const ticket = await prisma.ticket.findFirst({
    where: { tokenHash: hashOf(token), purpose, usedAt: null, expiresAt: { gt: now() } },
    select: { email: true, member: { select: { name: true } } },
  });
  return ticket && { name: ticket.member.name, email: ticket.email };
}

/** Spends a link, once: of two presses one gets here and the other is refused. */
export async function spendTicket(
  tx: Tx,
  token: string,
  purpose: TicketPurpose,
): Promise<{ id: number; memberId: number; email: string | null }> {
  const moment = now();
  const [ticket] = await tx.ticket.updateManyAndReturn({
    where: { tokenHash: hashOf(token), purpose, usedAt: null, expiresAt: { gt: moment } },
    data: { usedAt: moment },
    select: { id: true, memberId: true, email: true },
  });
  if (!ticket)
    throw new Refusal(
      "spent-link",
      "This link has been used already, or its time has passed. You can ask for a new one.",
      { status: 410 },
    );
  return ticket;
}

export async function endTickets(tx: Tx, memberId: number, ...purposes: TicketPurpose[]): Promise<void> {
  await tx.ticket.updateMany({ where: { memberId, purpose: { in: purposes }, usedAt: null }, data: { usedAt: now() } });
}

/** Ends what was issued after this link: to addresses that came after the one it went to. */
export async function endLaterTickets(
  tx: Tx,
  spent: { id: number; memberId: number },
  purpose: TicketPurpose,
): Promise<void> {
  const { id, memberId } = spent;
  await tx.ticket.updateMany({ where: { id: { gt: id }, memberId, purpose, usedAt: null }, data: { usedAt: now() } });
}
