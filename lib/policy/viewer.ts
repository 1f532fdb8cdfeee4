export type Role = "member" | "moderator" | "administrator";
export type Standing = "good" | "silenced" | "suspended";

export type Guest = { kind: "guest" };
export type MemberViewer = {
  kind: "member";
  id: number;
  name: string;
  role: Role;
  standing: Standing;
  emailVerified: boolean;
  /** The rules have a version that they have not accepted yet. */
  newRules?: boolean;
  /** The categories this member moderates; left out where there are none. */
  moderates?: readonly number[];
};
/** Whoever is looking. A guest is a value, never null. */
export type Viewer = Guest | MemberViewer;

export const guest: Guest = { kind: "guest" };

export function isMember(viewer: Viewer): viewer is MemberViewer {
  return viewer.kind === "member";
}

/** Moderators of everything; administrators are moderators too. */
export function isModerator(viewer: Viewer): boolean {
  return viewer.kind === "member" && (viewer.role === "moderator" || viewer.role === "administrator");
}

export function isAdministrator(viewer: Viewer): boolean {
  return viewer.kind === "member" && viewer.role === "administrator";
}

/** Of everything, or of this very category. What is in no category is for moderators of everything. */
export function moderatesIn(viewer: Viewer, categoryId: number | null): boolean {
  if (isModerator(viewer)) return true;
  return viewer.kind === "member" && categoryId !== null && (viewer.moderates?.includes(categoryId) ?? false);
}

/** Whether there are cases this member may see at all. */
export function moderatesAnything(viewer: Viewer): boolean {
  return isModerator(viewer) || (viewer.kind === "member" && (viewer.moderates?.length ?? 0) > 0);
}
