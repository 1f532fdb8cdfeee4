import { now } from "@/lib/platform/clock";
import { Prisma, prisma, transaction } from "@/lib/platform/db";
import { enqueue, type Job } from "@/lib/platform/queue";
import type { Named } from "@/lib/studies/types";
import { attachCitations, countStudies } from "@/lib/studies/writes";
import { RENDERER_VERSION, type Rendered, renderPost } from "./markdown";
import { lockPostAndThread, touchPost } from "./writes";

const BATCH = 100;
/** How many posts one step looks at, when most of them are as they should be. */
const RANGE = 10_000;
/** A large forum's posts take hours: a job works for a while, and the next one comes after a rest. */
const A_WHILE_MS = 2_000;
const REST_MS = 4_000;
const KIND = "post.render-old";

/**
 * Makes the HTML of posts again that an older renderer made, and what they cite, so that a change to it reaches every
 * post. Nobody is told, and no post counts as edited. Goes on after the last post that was looked at for this version.
 */
export async function renderOldPosts(): Promise<number> {
  let done = 0;
  for (let some = await renderSome(); some !== null; some = await renderSome()) done += some;
  return done;
}

/** Null where every post has been looked at. */
async function renderSome(): Promise<number | null> {
  const [place] = await prisma.$queryRaw<{ after: number; newest: number }[]>`
    SELECT coalesce((SELECT "upTo" FROM "Rendering" WHERE "version" = ${RENDERER_VERSION}), 0) AS after,
      coalesce((SELECT max("number") FROM "Post"), 0) AS newest`;
  if (!place || place.after >= place.newest) return null;
  const end = Math.min(place.after + RANGE, place.newest);
  const old = await prisma.post.findMany({
    where: { number: { gt: place.after, lte: end }, rendererVersion: { lt: RENDERER_VERSION }, purgedAt: null },
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
  const anew = old.map((post) => ({ ...post, rendered: renderAnew(post.source) }));
  for (const { number, source, citations, rendered } of anew)
    if (rendered && namesOf(citations) !== namesOf(rendered.citations))
      await citeAnew({ number, source }, rendered.citations);
  const upTo = old.length < BATCH ? end : (old.at(-1)?.number ?? end);
  await transaction(async (tx) => {
    for (const { number, version, html, rendered } of anew) {
      // Someone may have edited it since it was read: their text was rendered by the new renderer already. Or it was purged.
      await tx.post.updateMany({
        where: { number, version, purgedAt: null },
        data: { html: rendered?.html ?? html, rendererVersion: RENDERER_VERSION },
      });
      if (rendered && rendered.html !== html) await touchPost(tx, number);
    }
    await tx.$executeRaw`
      INSERT INTO "Rendering" ("version", "upTo") VALUES (${RENDERER_VERSION}, ${upTo})
      ON CONFLICT ("version") DO UPDATE SET "upTo" = greatest("Rendering"."upTo", excluded."upTo")`;
  });
  return old.length;
}

async function renderForAWhile(): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < A_WHILE_MS) if ((await renderSome()) === null) return;
  await transaction((tx) => enqueue(tx, KIND, {}, { startAfter: new Date(now().getTime() + REST_MS) }));
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

async function citeAnew(post: { number: number; source: string }, citations: Named[]): Promise<void> {
  const { number, source } = post;
  await transaction(async (tx) => {
    if ((await lockPostAndThread(tx, number))?.source !== source) return; // edited or purged since it was read
    await touchPost(tx, number); // the studies it cited until now
    await attachCitations(tx, number, citations);
    await countStudies(tx, Prisma.sql`SELECT "threadId" FROM "Post" WHERE "number" = ${number}`);
    await touchPost(tx, number);
  });
}

function namesOf(citations: { kind: string; value: string }[]): string {
  return citations.map(({ kind, value }) => `${kind} ${value}`).join("\n");
}

export const postJobs: Job[] = [{ kind: KIND, work: renderForAWhile, atStart: true }];
