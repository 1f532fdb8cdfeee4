import type { Token } from "markdown-it";
import { safeHref } from "@/lib/platform/safe-href";
import { addressOf } from "@/lib/studies/identifiers";
import { isStudyHost } from "@/lib/studies/recognise";
import type { Identifier } from "@/lib/studies/types";
import { attribute, escapeText } from "./html";
import { InlineText, type NamedMember, type NamedStudy, studyBehind } from "./inline-text";
import { openMention } from "./mentions";
import { openQuote } from "./quote-blocks";

const REL = attribute("rel", "ugc nofollow noopener noreferrer");
const HEADINGS: Record<string, string> = { h1: "h3", h2: "h4" };
const DEEPEST_QUOTE_SHOWN = 10;
const LARGEST_LIST_START = 9999;

/** Turns the parser's tokens into HTML from a fixed list of elements; a token it doesn't know shows as its text. */
export class TokenHtml {
  readonly mentions = new Map<string, string>();
  readonly hosts = new Set<string>();
  readonly links = new Set<string>();
  private quoteDepth = 0;
  private referenceDepth = 0;
  private readonly openQuotes: Token[] = [];
  private checkbox = "";

  constructor(
    private readonly references: Map<Token, number>,
    private readonly cited: (study: Identifier) => boolean,
  ) {}

  render(tokens: Token[]): string {
    return tokens.map((token, at) => this.block(token, tokens, at)).join("");
  }

  private block(token: Token, tokens: Token[], at: number): string {
    switch (token.type) {
      case "inline":
        return this.checkboxThen(this.inline(token.children ?? []));
      case "paragraph_open":
        return token.hidden || isEmptied(tokens[at + 1]) ? "" : '<p dir="auto">';
      case "paragraph_close":
        if (isEmptied(tokens[at - 1])) return "";
        return token.hidden ? (tokens[at + 1]?.type === "list_item_close" ? "" : "\n") : "</p>\n";
      case "heading_open":
        return `<${HEADINGS[token.tag] ?? "h5"} dir="auto">`;
      case "heading_close":
        return `</${HEADINGS[token.tag] ?? "h5"}>\n`;
      case "blockquote_open":
        return this.openBlockquote(token);
      case "blockquote_close":
        return this.closeBlockquote();
      case "bullet_list_open":
        return "<ul>\n";
      case "bullet_list_close":
        return "</ul>\n";
      case "ordered_list_open": {
        const start = Number(token.attrGet("start") ?? 1);
        return `<ol${start !== 1 && start <= LARGEST_LIST_START ? attribute("start", start) : ""}>\n`;
      }
      case "ordered_list_close":
        return "</ol>\n";
      case "list_item_open":
        this.checkbox = takeCheckbox(tokens[at + 1], tokens[at + 2]);
        return '<li dir="auto">';
      case "list_item_close":
        return "</li>\n";
      case "fence":
        return codeBlock(token.content, token.info);
      case "code_block":
        return codeBlock(token.content, "");
      case "hr":
        return "<hr />\n";
      // A wide table scrolls by itself; for that it must be reachable by keyboard and say what it is.
      case "table_open":
        return '<div class="table-wrap" tabindex="0" role="group" aria-label="Table"><table>\n';
      case "table_close":
        return "</table></div>\n";
      case "thead_open":
      case "tbody_open":
      case "tr_open":
        return `<${token.tag}>`;
      case "thead_close":
      case "tbody_close":
      case "tr_close":
        return `</${token.tag}>\n`;
      case "th_open":
      case "td_open":
        return `<${token.tag}${alignment(token)} dir="auto">`;
      case "th_close":
      case "td_close":
        return `</${token.tag}>`;
      default:
        return escapeText(token.content);
    }
  }

  private openBlockquote(token: Token): string {
    this.openQuotes.push(token);
    this.quoteDepth++;
    const number = this.references.get(token);
    if (number !== undefined) this.referenceDepth++;
    // Also a flattened quote keeps its reference, or hiding the quoted post would leave its words here.
    if (number !== undefined) return `${openQuote(number)}\n`;
    return this.quoteDepth > DEEPEST_QUOTE_SHOWN ? "" : '<blockquote dir="auto">\n';
  }

  private closeBlockquote(): string {
    const opened = this.openQuotes.pop();
    const isReference = opened !== undefined && this.references.has(opened);
    const shown = isReference || this.quoteDepth <= DEEPEST_QUOTE_SHOWN;
    this.quoteDepth--;
    if (isReference) this.referenceDepth--;
    return shown ? "</blockquote>\n" : "";
  }

  private checkboxThen(html: string): string {
    const checkbox = this.checkbox;
    this.checkbox = "";
    return checkbox + html;
  }

  private inline(children: Token[]): string {
    const pieces = withoutEmptyLinks(children);
    const text = new InlineText(pieces);
    // Whoever is named in a quote was called when that post was written.
    const called = this.referenceDepth === 0 ? text.mentions() : new Map<Token, NamedMember[]>();
    for (const { name } of [...called.values()].flat()) this.mentions.set(name.toLowerCase(), name);
    const studies = text.studies(this.cited);
    let linked = false;
    return pieces
      .map((token, at) => {
        if (token.type === "link_open") linked = true;
        if (token.type === "link_close") linked = false;
        return this.piece(token, pieces[at + 1], linked, studies.get(token) ?? [], called.get(token) ?? []);
      })
      .join("");
  }

  private piece(
    token: Token,
    next: Token | undefined,
    linked: boolean,
    studies: NamedStudy[],
    called: NamedMember[],
  ): string {
    switch (token.type) {
      case "text":
        return withMarks(token.content, studies, called);
      case "code_inline":
        return `<code>${withMarks(token.content, studies)}</code>`;
      case "softbreak":
      case "hardbreak":
        return "<br />\n";
      case "strong_open":
      case "em_open":
      case "s_open":
        return `<${token.tag}>`;
      case "strong_close":
      case "em_close":
      case "s_close":
        return `</${token.tag}>`;
      case "link_open":
        return this.openLink(hrefOf(token, next));
      case "link_close":
        return "</a>";
      case "image":
        return this.picture(token, linked);
      default:
        return escapeText(token.content);
    }
  }

  private openLink(href: string): string {
    const study = studyBehind(href, this.cited);
    this.noteLink(href, study !== null && isStudyHost(hostOf(href)));
    const marks = study ? studyMarks(study) : "";
    return `<a${attribute("href", href)}${marks}${REL}>`;
  }

  /** A picture elsewhere would tell that host who reads here, so it becomes a link. */
  private picture(token: Token, linked: boolean): string {
    const href = safeHref(String(token.attrGet("src") ?? "")) ?? "";
    const words = plainText(token.children).trim() || "picture";
    if (href === "") return escapeText(words);
    const label = `${words} (${hostOf(href) || href})`;
    if (linked) return escapeText(label);
    this.noteLink(href, false);
    return `<a${attribute("href", href)}${attribute("class", "picture-link")}${REL}>${escapeText(label)}</a>`;
  }

  private noteLink(href: string, isStudy: boolean) {
    const host = hostOf(href);
    if (host) this.hosts.add(host);
    if (href && !isStudy) this.links.add(href);
  }
}

function isEmptied(token: Token | undefined): boolean {
  return token?.type === "inline" && token.children?.length === 0;
}

function codeBlock(content: string, info: string): string {
  const language = /^\s*([a-z0-9+#-]{1,20})(?=\s|$)/i.exec(info)?.[1];
  const classes = language ? attribute("class", `language-${language.toLowerCase()}`) : "";
  return `<pre tabindex="0"><code${classes}>${escapeText(content)}</code></pre>\n`;
}

function alignment(token: Token): string {
  const side = /text-align:(left|center|right)/.exec(String(token.attrGet("style") ?? ""))?.[1];
  return side ? attribute("class", `align-${side}`) : "";
}

/** "[ ]" and "[x]" at the start of a list item; gives the box and takes the brackets out of the text. */
function takeCheckbox(paragraph: Token | undefined, inline: Token | undefined): string {
  const first = inline?.children?.[0];
  const mark =
    paragraph?.type === "paragraph_open" && first?.type === "text" ? /^\[([ xX])\] (?=.)/.exec(first.content) : null;
  if (!mark || !first) return "";
  first.content = first.content.slice(mark[0].length);
  return mark[1] === " "
    ? '<input type="checkbox" disabled aria-label="Not done" /> '
    : '<input type="checkbox" disabled checked aria-label="Done" /> ';
}

/**
 * Links that are none: without an address, as in "[x]()", and bare hosts. "counts.So I" is a missing blank rather than
 * a host, so what was typed without a scheme needs a path or "www." to be a link.
 */
function withoutEmptyLinks(children: Token[]): Token[] {
  let dropped = false;
  return children.filter((token, at) => {
    if (token.type === "link_open") dropped = !token.attrGet("href") || isBareHost(token, children[at + 1]);
    return !(dropped && (token.type === "link_open" || token.type === "link_close"));
  });
}

function isBareHost(link: Token, text: Token | undefined): boolean {
  return link.markup === "linkify" && !/^[a-z]+:|^www\.|\//i.test(text?.content ?? "");
}

function hrefOf(link: Token, text: Token | undefined): string {
  const href = String(link.attrGet("href") ?? "");
  const typedWithoutScheme = link.markup === "linkify" && !/^[a-z]+:/i.test(text?.content ?? "");
  return typedWithoutScheme ? href.replace(/^http:/, "https:") : href;
}

/** The words of a token with its studies as links and the names it calls marked; where both meet, the study stays. */
function withMarks(content: string, studies: NamedStudy[], called: NamedMember[] = []): string {
  const names = called.filter(({ start, end }) => !studies.some((study) => study.start < end && start < study.end));
  let html = "";
  let copiedTo = 0;
  for (const mark of [...studies, ...names].sort((a, b) => a.start - b.start)) {
    const words = escapeText(content.slice(mark.start, mark.end));
    html += escapeText(content.slice(copiedTo, mark.start));
    html +=
      "name" in mark
        ? openMention(words)
        : `<a${attribute("href", addressOf(mark))}${studyMarks(mark)}${REL}>${words}</a>`;
    copiedTo = mark.end;
  }
  return html + escapeText(content.slice(copiedTo));
}

function studyMarks({ kind, value }: Identifier): string {
  return `${attribute("class", "study-link")}${attribute("data-kind", kind)}${attribute("data-value", value)}`;
}

function plainText(tokens: Token[] | null): string {
  return (tokens ?? [])
    .map((token) => (token.type === "softbreak" ? " " : token.content || plainText(token.children)))
    .join("");
}

function hostOf(href: string): string {
  return /^https?:/.test(href) && URL.canParse(href) ? new URL(href).host : "";
}
