import { markInTitle } from "./notices";
import type { MergedNotice, Notice, NoticeKind, SourceRecord } from "./types";

/** The gravest first: the worst signal decides what a card says at a glance. */
const gravity: NoticeKind[] = [
  "retraction",
  "removal",
  "withdrawal",
  "partial-retraction",
  "title-says-retracted",
  "concern",
  "correction",
  "update",
];
const retractions = new Set<NoticeKind>(["retraction", "removal", "withdrawal", "partial-retraction"]);

/** One line for one notice, even where several registries assert it; the gravest first, then by date. */
export function mergeNotices(records: SourceRecord[]): MergedNotice[] {
  const merged: MergedNotice[] = [];
  // Notices with an identifier first, so that a bare "this is retracted" joins the notice that it means.
  const all = records
    .flatMap(({ facts, source, url, retrievedAt }) =>
      (facts.notices ?? []).map((notice) => ({
        notice: withMark(notice, facts.title),
        origin: { source, url, retrievedAt },
      })),
    )
    .sort((one, other) => detail(other.notice) - detail(one.notice));
  for (const { notice, origin } of all) {
    const known = merged.find((one) => isSameNotice(one, notice));
    if (!known) merged.push({ ...notice, from: [origin] });
    else {
      Object.assign(known, completed(known, notice));
      if (!known.from.some(({ source }) => source === origin.source)) known.from.push(origin);
    }
  }
  // A title's prefix adds nothing to a notice that says the same.
  const proven = merged.some(({ kind }) => retractions.has(kind));
  return merged
    .filter(({ kind }) => !(proven && kind === "title-says-retracted"))
    .sort(
      (one, other) =>
        gravity.indexOf(one.kind) - gravity.indexOf(other.kind) || (one.date ?? "").localeCompare(other.date ?? ""),
    );
}

/** Whatever of a retraction there is: also of a part, or only in the title. `retractionOf` says which. */
export function isRetracted(notices: Notice[]): boolean {
  return retractionOf(notices) !== undefined;
}

/** The gravest notice by which a study, or a part of it, doesn't stand any more. */
export function retractionOf<N extends Notice>(notices: N[]): N | undefined {
  return notices.find(({ kind }) => retractions.has(kind) || kind === "title-says-retracted");
}

function withMark(notice: Notice, title: string | undefined): Omit<MergedNotice, "from"> {
  const marked = notice.kind === "title-says-retracted" ? markInTitle(title) : undefined;
  return { ...notice, ...(marked ? { marked } : {}) };
}

function isSameNotice(one: Notice, other: Notice): boolean {
  if (family(one) !== family(other)) return false;
  if (one.doi && other.doi) return one.doi === other.doi;
  if (one.pmid && other.pmid) return one.pmid === other.pmid;
  if (one.reference && one.reference === other.reference) return true;
  // One paper is retracted once; it may be corrected often.
  if (family(one) === "retraction") return true;
  return (
    one.kind === "title-says-retracted" || (one.date !== undefined && one.date.length === 10 && one.date === other.date)
  );
}

function family({ kind }: Notice): string {
  return retractions.has(kind) ? "retraction" : kind;
}

/** What either says; on the kind the graver, on the date the one that is known to the day. */
function completed(known: Notice, other: Notice): Notice {
  const kind = gravity.indexOf(other.kind) < gravity.indexOf(known.kind) ? other.kind : known.kind;
  const date = (other.date?.length ?? 0) > (known.date?.length ?? 0) ? other.date : known.date;
  return { ...other, ...known, kind, ...(date ? { date } : {}) };
}

function detail({ doi, pmid, reference }: Notice): number {
  return (doi ? 4 : 0) + (pmid ? 2 : 0) + (reference ? 1 : 0);
}
