import type { MailText } from "@/lib/accounts/letters";
import type { Role } from "@/lib/policy/viewer";

const sign = "\n\nThe people of Wellcited\n";

const what: Record<Role, string> = {
  administrator: "you are an administrator of Wellcited from now on. You can set up the forum, and moderate all of it.",
  moderator: "you are a moderator of Wellcited from now on. You can see and decide the cases of all categories.",
  member: "you are a member of Wellcited like all others again, without the tasks you had.",
};

/** What someone is from now on, with the reason. */
export function roleMail(name: string, given: { role: Role; reason: string }, link: string): MailText {
  const where = given.role === "member" ? "" : `\n\nYour place for it: ${link}`;
  return {
    kind: "role",
    subject: "Your role at Wellcited",
    text: `Hello ${name},

${what[given.role]}

Why: ${given.reason}${where}

If this surprises you, answer by the contact page.${sign}`,
  };
}

export function categoryModeratorMail(name: string, category: string, appointed: boolean, link: string): MailText {
  return {
    kind: "role",
    subject: "Your role at Wellcited",
    text: appointed
      ? `Hello ${name},

you are a moderator of the category “${category}” from now on. You can see and decide its cases here:

${link}${sign}`
      : `Hello ${name},

you don’t look after the category “${category}” any more. Thank you for what you did.

If this surprises you, answer by the contact page.${sign}`,
  };
}

export function testMail(name: string): MailText {
  return {
    kind: "test",
    subject: "A test mail from Wellcited",
    text: `Hello ${name},

you asked the forum for a mail, and here it is: mails go out.

If it lay among the unwanted mail, those of your members will lie there too. The people who run your mail server can change that.${sign}`,
  };
}
