import { asTable, type Measured, type Report, rounded } from "./report";

// npm run bench -- --growth FILE…: reports of several sizes become one table, the smallest as the measure of the others.

const AT_ONCE = 16;
/** What a figure may grow to while the forum grows. */
export const ALLOWED_GROWTH = 1.5;

/** One figure at each size: as it is shown, and how many times that of the smallest; null where a report lacks it. */
export type GrowthRow = { name: string; shown: (string | null)[]; times: (number | null)[] };

/** `takes`: seconds or megabytes, the fewer the better; null where nothing came of it. */
type Figure = { shown: string; takes: number | null };

/** From the smallest up, one a size; of a row that comes twice the later one counts. */
export function bySize(reports: Report[]): Report[] {
  const sizes = new Map<string, Report>();
  for (const report of reports) {
    const known = sizes.get(sizeOf(report));
    sizes.set(sizeOf(report), known ? completed(known, report) : report);
  }
  return [...sizes.values()].sort((a, b) => a.posts - b.posts || Number(a.tuned ?? false) - Number(b.tuned ?? false));
}

export function sizeOf({ posts, tuned }: Report): string {
  return `${posts.toLocaleString("en")}${tuned ? ", tuned" : ""}`;
}

function completed(known: Report, later: Report): Report {
  const named = <One extends { name: string }>(before: One[], after: One[]) => [
    ...new Map([...before, ...after].map((one) => [one.name, one])).values(),
  ];
  return {
    ...known,
    importSeconds: known.importSeconds ?? later.importSeconds,
    rows: named(known.rows, later.rows),
    browser: named(known.browser ?? [], later.browser ?? []),
  };
}

/** At sixteen connections, or as many as there were. */
export function perSecond({ figures }: Measured): { value: number; connections: number; wrong: number } | null {
  const one = figures.find(({ connections }) => connections === AT_ONCE) ?? figures.at(-1);
  return one && one.perSecond > 0 ? { value: one.perSecond, connections: one.connections, wrong: one.wrong } : null;
}

/** Each scenario, and what a forum of that size takes besides. Once a report has it, it has a row. */
export function growthOf(sizes: Report[]): GrowthRow[] {
  const names = new Set(sizes.flatMap(({ rows }) => rows.map(({ name }) => name)));
  const scenarios = [...names].filter((name) => !name.includes("bare"));
  const row = (name: string, figureOf: (report: Report) => Figure | null): GrowthRow => {
    const figures = sizes.map(figureOf);
    const least = figures[0]?.takes;
    return {
      name,
      shown: figures.map((one) => one?.shown ?? null),
      times: figures.map((one) => (one?.takes && least ? one.takes / least : null)),
    };
  };
  return [
    ...scenarios.map((name) => row(name, ({ rows }) => requestsOf(rows.find((one) => one.name === name)))),
    row("import", ({ posts, importSeconds }) =>
      importSeconds ? { shown: `${rounded(posts / importSeconds)} posts/s`, takes: importSeconds / posts } : null,
    ),
    row("start to first answer", ({ startMs }) => ({ shown: `${rounded(startMs)} ms`, takes: startMs })),
    row("memory after start", ({ memoryAtStart }) =>
      memoryAtStart ? { shown: `${rounded(memoryAtStart)} MB`, takes: memoryAtStart } : null,
    ),
  ].filter(({ shown }) => shown.some((one) => one !== null));
}

/** Requests a second with sixteen at once, and the middle of the times one waits alone. */
function requestsOf(measured: Measured | undefined): Figure | null {
  if (!measured) return null;
  const many = perSecond(measured);
  if (!many) return { shown: "none answered", takes: null };
  const alone = measured.figures.find(({ connections }) => connections === 1);
  const parts = [`${rounded(many.value)}/s`, ...(alone ? [`${rounded(alone.p50)} ms`] : [])];
  return {
    shown: `${parts.join(", ")}${many.wrong ? ` (${many.wrong} refused or wrong)` : ""}`,
    takes: 1 / many.value,
  };
}

/** As Markdown, for docs/performance.md. */
export function growthTable(reports: Report[]): string {
  const sizes = bySize(reports);
  const rows = growthOf(sizes);
  const [smallest = "", ...larger] = sizes.map(sizeOf);
  const lines = rows.map(({ name, shown, times }) =>
    [name, ...shown.map((one) => one ?? "not measured"), times.slice(1).map(factor).join(", ")].join(" | "),
  );
  const slower = rows.flatMap(({ name, times }) => {
    const over = larger.flatMap((size, at) => {
      const one = times[at + 1] ?? 0;
      return one > ALLOWED_GROWTH ? [`${one.toFixed(2)} with ${size}`] : [];
    });
    return over.length > 0 ? [`- ${name}: ${over.join("; ")}.`] : [];
  });
  return [
    ...asTable(["", `${smallest} posts`, ...larger, "times as long"], lines),
    ...(slower.length > 0
      ? [`What takes more than ${ALLOWED_GROWTH} times as long as with ${smallest} posts:`, "", ...slower]
      : [`Nothing takes more than ${ALLOWED_GROWTH} times as long as with ${smallest} posts.`]),
  ].join("\n");
}

function factor(times: number | null): string {
  if (times === null) return "–";
  return times > ALLOWED_GROWTH ? `**${times.toFixed(2)}**` : times.toFixed(2);
}
