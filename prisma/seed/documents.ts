/**
 * The texts everyone agrees to, as a new forum starts with them. `{{forum}}` is its name, `{{contact}}` the address of
 * whoever runs it. They say what the software does; who changes the software changes them, as a new version.
 */
export type SeedDocument = { kind: "rules" | "privacy" | "health"; version: number; source: string };

const rules = `
{{forum}} is for people with immune thrombocytopenia (ITP) and for those who are close to one. It is run by people, for people, and these are the things we ask of each other.

## When not to write here

**If you or somebody near you has hit their head, or is bleeding and it won’t stop, call the emergency number where you are.** Do it now, and before you read on. Nobody here can see how you are, and an answer may take a day. The same goes for anything else that frightens you in that way: your clinic, your doctor on call and the emergency number are the right places. We will still be here afterwards.

## Experience, not medical advice

- What you read here are members’ experiences. They are true for the person who wrote them. They are not medical advice, whoever wrote them, and whatever their profession.
- Tell what happened to you. Don’t tell others what to take, what to stop, how much, or which count is good enough.
- Don’t ask for that either. Ask what it was like, how somebody decided, what they asked their doctor.
- Decide about treatments together with the people who treat you, and don’t change anything because of a post.

## Kindness

- There is a tired person at the other end. Read twice, answer once.
- Disagree with what was said, not with who said it.
- Everybody’s illness is the real one. We don’t compare whose is worse.
- Nobody has to tell anything. Don’t press, and don’t guess who somebody is outside.
- What is told here about others, a child, a partner, a doctor, is told with care and without names that would give them away.
- What you read in a place for members stays in that place.

## No promotion

- Nothing is advertised, sold, or collected for here: no products, clinics, courses, books, funds or miracle cures, and no addresses where one can get them.
- If you earn money with something you write about, or work for somebody who does, say so in that very post. If in doubt, leave it out.
- Recruiting for studies and surveys needs the moderators’ consent first.

## Studies and news

- Give the reference: a link, a DOI, a PubMed number or a trial’s registration number. A card with what the registries say about the study then appears under your post.
- Say in your own words what it says, and don’t copy whole articles or abstracts: they belong to somebody.
- A study isn’t advice, either.

## Your words and your name

- You are 16 or older.
- Choose a name that isn’t your full real one, unless you want to be found by it. Public posts can be read by anybody and may be found by search engines.
- One person, one account. No pretending to be somebody else.
- What you write stays yours. By posting you let {{forum}} show it, in the place and to the readers you chose.
- You may edit your posts. Earlier versions are kept for you and the moderators, so that nobody’s answer hangs in the air. You may withdraw a post.

## Moderators

Moderators are members who look after the place. They may close a thread, or edit a post, and they say why. They, too, give no medical advice.

If something here troubles you, or you think a moderator was wrong, write to {{contact}}. A person will read it.

Whoever keeps breaking these rules may lose the right to post. Before that, we talk.
`;

const privacy = `
This says what {{forum}} knows about you, who can see it, and how you get rid of it. {{forum}} is run by whoever answers at {{contact}}; that is also where to write with any question about your data.

## In short

- Nothing on our pages is loaded from other companies. No advertising, no analytics, no trackers, no social buttons.
- You can read the public part without an account, and without leaving anything behind.
- We sell nothing and pass nothing on.
- You can take your data with you as a file, and you can close your account yourself.

## What we store

| What | Why | Who can see it |
| --- | --- | --- |
| Your name here | so that people know who is talking | everybody |
| Your e-mail address | to confirm it is yours, to let you back in, to tell you about changes to your account | you and the administrators; never shown |
| Your password | to let you in | nobody: only a scrambled form of it is kept (argon2id), and it can’t be turned back |
| When you joined, how many posts and thanks | shown beside your posts | everybody |
| Your personal text and what you write about yourself | because you wrote it | everybody |
| Posts, their earlier versions, and thanks | that is the forum | the readers of that place; earlier versions only you and the moderators |
| Drafts | so that nothing you typed is lost | you |
| Which threads you follow, how far you have read each, and what you want to hear of | to tell you what is new | you |
| What we told you: replies, thanks, decisions | so that you find it again; of what you have read, for ninety days, decisions longer | you |
| Reports, decisions and appeals | to keep this place kind and safe | the moderators; you read what was decided about you and what came of your reports |
| Keys you make for programs: name, what they may do, when used | so that you can end them | you; the key itself is kept in scrambled form only |
| Health facts and platelet counts | only if you agree to it separately | members, or everybody if you open them |
| Where you are logged in: browser and system by their common name, first and last time | so that you can end a session | you |
| When you were last here | to end sessions that nobody uses; members see you as online only if you switch that on | members, and only if you wish |
| Which version of these texts you agreed to, and when | to be able to prove it | you and the administrators |
| The mails we sent you, for a month | to send them, and to know what became of them | the administrators |

What you write about your health in a post is sensitive, even without your real name. You decide whether to write it and in which place. By posting, you ask us to show it there.

Threads’ views are counted, but not who viewed. To slow down those who try passwords or flood the forum, we count attempts by account and by network for a day at most. So that such an attack can’t lock you out yourself, we remember for ninety days from which networks you logged in. Both are kept in scrambled form only, from which no address can be read.

An account whose address is never confirmed is deleted after a week.

Whoever writes to the moderators without an account leaves a reason, a text and an e-mail address. The text is read by the moderators or whoever answers for {{forum}}; the address only serves to answer, and thirty days after the answer it is deleted. A notice that is never confirmed by its link is deleted too.

## Who can read what

A category or a thread is for **everyone**, for **members**, or for **members and hidden from search engines**. It is written beside it. What is for everyone can be read, copied and found by anybody in the world, and we can’t call it back from there. Moderators can read everything that is posted. The administrators run the machine and its database and so could technically read what is in it; they do it only to keep the forum working or safe.

## Mails

We write to confirm your address, when you forgot your name or password, when something about your account changes, when something is decided about you or your report, and about replies and quotes as far as you want it. Those mails say that there is something to read and where, never what somebody wrote; each can be ended with one press. Mails go through the mail provider of whoever runs {{forum}}. They never contain a password.

## Studies

When a post names a study, or a text that you are writing does, **our server** asks public registries about it: Europe PMC, PubMed, Crossref and ClinicalTrials.gov. It sends the study’s number, or of a reference without a number the journal, year, volume, first page and first author, and a contact address of the forum. It never sends who you are, what you wrote, or that you are reading. It keeps what they answer, abstracts among it for a limited time, to make the cards. Your browser asks them only if you follow a link yourself; then you are on their pages, and their rules apply.

## Cookies

One, and only when you log in: it tells us that it is still you. If you choose to be remembered it lasts longer. Logging out deletes it. There are no others that follow you about.

## Age

You have to be 16 or older to join. If we learn that somebody is younger, we close the account. A parent may of course write about a child here, and we ask them to do it as the child might wish to read it later.

## Taking it with you, and leaving

- **Export.** In your settings you get what you wrote here and what we keep about you as one file (JSON).
- **Correct.** You can change nearly all of it yourself. For the rest, write to {{contact}}.
- **Close.** In your settings you can close your account. You choose whether your posts stay under “former member” or go. Your name, address, profile, health facts, counts, sessions and drafts go in either case.
- Backups are replaced after some time. Until then something you deleted may still be in one, where nobody reads it.
- You may complain to the data protection authority of your country.

## Changes

If this text changes, it gets a new version number. If something important changes you will be asked again before you go on.
`;

const health = `
Your profile can hold some facts about your health: your condition, the year of diagnosis, how you are at present, treatments, and your platelet counts. **You don’t need any of it to take part.** It is empty unless you fill it in.

Because these are sensitive facts, we ask you separately:

*I agree that {{forum}} stores the health facts and platelet counts that I enter in my profile, and shows them to the readers I choose.*

- **Who sees them.** Members of the forum, to begin with. You can open each fact to everyone, and close it again. “Everyone” means the whole world, search engines included.
- **What they are used for.** They are shown on your profile, your newest count also under your posts, with its day. Nothing else: no statistics, no research, no advertising, and nobody gets a list.
- **What we don’t do.** We don’t judge a count, compare it, or colour it good or bad.
- **You can change your mind.** Withdraw this consent in your settings at any time, without giving a reason. All these facts and counts are then deleted from your profile at once. What you wrote in posts isn’t touched by it; you can edit or withdraw those yourself.
- **Nothing happens if you say no.** You can read, write and thank just the same.

If you have a question first, write to {{contact}}.
`;

export const documents: SeedDocument[] = [
  { kind: "rules", version: 1, source: rules.trim() },
  { kind: "privacy", version: 1, source: privacy.trim() },
  { kind: "health", version: 1, source: health.trim() },
];
