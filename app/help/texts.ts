/** The texts of /help and /help/cards, in Markdown. They say what the software does; who changes it changes them. */

export const helpText = `
## Not for emergencies

If you have hit your head, or bleeding won’t stop, call the emergency number where you are. What you read here is members’ experience, not medical advice.

## Reading

- You can read everything that is for everyone without an account. Some categories and threads are for members only; you see them once you are logged in.
- A thread shows twenty posts a page, oldest first. A pinned thread stays at the top of its category; a locked one takes no more replies.
- Each post has a number, such as #123. It is the post’s own for ever. Press it, and the address of the page leads to that post; you can send it to someone.
- Where you read “This post isn’t shown any more”, it was withdrawn or taken out. The number stays, so that the answers around it make sense.
- Times are in UTC, the time of Greenwich without summer time. With a script running, new ones read “2 hours ago”.
- A feed reader can follow the whole forum, a category or a thread: give it the address of that page.
- Everything works by keyboard, with a screen reader, with large text, and without JavaScript. If something doesn’t for you, please [tell us](/contact).

## Searching

Type words into the box at the top of the page, or open [Search](/search). All of them have to be in a post or a thread’s title, in any form: \`bleed\` finds “bleeding” too. Words in quotation marks are found as they stand, \`-word\` leaves posts with that word out, and \`author:name\`, \`category:name\`, \`before:2020\`, \`after:2019-06\` and \`has:study\` narrow it down. You find only what you may read, and no thread that is kept out of search. What you search for is not recorded.

## Joining

[Create an account](/register) with a name, an e-mail address and a password of at least twelve characters. Four or five words that have nothing to do with each other make a good one, and you may paste it from a password manager. You must be 16 or older. Nobody sees your address.

We send you a mail with a link. Press the button behind it, and you can post and say thank you. If you forget your name or password, we send you another.

## Writing

Write as you would in a letter; an empty line starts a new paragraph. With a few signs you can do more, and the buttons above the box put most of them in for you. Press Preview to see your post before others do.

| You want | You type |
| --- | --- |
| **bold** | \`**bold**\` |
| *emphasis* | \`*emphasis*\` |
| a list | \`- \` before each line, or \`1. \` for numbers |
| a link | the address, or \`[words](https://example.org)\` |
| a quote | \`> \` before the line |
| a table | lines like \`\\| Day \\| Count \\|\`, the second one \`\\| --- \\| --- \\|\` |

- **To quote somebody**, press Quote at their post and keep the part you mean. The number at its top, as in \`> #123\`, makes it a link to the post. What was said among members can’t be quoted where everyone reads.
- **To call somebody**, write @ before their name, as in \`@jason\`. They are told of your post, and the name becomes a link to their page. A post can call ten people so.
- **Pictures from elsewhere become links**, because showing them would tell that other place who is reading here.
- **If you describe a picture in words**, nobody is left out.
- **Drafts** are kept while you write, where JavaScript runs. You find them in the menu under your name.

## Changing what you wrote

You can edit your post and say why. Beside it then stands that it was edited, when, by whom, and the reason; you and the moderators can see what changed.

You can also withdraw it. Others then see one line in its place, and within 24 hours you may bring it back.

If an earlier version holds something that should never have been there, such as an address, you can strike that version: its text is deleted for good.

## What is new, and what concerns you

The bell at the top counts your [notices](/notices): answers in threads you follow, posts that quote you or call you by name, thanks, and what moderators decided. You follow a thread when you write in it, or by the button at its top; the same button ends it.

In lists, a mark such as “3 new” says how many posts you haven’t read, and leads to the first of them. What was written before you joined, or more than two months ago, isn’t counted. Under each list you can mark everything as read.

Some notices also come by mail. A mail says that something is there and never what it says; of a thread you get one until you have read it. [Choose](/settings/notices) what you hear of and where. Each mail has a link that ends its kind.

## Saying thank you

Press Thank you at a post. The writer sees your name there, and so do others. You can take it back until the thread is locked. You can’t thank yourself, however well you did.

## Who can read what I write

When you start a thread you choose: everyone, members, or members and kept out of search. A thread can’t be wider than its category. Replies belong to their thread.

## Studies

Put one of these into your post, as text or as part of a link:

| What | Looks like |
| --- | --- |
| a DOI, the number that most papers have | \`10.3892/etm.2017.4229\` |
| a PubMed number, with PMID before it | \`PMID 28565834\` |
| a PubMed Central number | \`PMC5443306\` |
| the number of a registered trial | \`NCT04014166\` |
| a reference, as lists of references print it | \`Wang X, Yin X. The title. Exp Ther Med. 2017;13(5):2255-2258\` |

The forum then asks public registries about the study and puts a card with what they say below your post, often within a minute. It tells them the number, or of a reference the journal, year, volume, page and first author; never who you are or what you wrote. The first ten studies of a post get a card. While you write, the studies your text names stand below it, with their titles as soon as these are known, so you can see whether you have the right number. [How to read a card](/help/cards), and [what the words mean](/help/glossary).

## Your profile, your counts

Your personal line stands beside your posts, and anyone can read it. Health facts and platelet counts are a separate matter: we ask for your consent first, you choose who sees them, and if you take your consent back they are deleted. Counts can be entered in ×10⁹/L or ×10³/µL; it is the same number under two names.

## Programs

Programs can read and write here too, in your name, with a token that you make in your [settings](/settings/tokens). [How that works](/help/api) is on a page of its own.

## Leaving

In your [settings](/settings) you can take your data with you, log out other devices, and close your account. Your posts then stay under “former member” or go, as you choose.
`.trim();

export const cardHelpText = `
When a post names a study, the forum asks public registries about it and puts what they say on a card below the post. The card is made by a program from their records. It gives no advice, and it doesn’t say whether a study is good.

## What stands on it

- **Kind.** What the record says it is: a randomised trial, a review, a preprint. Where the record is silent, words of the title or abstract may say it, and the card names them: press “The sentence about the kind of study” to see them where they stand; it says “The words about” where we may not quote the whole sentence. If nothing says, it reads “Kind not stated”.
- **Who.** How many people took part, if the abstract says so in one clear sentence. Press “The sentence about who took part” to see it. What a trial registry states is told apart: how many took part in the trial, or how many were planned.
- **Condition.** What the trial registry says people had. For other papers, an illness that stands both among the subjects of its record and in its title; else nothing is said. It stands there as people call it; where the record has another name, that is beside it.
- **Groups.** What was compared, in the abstract’s own words where one sentence names it, else as the trial registry labels its groups.
- **For how long.** In the abstract’s own words.
- **What was found, what the authors conclude, and harms.** Whole sentences of the abstract, letter for letter, with the part they are from and a link. Harms always stand beside the results. If no sentence speaks plainly of harms, one that may be about them is shown and called that: it may be about the illness itself. If we found none at all the card says so; that doesn’t mean there were none.
- **Figures.** Where a quoted sentence gives a number out of a number, such as 8 of 18, the card draws as many figures as people and fills that many. If the sentence counts several groups, all of them are drawn or none. We draw people only: none for animals, cells, or papers that were counted. We calculate nothing.
- **In plain language, by the authors.** If the record has a summary that they wrote for everyone.
- **Year, journal, authors, numbers.** As recorded. The numbers are links to the places that keep them.
- **Read it free.** If a registry knows a place where the whole paper may be read.
- **Retracted, corrected, expression of concern, preprint.** These come first, with a link to the notice where there is one. Retracted means that the journal has taken the paper back. It can be for an honest mistake or for worse; the notice often tells. Sometimes only a part is retracted, or only the title is marked, as “Withdrawn” on a review that is out of date; the card then says just that. An expression of concern is a journal’s warning that something may be wrong in a paper and is being looked at. What such a paper said is folded away. When it happens to a study that is cited here already, each thread that cites it says so at its top, and everyone who wrote in one or follows one is told once.
- **How a registered trial stands**, always with its date: it was true then. With it stands whether results are posted at the registry, and why the trial stopped, if it did and the registry says so.
- **A moderator’s note**, with their name: a sentence that the records lack, such as what became of the trial since. The page of the study says when it was placed.
- **Corrected by a moderator; put aside by a moderator.** Programs misread, and records have slips. A moderator can put the title, the kind, the number of people or the date right, and put a quoted sentence aside. Their name and reason stand there, and so does what the source says: nothing is taken away unseen. Harms are only put aside together with the results, so that no result stands without them. Tell the moderators by “Something wrong on this card?”.
- **Words explained.** Hard words of the quotes in plain ones; all of them are in the [list of words](/help/glossary).
- **Where and when it was looked up**, at the bottom. Each fact also names the record it comes from, with a link and the day we read it; for title, authors, journal and date this stands just above.

Closed, a card shows the kind, the people, the year, the journal and the title. Press it to open it.

## How the sentences are chosen

By fixed rules, the same for every study, and only from the abstract: the few hundred words at the top of a paper. The full text always says more. We quote at most four sentences and a third of an abstract, a little more where its licence is open; the card then names the licence. Harms come first, so a short abstract may leave no room for a result; the card then says that none is quoted. A sentence in which a dose may have been damaged on its way to us is not quoted.

## Cautions

Under “Keep in mind” a card says what one easily overlooks. Each line comes from one of these rules and from nothing else.

| The card says | When |
| --- | --- |
| Retracted, withdrawn, removed, concern, corrected | a registry we asked lists such a notice about the paper, or its title begins with “Retracted”, “Withdrawn” or “Removed” |
| Animals; cells | the publication type or the indexers at the library say so, or title and abstract name animals or cells and no people |
| The abstract also speaks of animals | it names animals twice or more outside its background |
| Preprint | the record is one and names no published version |
| Fewer than 30 people | the number under Who, or for a registered trial the number that took part, is below 30 |
| No comparison group | the trial registry says “single group”, or the paper itself says single-arm, uncontrolled or without a comparison group |
| More than ten years old | the year of publication is more than ten years before the look-up |
| Another language | the record names a language other than English, or the abstract isn’t in English |
| No abstract | the registries were asked and none gave us one |

That a card has no such line means only that no rule found anything.

## What doesn’t stand on it

What isn’t on the card is not known to us. That a card tells of no correction doesn’t mean that there is none; it means that no registry we asked had one on that day.

## What it may say instead

- **Matched from the reference.** The post gives no number. PubMed has exactly one paper with this first author, year, volume and page. A reference without a card is one that PubMed doesn’t have, or has otherwise.
- **Looking this study up.** It was just posted. The card appears by itself, or when you load the page again.
- **No study with this identifier was found.** Perhaps a digit is missing. Compare the number with your source.
- **We couldn’t reach the registries.** We try again later.
- **Not looked up yet** at one of them. So something may be missing until then.
- **The registries give different titles.** Please check that it is the study you expect. No abstract is shown then, because it may be another paper’s.
- **This identifier is registered with** somebody whose records we can’t read yet. The link leads there.

The plain link in the post works in any case.

## How to name a study

Any of the numbers under [Studies](/help#studies) will do.
`.trim();
