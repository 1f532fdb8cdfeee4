/** `__Host-` cookies need https; a demo on the machine itself has none. */
export function sessionCookieName(origin: string | undefined): string {
  return origin?.startsWith("https:") ? "__Host-wellcited" : "wellcited";
}

/** What the Cookie header says under this name; null where it says nothing. */
export function cookieIn(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? "").split(/;\s*/)) {
    if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1);
  }
  return null;
}
