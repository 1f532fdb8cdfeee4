import { lockStanding } from "@/lib/accounts/standing";
import { openHeldCase } from "@/lib/moderation/writes";
import { now } from "@/lib/platform/clock";
import { prisma, type Tx, touch, transaction } from "@/lib/platform/db";
import { orNotFound, Refusal } from "@/lib/platform/errors";
import { onceWhileHeld } from "@/lib/platform/once";
import { tags } from "@/lib/platform/tags";
import { type Audience, isWiderThan } from "@/lib/policy/audience";
import { canStartThread } from "@/lib/policy/can";
import { ensure } from "@/lib/policy/decision";
import type { Viewer } from "@/lib/policy/viewer";
import { asWhere, visibleCategories } from "@/lib/policy/visible";
import { holdReason } from "@/lib/posts/holding";
import { ensurePostingPace, ensureThreadPace } from "@/lib/posts/pace";
import { listQuotable } from "@/lib/posts/queries";
import { ensureQuotes } from "@/lib/posts/quoting";
import { readRecord } from "@/lib/posts/record";
import { renderText, tidyTitle } from "@/lib/posts/render";
import { addressesIn } from "@/lib/posts/rules";
import { slugOf } from "@/lib/posts/text-rules";
import { insertPost } from "@/lib/posts/writes";
import type { StartThreadInput } from "./schema";
import { countThread } from "./writes";

export type Started = { threadId: number; slug: string; number: number };

/** Starts a thread with its first post; where that waits for a moderator, the whole thread does. The same form sent twice starts one. */
export async function startThread(author: Viewer, input: StartThreadInput): Promise<Started> {
  const category = orNotFound(
    await prisma.category.findFirst({ where: { id: input.categoryId, ...asWhere(visibleCategories(author)) } }),
  );
  ensure(canStartThread(author, category));
  ensureNarrowEnough(input.audience, category);
  const title = tidyTitle(input.title);
  const text = renderText(input.text);
  ensureQuotes(text.rendered.quotes, await listQuotable(author, text.rendered.quotes), { audience: input.audience });

  return transaction(async (tx) => {
    const member = await lockStanding(tx, author);
    const press = { actorId: member.id, deed: "start-thread", form: input };
    const { earlier, ...record } = await readRecord<Started>(tx, member.id, { press });
    return onceWhileHeld(tx, press, earlier, async () => {
      ensurePostingPace(record);
      await ensureThreadPace(tx, member.id);
      const present = await lockCategory(tx, category.id);
      ensure(canStartThread(member, present));
      ensureNarrowEnough(input.audience, present);
      const links = [...text.rendered.links, ...addressesIn(title)];
      const heldFor = holdReason(member, record, { links });
      const moment = now();
      const slug = slugOf(title);
      const thread = await tx.thread.create({
        data: {
          categoryId: category.id,
          authorId: member.id,
          title,
          slug,
          audience: input.audience,
          state: heldFor ? "held" : "visible",
          stateReason: heldFor,
          createdAt: moment,
          lastPostAt: moment,
        },
        select: { id: true },
      });
      if (!heldFor) {
        await countThread(tx, thread.id, 1);
        touch(tx, tags.threads());
      }
      const { number } = await insertPost(tx, {
        threadId: thread.id,
        authorId: member.id,
        source: text.source,
        rendered: text.rendered,
      });
      if (heldFor) {
        const held = { kind: "thread", targetId: thread.id, categoryId: category.id, subjectId: member.id } as const;
        await openHeldCase(tx, held, heldFor);
      }
      await tx.draft.deleteMany({ where: { memberId: member.id, place: `category:${category.id}` } });
      return { threadId: thread.id, slug, number };
    });
  });
}

function ensureNarrowEnough(chosen: Audience, category: { audience: Audience }): void {
  if (!isWiderThan(chosen, category.audience)) return;
  throw new Refusal(
    "wider-audience",
    "This category is for fewer people than that. Please choose who can read the thread again.",
    { field: "audience" },
  );
}

type LockedCategory = Parameters<typeof canStartThread>[1] & { audience: Audience };

async function lockCategory(tx: Tx, id: number): Promise<LockedCategory> {
  const [row] = await tx.$queryRaw<LockedCategory[]>`
    SELECT "id", "locked", "whoStarts"::text, "audience"::text FROM "Category" WHERE "id" = ${id} FOR NO KEY UPDATE`;
  return orNotFound(row);
}
