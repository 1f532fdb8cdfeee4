import { nameKey } from "@/lib/accounts/names";
import { ensureAdministrator, listAdministrators, lockAdministrator } from "@/lib/accounts/standing";
import { publishDocument, recordConsent, setRole } from "@/lib/accounts/writes";
import { giveUpMail, queueMail, tryMailsAgain } from "@/lib/mail/writes";
import { addCategoryModerator, removeCategoryModerator } from "@/lib/moderation/writes";
import { now } from "@/lib/platform/clock";
import { origin } from "@/lib/platform/config";
import { prisma, type Tx, touch, transaction } from "@/lib/platform/db";
import { orNotFound, Refusal } from "@/lib/platform/errors";
import { once } from "@/lib/platform/once";
import { endFailedJob } from "@/lib/platform/queue";
import { tags } from "@/lib/platform/tags";
import type { Role, Viewer } from "@/lib/policy/viewer";
import { categoryModeratorMail, roleMail, testMail } from "./letters";
import { renderOwnText } from "./own-texts";
import type {
  AppointInput,
  DismissInput,
  FailedJobInput,
  GiveRoleInput,
  GiveUpMailInput,
  OwnText,
  PublishTextInput,
  ReadOnlyInput,
  RetryMailInput,
  TestMailInput,
} from "./schema";
import { noteDeed } from "./writes";

type Person = { id: number; name: string; email: string | null; role: Role };

const workplace = (role: Role) => `${origin()}${role === "administrator" ? "/admin" : "/moderation"}`;

/** Makes someone an administrator, a moderator or a member again. One administrator always stays. */
export async function giveRole(administrator: Viewer, input: GiveRoleInput): Promise<{ name: string; role: Role }> {
  ensureAdministrator(administrator);
  const { role, reason } = input;
  const { id } = await findPerson(prisma, input.member);
  const administrators = await listAdministrators(prisma);

  return transaction(async (tx) => {
    const actor = await lockAdministrator(tx, administrator, [id, ...administrators.map((one) => one.id)]);
    const person = await findPerson(tx, input.member);
    if (person.role === role) throw inField(`${person.name} is ${withArticle(role)} already.`);
    if (person.role === "administrator") await ensureOneStays(tx, person);
    await setRole(tx, person.id, role);
    await noteDeed(tx, actor, { deed: `make-${role}`, subject: `member:${person.id}`, reason });
    if (person.email)
      await queueMail(tx, {
        ...roleMail(person.name, { role, reason }, workplace(role)),
        to: person.email,
        memberId: person.id,
      });
    return { name: person.name, role };
  });
}

/** Gives a member one category to look after. */
export async function appointCategoryModerator(administrator: Viewer, input: AppointInput): Promise<{ name: string }> {
  ensureAdministrator(administrator);
  const { id } = await findPerson(prisma, input.member);

  return transaction(async (tx) => {
    const actor = await lockAdministrator(tx, administrator, [id]);
    const person = await findPerson(tx, input.member);
    if (person.role !== "member") throw inField(`${person.name} looks after every category already.`);
    const category = orNotFound(
      await tx.category.findUnique({ where: { id: input.categoryId }, select: { id: true, name: true } }),
    );
    if (!(await addCategoryModerator(tx, { categoryId: category.id, memberId: person.id })))
      return { name: person.name };
    await noteDeed(tx, actor, {
      deed: "appoint-moderator",
      subject: `member:${person.id}`,
      reason: `category:${category.id}`,
    });
    await tell(tx, person, category.name, true);
    return { name: person.name };
  });
}

/** Takes the category from them again; whoever had none hears nothing. */
export async function dismissCategoryModerator(administrator: Viewer, input: DismissInput): Promise<void> {
  ensureAdministrator(administrator);
  await transaction(async (tx) => {
    const actor = await lockAdministrator(tx, administrator, [input.memberId]);
    const category = orNotFound(
      await tx.category.findUnique({ where: { id: input.categoryId }, select: { id: true, name: true } }),
    );
    if (!(await removeCategoryModerator(tx, input))) return;
    await noteDeed(tx, actor, {
      deed: "dismiss-moderator",
      subject: `member:${input.memberId}`,
      reason: `category:${category.id}`,
    });
    const person = await tx.member.findUnique({ where: { id: input.memberId }, select: personColumns });
    if (person) await tell(tx, person, category.name, false);
  });
}

/**
 * Publishes a text of the forum as its next version. New rules are accepted by whoever publishes them, and by everyone
 * else at their next visit, before they write again. Whoever began on an older version sees both.
 */
export async function publishText(
  administrator: Viewer,
  input: PublishTextInput,
): Promise<{ kind: OwnText; version: number }> {
  ensureAdministrator(administrator);
  const { kind } = input;
  const made = renderOwnText(kind, input.text);

  return transaction(async (tx) => {
    const actor = await lockAdministrator(tx, administrator);
    return once(tx, { actorId: actor.id, deed: "publish-text", form: input }, async () => {
      const present = await tx.document.findFirst({ where: { kind }, orderBy: { version: "desc" } });
      if ((present?.version ?? 0) !== input.version) throw await publishedMeanwhile(tx, kind);
      if ((present?.source ?? "") === made.source)
        throw new Refusal("unchanged", "This is how it stands already.", { field: "text" });
      const version = input.version + 1;
      if (!(await publishDocument(tx, { kind, version, ...made }))) throw await publishedMeanwhile(tx, kind);
      if (kind === "rules") await recordConsent(tx, actor.id, "rules", version);
      await noteDeed(tx, actor, { deed: `publish-${kind}`, subject: `document:${kind}/${version}` });
      touch(tx, tags.everything(), tags.log());
      return { kind, version };
    });
  });
}

/** What it would look like, by the code that saves it. */
export async function previewText(
  administrator: Viewer,
  input: { kind: OwnText; text: string },
): Promise<{ html: string }> {
  ensureAdministrator(administrator);
  return { html: renderOwnText(input.kind, input.text).html };
}

/** Makes the forum read-only, or ends that. Pressed twice, it is so once. */
export async function setReadOnly(administrator: Viewer, input: ReadOnlyInput): Promise<void> {
  ensureAdministrator(administrator);
  const readOnly = input.readOnly === "yes";
  await transaction(async (tx) => {
    const actor = await lockAdministrator(tx, administrator);
    const { count } = await tx.forum.updateMany({ where: { id: 1, readOnly: !readOnly }, data: { readOnly } });
    if (count === 0) return;
    const deed = readOnly ? "begin-read-only" : "end-read-only";
    await noteDeed(tx, actor, { deed, subject: "forum", reason: input.reason });
    touch(tx, tags.everything(), tags.log());
  });
}

/** Sends a mail to oneself, by the way all mails go; the page of mails says what became of it. */
export async function sendTestMail(administrator: Viewer, input: TestMailInput): Promise<{ to: string }> {
  ensureAdministrator(administrator);
  return transaction(async (tx) => {
    const actor = await lockAdministrator(tx, administrator);
    return once(tx, { actorId: actor.id, deed: "test-mail", form: input }, async () => {
      const { email, name } = await tx.member.findUniqueOrThrow({ where: { id: actor.id } });
      const to = orNotFound(email);
      const since = new Date(now().getTime() - 10 * 60 * 1000);
      if ((await tx.mail.count({ where: { kind: "test", memberId: actor.id, createdAt: { gt: since } } })) >= 5)
        throw new Refusal(
          "too-fast",
          "That is enough for ten minutes. Please look at what became of the others first.",
          {
            status: 429,
            retryAfter: 600,
          },
        );
      await queueMail(tx, { ...testMail(name), to, memberId: actor.id });
      await noteDeed(tx, actor, { deed: "send-test-mail", subject: `member:${actor.id}` });
      return { to };
    });
  });
}

/** Tries a mail again that did not go out, or all that nothing tries any more. */
export async function retryMail(administrator: Viewer, { id }: RetryMailInput): Promise<{ count: number }> {
  ensureAdministrator(administrator);
  return transaction(async (tx) => {
    const actor = await lockAdministrator(tx, administrator);
    const count = await tryMailsAgain(tx, id === undefined ? "all stopped" : { id });
    if (count > 0)
      await noteDeed(tx, actor, { deed: "retry-mail", subject: id === undefined ? `mails:${count}` : `mail:${id}` });
    return { count };
  });
}

/** Has a mail tried no more. */
export async function stopMail(administrator: Viewer, { id }: GiveUpMailInput): Promise<void> {
  ensureAdministrator(administrator);
  await transaction(async (tx) => {
    const actor = await lockAdministrator(tx, administrator);
    if (await giveUpMail(tx, id)) await noteDeed(tx, actor, { deed: "give-up-mail", subject: `mail:${id}` });
  });
}

/** Puts failed work in line again. */
export async function retryJob(administrator: Viewer, input: FailedJobInput): Promise<void> {
  await endJob(administrator, input, "again");
}

/** Takes failed work off the list for good. */
export async function forgetJob(administrator: Viewer, input: FailedJobInput): Promise<void> {
  await endJob(administrator, input, "never");
}

async function endJob(administrator: Viewer, { id }: FailedJobInput, then: "again" | "never"): Promise<void> {
  ensureAdministrator(administrator);
  await transaction(async (tx) => {
    const actor = await lockAdministrator(tx, administrator);
    const ended = await endFailedJob(tx, id, then);
    const deed = then === "again" ? "retry-job" : "give-up-job";
    if (ended) await noteDeed(tx, actor, { deed, subject: `job:${ended.kind}` });
  });
}

async function publishedMeanwhile(tx: Tx, kind: OwnText): Promise<Refusal> {
  const newest = await tx.document.findFirst({ where: { kind }, orderBy: { version: "desc" } });
  const subject = `document:${kind}/${newest?.version ?? 0}`;
  const [by] = await tx.$queryRaw<{ name: string }[]>`
    SELECT m."name" FROM "LogEntry" l JOIN "Member" m ON m."id" = l."actorId" WHERE l."subject" = ${subject} ORDER BY l."id" DESC LIMIT 1`;
  return new Refusal(
    "text-changed",
    "This text was changed while you were writing. Both are here; please bring them together and publish again.",
    {
      status: 409,
      field: "text",
      both: {
        theirs: newest?.source ?? "",
        version: newest?.version ?? 0,
        by: by?.name ?? "",
        at: newest?.publishedAt ?? now(),
      },
    },
  );
}

const personColumns = { id: true, name: true, email: true, role: true } as const;

/** Someone who could look after the forum: an open account with a confirmed address, in good standing. */
async function findPerson(db: Tx, name: string): Promise<Person> {
  const found = await db.member.findUnique({
    where: { nameKey: nameKey(name) },
    select: { ...personColumns, closedAt: true, emailVerifiedAt: true, standing: true, standingUntil: true },
  });
  if (!found || found.closedAt) throw inField("There is no member of this name.");
  if (!found.emailVerifiedAt) throw inField(`${found.name} has not confirmed their e-mail address yet.`);
  const isOver = found.standingUntil !== null && found.standingUntil <= now();
  if (found.standing !== "good" && !isOver && found.role === "member")
    throw inField(`${found.name} is silenced or suspended.`);
  return found;
}

async function ensureOneStays(tx: Tx, person: Person): Promise<void> {
  const others = (await listAdministrators(tx)).filter(({ id }) => id !== person.id);
  if (!others.some(({ standing }) => standing === "good"))
    throw new Refusal(
      "only-administrator",
      "That is the only administrator. Make someone else one first, or nobody could look after the forum.",
      { status: 409, field: "role" },
    );
}

async function tell(tx: Tx, person: Person, category: string, appointed: boolean): Promise<void> {
  if (!person.email) return;
  const mail = categoryModeratorMail(person.name, category, appointed, workplace("moderator"));
  await queueMail(tx, { ...mail, to: person.email, memberId: person.id });
}

function inField(sentence: string): Refusal {
  return new Refusal("member", sentence, { field: "member" });
}

function withArticle(role: Role): string {
  return role === "administrator" ? "an administrator" : `a ${role}`;
}
