import { formatDay } from "./time";
import type { PlateletCountView } from "./types";

const day = 86_400_000;
/** Two counts further apart than this aren't joined by a solid line: nobody knows what was between them. */
const longestSilence = 150 * day;
/** Room at both ends, in percent, so that points and the level's numbers don't touch. */
const left = 9;
const right = 98;

/** Where each count, line and label of the chart goes: x in percent, y in pixels from the top. */
export function placeCounts(counts: PlateletCountView[], height: number) {
  const inTime = counts
    .map((count) => ({ at: new Date(count.day).getTime(), value: count.value }))
    .sort((a, b) => a.at - b.at);
  const first = inTime[0]?.at ?? 0;
  const last = inTime.at(-1)?.at ?? 0;
  const levels = roundLevels(Math.max(0, ...inTime.map((count) => count.value)));
  const top = levels.at(-1) ?? 1;

  const x = (at: number) => percent(last === first ? 50 : left + ((at - first) / (last - first)) * (right - left));
  const y = (value: number) => Math.round((height - (value / top) * (height - 20)) * 10) / 10;

  const points = inTime.map((count) => ({ key: count.at, x: x(count.at), y: y(count.value), at: count.at }));
  const segments = points.slice(1).map((point, place) => {
    const before = points[place] ?? point;
    return { x1: before.x, y1: before.y, x2: point.x, y2: point.y, gap: point.at - before.at > longestSilence };
  });
  return {
    points,
    segments,
    levels: levels.map((value) => ({ value, y: y(value) })),
    days: dayLabels(first, last).map((label) => ({ ...label, x: x(label.at) })),
  };
}

const percent = (n: number) => `${Math.round(n * 100) / 100}%`;

/** 0 and three or four round numbers, the last one at or above the highest count. */
function roundLevels(highest: number): number[] {
  const wanted = Math.max(highest, 1) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * magnitude).find((n) => n >= wanted) ?? 10 * magnitude;
  const steps = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: steps + 1 }, (_, place) => Number((place * step).toFixed(2)));
}

type Label = { at: number; label: string; anchor: "start" | "middle" | "end" };

/** New Years where the counts span years, else the first and the last day. */
function dayLabels(first: number, last: number): Label[] {
  if (first === last) return [{ at: first, label: formatDay(new Date(first)), anchor: "middle" }];
  const firstYear = new Date(first).getUTCFullYear() + 1;
  const lastYear = new Date(last).getUTCFullYear();
  const years = lastYear - firstYear + 1;
  if (years < 2) {
    return [
      { at: first, label: formatDay(new Date(first)), anchor: "start" },
      { at: last, label: formatDay(new Date(last)), anchor: "end" },
    ];
  }
  const every = Math.ceil(years / 5);
  return Array.from({ length: Math.ceil(years / every) }, (_, place) => {
    const year = firstYear + place * every;
    return { at: Date.UTC(year, 0, 1), label: String(year), anchor: "middle" as const };
  });
}
