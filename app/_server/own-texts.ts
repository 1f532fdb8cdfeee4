import { cardHelpText, helpText } from "@/app/help/texts";
import type { OwnText } from "@/lib/administration/schema";
import { rulesLines } from "./frame";

/** What each text is, and where it stands. */
export const ownTextLabels: Record<OwnText, { label: string; help: string; href: string }> = {
  rules: {
    label: "Rules",
    help: "Everyone accepts a new version at their next visit, before they write again. Moderators name a rule by its heading.",
    href: "/rules",
  },
  privacy: {
    label: "Privacy",
    help: "What the forum knows about people. Whoever joins accepts it as it is then.",
    href: "/privacy",
  },
  help: { label: "Help", help: "How one reads, joins, writes and cites here.", href: "/help" },
  "card-help": {
    label: "How to read a study card",
    help: "The help page about the cards below posts.",
    href: "/help/cards",
  },
  banner: {
    label: "Lines at the top",
    help: "The house rules in a breath, above every list and thread. One to a line, without formatting.",
    href: "/",
  },
  announcement: {
    label: "Announcement",
    help: "Above every page, for guests too, until you empty it.",
    href: "/",
  },
};

/** What stands there as long as nobody wrote their own. */
export const textsItCameWith: Partial<Record<OwnText, string>> = {
  help: helpText,
  "card-help": cardHelpText,
  banner: rulesLines.join("\n"),
};
