import sanitizeHtml from "sanitize-html";

declare const safe: unique symbol;
/** HTML that our own renderer made and the allow list let through. Nothing else may be put into a page as it is. */
export type SafeHtml = string & { readonly [safe]: true };

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);
}

export function attribute(name: string, value: string | number): string {
  return ` ${name}="${String(value).replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char)}"`;
}

const blocks = ["p", "blockquote", "h3", "h4", "h5", "li", "th", "td", "ul", "ol"];

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["p", "br", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "h3", "h4", "h5", "hr", "a"],
    ...["table", "thead", "tbody", "tr", "th", "td", "div", "input", "cite"],
  ],
  allowedAttributes: {
    ...Object.fromEntries(blocks.map((tag) => [tag, ["dir", "class"]])),
    blockquote: ["dir", "class", "data-post"],
    ol: ["start"],
    ul: [],
    a: ["href", "class", "rel", "data-kind", "data-value"],
    div: ["class", "tabindex", "role", "aria-label"],
    pre: ["tabindex"],
    code: ["class"],
    cite: ["data-post", "class"],
    input: ["type", "disabled", "checked", "aria-label"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
};

/** A second net behind the renderer: null where it would have changed something, which means the renderer has a hole. */
export function checkedHtml(html: string): SafeHtml | null {
  return sanitizeHtml(html, ALLOWED) === html ? (html as SafeHtml) : null;
}

/** The source as it was typed, readable and harmless. */
export function asPlainHtml(source: string): SafeHtml {
  return `<p dir="auto">${escapeText(source).replaceAll("\n", "<br />\n")}</p>` as SafeHtml;
}
