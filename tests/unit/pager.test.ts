import { describe, expect, it } from "vitest";
import { pageNumbers } from "@/components/pager";

describe("page numbers", () => {
  it.each([
    [1, 1, "1"],
    [1, 3, "1 2 3"],
    [1, 15, "1 2 … 15"],
    [3, 15, "1 2 3 4 … 15"],
    [4, 15, "1 2 3 4 5 … 15"],
    [7, 15, "1 … 6 7 8 … 15"],
    [15, 15, "1 … 14 15"],
    [13, 15, "1 … 12 13 14 15"],
  ])("on page %i of %i read %s", (page, pages, read) => {
    expect(
      pageNumbers(page, pages)
        .map((n) => n ?? "…")
        .join(" "),
    ).toBe(read);
  });
});
