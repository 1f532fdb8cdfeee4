import { Prisma, prisma, transaction } from "@/lib/platform/db";
import type { Job } from "@/lib/platform/queue";
import type { Named } from "@/lib/studies/types";
import { attachCitations, countStudies } from "@/lib/studies/writes";
import { RENDERER_VERSION, type Rendered, renderPost } from "./markdown";
import { lockPostAndThread, touchPost } from "./writes";

const BATCH = 100;

/**
 * Makes the HTML of posts again that an older renderer made, and what they cite, so that a change to it reaches every
 * post. Nobody is told, and no post counts as edited. The version is raised last: killed in the middle, it goes on there.
 */
export async function renderOldPosts(): Promise<number> {
  for (let done = 0, after = 0; ; ) {
    const old = await prisma.post.findMany({
      where: { number: { gt: after }, rendererVersion: { lt: RENDERER_VERSION }, purgedAt: null },
      select: {
        number: true,
        source: true,
        html: true,
        version: true,
        citations: { select: { kind: true, value: true }, orderBy: { position: "asc" } },
      },
      orderBy: { number: "asc" },
      take: BATCH,
    });
    if (old.length === 0) return done;
    const anew = old.map((post) => ({ ...post, rendered: renderAnew(post.source) }));
    for (const { number, version, citations, rendered } of anew)
      if (rendered && namesOf(citations) !== namesOf(rendered.citations))
        await citeAnew({ number, version }, rendered.citations);
    await transaction(async (tx) => {
      for (const { number, version, html, rendered } of anew) {
        // Someone may have edited it since it was read: their text was rendered by the new renderer already.
        await tx.post.updateMany({
          where: { number, version },
          data: { html: rendered?.html ?? html, rendererVersion: RENDERER_VERSION },
        });
        if (rendered && rendered.html !== html) await touchPost(tx, number);
      }
    });
    done += old.length;
    after = old.at(-1)?.number ?? after;
  }
}

/** Null for a text that today's rules would refuse: it stays as it was made. */
function renderAnew(source: string): Rendered | null {
  try {
    return renderPost(source);
  } catch (error) {
    if (error instanceof Error && error.name === "TextRefusal") return null;
    throw error;
  }
}

async function citeAnew(post: { number: number; version: number }, citations: Named[]): Promise<void> {
  const { number, version } = post;
  await transaction(async (tx) => {
    if ((await lockPostAndThread(tx, number))?.version !== version) return;
    await touchPost(tx, number); // the studies it cited until now
    await attachCitations(tx, number, citations);
    await countStudies(tx, Prisma.sql`SELECT "threadId" FROM "Post" WHERE "number" = ${number}`);
    await touchPost(tx, number);
  });
}

function namesOf(citations: { kind: string; value: string }[]): string {
  return citations.map(({ kind, value }) => `${kind} ${value}`).join("\n");
}

export const postJobs: Job[] = [{ kind: "post.render-old", work: renderOldPosts, atStart: true }];
