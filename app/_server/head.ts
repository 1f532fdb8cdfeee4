import type { Metadata } from "next";
import { forumMetadata } from "./forum-metadata";

/** The little of Next's metadata that our pages use. */
type Known = {
  title?: string;
  description?: string;
  robots?: { index?: boolean; follow?: boolean };
  alternates?: { canonical?: string; types?: Record<string, string> };
  openGraph?: { type?: string; title?: string; description?: string; url?: string; siteName?: string; locale?: string };
};

/** What Next writes into the head for this metadata, to the letter; a test compares the two. */
export function headOf(metadata: Metadata): string {
  const forum = forumMetadata();
  const page = metadata as Known;
  const title =
    page.title === undefined ? forum.title.default : forum.title.template.replace("%s", () => page.title ?? "");
  const description = page.description ?? forum.description;
  const { canonical, types } = page.alternates ?? (forum.alternates as Known["alternates"] & object);
  const graph: NonNullable<Known["openGraph"]> = page.openGraph ?? forum.openGraph;
  const shown = { title: graph.title ?? title, description: graph.description ?? description };
  const at = (path: string) => new URL(path, forum.metadataBase).href.replace(/(?<=^https?:\/\/[^/]+)\/$/, "");
  return [
    '<meta name="color-scheme" content="light dark"/>',
    `<title>${escaped(title)}</title>`,
    named("description", description),
    page.robots && named("robots", robotsWords(page.robots)),
    canonical && `<link rel="canonical" href="${escaped(at(canonical))}"/>`,
    ...Object.entries(types ?? {}).map(
      ([type, path]) => `<link rel="alternate" type="${type}" href="${escaped(at(path))}"/>`,
    ),
    property("og:title", shown.title),
    property("og:description", shown.description),
    graph.url && property("og:url", at(graph.url)),
    graph.siteName && property("og:site_name", graph.siteName),
    graph.locale && property("og:locale", graph.locale),
    graph.type && property("og:type", graph.type),
    named("twitter:card", "summary"),
    named("twitter:title", shown.title),
    named("twitter:description", shown.description),
    `<link rel="icon" href="${forum.icons.icon}"/>`,
  ]
    .filter(Boolean)
    .join("");
}

function named(name: string, content: string): string {
  return `<meta name="${name}" content="${escaped(content)}"/>`;
}

function property(name: string, content: string): string {
  return `<meta property="${name}" content="${escaped(content)}"/>`;
}

function robotsWords({ index, follow }: NonNullable<Known["robots"]>): string {
  const word = (on: boolean | undefined, name: string) => (on === undefined ? "" : on ? name : `no${name}`);
  return [word(index, "index"), word(follow, "follow")].filter(Boolean).join(", ");
}

/** As React escapes text. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
