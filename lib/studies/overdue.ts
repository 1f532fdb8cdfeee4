import { transaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { shared } from "@/lib/platform/shared";
import { enqueueRechecksOf } from "./line";

/** What is read within this time is put in line together. */
const WRITTEN_AFTER_MS = 2_000;

const noted = shared("overdue-studies", () => ({ ids: new Set<number>(), timer: null as NodeJS.Timeout | null }));

/**
 * A page was made with the card of a study that has not been looked at for a week. The page is sent as it is; a page kept
 * for guests was made within the last hour, so a study that only guests read is noticed too.
 */
export function noteOverdue(studyId: number): void {
  noted.ids.add(studyId);
  noted.timer ??= setTimeout(() => void askAgainAboutRead(), WRITTEN_AFTER_MS);
  noted.timer.unref();
}

/** Puts what was read since the last time in line to be asked about again. */
export async function askAgainAboutRead(): Promise<void> {
  if (noted.timer) clearTimeout(noted.timer);
  noted.timer = null;
  const ids = [...noted.ids];
  noted.ids.clear();
  if (ids.length === 0) return;
  await transaction((tx) => enqueueRechecksOf(tx, ids)).catch((error) =>
    log.warn({ err: error }, "studies that were read could not be put in line"),
  );
}
