import { lockStanding } from "@/lib/accounts/standing";
import { now } from "@/lib/platform/clock";
import { prisma, type Tx, transaction } from "@/lib/platform/db";
import { orNotFound, Refusal } from "@/lib/platform/errors";
import { once } from "@/lib/platform/once";
import { isWiderThan } from "@/lib/policy/audience";
import { canStartThread } from "@/lib/policy/can";
import { ensure } from "@/lib/policy/decision";
import type { Viewer } from "@/lib/policy/viewer";
import { asWhere, visibleCategories } from "@/lib/policy/visible";
import { ensurePostingPace, ensureThreadPace } from "@/lib/posts/pace";
import { listQuotable } from "@/lib/posts/queries";
import { ensureQuotes } from "@/lib/posts/quoting";
import { renderText, tidyTitle } from "@/lib/posts/render";
import { slugOf } from "@/lib/posts/text-rules";
import { insertPost } from "@/lib/posts/writes";
import type { StartThreadInput } from "./schema";
import { countThread } from "./writes";

export type Started = { threadId: number; slug: string; number: number };

/** Starts a thread with its first post. The same form sent twice starts one. */
export async function startThread(author: Viewer, input: StartThreadInput): Promise<Started> {
  const category = orNotFound(
    await prisma.category.findFirst({ where: { id: input.categoryId, ...asWhere(visibleCategories(author)) } }),
  );
  ensure(canStartThread(author, category));
  if (isWiderThan(input.audience, category.audience)) {
    throw new Refusal(
      "wider-audience",
      "This category is for fewer people than that. Please choose who can read the thread again.",
      { field: "audience" },
    );
  }
  const title = tidyTitle(input.title);
  const text = renderText(input.text);
  ensureQuotes(text.rendered.quotes, await listQuotable(author, text.rendered.quotes), { audience: input.audience });

  return transaction(async (tx) => {
    const member = await lockStanding(tx, author);
    return once(tx, { actorId: member.id, deed: "start-thread", form: input }, async () => {
      await ensurePostingPace(tx, member.id);
      await ensureThreadPace(tx, member.id);
      ensure(canStartThread(member, await lockCategory(tx, category.id)));
      const moment = now();
      const slug = slugOf(title);
      const thread = await tx.thread.create({
        data: {
          categoryId: category.id,
          authorId: member.id,
          title,
          slug,
          audience: input.audience,
          createdAt: moment,
          lastPostAt: moment,
        },
        select: { id: true },
      });
      await countThread(tx, thread.id, 1);
      const { number } = await insertPost(tx, {
        threadId: thread.id,
        authorId: member.id,
        source: text.source,
        rendered: text.rendered,
      });
      await tx.draft.deleteMany({ where: { memberId: member.id, place: `category:${category.id}` } });
      return { threadId: thread.id, slug, number };
    });
  });
}

async function lockCategory(tx: Tx, id: number): Promise<{ locked: boolean }> {
  const [row] = await tx.$queryRaw<
    { locked: boolean }[]
  >`SELECT "locked" FROM "Category" WHERE "id" = ${id} FOR NO KEY UPDATE`;
  return orNotFound(row);
}
