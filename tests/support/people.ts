import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/platform/db";
import type { Audience } from "@/lib/policy/audience";
import type { MemberViewer, Role, Standing } from "@/lib/policy/viewer";
import { replyToThread } from "@/lib/posts/commands";
import { startThread } from "@/lib/threads/commands";

/**
 * A member with a confirmed address, put straight into the database: for tests that are not about joining. They are known
 * to those who run the forum, so that nothing of theirs waits for a moderator, unless they are newcomers.
 */
export async function joined(
  name: string,
  more: { role?: Role; standing?: Standing; emailVerified?: boolean; newcomer?: boolean } = {},
): Promise<MemberViewer> {
  const { role = "member", standing = "good", emailVerified = true, newcomer = false } = more;
  const { id } = await prisma.member.create({
    data: {
      name,
      nameKey: name.toLowerCase(),
      nameSkeleton: name.toLowerCase(),
      email: emailVerified ? `${name}@example.org` : null,
      emailVerifiedAt: emailVerified ? new Date() : null,
      trustedAt: newcomer ? null : new Date(),
      role,
      standing,
      standingReason: standing === "good" ? null : "for the test",
      consents: { create: { kind: "rules", version: 1 } },
    },
  });
  return { kind: "member", id, name, role, standing, emailVerified };
}

export async function category(slug: string, audience: Audience = "everyone", locked = false): Promise<number> {
  const { id } = await prisma.category.create({
    data: { slug, name: slug, description: `All about ${slug}`, position: 1, audience, locked },
  });
  return id;
}

/** A thread of one's own, started by `author` through the command. */
export function starts(
  author: MemberViewer,
  categoryId: number,
  text = "Hello from me.",
  audience: Audience = "everyone",
) {
  return startThread(author, {
    categoryId,
    audience,
    title: `A thread by ${author.name}`,
    text,
    requestId: randomUUID(),
  });
}

export function replies(author: MemberViewer, threadId: number, text = "I see it the same way.") {
  return replyToThread(author, { threadId, text, requestId: randomUUID() });
}
