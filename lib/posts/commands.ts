import { lockStanding } from "@/lib/accounts/standing";
import { findHeldFor, noteHeldEdit, openHeldCase, setHeldCaseAside } from "@/lib/moderation/writes";
import { tellOfCalls } from "@/lib/notices/writes";
import { now } from "@/lib/platform/clock";
import { narrow, type Tx, transaction } from "@/lib/platform/db";
import { orNotFound, Refusal } from "@/lib/platform/errors";
import { once, onceWhileHeld } from "@/lib/platform/once";
import { tags } from "@/lib/platform/tags";
import {
  canBeTold,
  canBringBackPost,
  canEditPost,
  canReply,
  canStrikeRevision,
  canTakePart,
  canWithdrawPost,
} from "@/lib/policy/can";
import { ensure } from "@/lib/policy/decision";
import { isMember, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { findThreadForReply } from "@/lib/threads/queries";
import { holdReason } from "./holding";
import { fillMentions, fillQuotes, type Rendered } from "./markdown";
import { ensurePostingPace } from "./pace";
import { findPostForAction, listMentionable, listQuotable, listQuotedNames } from "./queries";
import { ensureQuotes } from "./quoting";
import { readRecord } from "./record";
import { renderText } from "./render";
import type { DraftInput, EditInput, ReplyInput, StrikeInput, WithdrawInput } from "./schema";
import { insertPost, type LockedPost, lockPostAndThread, saveMentionsOf, setPostState, touchPost } from "./writes";

const DRAFTS_MAX = 100;

export type Posted = { number: number };

/** Adds a post to a thread. The same form sent twice makes one post. */
export async function replyToThread(author: Viewer, input: ReplyInput): Promise<Posted> {
  const thread = orNotFound(await findThreadForReply(author, input.threadId));
  ensure(canReply(author, thread));
  const text = renderText(input.text);
  ensureQuotes(text.rendered.quotes, await listQuotable(author, text.rendered.quotes), thread);

  return transaction(async (tx) => {
    const member = await lockStanding(tx, author);
    const press = { actorId: member.id, deed: "reply", form: input };
    const { earlier, ...record } = await readRecord<Posted>(tx, member.id, { press });
    return onceWhileHeld(tx, press, earlier, async () => {
      ensurePostingPace(record);
      const heldFor = holdReason(member, record, text.rendered);
      const { number } = await insertPost(
        tx,
        {
          threadId: thread.id,
          authorId: member.id,
          source: text.source,
          rendered: text.rendered,
          heldFor,
        },
        (present) => ensure(canReply(member, present)),
      );
      if (heldFor) {
        const held = { kind: "post", targetId: number, categoryId: thread.categoryId, subjectId: member.id } as const;
        await openHeldCase(tx, held, heldFor);
      }
      return { number };
    });
  });
}

/** What the text would look like, by the code that saves it. */
export async function previewPost(
  author: Viewer,
  input: { text: string },
): Promise<{ html: string; citations: number }> {
  ensure(canTakePart(author));
  const { rendered } = renderText(input.text);
  const quoted = await listQuotedNames(author, rendered.quotes);
  return {
    html: fillMentions(
      fillQuotes(rendered.html, (number) => quoted.get(number) ?? null),
      await listMentionable(rendered.mentions),
    ),
    citations: rendered.citations.length,
  };
}

/**
 * Changes a post's text and keeps the one before. A link that a newcomer adds takes the post out of sight until a
 * moderator has looked at it. Refused with both texts when the post has changed since the edit
 * began (`version`), so that nobody's words are overwritten unseen.
 */
export async function editPost(editor: Viewer, input: EditInput): Promise<Posted> {
  const post = orNotFound(await findPostForAction(editor, input.number));
  ensure(canEditPost(editor, post));
  const text = renderText(input.text);
  if (text.rendered.quotes.includes(input.number))
    throw new Refusal("own-quote", "A post can’t quote itself. Please take that quote out.", { field: "text" });
  const quotable = await listQuotable(editor, text.rendered.quotes);

  return transaction(async (tx) => {
    const member = await lockStanding(tx, editor, [post.authorId, ...(await giversOf(tx, input.number))]);
    return once(tx, { actorId: member.id, deed: "edit", form: input }, async () => {
      const present = orNotFound(await lockPostAndThread(tx, input.number));
      ensure(canEditPost(member, present));
      if (present.version !== input.version) throw await editConflict(tx, present);
      const { number, version } = present;
      if (present.source === text.source) return { number };

      const alreadyQuoted = await tx.quote.findMany({ where: { postNumber: number }, select: { quotedNumber: true } });
      const kept = new Set(alreadyQuoted.map(({ quotedNumber }) => quotedNumber));
      const added = text.rendered.quotes.filter((quoted) => !kept.has(quoted));
      ensureQuotes(added, quotable, post);

      const reason = input.reason || null;
      await touchPost(tx, number); // the studies it cited until now
      await tx.post.update({
        where: { number },
        data: {
          source: text.source,
          html: text.rendered.html,
          rendererVersion: text.rendererVersion,
          version: version + 1,
          editedAt: now(),
          editedById: member.id,
          editReason: reason,
        },
      });
      await tx.revision.create({
        data: {
          postNumber: number,
          version: version + 1,
          source: text.source,
          editedById: member.id,
          reason,
          createdAt: now(),
        },
      });
      if (member.id !== present.authorId) {
        await tx.logEntry.create({
          data: {
            actorId: member.id,
            deed: "edit-post",
            subject: `post:${number}/${version + 1}`,
            reason: reason ?? "",
            createdAt: now(),
          },
        });
      }
      const { called: mentioned } = await saveMentionsOf(tx, number, text.rendered);
      await touchPost(tx, number);
      await holdEdit(tx, member, present, text.rendered);
      await tellOfCalls(tx, number, { quoted: added, mentioned });
      await tx.draft.deleteMany({ where: { memberId: member.id, place: `post:${number}` } });
      return { number };
    });
  });
}

/** After an edit: a moderator who is looking at what waits sees the new text first, and what a newcomer links to waits. */
async function holdEdit(tx: Tx, editor: MemberViewer, post: LockedPost, rendered: Rendered): Promise<void> {
  const { number, threadId, categoryId, authorId: subjectId } = post;
  if (post.state === "held") return noteHeldEdit(tx, { kind: "post", targetId: number });
  if (post.threadHeld && post.position === 1) return noteHeldEdit(tx, { kind: "thread", targetId: threadId });
  if (editor.id !== subjectId) return;
  const heldFor = holdReason(editor, await readRecord(tx, editor.id, { edited: number }), rendered, post.source);
  if (!heldFor) return;
  await setPostState(tx, post, "held", heldFor);
  await openHeldCase(tx, { kind: "post", targetId: number, categoryId, subjectId }, heldFor);
}

/** Takes one's own post out of sight, for everyone but oneself and moderators. A second press changes nothing. */
export async function withdrawPost(author: Viewer, { number }: WithdrawInput): Promise<Posted> {
  const post = orNotFound(await findPostForAction(author, number));
  if (post.state === "withdrawn" && isMember(author) && post.authorId === author.id) return { number };
  ensure(canWithdrawPost(author, post));

  return transaction(async (tx) => {
    const member = await lockStanding(tx, author, await giversOf(tx, number));
    const present = orNotFound(await lockPostAndThread(tx, number));
    if (present.state !== "withdrawn") {
      ensure(canWithdrawPost(member, present));
      await setPostState(tx, present, "withdrawn");
      if (present.state === "held") await setHeldCaseAside(tx, number);
    }
    return { number };
  });
}

/** Shows a withdrawn post again, within 24 hours. What waited for a moderator when it was withdrawn waits again. */
export async function bringBackPost(author: Viewer, { number }: WithdrawInput): Promise<Posted> {
  const post = orNotFound(await findPostForAction(author, number));
  if ((post.state === "visible" || post.state === "held") && isMember(author) && post.authorId === author.id)
    return { number };
  ensure(canBringBackPost(author, post, now()));

  return transaction(async (tx) => {
    const member = await lockStanding(tx, author, await giversOf(tx, number));
    const present = orNotFound(await lockPostAndThread(tx, number));
    if (present.state !== "visible" && present.state !== "held") {
      ensure(canBringBackPost(member, present, now()));
      const heldFor = await findHeldFor(tx, number);
      await setPostState(tx, present, heldFor ? "held" : "visible", heldFor);
      const { categoryId, authorId: subjectId } = present;
      if (heldFor) await openHeldCase(tx, { kind: "post", targetId: number, categoryId, subjectId }, heldFor);
    }
    return { number };
  });
}

/** Takes the text of an earlier revision away for good, as when it held personal data. Its place and the striking stay. */
export async function strikeRevision(actor: Viewer, input: StrikeInput): Promise<Posted> {
  const post = orNotFound(await findPostForAction(actor, input.number));
  ensure(canStrikeRevision(actor, post));

  return transaction(async (tx) => {
    const member = await lockStanding(tx, actor);
    const present = orNotFound(await lockPostAndThread(tx, input.number));
    ensure(canStrikeRevision(member, present));
    if (present.version === input.version) {
      throw new Refusal(
        "newest-revision",
        "This is the text that is shown now. Edit the post first, then strike this version.",
        { field: "version" },
      );
    }
    const { count } = await tx.revision.updateMany({
      where: { postNumber: input.number, version: input.version, struckAt: null },
      data: { source: "", struckAt: now(), struckById: member.id, struckReason: input.reason },
    });
    if (count === 1) {
      await tx.logEntry.create({
        data: {
          actorId: member.id,
          deed: "strike-revision",
          subject: `post:${input.number}/${input.version}`,
          reason: input.reason,
          createdAt: now(),
        },
      });
    }
    narrow(tx, tags.thread(present.threadId));
    return { number: input.number };
  });
}

/** Keeps what someone is writing. An empty text forgets the draft. */
export async function saveDraft(author: Viewer, draft: DraftInput): Promise<{ savedAt: Date }> {
  // Whoever can't write for now can still throw away what they began.
  const may = draft.text || draft.title ? canTakePart : canBeTold;
  ensure(may(author));
  const savedAt = now();
  if (!isMember(author)) return { savedAt };
  const { place, title, text, version } = draft;
  // Drafts are for coming back to: what PostgreSQL can't hold is left out here and refused when the post is sent.
  const kept = { title: wellFormed(title), text: wellFormed(text), version: version ?? null };
  return transaction(async (tx) => {
    await lockStanding(tx, author, [], may);
    if (!kept.text && !kept.title) await tx.draft.deleteMany({ where: { memberId: author.id, place } });
    else {
      await ensureRoomForDrafts(tx, author.id, place);
      await tx.draft.upsert({
        where: { memberId_place: { memberId: author.id, place } },
        create: { memberId: author.id, place, ...kept, updatedAt: savedAt },
        update: { ...kept, updatedAt: savedAt },
      });
    }
    return { savedAt };
  });
}

/** Nobody writes so many at once; whoever saves more is filling our disk. */
async function ensureRoomForDrafts(tx: Tx, memberId: number, place: string): Promise<void> {
  const others = await tx.draft.count({ where: { memberId, place: { not: place } } });
  if (others >= DRAFTS_MAX)
    throw new Refusal("too-many-drafts", `You have ${DRAFTS_MAX} drafts already. Please send or discard some first.`);
}

async function giversOf(tx: Tx, number: number): Promise<number[]> {
  return (await tx.thanks.findMany({ where: { postNumber: number }, select: { memberId: true } })).map(
    ({ memberId }) => memberId,
  );
}

async function editConflict(tx: Tx, present: { number: number; source: string; version: number }): Promise<Refusal> {
  const [saved] = await tx.$queryRaw<{ by: string; at: Date }[]>`
    SELECT m."name" AS by, r."createdAt" AS at FROM "Revision" r JOIN "Member" m ON m."id" = r."editedById"
    WHERE r."postNumber" = ${present.number} AND r."version" = ${present.version}`;
  return new Refusal(
    "edit-conflict",
    "This post was changed while you were editing. Both texts are here; please bring them together and save again.",
    {
      status: 409,
      field: "text",
      both: { theirs: present.source, version: present.version, by: saved?.by ?? "", at: saved?.at ?? now() },
    },
  );
}

function wellFormed(text: string): string {
  return text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD");
}
