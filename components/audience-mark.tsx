import { Chip } from "./chip";
import type { Audience } from "./types";

/** Who can read this, where it isn't everyone. */
export function AudienceMark({ audience }: { audience: Audience }) {
  if (audience === "everyone") return null;
  return <Chip icon="members">Members only</Chip>;
}
