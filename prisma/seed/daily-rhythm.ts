/** When people write. The same script gives the same times on every machine: chance comes from the words themselves. */
import { type MemberKey, members } from "./members";

const minute = 60_000;
const day = 24 * 60 * minute;

/** That time (UTC), a time on that day, or after that delay, at which the author is awake; later than the post before it. */
export function momentOf(when: string, author: MemberKey, before: Date | undefined, words: string): Date {
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(when)) return new Date(`${when.replace(" ", "T")}:${seconds(words)}Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(when)) return momentOn(when, author, before, words);
  if (!before) throw new Error(`The first post of a thread needs a day, not "${when}"`);
  return laterMoment(before, when, author, words);
}

export function laterMoment(before: Date, delay: string, author: MemberKey, words: string): Date {
  const spread = 0.8 + chance(words) * 0.4;
  const wanted = new Date(before.getTime() + Math.round(lengthOf(delay) * spread));
  if (isAwake(author, wanted)) return wanted;
  // They read it in the morning, with the first cup.
  const morning = nextMorning(author, wanted);
  return new Date(morning.getTime() + Math.round((5 + chance(`${words}morning`) * 85) * minute));
}

export function isAwake(author: MemberKey, moment: Date): boolean {
  const { from, to } = hoursOf(author);
  const now = moment.getTime() % day;
  return from < to ? now >= from && now <= to : now >= from || now <= to;
}

function momentOn(date: string, author: MemberKey, before: Date | undefined, words: string): Date {
  const start = Date.parse(`${date}T00:00:00Z`);
  const joined = Date.parse(members[author].joinedAt) + 9 * minute;
  const earliest = Math.max(start, joined, before ? before.getTime() + 2 * minute : start);
  const open: number[] = [];
  for (let at = earliest; at < start + day; at += minute) if (isAwake(author, new Date(at))) open.push(at);
  const chosen = open[Math.floor(chance(words) * open.length)];
  if (chosen === undefined)
    throw new Error(`${author} has no waking time left on ${date} after the post before: ${words.slice(0, 40)}`);
  const second = Math.floor(chance(`${words}second`) * 60) * 1000;
  return new Date(chosen + Math.min(second, start + day - 1 - chosen));
}

function nextMorning(author: MemberKey, moment: Date): Date {
  const midnight = moment.getTime() - (moment.getTime() % day);
  const morning = midnight + hoursOf(author).from;
  return new Date(morning > moment.getTime() ? morning : morning + day);
}

function hoursOf(author: MemberKey) {
  const { from, to } = members[author].awake;
  return { from: minutesInto(from) * minute, to: minutesInto(to) * minute };
}

function minutesInto(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

function lengthOf(delay: string): number {
  const [, number, unit] = /^(\d+)([mhd])$/.exec(delay) ?? [];
  if (!number || !unit) throw new Error(`"${delay}" is neither a day nor a delay`);
  return Number(number) * { m: minute, h: 60 * minute, d: day }[unit as "m" | "h" | "d"];
}

function seconds(words: string): string {
  return String(Math.floor(chance(`${words}second`) * 60)).padStart(2, "0");
}

/** FNV-1a, spread over 0 to 1: good enough to keep people from posting on the hour. */
function chance(words: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return (hash >>> 0) / 2 ** 32;
}
