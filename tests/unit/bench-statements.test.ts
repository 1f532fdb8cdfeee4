import { describe, expect, it } from "vitest";
import { type Call, middleRequest } from "@/bin/bench/statements";

const who: Call = { id: "1", text: "SELECT m.*", calls: 1 };
const posts: Call = { id: "2", text: "SELECT p.*", calls: 2 };
const lease: Call = { id: "3", text: 'UPDATE "Instance"', calls: 1 };
const sweep: Call = { id: "4", text: 'DELETE FROM "Expiry"', calls: 6 };

describe("the statements of a request", () => {
  it("are those of the middle one, however much came beside others", () => {
    const requests = [
      [who, posts],
      [who, posts, sweep],
      [who, posts],
    ];
    expect(middleRequest(requests, new Set())).toEqual({ count: 3, texts: ["2 × SELECT p.*", "SELECT m.*"] });
  });

  it("are without what the forum asks by itself all the time", () => {
    const requests = [[who, lease], [lease, who], [who]];
    expect(middleRequest(requests, new Set(["3"]))?.count).toBe(1);
    expect(middleRequest([[lease], [], [lease]], new Set(["3"]))).toEqual({ count: 0, texts: [] });
  });

  it("are not known where no request was answered", () => {
    expect(middleRequest([], new Set())).toBeNull();
  });
});
