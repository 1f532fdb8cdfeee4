import { prisma } from "./db";
import { shared } from "./shared";

export type Forum = { mode: "demo" | "live"; name: string };

const kept = shared<{ forum: Promise<Forum> | null }>("forum", () => ({ forum: null }));

/** What this forum is. Its mode and name are set at the first start, so one look is enough for a process. */
export function readForum(): Promise<Forum> {
  kept.forum ??= prisma.forum
    .findUniqueOrThrow({ where: { id: 1 } })
    .then(({ mode, name }) => ({ mode: mode === "live" ? ("live" as const) : ("demo" as const), name }))
    .catch((error) => {
      kept.forum = null;
      throw error;
    });
  return kept.forum;
}
