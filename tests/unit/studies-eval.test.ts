import { beforeAll, describe, expect, test } from "vitest";
import { askedCases, type Case, inventedCases, recordedCases } from "../cards/cases";
import { type Figure, measure } from "../cards/measure";
import { samples } from "../support/fake-registries";

// The bars that the cards were promised to keep, on records that people read and labelled (npm run eval:cards prints them).

let cases: Case[] = [];
let all: Figure[] = [];
let heldOut: Figure[] = [];
beforeAll(async () => {
  cases = [...inventedCases(), ...(await askedCases()), ...(await recordedCases())];
  all = measure(cases);
  heldOut = measure(cases.filter((one) => one.heldOut));
}, 60_000);

const names = measure([]).map(({ name }) => name);

describe("what the cards say, against what a person read", () => {
  test("there are enough cases", () => {
    expect(cases.filter(({ records }) => records.some(({ facts }) => facts.abstract)).length).toBeGreaterThanOrEqual(
      samples ? 180 : 140,
    );
  });

  test.each(names)("%s", (name) => {
    const figure = all.find((one) => one.name === name);
    expect(figure?.ok, figure?.fails.join("\n")).toBe(true);
  });

  test.each(names)("%s, of those that the rules weren't written by", (name) => {
    const figure = heldOut.find((one) => one.name === name);
    expect(figure?.ok, figure?.fails.join("\n")).toBe(true);
  });
});
