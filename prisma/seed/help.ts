/** The text of /help and of /help/cards, in Markdown. `{{forum}}` and `{{contact}}` are filled in as in the documents. */
export const helpText = `
## Not for emergencies

If you have hit your head, or bleeding won’t stop, call the emergency number where you are. {{forum}} is members’ experience, not medical advice.

## Reading

- You can read everything that is for everyone without an account. Some categories and threads are for members only.
- A thread shows twenty posts a page, oldest first. A pinned thread stays at the top of its category; a locked one takes no more replies.
- Each post has a number. It is the post’s own for ever: a link to it keeps working, wherever the post is shown.
- Where you read “A post that isn’t shown any more”, it was withdrawn or taken out. The number stays, so that the answers around it make sense.
- You can follow the forum, a category or a thread in a feed reader.
- Everything works by keyboard, with a screen reader, with large text, and without JavaScript. If something doesn’t for you, please tell us: {{contact}}.

## Joining

You need a name, an e-mail address and a password of at least twelve characters. Four or five unrelated words make a good one, and you may paste it from a password manager. After you have followed the link in our mail you can post. If you forget your name or password, we send you a link.

## Writing

You write plain text; an empty line starts a new paragraph. With a few signs you can do more, and the buttons above the box put them in for you. Look at the preview before you send.

| You want | You type |
| --- | --- |
| **bold** | \`**bold**\` |
| *emphasis* | \`*emphasis*\` |
| a list | \`- \` before each line, or \`1. \` for numbers |
| a link | the address, or \`[words](https://example.org)\` |
| a quote | \`> \` before the line |
| a table | lines like \`\\| Day \\| Count \\|\`, the second one \`\\| --- \\| --- \\|\` |

- **To quote somebody**, press Quote at their post and keep the part you mean. The number at its top, as in \`> #123\`, makes it a link to the post. What was said among members can’t be quoted where everyone reads.
- **Pictures from elsewhere become links**, because showing them would tell that other place who is reading here.
- **If you describe a picture in words**, nobody is left out.
- **Drafts** are kept while you write.

## Changing what you wrote

You can edit your post and say why. Below it then stands that it was edited, when, by whom, and the reason; you and the moderators can see what changed. You can also withdraw it; within 24 hours you may bring it back. If an earlier version holds something that should never have been there, such as an address, you can strike that version.

## Saying thank you

Press Thank you at a post. The writer sees your name there, and so do others. You can take it back until the thread is locked. You can’t thank yourself, however well you did.

## Who can read what I write

When you start a thread you choose: everyone, members, or members and hidden from search engines. A thread can’t be wider than its category. Replies belong to their thread.

## Studies

Put a DOI, a PubMed number (with PMID before it), a PMC number or an NCT number in your post, or a link that contains one. A card with what the registries say appears below the post, often within a minute. The first ten studies of a post get one. [How to read a card](/help/cards).

## Your profile, your counts

Your personal text stands beside your posts. Health facts and platelet counts are a separate matter: we ask for your consent first, you choose who sees them, and if you withdraw your consent they are deleted. Counts can be entered in ×10⁹/L or ×10³/µL; it is the same number under two names.

## Leaving

In your settings you can take your data with you, end other sessions, and close your account. Your posts then stay under “former member” or go, as you choose.
`.trim();

export const cardHelpText = `
When a post names a study, {{forum}} asks public registries about it and puts what they say on a card below the post. The card is made by a program from the records. It gives no advice, and it doesn’t say whether a study is good.

## What stands on it

- **Kind.** What the record says it is: a randomised trial, a review, a preprint. If no record says, the card says “Kind not stated”. We don’t guess it from the title.
- **How many people.** Only if a trial registry states it, and with the difference between people who took part and people who were planned for.
- **Year, journal, authors, numbers.** As recorded. The numbers are links to the registries.
- **Read it free.** If a registry knows a place where the whole paper may be read.
- **Retracted, corrected, expression of concern, preprint.** These come first, with a link to the notice. Retracted means that the journal has taken the paper back. It can be for an honest mistake or for worse; the notice often tells.
- **The state of a registered trial**, always with its date: it was true then.
- **Where and when it was looked up**, at the bottom.

## What doesn’t stand on it

What isn’t on the card is not known to us. That a card tells of no correction doesn’t mean that there is none; it means that no registry we asked had one on that day.

## What it may say instead

- **Looking this study up.** It was just posted. The card appears by itself.
- **No study with this identifier was found.** Perhaps a digit is missing. Compare it with your source.
- **We couldn’t reach the registries.** We try again later.
- **Not looked up yet** at one of them. So something may be missing until then.

The plain link in the post works in any case.
`.trim();
