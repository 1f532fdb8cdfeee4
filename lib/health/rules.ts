import type { Audience } from "@/lib/policy/audience";
import type { Viewer } from "@/lib/policy/viewer";
import type { CountView, FactKind, NewestCount } from "./types";

export const factLabels: Record<FactKind, string> = {
  condition: "Condition",
  diagnosed: "Diagnosed",
  status: "At present",
  treatments: "Treatments",
};
export const factKinds = Object.keys(factLabels) as FactKind[];

export const COUNT_MAX = 3000;
const OLDEST_DAY = Date.UTC(1950, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

/** May this viewer read what `owner` shows to `audience`? Someone suspended reads what guests read, except their own. */
export function mayRead(viewer: Viewer, owner: number, audience: Audience): boolean {
  if (audience === "everyone") return true;
  if (viewer.kind === "guest") return false;
  return viewer.id === owner || viewer.standing !== "suspended";
}

/** Why a count can't be of that day, as a sentence; null where it can. East of us tomorrow has begun. */
export function problemOfDay(day: Date, moment: Date): string | null {
  if (day.getTime() > moment.getTime() + DAY / 2) return "This day is still to come.";
  return day.getTime() < OLDEST_DAY ? "Please check the year." : null;
}

export function problemOfYear(year: number, moment: Date): string | null {
  if (year > moment.getUTCFullYear()) return "This year is still to come.";
  return year < 1900 ? "Please check the year." : null;
}

/** A count says less about today the older it is; after a year it is marked. */
export function isOld(day: Date, moment: Date): boolean {
  const aYearAgo = new Date(moment);
  aYearAgo.setUTCFullYear(moment.getUTCFullYear() - 1);
  return day < aYearAgo;
}

export function countView(row: { id: number; value: { toString(): string }; unit: string; day: Date }): CountView {
  return { id: row.id, value: Number(row.value), unit: row.unit as CountView["unit"], day: row.day };
}

/** The line under someone's posts, where this viewer may read it. */
export function newestCountFor(
  viewer: Viewer,
  owner: number,
  count: Omit<NewestCount, "old"> & { audience: Audience },
  moment: Date,
): NewestCount | undefined {
  if (!mayRead(viewer, owner, count.audience)) return undefined;
  const { value, unit, day } = count;
  return { value, unit, day, old: isOld(day, moment) };
}
