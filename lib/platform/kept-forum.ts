import { shared } from "./shared";
import { tags } from "./tags";

export type Forum = {
  mode: "demo" | "live";
  name: string;
  readOnly: boolean;
  /** The lines above lists and threads, one to a line; empty for those it came with. */
  banner: string;
  /** HTML above every page; empty for none. */
  announcement: string;
};

/** One for the process: read by whoever renders a page, forgotten by whoever learns that something changed. */
export const keptForum = shared<{ forum: Promise<Forum> | null }>("forum", () => ({ forum: null }));

/** Before the stores drop their pages: one that is rendered afterwards reads anew. */
export function forgetForum(expired: Iterable<string> = [tags.everything()]): void {
  for (const tag of expired) if (tag === tags.everything()) keptForum.forum = null;
}
