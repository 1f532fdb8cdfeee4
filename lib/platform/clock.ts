import { AsyncLocalStorage } from "node:async_hooks";
import { shared } from "./shared";

const clock = shared("clock", () => new AsyncLocalStorage<Date>());

export function now(): Date {
  return clock.getStore() ?? new Date();
}

/** Runs `work` as if it were `moment`: the seed lives through years in a minute, and tests through a week. */
export function withClock<T>(moment: Date, work: () => T): T {
  return clock.run(moment, work);
}
