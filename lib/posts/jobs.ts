import { prisma, transaction } from "@/lib/platform/db";
import type { Job } from "@/lib/platform/queue";
import { RENDERER_VERSION, renderPost } from "./markdown";
import { touchPost } from "./writes";

const BATCH = 100;

/** Makes the HTML of posts again that an older renderer made, so that a change to it reaches every post. */
export async function renderOldPosts(): Promise<number> {
  for (let done = 0, after = 0; ; ) {
    const old = await prisma.post.findMany({
      where: { number: { gt: after }, rendererVersion: { lt: RENDERER_VERSION }, purgedAt: null },
      select: { number: true, source: true, version: true },
      orderBy: { number: "asc" },
      take: BATCH,
    });
    if (old.length === 0) return done;
    await transaction(async (tx) => {
      for (const { number, source, version } of old) {
        // Someone may have edited it since it was read: their text was rendered by the new renderer already.
        await tx.post.updateMany({
          where: { number, version },
          data: { html: renderPost(source).html, rendererVersion: RENDERER_VERSION },
        });
        await touchPost(tx, number);
      }
    });
    done += old.length;
    after = old.at(-1)?.number ?? after;
  }
}

export const postJobs: Job[] = [{ kind: "post.render-old", work: renderOldPosts, atStart: true }];
