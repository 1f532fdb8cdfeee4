/** `__Host-` cookies need https; a demo on the machine itself has none. */
export function sessionCookieName(origin: string | undefined): string {
  return origin?.startsWith("https:") ? "__Host-wellcited" : "wellcited";
}
