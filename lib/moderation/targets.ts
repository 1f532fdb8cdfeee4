import { readProfile } from "@/lib/accounts/queries";
import { origin } from "@/lib/platform/config";
import { prisma } from "@/lib/platform/db";
import type { State } from "@/lib/policy/can";
import type { Viewer } from "@/lib/policy/viewer";
import { asWhere, visibleThreads } from "@/lib/policy/visible";
import { findPostForAction } from "@/lib/posts/queries";
import { findCitedStudy } from "@/lib/studies/queries";
import { postPath, threadPath } from "@/lib/threads/paths";
import { type CaseKind, thingAt } from "./rules";

// What can be reported, as this viewer can see it.

export type Target = {
  kind: CaseKind;
  id: number;
  /** Null for a study. */
  authorId: number | null;
  state: State;
  categoryId: number | null;
  href: string;
  title: string;
};

/** A post, thread, member or study that this viewer can see, with what decides whether they may report it. */
export async function findTarget(viewer: Viewer, kind: CaseKind, id: number): Promise<Target | null> {
  if (kind === "post") {
    const post = await findPostForAction(viewer, id);
    return (
      post && {
        kind,
        id,
        authorId: post.authorId,
        state: post.state,
        categoryId: post.categoryId,
        href: postPath(id),
        title: post.title,
      }
    );
  }
  if (kind === "thread") {
    const thread = await prisma.thread.findFirst({
      where: { id, ...asWhere(visibleThreads(viewer)) },
      select: { authorId: true, state: true, categoryId: true, title: true, slug: true },
    });
    return thread && { kind, id, ...thread, href: threadPath({ id, slug: thread.slug }) };
  }
  if (kind === "study") {
    const study = await findCitedStudy(viewer, id);
    return (
      study && {
        kind,
        id: study.id,
        authorId: null,
        state: "visible",
        categoryId: null,
        href: `/studies/${study.id}`,
        title: study.title,
      }
    );
  }
  const member = await prisma.member.findFirst({
    where: { id, closedAt: null, emailVerifiedAt: { not: null } },
    select: { name: true },
  });
  return (
    member && {
      kind,
      id,
      authorId: id,
      state: "visible",
      categoryId: null,
      href: `/u/${encodeURIComponent(member.name)}`,
      title: member.name,
    }
  );
}

/** What an address of this forum leads to, if this viewer can see it. */
export async function findTargetAt(viewer: Viewer, address: string): Promise<Target | null> {
  const thing = thingAt(address, origin());
  if (!thing) return null;
  if (typeof thing.id === "number") return findTarget(viewer, thing.kind, thing.id);
  const member = await readProfile(viewer, thing.id).catch(() => null);
  return member && findTarget(viewer, "member", member.id);
}
