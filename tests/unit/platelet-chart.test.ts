import { describe, expect, it } from "vitest";
import { placeCounts } from "@/components/platelet-scale";

const count = (value: number, day: string) => ({ value, unit: "10^9/L", day });

describe("the chart of platelet counts", () => {
  it("draws a single count in the middle, with its day", () => {
    const { points, segments, days } = placeCounts([count(31, "2017-10-02")], 240);
    expect(points.map(({ x }) => x)).toEqual(["50%"]);
    expect(segments).toEqual([]);
    expect(days.map(({ label }) => label)).toEqual(["2 Oct 2017"]);
  });

  it("joins counts in order of time, whatever order they were entered in", () => {
    const { points } = placeCounts([count(90, "2018-06-09"), count(31, "2018-05-02")], 240);
    expect(points.map(({ x }) => x)).toEqual(["9%", "98%"]);
  });

  it("doesn't claim to know what was between two counts that are far apart", () => {
    const { segments } = placeCounts([count(31, "2012-01-01"), count(40, "2012-02-01"), count(90, "2018-06-09")], 240);
    expect(segments.map(({ gap }) => gap)).toEqual([false, true]);
  });

  it("keeps every count inside the drawing, from 0 to more than a thousand", () => {
    for (const highest of [0, 1, 9, 31, 344, 1203]) {
      const { points, levels } = placeCounts([count(0, "2012-01-01"), count(highest, "2012-02-01")], 240);
      expect(points.every(({ y }) => y >= 0 && y <= 240)).toBe(true);
      expect(levels.at(-1)?.value).toBeGreaterThanOrEqual(highest);
      expect(levels.length).toBeLessThanOrEqual(6);
    }
  });

  it("labels a long range with a handful of years", () => {
    const { days } = placeCounts([count(31, "1998-03-01"), count(344, "2026-06-09")], 240);
    expect(days.length).toBeGreaterThanOrEqual(3);
    expect(days.length).toBeLessThanOrEqual(6);
  });
});
