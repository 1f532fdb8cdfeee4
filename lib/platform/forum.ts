import { prisma } from "./db";
import { orNotFound } from "./errors";
import { type Forum, keptForum } from "./kept-forum";

export type { Forum } from "./kept-forum";

/** What this forum is, and what stands on all of its pages. Kept until a commit says that every page is out of date. */
export function readForum(): Promise<Forum> {
  const reading = keptForum.forum ?? find();
  keptForum.forum = reading;
  reading.catch(() => {
    if (keptForum.forum === reading) keptForum.forum = null;
  });
  return reading;
}

async function find(): Promise<Forum> {
  const [row] = await prisma.$queryRaw<Forum[]>`
    SELECT f."mode", f."name", f."readOnly",
      coalesce((SELECT d."source" FROM "Document" d WHERE d."kind" = 'banner' ORDER BY d."version" DESC LIMIT 1), '') AS banner,
      coalesce((SELECT d."html" FROM "Document" d WHERE d."kind" = 'announcement' ORDER BY d."version" DESC LIMIT 1), '') AS announcement
    FROM "Forum" f WHERE f."id" = 1`;
  return orNotFound(row);
}
