import { diffWordsWithSpace } from "diff";

export type Change = { kind: "same" | "added" | "removed"; text: string };

/** What changed between two texts, word by word. Very different long texts count as all removed and all added. */
export function wordChanges(before: string, after: string): Change[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: 4_000 });
  if (!parts)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  return parts.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
