/** Every reason a person can be refused, with the sentence they read and the status of the answer. */
export const reasons = {
  "sign-in": { sentence: "You are signed out. Log in, and your text is still here.", status: 401 },
  "verify-first": {
    sentence: "Please confirm your e-mail address first. The link is in the mail we sent you.",
    status: 403,
  },
  "accept-rules": {
    sentence: "The rules have a new version. Please read and accept it first; your text is still here.",
    status: 403,
  },
  silenced: { sentence: "You can read, but not post, thank or edit for now.", status: 403 },
  suspended: { sentence: "Your account is suspended for now.", status: 403 },
  "not-yours": { sentence: "Only its author can do this.", status: 403 },
  "moderators-only": { sentence: "Only moderators can do this.", status: 403 },
  "thread-not-shown": {
    sentence: "This thread isn’t shown to others, so nothing can be added to it.",
    status: 403,
  },
  "thread-locked": { sentence: "This thread is locked: it can be read, not changed.", status: 403 },
  "category-locked": { sentence: "This category is locked: it can be read, not changed.", status: 403 },
  "moderators-start": { sentence: "In this category moderators start the threads.", status: 403 },
  "moderators-reply": { sentence: "In this category only moderators reply.", status: 403 },
  "administrators-only": { sentence: "Only administrators can do this.", status: 403 },
  "own-post": { sentence: "This is your own post; thanks come from others.", status: 403 },
  "not-shown": { sentence: "This post isn’t shown any more.", status: 403 },
  "former-member": { sentence: "Its author has left, so thanks would not reach them.", status: 403 },
  "too-late": { sentence: "A withdrawn post can be brought back for 24 hours, and that time has passed.", status: 403 },
  "wider-audience": {
    sentence: "That post was written for fewer people than can read this thread, so it can’t be quoted here.",
    status: 403,
  },
  "own-report": { sentence: "This is your own; you can change or withdraw it yourself.", status: 403 },
  "already-reported": {
    sentence: "You have reported this already. It waits for a moderator, and you will hear what came of it.",
    status: 409,
  },
  "own-case": { sentence: "This is about you, or you reported it yourself. Another moderator decides.", status: 403 },
  "own-decision": {
    sentence: "You made the decision that this appeal is about. Another moderator decides.",
    status: 403,
  },
  "no-appeal": { sentence: "This decision takes nothing from you, so there is nothing to appeal.", status: 403 },
  "appealed-already": {
    sentence: "You have appealed this decision. It waits for a moderator, and you will hear what comes of it.",
    status: 409,
  },
  "appeal-answered": { sentence: "Your appeal against this decision has been answered.", status: 409 },
  "appeal-too-late": { sentence: "A decision can be appealed for six months, and that time has passed.", status: 403 },
  "staff-case": { sentence: "Only an administrator can silence or suspend a moderator.", status: 403 },
  "not-possible": { sentence: "That isn’t possible with how this stands now. Please choose again.", status: 422 },
  "decided-meanwhile": {
    sentence:
      "Something happened to this case while you were reading. It is all here now; your text is still in the form.",
    status: 409,
  },
  "bad-token": {
    sentence: "This token isn’t valid. It was revoked, its time has passed, or a character is missing.",
    status: 401,
  },
  "token-reads": {
    sentence: "This token may only read. You can make one that may write in your settings.",
    status: 403,
  },
  "read-only": {
    sentence: "The forum is read-only for a while. Your text is still here; please try again later.",
    status: 503,
  },
} as const;

export type Reason = keyof typeof reasons;
