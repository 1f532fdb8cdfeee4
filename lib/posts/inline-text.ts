import type { Token } from "markdown-it";
import { recogniseInLine, recogniseInUrl } from "@/lib/studies/recognise";
import type { Identifier } from "@/lib/studies/types";

/** A name called with "@" in the content of one text token, by its place there. */
export type NamedMember = { name: string; start: number; end: number };

/** A study named in the content of one text token, by its place there. */
export type NamedStudy = Identifier & { start: number; end: number };

// Stands for a link or picture: no blank, no letter, no part of any identifier.
const LINK = "\ufffc";
const MENTION = /(?<![\p{L}\p{N}_.@/-])@([\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]{0,59})/gu;
// A list of hundreds of numbers would become hundreds of links, each ten times its text.
const MOST_STUDY_LINKS = 100;

/** One paragraph's words as the reader sees them, though emphasis cuts them into many tokens. */
export class InlineText {
  private readonly places: { token: Token; start: number }[] = [];
  readonly text: string;

  constructor(children: Token[]) {
    let text = "";
    let linked = false;
    for (const token of children) {
      if (token.type === "link_open") {
        linked = true;
        text += LINK;
      } else if (token.type === "link_close") linked = false;
      else if (linked) continue;
      else if (token.type === "softbreak" || token.type === "hardbreak") text += "\n";
      else if (token.type === "image") text += LINK;
      else if (token.type === "text" || token.type === "code_inline") {
        const edge = token.type === "code_inline" ? "`" : "";
        this.places.push({ token, start: text.length + edge.length });
        text += edge + token.content + edge;
      }
    }
    this.text = text;
  }

  /** The studies named in each token. One that stretches over several tokens gets no link, though it is a citation. */
  studies(cited: (study: Identifier) => boolean): Map<Token, NamedStudy[]> {
    const named = new Map<Token, NamedStudy[]>();
    let next = 0;
    for (const { kind, value, start, end } of recogniseInLine(this.text).filter(cited).slice(0, MOST_STUDY_LINKS)) {
      while ((this.places[next + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) next++;
      const place = this.places[next];
      if (!place || start < place.start || end > place.start + place.token.content.length) continue;
      const studies = named.get(place.token) ?? [];
      studies.push({ kind, value, start: start - place.start, end: end - place.start });
      named.set(place.token, studies);
    }
    return named;
  }

  /** The names called with "@" in each token, without the full stop of the sentence; none in code or links. */
  mentions(): Map<Token, NamedMember[]> {
    const called = new Map<Token, NamedMember[]>();
    for (const match of this.withoutCode().matchAll(MENTION)) {
      const name = (match[1] ?? "").replace(/[.-]+$/, "");
      const end = match.index + 1 + name.length;
      const place = this.places.findLast(({ start }) => start <= match.index);
      // A name that emphasis cuts in two is nobody’s.
      if (!place || end > place.start + place.token.content.length) continue;
      const names = called.get(place.token) ?? [];
      names.push({ name, start: match.index - place.start, end: end - place.start });
      called.set(place.token, names);
    }
    return called;
  }

  private withoutCode(): string {
    return this.places.reduce(
      (text, { token, start }) =>
        token.type === "code_inline"
          ? text.slice(0, start) + LINK.repeat(token.content.length) + text.slice(start + token.content.length)
          : text,
      this.text,
    );
  }
}

/** The first study that a link's target names, if the post cites it. */
export function studyBehind(href: string, cited: (study: Identifier) => boolean): Identifier | null {
  return recogniseInUrl(href).find(cited) ?? null;
}
