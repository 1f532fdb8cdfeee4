import { nameKey } from "@/lib/accounts/names";
import { ensureAdministrator, lockAdministrator } from "@/lib/accounts/standing";
import { setRole } from "@/lib/accounts/writes";
import { queueMail } from "@/lib/mail/writes";
import { addCategoryModerator, removeCategoryModerator } from "@/lib/moderation/writes";
import { origin } from "@/lib/platform/config";
import { prisma, type Tx, transaction } from "@/lib/platform/db";
import { orNotFound, Refusal } from "@/lib/platform/errors";
import type { Role, Viewer } from "@/lib/policy/viewer";
import { categoryModeratorMail, roleMail } from "./letters";
import type { AppointInput, DismissInput, GiveRoleInput } from "./schema";
import { noteDeed } from "./writes";

type Person = { id: number; name: string; email: string | null; role: Role };

const workplace = (role: Role) => `${origin()}${role === "administrator" ? "/admin" : "/moderation"}`;

/** Makes someone an administrator, a moderator or a member again. One administrator always stays. */
export async function giveRole(administrator: Viewer, input: GiveRoleInput): Promise<{ name: string; role: Role }> {
  ensureAdministrator(administrator);
  const { role, reason } = input;
  const { id } = await findPerson(prisma, input.member);
  const administrators = await prisma.member.findMany({ where: { role: "administrator" }, select: { id: true } });

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

const personColumns = { id: true, name: true, email: true, role: true } as const;

/** Someone who could look after the forum: an open account with a confirmed address, in good standing. */
async function findPerson(db: Tx, name: string): Promise<Person> {
  const found = await db.member.findUnique({
    where: { nameKey: nameKey(name) },
    select: { ...personColumns, closedAt: true, emailVerifiedAt: true, standing: true },
  });
  if (!found || found.closedAt) throw inField("There is no member of this name.");
  if (!found.emailVerifiedAt) throw inField(`${found.name} has not confirmed their e-mail address yet.`);
  if (found.standing !== "good" && found.role === "member") throw inField(`${found.name} is silenced or suspended.`);
  return found;
}

async function ensureOneStays(tx: Tx, person: Person): Promise<void> {
  const others = await tx.member.count({
    where: { role: "administrator", closedAt: null, standing: "good", id: { not: person.id } },
  });
  if (others === 0)
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
