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
