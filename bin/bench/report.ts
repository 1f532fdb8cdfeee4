import { readFile } from "node:fs/promises";
import { StartProblem } from "@/lib/platform/start-problem";
import type { Figures } from "./measure";
import type { Statements } from "./statements";

/** Older reports have the transactions of the whole database among their figures instead of the statements. */
export type Measured = { name: string; figures: Figures[]; statements?: Statements | null };

/** One thing that a browser told, in the middle of several visits. */
export type BrowserFigure = {
  name: string;
  unit: "ms" | "KB" | "";
  middle: number;
  least: number;
  most: number;
  /** What it must stay under, or be where it is 0. */
  bar: number | null;
};

export type Report = {
  at: string;
  machine: string;
  generator: string;
  posts: number;
  /** With more memory for the database, as docs/operations.md advises; its own defaults otherwise. */
  tuned?: boolean;
  importSeconds: number | null;
  startMs: number;
  memoryAtStart: number | null;
  memoryAfter: number | null;
  /** Also between two minutes of a soak. Older reports don't know it. */
  memoryAtMost?: number | null;
  promises?: { name: string; right: boolean; says: string }[];
  /** Memory of the app process in megabytes, minute by minute. */
  soak?: number[];
  rows: Measured[];
  /** Only with --browser. */
  browser?: BrowserFigure[];
};

/** A report that an earlier run has written. */
export async function readReport(file: string): Promise<Report> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new StartProblem(`There is no report to read in ${file}.`);
  });
  try {
    const report = JSON.parse(text) as Report;
    if (Array.isArray(report.rows)) return report;
  } catch {
    // told below: neither is a report
  }
  throw new StartProblem(`${file} is no report of npm run bench.`);
}

/** One line a scenario and number of connections, as Markdown. `before`: an earlier report, for what changed. */
export function table(report: Report, before: Report | null = null): string {
  const bare = report.rows.find(({ name }) => name.includes("bare"));
  const lines = report.rows.flatMap(({ name, figures, statements = null }) =>
    figures.map((one) => {
      const guests = name.startsWith("guest");
      const kept = guests && !statements?.count; // a page that has to be made is no match for fixed bytes
      const limit = kept ? bare?.figures.find(({ connections }) => connections === one.connections) : undefined;
      const cpu = guests ? thousandths : rounded;
      const known = before?.rows.find((row) => row.name === name);
      const earlier = known?.figures.find(({ connections }) => connections === one.connections);
      return [
        name,
        one.connections,
        rounded(one.perSecond),
        `${rounded(one.p50)} / ${rounded(one.p99)}`,
        limit?.perSecond ? (one.perSecond / limit.perSecond).toFixed(2) : "",
        limit?.appCpu && one.appCpu ? (limit.appCpu / one.appCpu).toFixed(2) : "",
        cpu(one.appCpu),
        cpu(one.databaseCpu),
        statements?.count ?? "–",
        one.wrong || "",
        ...(before ? [earlier ? `${changes(earlier, one)} / ${more(known?.statements, statements)}` : "new"] : []),
      ].join(" | ");
    }),
  );
  const head = [
    "scenario",
    "at once",
    "requests/s",
    "p50 / p99 ms",
    "of bare",
    "of bare, by processor",
    "app CPU ms",
    "database CPU ms",
    "statements besides BEGIN and COMMIT",
    "wrong",
  ];
  if (before) head.push("change of requests/s / p99 / app CPU / statements");
  return [
    `${report.posts.toLocaleString("en")} posts${report.tuned ? ", the database with more memory" : ""}. ${report.machine}; ${report.generator}; ${report.at}.`,
    `Start to first answer ${report.startMs} ms; memory ${rounded(report.memoryAtStart)} MB after start, ${rounded(report.memoryAfter)} MB at the end, ${rounded(report.memoryAtMost ?? null)} MB at most${report.importSeconds ? `; the community was built in ${report.importSeconds} s` : ""}.`,
    "",
    ...(lines.length > 0 ? asTable(head, lines) : []),
    ...(report.browser ? browserTable(report.browser, before?.browser ?? null, before !== null) : []),
    ...(report.promises ?? []).map(({ name, right, says }) => `- ${right ? "Holds" : "**Broken**"}: ${name}: ${says}.`),
    ...(report.soak ? [`Memory, minute by minute: ${report.soak.join(", ")} MB.`] : []),
  ].join("\n");
}

function browserTable(figures: BrowserFigure[], earlier: BrowserFigure[] | null, compared: boolean): string[] {
  const lines = figures.map(({ name, unit, middle, least, most, bar }) => {
    const was = earlier?.find((one) => one.name === name)?.middle;
    const met = bar === null ? "" : (bar === 0 ? middle === 0 : middle < bar) ? "yes" : "no";
    return [
      name,
      `${rounded(middle)} ${unit}`.trim(),
      `${rounded(least)} to ${rounded(most)}`,
      bar === null ? "" : bar === 0 ? "none" : `under ${rounded(bar)}`,
      met,
      ...(compared ? [changed(was, middle)] : []),
    ].join(" | ");
  });
  return asTable(["in a phone’s browser", "middle", "from … to", "bar", "met", ...(compared ? ["change"] : [])], lines);
}

function changes(was: Figures, now: Figures): string {
  const cpu = was.appCpu === null || now.appCpu === null ? "–" : changed(was.appCpu, now.appCpu);
  return `${changed(was.perSecond, now.perSecond)} / ${changed(was.p99, now.p99)} / ${cpu}`;
}

/** Each statement more or less counts, whatever part of them it is. */
function more(was: Statements | null | undefined, now: Statements | null): string {
  if (!was || !now) return "–";
  const difference = now.count - was.count;
  return difference > 0 ? `+${difference}` : String(difference);
}

function changed(was: number | undefined, now: number): string {
  if (was === undefined) return "new";
  return was === 0 ? (now === 0 ? "0 %" : "from 0") : `${(((now - was) / was) * 100).toFixed(0)} %`;
}

export function asTable(head: string[], lines: string[]): string[] {
  return [
    `| ${head.join(" | ")} |`,
    `|${head.map((_, at) => (at === 0 ? "---" : "---:")).join("|")}|`,
    ...lines.map((line) => `| ${line} |`),
    "",
  ];
}

/** A guest's page costs so little that hundredths of a millisecond say nothing about its bar. */
function thousandths(value: number | null): string {
  return value === null || Number.isNaN(value) ? "–" : value.toFixed(3);
}

export function rounded(value: number | null): string {
  if (value === null || Number.isNaN(value)) return "–";
  return value >= 100 ? Math.round(value).toLocaleString("en") : String(Math.round(value * 100) / 100);
}
