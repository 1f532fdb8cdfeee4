import { describe, expect, it } from "vitest";
import { chart } from "@/bin/bench/chart";
import type { Measured, Report } from "@/bin/bench/report";

const row = (name: string, ...perSecond: number[]): Measured => ({
  name,
  figures: perSecond.map((value, at) => ({
    connections: [1, 16, 64][at] ?? 1,
    perSecond: value,
    p50: 1,
    p99: 2,
    appCpu: 1,
    databaseCpu: 1,
    wrong: 0,
  })),
});

const report = (posts: number, rows: Measured[], browser?: Report["browser"]): Report => ({
  at: "2026-11-22T08:00",
  machine: "2 × <test>",
  generator: "wrk",
  posts,
  importSeconds: null,
  startMs: 900,
  memoryAtStart: 240,
  memoryAfter: 300,
  rows,
  browser,
});

const rows = [
  row("guest: bare node:http, the same bytes", 20_000, 40_000, 41_000),
  row("guest: category", 11_000, 26_000, 25_000),
  row("member: category", 75, 150, 149),
];

describe("the chart of what was measured", () => {
  it("shows each scenario with sixteen connections, in a drawing and in words", () => {
    const drawn = chart([report(10_000, rows)]);
    expect(drawn).toContain(">26,000</text>");
    expect(drawn).toMatch(/<desc id="desc">.*10,000 posts.*Guests, .*category 26,000.*Members, .*category 150/);
    expect(drawn).not.toContain("Growth");
  });

  it("says how many times as long a larger forum takes", () => {
    const slower = [row("guest: category", 11_000, 13_000), row("member: category", 75, 140)];
    const drawn = chart([report(1_000_000, slower), report(10_000, rows)]);
    expect(drawn).toContain("1,000,000 posts;");
    expect(drawn).toContain("guest: category 2 × with 1,000,000; member: category 1.07 × with 1,000,000");
    expect(drawn).toContain("start to first answer 1 × with 1,000,000; memory after start 1 × with 1,000,000");
    expect(drawn).not.toContain("bare node:http, the same bytes 1 ×");
  });

  it("joins reports of one size, the later figure first", () => {
    const browser: Report["browser"] = [
      { name: "guest: largest paint", unit: "ms", middle: 900, least: 800, most: 950, bar: 1_500 },
      { name: "guest: style", unit: "KB", middle: 11, least: 11, most: 11, bar: null },
    ];
    const again = report(10_000, [row("member: category", 80, 180)], browser);
    const drawn = chart([report(10_000, rows), again]);
    expect(drawn).toContain("category 180");
    expect(drawn).not.toContain("category 150");
    expect(drawn).toContain("guest: largest paint 900 of 1,500 ms");
    expect(drawn).not.toContain("guest: style");
  });

  it("asks nothing of anywhere, and lets no word of a report become a mark of the drawing", () => {
    const drawn = chart([report(10_000, rows)]);
    expect(drawn).toContain("2 × &lt;test&gt;");
    expect(drawn.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/href|url\(|https?:|<script/);
  });
});
