import { expendable, transaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { shared } from "@/lib/platform/shared";
import { raiseReadingPlaces, type Seen } from "./writes";

/** Shorter than it takes to read a title and go back to the list. */
const WRITTEN_AFTER_MS = 300;

const noted = shared("reading-places", () => ({ pages: [] as Seen[], timer: null as NodeJS.Timeout | null }));

/** Keeps in mind that a page was seen, to be written with others. A power cut loses a third of a second of reading. */
export function notePage(page: Seen): void {
  noted.pages.push(page);
  noted.timer ??= setTimeout(() => void writeReadingPlaces(), WRITTEN_AFTER_MS);
  noted.timer.unref();
}

/** Writes down all that was seen since the last time. */
export async function writeReadingPlaces(): Promise<void> {
  if (noted.timer) clearTimeout(noted.timer);
  noted.timer = null;
  const pages = noted.pages.splice(0);
  if (pages.length === 0) return;
  await transaction(async (tx) => {
    await expendable(tx);
    await raiseReadingPlaces(tx, pages);
  }).catch((error) => log.warn({ err: error }, "reading places could not be kept"));
}
