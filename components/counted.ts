/** "1 post", "1,204 posts" */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
}

/** "2 threads"; "at least 43 threads" where the counting ended there. */
export function countedThreads({ threads, more = false }: { threads: number; more?: boolean }): string {
  return `${more ? "at least " : ""}${counted(threads, "thread")}`;
}
