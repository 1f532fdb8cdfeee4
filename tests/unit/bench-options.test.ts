import { describe, expect, it } from "vitest";
import { readOptions, USAGE } from "@/bin/bench/options";

describe("what a benchmark is asked for", () => {
  it("is ten thousand posts and three rounds where nothing is said", () => {
    const nothing = {
      posts: 10_000,
      rounds: 3,
      seconds: 4,
      connections: [1, 16, 64],
      folder: ".bench",
      cluster: false,
    };
    expect(readOptions([])).toMatchObject({ what: "bench", options: nothing });
    expect(readOptions(["--cluster"])).toMatchObject({ options: { posts: 60_000 } });
    expect(readOptions(["--only", "look-ups"])).toMatchObject({ what: "look-ups" });
  });

  it("is a table or a drawing of reports", () => {
    expect(readOptions(["--growth", "a.json", "b.json"])).toEqual({ what: "growth", files: ["a.json", "b.json"] });
    expect(readOptions(["--chart", "a.json"])).toEqual({ what: "chart", files: ["a.json"] });
  });

  it("is told whole to who asks how, and names each option that there is", () => {
    for (const ask of [["--help"], ["-h"], ["--posts", "6000", "--help"]]) expect(readOptions(ask).what).toBe("help");
    const named = USAGE.match(/^ {2}--[a-z]+/gm)?.map((line) => line.trim());
    for (const name of new Set(named)) {
      const value = { "--posts": "6000", "--soak": "1", "--rounds": "1", "--seconds": "1", "--connections": "1" }[name];
      expect(() => readOptions([name, value ?? "x"]), name).not.toThrow("Unknown option");
    }
  });

  it.each([
    [["--post", "6000"], "Unknown option '--post'"],
    [["--posts", "5999"], "--posts is a whole number, from 6000 up; this is “5999”."],
    [["--posts", "many"], "--posts is a whole number, from 6000 up; this is “many”."],
    [["--connections", "1,,4"], "--connections is a whole number, from 1 up; this is “”."],
    [["--rounds", "0"], "--rounds is a whole number, from 1 up; this is “0”."],
    [["--soak", "soon"], "--soak is a whole number, from 1 up; this is “soon”."],
    [["--growth"], "--growth needs the reports that it is made of."],
    [["report.json"], "report.json says nothing here"],
  ])("%j is refused with what there is", (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence);
    expect(() => readOptions(args)).toThrow("--growth FILE…");
  });
});
