import { parseDocument } from "htmlparser2";

export type MarkupNode = ReturnType<typeof parseDocument>["children"][number];

const superscripts: Record<string, string> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "+": "⁺",
  "-": "⁻",
  "−": "⁻",
  "–": "⁻",
  "=": "⁼",
  "(": "⁽",
  ")": "⁾",
  n: "ⁿ",
  i: "ⁱ",
};
const subscripts: Record<string, string> = {
  "0": "₀",
  "1": "₁",
  "2": "₂",
  "3": "₃",
  "4": "₄",
  "5": "₅",
  "6": "₆",
  "7": "₇",
  "8": "₈",
  "9": "₉",
  "+": "₊",
  "-": "₋",
  "−": "₋",
  "–": "₋",
  "=": "₌",
  "(": "₍",
  ")": "₎",
};

/** Raised or lowered text without markup: Unicode's own characters where all exist, else ^(…) and _(…). Never dropped: 10⁷ is not 107. */
export function raised(text: string): string {
  return shifted(text, superscripts, "^");
}

export function lowered(text: string): string {
  return shifted(text, subscripts, "_");
}

function shifted(text: string, characters: Record<string, string>, mark: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const all = [...trimmed].map((character) => characters[character]);
  if (all.every((character) => character !== undefined)) return all.join("");
  return trimmed.length === 1 ? mark + trimmed : `${mark}(${trimmed})`;
}

/** Removes only runs of blanks; a title's line breaks are the printer's. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, " ").trim();
}

/** No title or name is so long, however much MathML is in it. */
const MOST_CHARACTERS = 50_000;

/** A title or name as plain text, from the inline HTML, JATS or MathML that registries put into their fields. */
export function plainText(markup: string): string {
  if (markup.length > MOST_CHARACTERS) return "";
  return oneLine(textOf(parseDocument(unescapedTwice(markup)).children));
}

/** NLM ends every title with a full stop that its paper doesn't have; undefined for an empty title. */
export function withoutFullStop(title: string): string | undefined {
  return title.replace(/(?<![.])\.$/, "").trim() || undefined;
}

/** Crossref escapes some names twice ("G3&amp;#58;"). */
function unescapedTwice(text: string): string {
  return text.replace(/&amp;(?=#\d{1,6};|#x[0-9a-f]{1,6};|(amp|lt|gt|quot|apos);)/gi, "&");
}

const skipped = new Set(["script", "style", "annotation", "annotation-xml", "tex-math"]);
/** What a line of text can't show; left out it would change what is said. Roots, fractions and pictures of formulas. */
export const unwritable = new Set(
  "mfrac msqrt mroot mover munder munderover mtable mmultiscripts inline-graphic".split(" "),
);
export const FORMULA = "[formula]";
const blocks = new Set(["p", "jats:p", "br", "div", "li", "jats:list-item", "jats:title", "title", "h4", "h3"]);

export function textOf(nodes: MarkupNode[]): string {
  let text = "";
  for (const node of nodes) {
    if (node.type === "text") text += node.data;
    else if ("children" in node && "name" in node) {
      const name = node.name;
      const local = name.replace(/^(?:mml|jats):/, "");
      if (skipped.has(local)) continue;
      if (unwritable.has(local)) {
        text += FORMULA;
        continue;
      }
      if (local === "alternatives") {
        text += oneOf(node.children as MarkupNode[]);
        continue;
      }
      const inner = textOf(node.children as MarkupNode[]);
      if (name === "sup" || name === "jats:sup") text += raised(inner);
      else if (name === "sub" || name === "jats:sub") text += lowered(inner);
      else if (name === "mml:msup" || name === "msup") text += mathShift(node.children as MarkupNode[], raised);
      else if (name === "mml:msub" || name === "msub") text += mathShift(node.children as MarkupNode[], lowered);
      else if (local === "msubsup") text += mathBoth(node.children as MarkupNode[]);
      else text += blocks.has(name) ? ` ${inner} ` : inner;
    }
  }
  return text;
}

/** JATS gives one formula several times, as MathML, TeX and picture. */
function oneOf(children: MarkupNode[]): string {
  const math = children.find((child) => "name" in child && /^(mml:)?math$/.test(child.name));
  return math ? textOf([math]) : FORMULA;
}

function mathBoth(children: MarkupNode[]): string {
  const [base, low, high] = children.filter((child) => child.type !== "text" || child.data.trim() !== "");
  const words = (node: MarkupNode | undefined) => textOf(node ? [node] : []);
  return words(base) + lowered(words(low)) + raised(words(high));
}

/** MathML writes base and exponent as two neighbours. */
function mathShift(children: MarkupNode[], shift: (text: string) => string): string {
  const [base, exponent, ...rest] = children.filter((child) => child.type !== "text" || child.data.trim() !== "");
  return textOf(base ? [base] : []) + shift(textOf(exponent ? [exponent] : [])) + textOf(rest);
}
