import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/styles/tokens.css", "utf8");

/** The colours between a selector and its closing brace. */
function coloursAfter(selector: string): Record<string, string> {
  const from = css.indexOf(`${selector} {`);
  if (from < 0) throw new Error(`tokens.css has no ${selector}`);
  const block = css.slice(from, css.indexOf("}", from));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const light = coloursAfter(":root");
const dark = coloursAfter(':root:not([data-theme="light"])');
const chosenDark = coloursAfter(':root[data-theme="dark"]');

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const texts: [text: string, ...grounds: string[]][] = [
  ["ink", "ground", "surface", "sunk", "accent-soft", "caution-soft", "stop-soft", "added", "removed"],
  ["muted", "ground", "surface", "sunk"],
  ["accent", "ground", "surface", "sunk", "accent-soft", "caution-soft"],
  ["accent-strong", "ground", "surface", "sunk", "accent-soft"],
  ["on-accent", "accent", "accent-strong"],
  ["thanks", "thanks-soft", "ground"],
  ["caution", "caution-soft", "ground", "surface"],
  ["stop", "stop-soft", "ground", "surface"],
  ["moderator", "moderator-soft"],
  ["ground", "ink"],
];

const controls: [edge: string, ...grounds: string[]][] = [
  ["edge", "ground", "surface", "sunk"],
  ["accent", "ground", "surface", "sunk"],
  ["stop", "ground", "surface"],
];

describe.each([
  ["light", light],
  ["dark", dark],
])("in the %s room", (_, colours) => {
  const pick = (name: string) => colours[name] ?? `no --${name}`;

  it.each(texts.flatMap(([text, ...grounds]) => grounds.map((ground) => [text, ground] as const)))(
    "%s can be read on %s",
    (text, ground) => {
      expect(contrast(pick(text), pick(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(controls.flatMap(([edge, ...grounds]) => grounds.map((ground) => [edge, ground] as const)))(
    "the edge %s of a control stands out from %s",
    (edge, ground) => {
      expect(contrast(pick(edge), pick(ground))).toBeGreaterThanOrEqual(3);
    },
  );
});

it("the dark room is the same whether the system or the reader chose it", () => {
  expect(chosenDark).toEqual(dark);
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});
