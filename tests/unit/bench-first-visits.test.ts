import { expect, it } from "vitest";
import { firstVisits, type ThreadPage } from "@/bin/bench/first-visits";

it.each([2, 3, 7, 250])("of %i pages, each visit finds its thread changed since the one before", (count) => {
  // Every third page is one of the same long thread.
  const pages: ThreadPage[] = Array.from({ length: count }, (_, n) => {
    const threadId = n % 3 ? n : 0;
    return { path: `/t/${threadId}/thread?page=${n}`, threadId };
  });
  const threads = new Map(pages.map(({ path, threadId }) => [path, threadId]));
  const kept = new Set<string>();
  const next = firstVisits(pages, (expired) => {
    for (const path of kept) if (expired.includes(threads.get(path) ?? -1)) kept.delete(path);
  });
  const visited = new Set<string>();
  for (let visit = 0; visit < count * 4; visit++) {
    const path = next();
    expect(kept).not.toContain(path);
    kept.add(path);
    visited.add(path);
  }
  expect(visited.size).toBe(count);
});
