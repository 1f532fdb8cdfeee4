const LONGEST_LONG_FORM = 90;
const MOST_SHORT_FORMS = 30;

/** "Surgical site infection (SSI)": short forms with what they stand for, where their letters are those of the words before. */
export function shortForms(text: string): Map<string, string> {
  const forms = new Map<string, string>();
  for (const match of text.matchAll(/\(([A-Z][A-Za-z]{0,5}[A-Z])s?\)/g)) {
    const short = match[1] as string;
    if (forms.size >= MOST_SHORT_FORMS) break;
    if (forms.has(short)) continue;
    const before = text.slice(Math.max(0, match.index - LONGEST_LONG_FORM), match.index).trimEnd();
    const words = before.split(/[\s-]+/).slice(-(short.length + 3));
    for (let from = words.length - 1; from >= 0; from--) {
      const long = words.slice(from).join(" ");
      if (standsFor(short.toLowerCase(), long.toLowerCase())) {
        forms.set(short, long);
        break;
      }
    }
  }
  return forms;
}

function standsFor(short: string, long: string): boolean {
  if (short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  // Each word but the small ones gives a letter, so that "care after deep vein thrombosis" isn't what DVT means.
  return at === short.length && long.split(" ").length <= short.length + 1 && /\w{3}/.test(long);
}
