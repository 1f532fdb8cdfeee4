import { parser } from "@/lib/platform/markdown-parser";

/** Where the fenced and indented code blocks of a Markdown source are, whole lines, in order. */
export function codeBlocksIn(source: string): { start: number; end: number }[] {
  const lineStarts = [0];
  for (const ending of source.matchAll(/\r\n?|\n/g)) lineStarts.push(ending.index + ending[0].length);
  const offsetOf = (line: number) => lineStarts[line] ?? source.length;

  const tokens: ReturnType<typeof parser.parse> = [];
  parser.block.parse(source.replace(/\r\n?/g, "\n"), parser, {}, tokens);
  return tokens
    .filter((token) => token.type === "fence" || token.type === "code_block")
    .map(({ map }) => ({ start: offsetOf(map?.[0] ?? 0), end: offsetOf(map?.[1] ?? 0) }));
}
