import type { Asked, Kind, Reply } from "./cluster-load";
import type { Kept } from "./promises";

/** Processor milliseconds a request, by what used them. */
export type Cost = {
  requests: number;
  seconds: number;
  guestMs: number;
  app: number;
  database: number;
  pooler: number;
  proxy: number;
};

export type Event = { name: string; lasted: number; rows: EventRow[]; notes: string[] };
export type EventRow = {
  kind: Kind;
  asked: number;
  refused: number;
  other: number;
  healedAfterMs: number;
  longestMs: number;
};

export type ClusterReport = {
  at: string;
  machine: string;
  posts: number;
  pooling: string;
  one: Cost[];
  two: Cost[];
  idleMs: number;
  hiding?: Kept;
  events: Event[];
  replies: { acknowledged: number; lost: number; doubled: number; tries: number };
  thanks: { acknowledged: number; lost: number };
  faults: string[];
  damage: string[];
};

export const BAR = 1.15;

/** What the kinds met from `from` on. Healed: when the last refusal of a kind was over. */
export function eventRows(asked: Asked[], from: number): EventRow[] {
  const kinds = [...new Set(asked.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const mine = asked.filter((one) => one.kind === kind && one.ended >= from);
    const refused = mine.filter(({ status }) => status === 503 || status === 0);
    return {
      kind,
      asked: mine.length,
      refused: refused.filter(({ status }) => status === 503).length,
      other: mine.filter(({ fault }) => fault !== null).length,
      healedAfterMs: Math.max(0, ...refused.map(({ ended }) => ended - from)),
      longestMs: Math.max(0, ...mine.map(({ began, ended }) => ended - began)),
    };
  });
}

/** What was acknowledged and isn't there, and what is there more than once. */
export function judge(replies: Reply[], found: Map<string, number>): ClusterReport["replies"] {
  const acknowledged = replies.filter((reply) => reply.acknowledged);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(({ text }) => !found.has(text)).length,
    doubled: replies.filter(({ text }) => (found.get(text) ?? 0) > 1).length,
    tries: replies.reduce((sum, { tries }) => sum + tries, 0),
  };
}

const whole = ({ app, database, pooler, proxy }: Cost) => app + database + pooler + proxy;
export const parts: [string, (cost: Cost) => number][] = [
  ["the forum", ({ app }) => app],
  ["both databases", ({ database }) => database],
  ["PgBouncer", ({ pooler }) => pooler],
  ["nginx", ({ proxy }) => proxy],
  ["all", whole],
];

/** The cheapest round: whatever else the machine does meanwhile only makes a request dearer. */
function cheapest(costs: Cost[]): Cost | undefined {
  const each = (cost: Cost) => whole(cost) / Math.max(1, cost.requests);
  return [...costs].sort((a, b) => each(a) - each(b))[0];
}

function perRequest(costs: Cost[], of: (cost: Cost) => number): number {
  const cost = cheapest(costs);
  return cost ? of(cost) / Math.max(1, cost.requests) : 0;
}

export function ratio(report: ClusterReport): number {
  return report.one.length ? perRequest(report.two, whole) / perRequest(report.one, whole) : 1;
}

/** Sentences about what is not as it must be; none is what one wants to read. */
export function wrongs(report: ClusterReport): string[] {
  const { replies, thanks } = report;
  return [
    ...(replies.lost ? [`${replies.lost} replies that were acknowledged are gone.`] : []),
    ...(replies.doubled ? [`${replies.doubled} replies are there more than once.`] : []),
    ...(thanks.lost ? [`${thanks.lost} thanks that were acknowledged are gone.`] : []),
    ...[...new Set(report.faults)].slice(0, 10),
    ...report.damage,
    ...(report.hiding && !report.hiding.right ? [`Not so: ${report.hiding.name}: ${report.hiding.says}.`] : []),
    ...(ratio(report) > BAR
      ? [`A request costs ${ratio(report).toFixed(2)} × as much with two instances as with one; the bar is ${BAR}.`]
      : []),
  ];
}

const told = (costs: Cost[]) =>
  costs.map(({ requests, seconds }) => Math.round(requests / seconds).toLocaleString("en")).join(", ");

export function clusterTable(report: ClusterReport): string {
  const costs = parts.map(([name, of]) => {
    const [one, two] = [perRequest(report.one, of), perRequest(report.two, of)];
    return `| ${name} | ${one.toFixed(2)} | ${two.toFixed(2)} | ${one ? (two / one).toFixed(2) : "–"} |`;
  });
  const seconds = (ms: number) => (ms >= 50 ? `${(ms / 1000).toFixed(1)} s` : "0");
  const events = report.events.flatMap(({ name, rows, notes }) => [
    "",
    `**${name}.** ${notes.join(" ")}`,
    "",
    "| | asked | 503 | anything else | last refusal after | longest answer |",
    "|---|---:|---:|---:|---:|---:|",
    ...rows.map(
      (row) =>
        `| ${row.kind} | ${row.asked} | ${row.refused} | ${row.other} | ${seconds(row.healedAfterMs)} | ${seconds(row.longestMs)} |`,
    ),
  ]);
  const bad = wrongs(report);
  return [
    `${report.posts.toLocaleString("en")} posts; ${report.machine}; ${report.pooling}; ${report.at}.`,
    "",
    "| processor ms a request | one instance | two | ratio |",
    "|---|---:|---:|---:|",
    ...costs,
    "",
    `The cheapest of ${report.one.length} rounds each. ${told(report.one)} requests a second with one instance, ${told(report.two)} with two. An instance that nobody asks uses ${report.idleMs.toFixed(0)} ms of a processor a second.`,
    ...(report.hiding ? ["", `Two instances: ${report.hiding.name}: ${report.hiding.says}.`] : []),
    ...events,
    "",
    `${report.replies.acknowledged} replies were acknowledged in ${report.replies.tries} presses: ${report.replies.lost} lost, ${report.replies.doubled} doubled. ${report.thanks.acknowledged} thanks: ${report.thanks.lost} lost.`,
    "",
    ...(bad.length
      ? ["Not as it must be:", ...bad.map((sentence) => `- ${sentence}`)]
      : ["Everything is as it must be."]),
    "",
  ].join("\n");
}
