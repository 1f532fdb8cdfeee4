import { describe, expect, it } from "vitest";
import { growthTable } from "@/bin/bench/growth";
import type { Measured, Report } from "@/bin/bench/report";

const row = (name: string, perSecond: number, alone = 8, wrong = 0): Measured => ({
  name,
  figures: [1, 16].map((connections) => ({
    connections,
    perSecond: connections === 1 ? perSecond / 2 : perSecond,
    p50: connections === 1 ? alone : alone * 10,
    p99: 100,
    appCpu: 1,
    databaseCpu: 1,
    wrong,
  })),
});

const report = (posts: number, rows: Measured[], more: Partial<Report> = {}): Report => ({
  at: "2026-11-22T08:00",
  machine: "2 × test",
  generator: "wrk",
  posts,
  importSeconds: posts / 10_000,
  startMs: 900,
  memoryAtStart: 200,
  memoryAfter: 300,
  rows,
  ...more,
});

const lineOf = (text: string, name: string) => text.split("\n").find((line) => line.startsWith(`| ${name} |`));

describe("the table of how the forum grows", () => {
  const small = report(10_000, [
    row("guest: bare node:http", 9_000),
    row("guest: home", 6_000, 0.07),
    row("member: home", 300),
  ]);
  const large = report(
    1_000_000,
    [row("guest: home", 5_000, 0.06), row("member: home", 180, 12), row("member: search", 90)],
    {
      importSeconds: 125,
      startMs: 1_200,
      memoryAtStart: 210.4,
    },
  );

  it("has each scenario with sixteen at once and alone, and how many times as long it takes", () => {
    const text = growthTable([large, small]);
    expect(text).toContain("|  | 10,000 posts | 1,000,000 | times as long |");
    expect(lineOf(text, "guest: home")).toBe("| guest: home | 6,000/s, 0.07 ms | 5,000/s, 0.06 ms | 1.20 |");
    expect(text).not.toContain("bare");
  });

  it("shows what a forum of that size takes to build and to start", () => {
    const text = growthTable([small, large]);
    expect(lineOf(text, "import")).toBe("| import | 10,000 posts/s | 8,000 posts/s | 1.25 |");
    expect(lineOf(text, "start to first answer")).toBe("| start to first answer | 900 ms | 1,200 ms | 1.33 |");
    expect(lineOf(text, "memory after start")).toBe("| memory after start | 200 MB | 210 MB | 1.05 |");
  });

  it("points to what takes more than half as long again, and to nothing where all is well", () => {
    const text = growthTable([small, large]);
    expect(lineOf(text, "member: home")).toMatch(/\| \*\*1\.67\*\* \|$/);
    expect(text).toContain("- member: home: 1.67 with 1,000,000.");
    expect(text).not.toContain("- guest: home");
    expect(growthTable([small, report(20_000, small.rows)])).toContain("Nothing takes more than 1.5 times as long");
  });

  it("says what a report lacks, and what was refused", () => {
    const refusing = report(20_000, [row("member: home", 0, 8, 50), row("member: search", 90, 8, 3)], {
      importSeconds: null,
    });
    const text = growthTable([small, refusing, large]);
    expect(lineOf(text, "member: search")).toBe(
      "| member: search | not measured | 90/s, 8 ms (3 refused or wrong) | 90/s, 8 ms | –, – |",
    );
    expect(lineOf(text, "member: home")).toContain("| none answered |");
    expect(lineOf(text, "import")).toContain("| not measured |");
  });

  it("joins reports of one size, and keeps apart those of a database with more memory", () => {
    const again = report(1_000_000, [row("member: home", 290)], { importSeconds: null });
    const tuned = report(1_000_000, [row("member: home", 310)], { tuned: true });
    const text = growthTable([small, tuned, large, again]);
    expect(text).toContain("| 10,000 posts | 1,000,000 | 1,000,000, tuned | times as long |");
    expect(lineOf(text, "member: home")).toBe(
      "| member: home | 300/s, 8 ms | 290/s, 8 ms | 310/s, 8 ms | 1.03, 0.97 |",
    );
    expect(lineOf(text, "import")).toContain("| 8,000 posts/s |");
  });
});
