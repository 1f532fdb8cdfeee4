/** The address of a thread's page; the first page has no number of its own. */
export function threadPath(thread: { id: number; slug: string }, page = 1): string {
  return `/t/${thread.id}/${thread.slug}${page > 1 ? `?page=${page}` : ""}`;
}

export function postPath(number: number): string {
  return `/p/${number}`;
}

export function studyPath(id: number): string {
  return `/studies/${id}`;
}
