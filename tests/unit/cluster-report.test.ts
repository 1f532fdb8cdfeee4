import { describe, expect, it } from "vitest";
import type { Asked, Reply } from "@/bin/bench/cluster-load";
import { type ClusterReport, eventRows, judge, wrongs } from "@/bin/bench/cluster-report";

const asked = (kind: Asked["kind"], began: number, ended: number, status: number, fault: string | null = null) =>
  ({ kind, began, ended, status, fault }) satisfies Asked;
const reply = (text: string, acknowledged: boolean, tries = 1): Reply => ({ text, acknowledged, tries });

describe("what the bench of several machines finds", () => {
  it("a reply that was acknowledged and isn't there is lost; one that never was may be there or not", () => {
    const found = new Map([
      ["kept", 1],
      ["twice", 2],
      ["saved without a word", 1],
    ]);
    const replies = [
      reply("kept", true),
      reply("gone", true),
      reply("twice", true, 3),
      reply("saved without a word", false),
      reply("never came", false),
    ];
    expect(judge(replies, found)).toEqual({ acknowledged: 3, lost: 1, doubled: 1, tries: 7 });
  });

  it("a kind has healed when its last refusal is over, and what ended before the event doesn't count", () => {
    const rows = eventRows(
      [
        asked("thanks", 0, 90, 503),
        asked("thanks", 100, 400, 503),
        asked("thanks", 500, 600, 204),
        asked("search", 100, 900, 200),
        asked("search", 100, 700, 0, "no answer"),
      ],
      100,
    );
    expect(rows).toEqual([
      { kind: "search", asked: 2, refused: 0, other: 1, healedAfterMs: 600, longestMs: 800 },
      { kind: "thanks", asked: 2, refused: 1, other: 0, healedAfterMs: 300, longestMs: 300 },
    ]);
  });

  it("says what is wrong, each thing once, and nothing where all is well", () => {
    const cost = (app: number) => ({ requests: 100, seconds: 1, guestMs: 1, app, database: 0, pooler: 0, proxy: 0 });
    const well: ClusterReport = {
      at: "",
      machine: "",
      posts: 1,
      pooling: "",
      one: [cost(100), cost(180)], // something else ran meanwhile
      two: [cost(190), cost(114)],
      idleMs: 0,
      events: [],
      replies: { acknowledged: 5, lost: 0, doubled: 0, tries: 5 },
      thanks: { acknowledged: 1, lost: 0 },
      faults: [],
      damage: [],
    };
    expect(wrongs(well)).toEqual([]);
    const said = wrongs({
      ...well,
      two: [cost(120)],
      replies: { ...well.replies, lost: 1 },
      faults: ["500 for thanks", "500 for thanks"],
    });
    expect(said).toEqual([
      "1 replies that were acknowledged are gone.",
      "500 for thanks",
      "A request costs 1.20 × as much with two instances as with one; the bar is 1.15.",
    ]);
  });
});
