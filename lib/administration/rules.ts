/**
 * What administrators did, as everyone may read it in the public log: what changed about the forum itself. Nobody is named,
 * no category either, since some are for members only; who got or lost a role is between them and the administrators.
 */
export const publicDeeds: Record<string, string> = {
  "create-category": "A category was made.",
  "change-audience": "A category is for other readers than before.",
  "delete-category": "A category was taken away. Nothing had been written in it.",
  "publish-rules": "The rules have a new version.",
  "publish-privacy": "The privacy text has a new version.",
  "begin-read-only": "The forum became read-only for a while.",
  "end-read-only": "The forum could be written in again.",
};

/** What a mail or a job is for, in an administrator's words; one that isn't here is called by its own name. */
export const workLabels: Record<string, string> = {
  verify: "Confirm an address",
  reset: "A new password",
  "taken-address": "An address that has an account",
  "password-changed": "A password was changed",
  "confirm-email": "Confirm a new address",
  "email-changing": "An address is about to change",
  closed: "An account was closed",
  decision: "A moderators’ decision",
  outcome: "What came of a report",
  "urgent-case": "An urgent case, to a moderator",
  "waiting-cases": "Cases are waiting, to a moderator",
  role: "A role",
  test: "A test mail",
  "mail.send": "Send a mail",
  "accounts.mail-reset": "Write the mail with a new password",
  "moderation.waiting": "Tell moderators of waiting cases",
  "study.look-up": "Look a study up",
};
