import { describe, expect, it } from "vitest";
import { type BrowserFigure, type Report, table } from "@/bin/bench/report";

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

  it("leaves out a table of which nothing was measured", () => {
    expect(table(report())).not.toContain("|");
    expect(table(report({ browser: [figure("guest: largest paint", 900, 1_500)] }))).not.toContain("requests/s");
  });
});
