import { emptyHealth } from "@/lib/health/writes";
import { forgetMailsTo, queueMail } from "@/lib/mail/writes";
import { forgetInModeration } from "@/lib/moderation/writes";
import { forgetNotices } from "@/lib/notices/writes";
import { now } from "@/lib/platform/clock";
import { isDuplicate, narrow, prisma, type Tx, transaction } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { findEarlier, once } from "@/lib/platform/once";
import { enqueue } from "@/lib/platform/queue";
import { tags } from "@/lib/platform/tags";
import { refusal } from "@/lib/policy/decision";
import type { MemberViewer, Viewer } from "@/lib/policy/viewer";
import { holdReason } from "@/lib/posts/holding";
import type { Rendered } from "@/lib/posts/markdown";
import { readRecord } from "@/lib/posts/record";
import { renderText } from "@/lib/posts/render";
import { withdrawAllPosts } from "@/lib/posts/writes";
import { forgetOnCards } from "@/lib/studies/amending";
import { issueAccessToken, revokeTokens } from "./access-tokens";
import {
  countAsGood,
  ensureCurrentTexts,
  ensureFewLinks,
  ensureFewMails,
  ensureFilledInByAPerson,
  ensureOwnPassword,
  ensureRightLogIn,
  ensureUsableName,
  ensureUsablePassword,
  wrongLogIn,
} from "./checks";
import {
  closedMail,
  confirmEmailMail,
  emailChangingMail,
  passwordChangedMail,
  takenAddressMail,
  tokenMadeMail,
} from "./letters";
import { tidyName } from "./names";
import { hashPassword, isOutdated } from "./passwords";
import { findAccount } from "./queries";
import type {
  AcceptRulesInput,
  ChangeEmailInput,
  ChangePasswordInput,
  CloseAccountInput,
  EndSessionInput,
  ForgotInput,
  JoinInput,
  LogInInput,
  MakeTokenInput,
  NoInput,
  ProfileInput,
  ResetInput,
  RevokeTokenInput,
  TicketInput,
} from "./schema";
import { endSessions, openSession, sessionOf } from "./sessions";
import { ensureOwnAccount, ensureSettings, ensureWritable, lockOwnAccount } from "./standing";
import { networkAtHand, throttle } from "./throttles";
import { endLaterTickets, endTickets, findTicket, issueTicket, spendTicket } from "./tickets";
import type { NewSession } from "./types";
import {
  confirmAddress,
  emptyAccount,
  ensureNameIsFree,
  ensureSomeoneElseRunsTheForum,
  links,
  mailVerification,
  nameTaken,
  recordConsent,
} from "./writes";

/**
 * Makes an account that waits for its address to be confirmed. Whether the address has an account already, only the
 * owner of the address learns, by mail. The same form sent twice makes one account and one mail.
 */
export async function joinForum(joiner: Viewer, input: JoinInput): Promise<{ email: string }> {
  const name = tidyName(input.name);
  const { email } = input;
  if (joiner.kind === "member")
    throw new Refusal("already-in", `You are logged in as ${joiner.name}. Log out first to make another account.`);
  ensureFilledInByAPerson(input.startedAt);
  ensureUsableName(name);
  ensureUsablePassword(input.password, { name, email }, "password");
  await ensureCurrentTexts(input);
  const press = { actorId: 0, deed: "join", form: { requestId: input.requestId, name, email } };
  const earlier = await findEarlier<{ email: string }>(prisma, press);
  if (earlier) return earlier;
  await ensureNameIsFree(prisma, name); // before the throttle: looking for a name that is free is no attack
  await throttle("join by network", networkAtHand());
  const passwordHash = await hashPassword(input.password);

  return transaction((tx) =>
    once(tx, press, async () => {
      await ensureWritable(tx);
      const keys = await ensureNameIsFree(tx, name);
      const { id } = await tx.member.create({
        data: { name, ...keys, unverifiedEmail: email, passwordHash, joinedAt: now() },
      });
      await recordConsent(tx, id, "rules", input.rulesVersion);
      await recordConsent(tx, id, "privacy", input.privacyVersion);
      await mailVerification(tx, { id, name }, email);
      return { email };
    }),
  ).catch((error) => {
    throw isDuplicate(error) ? nameTaken() : error;
  });
}

/** Shows that the address is the member's, by a link that only went there. */
export async function verifyEmail(_visitor: Viewer, input: TicketInput): Promise<{ name: string }> {
  await ensureFewLinks();
  return confirming(async (tx) => {
    await ensureWritable(tx);
    const { memberId, email } = await spendTicket(tx, input.token, "verify");
    return confirmAddress(tx, memberId, email);
  });
}

export async function resendVerification(viewer: Viewer, _input: NoInput): Promise<void> {
  const member = ensureSettings(viewer);
  await throttle("mail by account", `member ${member.id}`);
  await transaction(async (tx) => {
    const { unverifiedEmail, emailVerifiedAt } = await lockOwnAccount(tx, member);
    if (unverifiedEmail && !emailVerifiedAt) await mailVerification(tx, member, unverifiedEmail);
  });
}

/** Opens a session. `device` is what the list of sessions calls it. */
export async function logIn(
  visitor: Viewer,
  input: LogInInput,
  device = "A browser",
): Promise<NewSession & { next: string }> {
  const member = await ensureRightLogIn(await findAccount(input.who), input);
  const better = isOutdated(member.passwordHash ?? "") ? await hashPassword(input.password) : undefined;

  const session = await transaction(async (tx) => {
    const present = await lockOwnAccount(tx, member, "get in");
    if (present.passwordHash !== member.passwordHash) throw wrongLogIn(); // changed while we were comparing
    if (better) await tx.member.update({ where: { id: member.id }, data: { passwordHash: better } });
    const earlier = sessionOf(visitor);
    if (earlier !== null && visitor.kind === "member") await endSessions(tx, visitor.id, { only: earlier });
    return openSession(tx, present, { remember: input.remember, device });
  });
  await countAsGood(member.id);
  return { ...session, next: input.next };
}

export async function logOut(viewer: Viewer, _input: NoInput): Promise<void> {
  if (viewer.kind === "guest") return;
  const member = ensureOwnAccount(viewer);
  await transaction((tx) => endSessions(tx, member.id, { only: sessionOf(viewer) ?? 0 }));
}

/** Asks for the mail with one's name and a link to a new password. What follows is a job's: here every address looks alike. */
export async function askForNewPassword(_visitor: Viewer, input: ForgotInput): Promise<{ email: string }> {
  await ensureFewMails(input.email);
  await transaction((tx) => enqueue(tx, "accounts.mail-reset", { email: input.email }));
  return { email: input.email };
}

/** Sets a new password by a link, and ends every session and token: whoever had the old one is out. */
export async function resetPassword(_visitor: Viewer, input: ResetInput): Promise<{ name: string }> {
  await ensureFewLinks();
  const ticket = await findTicket(input.token, "reset");
  if (ticket) ensureUsablePassword(input.password, { name: ticket.name, email: ticket.email ?? "" }, "password");
  const passwordHash = await hashPassword(input.password);

  return transaction(async (tx) => {
    const { memberId, email } = await spendTicket(tx, input.token, "reset");
    const member = await lockOwnAccount(tx, { id: memberId }, "get in");
    await tx.member.update({ where: { id: memberId }, data: { passwordHash } });
    await endSessions(tx, memberId);
    await revokeTokens(tx, memberId);
    await endTickets(tx, memberId, "change-email");
    if (email && !member.emailVerifiedAt && !(await tx.member.findUnique({ where: { email } })))
      await confirmAddress(tx, memberId, email);
    const to = member.email ?? email;
    if (to) await queueMail(tx, { ...passwordChangedMail(member.name, links.forgot()), to, memberId });
    return { name: member.name };
  });
}

export async function changePassword(viewer: Viewer, input: ChangePasswordInput): Promise<void> {
  const member = ensureSettings(viewer);
  const { email } = await ensureOwnPassword(member, input.password);
  ensureUsablePassword(input.newPassword, { name: member.name, email: email ?? "" }, "newPassword");
  const passwordHash = await hashPassword(input.newPassword);

  await transaction(async (tx) => {
    const own = await lockOwnAccount(tx, member);
    await tx.member.update({ where: { id: own.id }, data: { passwordHash } });
    await endSessions(tx, own.id, { but: sessionOf(viewer) });
    await revokeTokens(tx, own.id);
    await endTickets(tx, own.id, "reset");
    if (own.email)
      await queueMail(tx, { ...passwordChangedMail(own.name, links.forgot()), to: own.email, memberId: own.id });
  });
}

/** Begins to use another address: it counts once its owner has confirmed it; the old one gets a way back for a week. */
export async function changeEmail(viewer: Viewer, input: ChangeEmailInput): Promise<{ email: string }> {
  const member = ensureSettings(viewer);
  await ensureOwnPassword(member, input.password);
  await ensureFewMails(input.email);

  return transaction(async (tx) => {
    const own = await lockOwnAccount(tx, member);
    if (own.email === input.email)
      throw new Refusal("same-address", "This is your address already.", { field: "email" });
    await tx.member.update({ where: { id: own.id }, data: { unverifiedEmail: input.email } });
    if (!own.emailVerifiedAt || !own.email) {
      await mailVerification(tx, own, input.email);
      return { email: input.email };
    }
    const owner = await tx.member.findUnique({ where: { email: input.email }, select: { id: true, name: true } });
    if (owner) {
      await queueMail(tx, {
        ...takenAddressMail(owner.name, links.logIn(), links.forgot()),
        to: input.email,
        memberId: owner.id,
      });
    } else {
      const token = await issueTicket(tx, own.id, "change-email", { email: input.email });
      await queueMail(tx, {
        ...confirmEmailMail(own.name, links.confirmEmail(token)),
        to: input.email,
        memberId: own.id,
      });
    }
    const undo = await issueTicket(tx, own.id, "undo-email", { email: own.email });
    await queueMail(tx, { ...emailChangingMail(own.name, links.undoEmail(undo)), to: own.email, memberId: own.id });
    return { email: input.email };
  });
}

export async function confirmNewEmail(_visitor: Viewer, input: TicketInput): Promise<{ name: string }> {
  await ensureFewLinks();
  return confirming(async (tx) => {
    await ensureWritable(tx);
    const { memberId, email } = await spendTicket(tx, input.token, "change-email");
    return confirmAddress(tx, memberId, email);
  });
}

/** Keeps or brings back the old address, logs everyone out and leads to a new password. */
export async function undoEmailChange(_visitor: Viewer, input: TicketInput): Promise<{ resetToken: string }> {
  await ensureFewLinks();
  return confirming(async (tx) => {
    const spent = await spendTicket(tx, input.token, "undo-email");
    const { memberId, email } = spent;
    await confirmAddress(tx, memberId, email);
    await endSessions(tx, memberId);
    await revokeTokens(tx, memberId);
    await endTickets(tx, memberId, "change-email", "verify");
    await endLaterTickets(tx, spent, "undo-email"); // else whoever changed it twice could undo the undoing
    return { resetToken: await issueTicket(tx, memberId, "reset", { email: email ?? undefined }) };
  });
}

export async function endSession(viewer: Viewer, input: EndSessionInput): Promise<void> {
  const member = ensureOwnAccount(viewer);
  await transaction((tx) => endSessions(tx, member.id, { only: input.session }));
}

export async function endOtherSessions(viewer: Viewer, _input: NoInput): Promise<void> {
  const member = ensureOwnAccount(viewer);
  await transaction((tx) => endSessions(tx, member.id, { but: sessionOf(viewer) }));
}

/** Makes a token for a program, which is shown now and never again. The owner hears of it by mail, in case it wasn't they. */
export async function makeAccessToken(viewer: Viewer, input: MakeTokenInput): Promise<{ token: string; name: string }> {
  const member = ensureSettings(viewer);
  if (!member.emailVerified) throw refusal("verify-first");
  await ensureOwnPassword(member, input.password);

  return transaction(async (tx) => {
    const own = await lockOwnAccount(tx, member);
    const made = await issueAccessToken(tx, own.id, input);
    if (!made) throw new Refusal("old-form", "This token was revoked meanwhile. Please load the page again.");
    const { token, isNew } = made;
    if (isNew && own.email)
      await queueMail(tx, { ...tokenMadeMail(own.name, input, links.tokens()), to: own.email, memberId: own.id });
    return { token, name: input.name };
  });
}

export async function revokeAccessToken(viewer: Viewer, input: RevokeTokenInput): Promise<void> {
  const member = ensureOwnAccount(viewer);
  await transaction((tx) => revokeTokens(tx, member.id, { only: input.token }));
}

export async function updateProfile(viewer: Viewer, input: ProfileInput): Promise<void> {
  const member = ensureSettings(viewer);
  const { rendered, ...about } = renderAbout(input.about);
  await transaction(async (tx) => {
    await lockOwnAccount(tx, member);
    if (rendered) await ensureNoEarlyLink(tx, member, rendered);
    await tx.member.update({
      where: { id: member.id },
      data: { personalText: input.personalText, ...about, showOnline: input.showOnline },
    });
    narrow(tx, tags.member(member.id), tags.profile(member.id));
  });
}

/** Says yes to the rules as they are in force now, so that one can go on writing. A second press changes nothing. */
export async function acceptRules(viewer: Viewer, input: AcceptRulesInput): Promise<{ next: string }> {
  const member = ensureSettings(viewer);
  await transaction(async (tx) => {
    await lockOwnAccount(tx, member);
    const newest = await tx.document.findFirst({ where: { kind: "rules" }, orderBy: { version: "desc" } });
    if (newest?.version !== input.version)
      throw new Refusal(
        "texts-changed",
        "The rules have changed once more since you opened this page. This is what they say now.",
        { status: 409 },
      );
    const given = { memberId: member.id, kind: "rules", version: input.version, withdrawnAt: null };
    if (!(await tx.consent.findFirst({ where: given, select: { id: true } })))
      await recordConsent(tx, member.id, "rules", input.version);
  });
  return { next: input.next };
}

/** Closes the account for good. Its posts stay under “former member”, or go with it; everything about the person goes. */
export async function closeAccount(viewer: Viewer, input: CloseAccountInput): Promise<void> {
  const member = ensureOwnAccount(viewer);
  await ensureOwnPassword(member, input.password);

  await transaction(async (tx) => {
    const own = await lockOwnAccount(tx, member, "always");
    await ensureSomeoneElseRunsTheForum(tx, own);
    if (input.choice === "withdraw") await withdrawAllPosts(tx, own.id);
    await forgetMailsTo(tx, own.id);
    if (own.email) await queueMail(tx, { ...closedMail(own.name, input.choice), to: own.email });
    await emptyHealth(tx, own.id);
    await forgetInModeration(tx, own.id);
    await forgetNotices(tx, own.id);
    await emptyAccount(tx, own.id);
    await forgetOnCards(tx, own.id);
    narrow(tx, tags.front(), tags.member(own.id), tags.profile(own.id));
  });
}

function renderAbout(about: string): { about: string; aboutHtml: string; rendered: Rendered | null } {
  if (about.trim() === "") return { about: "", aboutHtml: "", rendered: null };
  try {
    const { source, rendered } = renderText(about);
    // Nobody would take its words back here when that post is hidden.
    if (rendered.quotes.length > 0)
      throw new Refusal("own-words", "A quote of a post has its place in a reply. Please take it out here.", {
        field: "about",
      });
    return { about: source, aboutHtml: rendered.html, rendered };
  } catch (error) {
    const { reason, sentence, more } = error as Refusal;
    throw more?.field ? new Refusal(reason, sentence, { ...more, field: "about" }) : error;
  }
}

/** Whose posts with links wait for a moderator has no page of their own to put them on instead. */
async function ensureNoEarlyLink(tx: Tx, member: MemberViewer, rendered: Rendered): Promise<void> {
  const { about } = await tx.member.findUniqueOrThrow({ where: { id: member.id }, select: { about: true } });
  if (holdReason(member, await readRecord(tx, member.id), rendered, about))
    throw new Refusal(
      "early-link",
      "There is a link in it. You can put links on your page once others have read ten of your posts.",
      { field: "about" },
    );
}

/** Two people may have claimed one address; whoever confirmed it first has it. */
async function confirming<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transaction(work);
  } catch (error) {
    if (isDuplicate(error))
      throw new Refusal(
        "address-taken",
        "Another account uses this address. You can log in there, or ask for a new password.",
        { status: 409 },
      );
    throw error;
  }
}
