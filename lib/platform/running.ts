import type { PageStore } from "./pages";
import { statements } from "./request";
import { shared } from "./shared";

/** What this process counts of itself besides, and its page store once `server.ts` has made it. */
export const running = shared("running", () => ({
  since: null as Date | null,
  store: null as Pick<PageStore, "counted" | "size" | "limits"> | null,
  searches: 0,
  searchesSentAway: 0,
}));

/** How one process does since it was started, in plain numbers: for administrators, and once an hour for the log. */
export type Running = {
  since: Date;
  /** Answers to guests that are the same for all of them: pages, feeds, the API's. */
  guestsAnswers: number;
  fromMemory: number;
  madeAnew: number;
  pagesKept: number;
  bytesKept: number;
  bytesAtMost: number;
  pagesDroppedForRoom: number;
  /** Of the whole process, in bytes. */
  memory: number;
  statements: number;
  searches: number;
  searchesSentAway: number;
};

/** Null where no server runs, as in a command. */
export function readRunning(): Running | null {
  const { since, store, searches, searchesSentAway } = running;
  if (!since || !store) return null;
  const { fromMemory, madeAnew, droppedForRoom } = store.counted;
  return {
    since,
    guestsAnswers: fromMemory + madeAnew,
    fromMemory,
    madeAnew,
    pagesKept: store.size.pages,
    bytesKept: store.size.bytes,
    bytesAtMost: store.limits.maxBytes,
    pagesDroppedForRoom: droppedForRoom,
    memory: process.memoryUsage.rss(),
    statements: statements.count,
    searches,
    searchesSentAway,
  };
}
