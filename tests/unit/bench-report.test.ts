import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Figures } from "@/bin/bench/measure";
import { type BrowserFigure, type Measured, type Report, readReport, table } from "@/bin/bench/report";

const figure = (name: string, middle: number, bar: number | null): BrowserFigure => ({
  name,
  unit: "ms",
  middle,
  least: middle - 10,
  most: middle + 10,
  bar,
});

const report = (parts: Partial<Report> = {}): Report => ({
  at: "2026-11-22T08:00",
  machine: "2 × test",
  generator: "wrk",
  posts: 10_000,
  importSeconds: null,
  startMs: 900,
  memoryAtStart: 240,
  memoryAfter: null,
  rows: [],
  ...parts,
});

const row = (name: string, figures: Partial<Figures> = {}, statements?: number): Measured => ({
  name,
  ...(statements === undefined ? {} : { statements: { count: statements, texts: [] } }),
  figures: [
    {
      connections: 16,
      perSecond: 100,
      p50: 2,
      p99: 10,
      appCpu: 1,
      databaseCpu: 0,
      wrong: 0,
      ...figures,
    },
  ],
});

const lineOf = (text: string, name: string) => text.split("\n").find((line) => line.startsWith(`| ${name} |`));

describe("the table of what was measured", () => {
  it("says which bars a browser met", () => {
    const text = table(
      report({
        browser: [
          figure("guest: largest paint", 900, 1_500),
          figure("member: thanking", 120, 100),
          { ...figure("guest: layout shift", 0, 0), unit: "" },
          { ...figure("guest: style", 11.09, null), unit: "KB" },
        ],
      }),
    );
    expect(lineOf(text, "guest: largest paint")).toBe(
      "| guest: largest paint | 900 ms | 890 to 910 | under 1,500 | yes |",
    );
    expect(lineOf(text, "member: thanking")).toContain("| under 100 | no |");
    expect(lineOf(text, "guest: layout shift")).toBe("| guest: layout shift | 0 | -10 to 10 | none | yes |");
    expect(lineOf(text, "guest: style")).toBe("| guest: style | 11.09 KB | 1.09 to 21.09 |  |  |");
  });

  it("compares a browser's figures with an earlier report, and one that knows none", () => {
    const now = report({ browser: [figure("guest: largest paint", 900, 1_500), figure("member: thanking", 50, 100)] });
    const before = report({ browser: [figure("guest: largest paint", 1_000, 1_500)] });
    expect(lineOf(table(now, before), "guest: largest paint")).toMatch(/\| -10 % \|$/);
    expect(lineOf(table(now, before), "member: thanking")).toMatch(/\| new \|$/);
    expect(lineOf(table(now, report()), "guest: largest paint")).toMatch(/\| new \|$/);
  });

  it("compares requests, the slowest answers and the processor with an earlier report", () => {
    const now = report({ rows: [row("guest: home", { perSecond: 110, p99: 25, appCpu: 0.9 }), row("member: home")] });
    const before = report({ rows: [row("guest: home"), row("member: home", { appCpu: null })] });
    expect(table(now, before)).toContain("| change of requests/s / p99 / app CPU / statements |");
    expect(lineOf(table(now, before), "guest: home")).toMatch(/\| 10 % \/ 150 % \/ -10 % \/ – \|$/);
    expect(lineOf(table(now, before), "member: home")).toMatch(/\| 0 % \/ 0 % \/ – \/ – \|$/);
    expect(lineOf(table(now, report()), "guest: home")).toMatch(/\| new \|$/);
  });

  it("says how many statements a request takes, and how many more than before", () => {
    const old = { name: "member: reply", figures: row("").figures.map((one) => ({ ...one, transactions: 8.02 })) };
    const now = report({ rows: [row("member: thread", {}, 5), row("member: reply", {}, 10), row("guest: bare")] });
    const before = report({ rows: [row("member: thread", {}, 4), old, row("guest: bare")] });
    expect(table(now)).toContain("| database CPU ms | statements besides BEGIN and COMMIT | wrong |");
    expect(lineOf(table(now), "member: thread")).toContain("| 0 | 5 |");
    expect(lineOf(table(now), "guest: bare")).toContain("| 0.000 | – |");
    expect(lineOf(table(now, before), "member: thread")).toMatch(/ \/ \+1 \|$/);
    expect(lineOf(table(before, now), "member: thread")).toMatch(/ \/ -1 \|$/);
    expect(lineOf(table(now, before), "member: reply")).toMatch(/ \/ – \|$/);
    expect(lineOf(table(before), "member: reply")).toContain("| 0 | – |");
  });

  it("sets a guest's page against the bare server, by requests and by processor", () => {
    const text = table(
      report({
        rows: [
          row("guest: bare", { perSecond: 10_000, appCpu: 0.0456 }),
          row("guest: thread", { perSecond: 8_000, appCpu: 0.0601 }),
          row("guest: unknown", { appCpu: null }),
          row("guest: first visit", { perSecond: 100, appCpu: 8 }, 4),
          row("member: thread", { appCpu: 4.4567, databaseCpu: 1.2345 }),
        ],
      }),
    );
    expect(text).toContain("| of bare | of bare, by processor | app CPU ms |");
    expect(lineOf(text, "guest: bare")).toContain("| 1.00 | 1.00 | 0.046 | 0.000 |");
    expect(lineOf(text, "guest: thread")).toContain("| 0.80 | 0.76 | 0.060 | 0.000 |");
    expect(lineOf(text, "guest: unknown")).toContain("| 0.01 |  | – | 0.000 |");
    expect(lineOf(text, "guest: first visit")).toContain("|  |  | 8.000 | 0.000 | 4 |");
    expect(lineOf(text, "member: thread")).toContain("|  |  | 4.46 | 1.23 |");
  });

  it("says how much memory the forum took at most, not only at the end", () => {
    expect(table(report({ memoryAfter: 300.4, memoryAtMost: 402.2 }))).toContain("300 MB at the end, 402 MB at most.");
    expect(table(report({ memoryAfter: 300.4 }))).toContain("300 MB at the end, – MB at most.");
  });

  it("reads what an earlier run has written, and says what is no report", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "bench-"));
    const holding = async (text: string) => {
      const file = path.join(folder, "report.json");
      await writeFile(file, text);
      return file;
    };
    try {
      const earlier = report({ rows: [row("guest: home")] });
      expect(await readReport(await holding(JSON.stringify(earlier)))).toEqual(earlier);
      await expect(readReport(path.join(folder, "missing.json"))).rejects.toThrow("There is no report to read in");
      for (const text of ["| scenario |", "null", '{"posts": 6000}'])
        await expect(readReport(await holding(text))).rejects.toThrow("is no report of npm run bench");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("leaves out a table of which nothing was measured", () => {
    expect(table(report())).not.toContain("|");
    expect(table(report({ browser: [figure("guest: largest paint", 900, 1_500)] }))).not.toContain("requests/s");
  });
});
