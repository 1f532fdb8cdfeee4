import { headingsOf } from "@/lib/moderation/rules";
import { Refusal } from "@/lib/platform/errors";
import { renderText } from "@/lib/posts/render";
import { ANNOUNCEMENT_MAX, BANNER_LINE_MAX, BANNER_LINES_MAX, type OwnText } from "./schema";

/** A text of the forum as it is kept. Empty brings back what the forum came with, or takes an announcement away. */
export function renderOwnText(kind: OwnText, raw: string): { source: string; html: string } {
  if (kind === "banner") return { source: linesOf(raw).join("\n"), html: "" };
  if (raw.trim() === "" && kind !== "rules" && kind !== "privacy") return { source: "", html: "" };
  const { source, rendered } = renderText(raw);
  if (kind === "announcement" && source.length > ANNOUNCEMENT_MAX)
    throw inText(`It stands above every page, so please keep it under ${ANNOUNCEMENT_MAX} characters.`);
  if (kind === "rules" && headingsOf(source).length === 0)
    throw inText("Moderators name a rule by its heading, so the rules need some: lines that begin with ##.");
  return { source, html: rendered.html };
}

function linesOf(raw: string): string[] {
  const lines = raw
    .normalize("NFC")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean);
  if (lines.some((line) => /[\p{Cc}\p{Cs}]/u.test(line)))
    throw inText("There is a character in it that can’t be kept. Please take it out.");
  if (new Set(lines).size < lines.length) throw inText("Two of the lines are the same.");
  if (lines.length > BANNER_LINES_MAX) throw inText(`Please keep it to ${BANNER_LINES_MAX} lines.`);
  if (lines.some((line) => line.length > BANNER_LINE_MAX))
    throw inText(`Please keep each line under ${BANNER_LINE_MAX} characters.`);
  return lines;
}

function inText(sentence: string): Refusal {
  return new Refusal("text", sentence, { field: "text" });
}
