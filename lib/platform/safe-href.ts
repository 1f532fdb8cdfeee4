const ALLOWED = new Set(["http:", "https:", "mailto:"]);
const ADDRESS = /^[^\s@?&#/:,;<>"]+@[^\s@?&#/:,;<>"]+$/;
// Browsers drop control characters and turn backslashes into slashes before they read an address.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const TRICKS = /[\u0000-\u001f\u007f-\u009f\\]/;

/** The address as a browser will read it, host in punycode; null for whatever a member's link must not be. */
export function safeHref(typed: string): string | null {
  if (TRICKS.test(typed) || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  if (!ALLOWED.has(url.protocol) || url.username || url.password) return null;
  if (url.protocol === "mailto:") return ADDRESS.test(url.pathname) ? `mailto:${url.pathname}` : null;
  // new URL("https:example.org") is an absolute address; nobody means that.
  return url.host !== "" && /^https?:\/\//i.test(typed.trim()) ? url.href : null;
}
