import type { Audience } from "./audience";
import { isWiderThan } from "./audience";
import { allowed, type Decision, refused } from "./decision";
import { isAdministrator, isMember, isModerator, moderatesAnything, moderatesIn, type Viewer } from "./viewer";

export type State = "visible" | "held" | "hidden" | "withdrawn" | "removed";

/** Who may start threads in a category, or reply; its own moderators always may. */
export type Writers = "members" | "moderators";

type Place = { threadLocked: boolean; categoryLocked: boolean };
type ReplyPlace = Place & { categoryId: number; whoReplies: Writers; threadState: State };
type CategoryAtHand = { id: number; locked: boolean; whoStarts: Writers };
type PostAtHand = Place & { authorId: number; state: State };

const DAY = 24 * 60 * 60 * 1000;

/** May this person write at all, wherever it is? */
export function canTakePart(viewer: Viewer): Decision {
  if (!isMember(viewer)) return refused("sign-in");
  if (viewer.standing === "suspended") return refused("suspended");
  if (viewer.standing === "silenced") return refused("silenced");
  if (!viewer.emailVerified) return refused("verify-first");
  return viewer.newRules ? refused("accept-rules") : allowed;
}

function open(viewer: Viewer, place: Place): Decision {
  if (place.categoryLocked && !isModerator(viewer)) return refused("category-locked");
  if (place.threadLocked && !isModerator(viewer)) return refused("thread-locked");
  return allowed;
}

function first(...decisions: Decision[]): Decision {
  return decisions.find((decision) => !decision.allowed) ?? allowed;
}

/** Notices, following and places in threads are one's own; someone silenced has them too. */
export function canBeTold(viewer: Viewer): Decision {
  if (!isMember(viewer)) return refused("sign-in");
  return viewer.standing === "suspended" ? refused("suspended") : allowed;
}

export function canStartThread(viewer: Viewer, category: CategoryAtHand): Decision {
  return first(
    canTakePart(viewer),
    open(viewer, { threadLocked: false, categoryLocked: category.locked }),
    category.whoStarts === "members" || moderatesIn(viewer, category.id) ? allowed : refused("moderators-start"),
  );
}

export function canReply(viewer: Viewer, place: ReplyPlace): Decision {
  return first(
    canTakePart(viewer),
    place.threadState === "visible" || place.threadState === "held" ? allowed : refused("thread-not-shown"),
    open(viewer, place),
    place.whoReplies === "members" || moderatesIn(viewer, place.categoryId) ? allowed : refused("moderators-reply"),
  );
}

/** A quote repeats its text to everyone who can read the thread it stands in. */
export function canQuoteInto(quoted: { state: State; audience: Audience }, into: { audience: Audience }): Decision {
  if (quoted.state !== "visible") return refused("not-shown");
  return isWiderThan(into.audience, quoted.audience) ? refused("wider-audience") : allowed;
}

export function canEditPost(viewer: Viewer, post: PostAtHand): Decision {
  const taking = canTakePart(viewer);
  if (!taking.allowed || !isMember(viewer)) return taking;
  if (post.authorId !== viewer.id && !isModerator(viewer)) return refused("not-yours");
  if (post.state !== "visible" && post.state !== "held") return refused("not-shown");
  return open(viewer, post);
}

export function canWithdrawPost(viewer: Viewer, post: PostAtHand): Decision {
  const taking = canTakePart(viewer);
  if (!taking.allowed || !isMember(viewer)) return taking;
  if (post.authorId !== viewer.id) return refused("not-yours");
  return post.state === "visible" || post.state === "held" ? allowed : refused("not-shown");
}

export function canBringBackPost(
  viewer: Viewer,
  post: Pick<PostAtHand, "authorId" | "state"> & { stateChangedAt: Date | null },
  moment: Date,
): Decision {
  const taking = canTakePart(viewer);
  if (!taking.allowed || !isMember(viewer)) return taking;
  if (post.authorId !== viewer.id) return refused("not-yours");
  if (post.state !== "withdrawn" || !post.stateChangedAt) return refused("not-shown");
  return moment.getTime() - post.stateChangedAt.getTime() <= DAY ? allowed : refused("too-late");
}

/** No moderator's exception to a lock: thanks given in a locked thread could not be taken back by their giver. */
function thanksAreOpen(place: Place): Decision {
  if (place.categoryLocked) return refused("category-locked");
  return place.threadLocked ? refused("thread-locked") : allowed;
}

export function canThank(viewer: Viewer, post: PostAtHand & { authorLeft: boolean }): Decision {
  const taking = canTakePart(viewer);
  if (!taking.allowed || !isMember(viewer)) return taking;
  if (post.state !== "visible") return refused("not-shown");
  if (post.authorId === viewer.id) return refused("own-post");
  if (post.authorLeft) return refused("former-member");
  return thanksAreOpen(post);
}

export function canTakeBackThanks(viewer: Viewer, post: PostAtHand): Decision {
  const taking = canTakePart(viewer);
  if (!taking.allowed) return taking;
  return post.state === "visible" ? thanksAreOpen(post) : refused("not-shown");
}

/** Earlier texts of a post: for its author and moderators. */
export function canSeeRevisions(viewer: Viewer, post: { authorId: number }): Decision {
  if (!isMember(viewer)) return refused("sign-in");
  if (viewer.standing === "suspended") return refused("suspended");
  return viewer.id === post.authorId || isModerator(viewer) ? allowed : refused("not-yours");
}

/** Striking takes the text of an earlier revision away for good; its place and the striking stay. */
export function canStrikeRevision(viewer: Viewer, post: { authorId: number }): Decision {
  return canSeeRevisions(viewer, post);
}

export function canModerate(viewer: Viewer): Decision {
  if (!isMember(viewer)) return refused("sign-in");
  return isModerator(viewer) && viewer.standing !== "suspended" ? allowed : refused("moderators-only");
}

/** Someone silenced may report: it is how they get help, too. */
export function canReportAnything(viewer: Viewer): Decision {
  if (!isMember(viewer)) return refused("sign-in");
  if (viewer.standing === "suspended") return refused("suspended");
  return viewer.emailVerified ? allowed : refused("verify-first");
}

/** Anybody may write to the moderators, someone suspended too: whether the address is theirs, the link in the mail shows. */
export function canSendNotice(_viewer: Viewer): Decision {
  return allowed;
}

/** `authorId` is whose post, thread or account it is; a study is nobody’s. */
export function canReport(viewer: Viewer, thing: { authorId: number | null; state: State }): Decision {
  const reporting = canReportAnything(viewer);
  if (!reporting.allowed || !isMember(viewer)) return reporting;
  if (thing.authorId === viewer.id) return refused("own-report");
  return thing.state === "visible" ? allowed : refused("not-shown");
}

/** Whether there is a workplace for this viewer: moderators of everything or of a category, in good standing. */
export function canSeeCases(viewer: Viewer): Decision {
  if (!isMember(viewer)) return refused("sign-in");
  if (viewer.standing === "suspended") return refused("suspended");
  if (viewer.standing === "silenced") return refused("silenced");
  return moderatesAnything(viewer) ? allowed : refused("moderators-only");
}

export type CaseAtHand = { categoryId: number | null; subjectId: number | null; reporterIds: readonly number[] };

/**
 * A case does not exist for whom it is about: they would learn that they were reported, and by whom. Of members and of
 * studies, which are cited in many categories, it is for moderators of everything.
 */
export function canSeeCase(viewer: Viewer, one: Pick<CaseAtHand, "categoryId" | "subjectId">): Decision {
  const seeing = canSeeCases(viewer);
  if (!seeing.allowed || !isMember(viewer)) return seeing;
  if (viewer.id === one.subjectId) return refused("own-case");
  return moderatesIn(viewer, one.categoryId) ? allowed : refused("moderators-only");
}

/**
 * `reporterIds`: those whose reports wait for this decision. `appealedFrom`: those whose decision is appealed, where
 * somebody else could decide; where there is nobody else they look again themselves.
 */
export function canDecide(viewer: Viewer, one: CaseAtHand & { appealedFrom?: readonly number[] }): Decision {
  const seeing = canSeeCase(viewer, one);
  if (!seeing.allowed || !isMember(viewer)) return seeing;
  if (one.reporterIds.includes(viewer.id)) return refused("own-case");
  return one.appealedFrom?.includes(viewer.id) ? refused("own-decision") : allowed;
}

/** One's own account is at stake, so this needs no good standing. */
export function canAppealAnything(viewer: Viewer): Decision {
  return isMember(viewer) ? allowed : refused("sign-in");
}

/** `takesSomething`: it hid, removed, refused, silenced or suspended. Once for each decision, whatever comes of it. */
export function canAppeal(
  viewer: Viewer,
  decision: { subjectId: number; takesSomething: boolean; appealed: boolean; answered: boolean; until: Date },
  moment: Date,
): Decision {
  if (!isMember(viewer)) return refused("sign-in");
  if (decision.subjectId !== viewer.id) return refused("not-yours");
  if (!decision.takesSomething) return refused("no-appeal");
  if (decision.answered) return refused("appeal-answered");
  if (decision.appealed) return refused("appealed-already");
  return moment <= decision.until ? allowed : refused("appeal-too-late");
}

/** Silencing and suspending reach everything someone does, so they are for moderators of everything. */
export function canChangeStanding(viewer: Viewer, subject: { isStaff: boolean }): Decision {
  if (!isMember(viewer)) return refused("sign-in");
  if (!isModerator(viewer)) return refused("moderators-only");
  return subject.isStaff && viewer.role !== "administrator" ? refused("staff-case") : allowed;
}

/** Whoever runs the forum. For everyone else there is no such place, so the reason is read by nobody but tests. */
export function canAdminister(viewer: Viewer): Decision {
  if (!isMember(viewer)) return refused("sign-in");
  if (viewer.standing !== "good") return refused(viewer.standing);
  if (!viewer.emailVerified) return refused("verify-first");
  return isAdministrator(viewer) ? allowed : refused("administrators-only");
}
