import { origin } from "@/lib/platform/config";
import { type MemberViewer, moderatesAnything } from "@/lib/policy/viewer";
import { type Rendered, renderPost } from "./markdown";
import type { AuthorsRecord } from "./record";
import { addedLinks, type HoldReason, whyHeld } from "./rules";

/**
 * Why this text waits for a moderator before others see it; null where it is shown at once. `editedFrom`: the text it is
 * to replace.
 */
export function holdReason(
  author: MemberViewer,
  { trusted, appeared }: AuthorsRecord,
  rendered: Pick<Rendered, "links">,
  editedFrom?: string,
): HoldReason | null {
  const before = editedFrom ? renderPost(editedFrom).links : [];
  const links = addedLinks(rendered.links, before, origin());
  return whyHeld(
    { role: author.role, moderates: moderatesAnything(author), trusted, appeared },
    { isNew: editedFrom === undefined, links },
  );
}
