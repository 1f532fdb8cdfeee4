import { expect, test } from "vitest";
import { readSources, withoutComments } from "../support/source";

// Public pages are sent whole: they work with every script removed, and a 404 is a 404.

const sources = readSources(["app", "components"]).map(({ path, text }) => ({ path, text: withoutComments(text) }));

test.each([
  ["waits in the middle of a page", /<Suspense\b/],
  ["sets a style that the content policy would refuse", /\sstyle=\{/],
  ["has a handler that only a script could run", /\son[A-Z]\w+=\{/],
  ["keeps state in the browser", /\buse(State|Effect|ActionState|Optimistic|Reducer)\(/],
])("nothing %s", (_what, pattern) => {
  expect(sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
});

test("no page streams a placeholder first", () => {
  expect(sources.filter(({ path }) => /\/loading\.tsx$/.test(path)).map(({ path }) => path)).toEqual([]);
});

test("nothing on a page is loaded from another host", () => {
  const styles = readSources(["app", "public"], /\.(css|js)$/);
  const remote = [...sources, ...styles].filter(({ text }) =>
    /(\bsrc=["'{`]+https?:|url\(["']?https?:|@import\s+["']https?:)/.test(text),
  );
  expect(remote.map(({ path }) => path)).toEqual([]);
});
