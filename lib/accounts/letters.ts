/** A mail as its reader gets it. None says anything about health: others may look over a shoulder. */
export type MailText = { kind: string; subject: string; text: string };

const sign = "\n\nThe people of Wellcited\n";

export function verifyMail(name: string, link: string): MailText {
  return {
    kind: "verify",
    subject: "Confirm your e-mail address",
    text: `Hello ${name},

welcome to Wellcited. Please open this link and press the button there, so that we know this address is yours:

${link}

The link works for 24 hours. Until then you can read everything; afterwards you can post, too.

If it wasn’t you who joined, do nothing: the account goes away by itself after a week.${sign}`,
  };
}

export function takenAddressMail(name: string, loginLink: string, forgotLink: string): MailText {
  return {
    kind: "taken-address",
    subject: "You already have an account",
    text: `Hello ${name},

someone, perhaps you, has just used this address for an account at Wellcited. There is one with it already, and its name is ${name}.

Log in: ${loginLink}
New password: ${forgotLink}

If it wasn’t you, there is nothing to do. Nothing was changed, and whoever it was has learned nothing about you.${sign}`,
  };
}

export function forgotMail(name: string, link: string): MailText {
  return {
    kind: "reset",
    subject: "Your name and a new password",
    text: `Hello ${name},

you asked for your log-in. Your name at Wellcited is ${name}, and you can choose a new password here:

${link}

The link works for one hour and once. If you didn’t ask for it, do nothing; your password stays as it is.${sign}`,
  };
}

export function passwordChangedMail(name: string, forgotLink: string): MailText {
  return {
    kind: "password-changed",
    subject: "Your password was changed",
    text: `Hello ${name},

the password of your account at Wellcited was just changed, and all other devices were logged out.

If it wasn’t you, choose a new one right away: ${forgotLink}${sign}`,
  };
}

export function confirmEmailMail(name: string, link: string): MailText {
  return {
    kind: "change-email",
    subject: "Confirm your new e-mail address",
    text: `Hello ${name},

you want to use this address for your account at Wellcited. Please open this link and press the button there:

${link}

The link works for 24 hours. Until then your other address counts. If it wasn’t you, do nothing.${sign}`,
  };
}

export function emailChangingMail(name: string, link: string): MailText {
  return {
    kind: "undo-email",
    subject: "Your e-mail address is being changed",
    text: `Hello ${name},

someone who knows your password has asked to use another e-mail address for your account at Wellcited.

If it was you, there is nothing to do. If it wasn’t, this link keeps or brings back this address, logs out every device and lets you choose a new password. It works for seven days:

${link}${sign}`,
  };
}

export function tokenMadeMail(name: string, token: { name: string; scope: "read" | "write" }, link: string): MailText {
  const may = token.scope === "write" ? "read and write in your name" : "read what you can read";
  return {
    kind: "token-made",
    subject: "A token for a program was made",
    text: `Hello ${name},

a token was just made for your account at Wellcited: “${token.name}”. Whoever has it can ${may} by a program.

If it wasn’t you, revoke it here, and choose a new password: ${link}${sign}`,
  };
}

export function closedMail(name: string, posts: "keep" | "withdraw"): MailText {
  const what = posts === "keep" ? "Your posts stay, under “former member”." : "Your posts were withdrawn with it.";
  return {
    kind: "closed",
    subject: "Your account is closed",
    text: `Hello ${name},

your account at Wellcited is closed. ${what} Your address, password and everything you said about yourself are gone from it, and this is the last mail you get.

We wish you well.${sign}`,
  };
}
