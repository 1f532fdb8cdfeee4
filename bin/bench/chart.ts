import { ALLOWED_GROWTH, bySize, growthOf, perSecond, sizeOf } from "./growth";
import type { BrowserFigure, Report } from "./report";

// npm run bench -- --chart FILE…: reports become one drawing for docs/performance.md. It stands alone: no script, no
// font, no file beside it, and light or dark as its reader's machine is.

const WIDTH = 760;
const LABELS = 280;
const VALUES = 78;
const LINE = 24;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1c2a2d; }
  .head { font-size: 15px; font-weight: 700; }
  .note { fill: #556366; font-size: 12px; }
  .ground { fill: #fffefb; }
  .bar { fill: #0a6565; }
  .limit { stroke: #98202a; stroke-width: 2; }
  .axis { stroke: #dcd6c8; }
  .size0 { fill: #82867c; } .size1 { fill: #0a6565; } .size2 { fill: #8c3f12; } .size3 { fill: #3d4796; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4ebea; }
    .note { fill: #a0b0b1; }
    .ground { fill: #182124; }
    .bar { fill: #79cfc8; }
    .limit { stroke: #f5a3a0; }
    .axis { stroke: #2d3a3d; }
    .size0 { fill: #6e7f83; } .size1 { fill: #79cfc8; } .size2 { fill: #f0b48d; } .size3 { fill: #b3bcff; }
  }`;

/** One part of the drawing, from its own top, and the same in words. */
type Part = { height: number; drawn: string[]; said: string };

/** The first report's figures, and how those of all sizes compare. Reports of one size complete each other. */
export function chart(reports: Report[]): string {
  const sizes = bySize(reports);
  const shown = sizes.find((one) => reports[0] && sizeOf(one) === sizeOf(reports[0]));
  if (!shown) throw new Error("A chart is made of at least one report.");
  const parts = [
    bars("Guests", "guest", shown),
    bars("Members", "member", shown),
    browserPart(shown.browser ?? []),
    growth(sizes),
  ].filter((part) => part !== null);
  const about = `${amount(shown.posts)} posts; ${shown.machine}; ${shown.at.slice(0, 10)}`;
  let top = 50;
  const drawn = parts.flatMap((part) => {
    const group = `<g transform="translate(0 ${top})">${part.drawn.join("")}</g>`;
    top += part.height + 22;
    return group;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" role="img" aria-labelledby="title desc">`,
    `<title id="title">How fast the forum is</title>`,
    `<desc id="desc">${plain(`${about}. ${parts.map(({ said }) => said).join(" ")}`)}</desc>`,
    `<style>${STYLE}\n</style>`,
    `<rect class="ground" width="${WIDTH}" height="${top}" rx="8"/>`,
    text(16, 24, about, "note"),
    ...drawn,
    "</svg>\n",
  ].join("\n");
}

function bars(head: string, who: string, report: Report): Part | null {
  const rows = report.rows.flatMap((row) => {
    const one = row.name.startsWith(`${who}: `) ? perSecond(row) : null;
    return one ? [{ label: row.name.slice(who.length + 2), ...one }] : [];
  });
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ value }) => value));
  const long = WIDTH - LABELS - VALUES - 16;
  const note = `requests a second, ${rows[0]?.connections} at once`;
  return {
    height: 16 + rows.length * LINE,
    drawn: [
      ...heading(head, note),
      ...rows.flatMap(({ label, value }, at) => {
        const y = 16 + at * LINE;
        const length = Math.max(1, (value / most) * long);
        return [
          text(LABELS - 10, y + 16, label, "", "end"),
          `<rect class="bar" x="${LABELS}" y="${y + 4}" width="${exact(length)}" height="16" rx="2"/>`,
          text(LABELS + length + 6, y + 16, amount(value)),
        ];
      }),
    ],
    said: `${head}, ${note}: ${rows.map(({ label, value }) => `${label} ${amount(value)}`).join("; ")}.`,
  };
}

/** Each figure as a part of what it may be. */
function browserPart(figures: BrowserFigure[]): Part | null {
  const rows = figures.flatMap((one) => (one.bar ? [{ ...one, bar: one.bar, part: one.middle / one.bar }] : []));
  if (rows.length === 0) return null;
  const end = Math.max(1.1, ...rows.map(({ part }) => part));
  const long = WIDTH - LABELS - VALUES - 56;
  const limit = LABELS + long / end;
  const value = ({ middle, unit, bar }: (typeof rows)[number]) => `${amount(middle)} of ${amount(bar)} ${unit}`;
  return {
    height: 16 + rows.length * LINE,
    drawn: [
      ...heading("In a phone’s browser", "as a part of what is allowed (the line)"),
      ...rows.flatMap((row, at) => {
        const y = 16 + at * LINE;
        const length = Math.max(1, (row.part / end) * long);
        return [
          text(LABELS - 10, y + 16, row.name, "", "end"),
          `<rect class="bar" x="${LABELS}" y="${y + 4}" width="${exact(length)}" height="16" rx="2"/>`,
          text(LABELS + long + 8, y + 16, value(row)),
        ];
      }),
      line(limit, 18, limit, 16 + rows.length * LINE, "limit"),
    ],
    said: `In a phone’s browser: ${rows.map((row) => `${row.name} ${value(row)}`).join("; ")}.`,
  };
}

/** How many times as long each scenario takes with more posts; on a scale where twice is as far from once as half is. */
function growth(sizes: Report[]): Part | null {
  const [smallest, ...larger] = sizes;
  if (!smallest || larger.length === 0) return null;
  const rows = growthOf(sizes).flatMap(({ name, times }) => {
    const grown = larger.flatMap((report, at) => {
      const one = times[at + 1];
      return one ? [{ size: sizeOf(report), times: one }] : [];
    });
    return grown.length > 0 ? [{ name, grown }] : [];
  });
  if (rows.length === 0) return null;
  const times = rows.flatMap(({ grown }) => grown.map((one) => one.times));
  const [from, to] = [Math.min(0.5, ...times) / 1.1, Math.max(2, ...times) * 1.1];
  const long = WIDTH - LABELS - larger.length * 52 - 30;
  const x = (value: number) => LABELS + (Math.log(value / from) / Math.log(to / from)) * long;
  const classOf = (size: string) => `size${sizes.findIndex((one) => sizeOf(one) === size) % 4}`;
  const bottom = 40 + rows.length * LINE;
  const words = ({ name, grown }: (typeof rows)[number]) =>
    `${name} ${grown.map((one) => `${ratio(one.times)} with ${one.size}`).join(", ")}`;
  let legend = LABELS;
  return {
    height: bottom,
    drawn: [
      ...heading("Growth", `time (and memory), with ${sizeOf(smallest)} posts as 1; the line is ${ALLOWED_GROWTH}`),
      ...sizes.map(sizeOf).flatMap((size) => {
        const at = legend;
        legend += 30 + size.length * 8;
        return [`<circle class="${classOf(size)}" cx="${at + 5}" cy="26" r="5"/>`, text(at + 15, 30, size, "note")];
      }),
      line(x(1), 40, x(1), bottom, "axis"),
      line(x(ALLOWED_GROWTH), 40, x(ALLOWED_GROWTH), bottom, "limit"),
      ...rows.flatMap(({ name, grown }, at) => {
        const y = 40 + at * LINE + 12;
        return [
          text(LABELS - 10, y + 4, name, "", "end"),
          `<circle class="size0" cx="${exact(x(1))}" cy="${y}" r="4"/>`,
          ...grown.map((one) => `<circle class="${classOf(one.size)}" cx="${exact(x(one.times))}" cy="${y}" r="5"/>`),
          text(WIDTH - 16, y + 4, grown.map((one) => ratio(one.times)).join(" · "), "", "end"),
        ];
      }),
    ],
    said: `Time (and memory) compared with ${sizeOf(smallest)} posts: ${rows.map(words).join("; ")}.`,
  };
}

function heading(words: string, note: string): string[] {
  return [text(16, 8, words, "head"), text(LABELS, 8, note, "note")];
}

function text(x: number, y: number, words: string, className = "", anchor = ""): string {
  const attributes = [className && ` class="${className}"`, anchor && ` text-anchor="${anchor}"`].join("");
  return `<text x="${exact(x)}" y="${exact(y)}"${attributes}>${plain(words)}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number, className: string): string {
  return `<line class="${className}" x1="${exact(x1)}" y1="${exact(y1)}" x2="${exact(x2)}" y2="${exact(y2)}"/>`;
}

function exact(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function amount(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : exact(value);
}

function ratio(value: number): string {
  return `${value >= 10 ? Math.round(value) : (Math.round(value * 100) / 100).toString()} ×`;
}

function plain(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
