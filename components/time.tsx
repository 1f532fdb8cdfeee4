import type { Moment } from "./types";

const months = "January February March April May June July August September October November December".split(" ");
const two = (n: number) => String(n).padStart(2, "0");

/** "14 Oct 2017", in UTC so that the server and a stored page agree. */
export function formatDay(moment: Moment): string {
  const at = new Date(moment);
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]?.slice(0, 3)} ${at.getUTCFullYear()}`;
}

/** "14 Oct 2017, 09:12" */
export function formatMoment(moment: Moment): string {
  const at = new Date(moment);
  return `${formatDay(at)}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** "14 October 2017, 09:12:33 UTC" */
export function formatExactly(moment: Moment): string {
  const at = new Date(moment);
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(":");
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}, ${clock} UTC`;
}

type Props = {
  at: Moment;
  /** A day without an hour: a platelet count, a join date. */
  dayOnly?: boolean;
  /** May become "5 years ago" where the script runs; the exact time stays in the title. */
  relative?: boolean;
};

export function Time({ at, dayOnly = false, relative = false }: Props) {
  const iso = new Date(at).toISOString();
  if (dayOnly) return <time dateTime={iso.slice(0, 10)}>{formatDay(at)}</time>;
  return (
    <time dateTime={iso} title={formatExactly(at)} data-relative={relative ? "" : undefined}>
      {formatMoment(at)}
    </time>
  );
}
