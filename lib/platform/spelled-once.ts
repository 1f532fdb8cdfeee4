/** One spelling for all ways of escaping the same path. */
export function spelledOnce(pathname: string): string {
  return pathname
    .split("/")
    .map((part) => encodeURIComponent(decodeURIComponent(part)))
    .join("/");
}
