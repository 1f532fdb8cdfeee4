/** The names of what a page can depend on. Reads declare them with `seen`, writes with `touch`. */
export const tags = {
  front: () => "front",
  /** Which threads and categories there are, and their addresses: whatever is written in them changes nothing. */
  threads: () => "threads",
  category: (id: number) => `category:${id}`,
  thread: (id: number) => `thread:${id}`,
  /** One post, wherever else its words are quoted. */
  post: (number: number) => `post:${number}`,
  /** Whether a thread is shown, wherever else its posts are quoted. */
  shown: (id: number) => `shown:${id}`,
  /** How someone appears wherever they are named. */
  member: (id: number) => `member:${id}`,
  /** Their own page, with its counts. */
  profile: (id: number) => `profile:${id}`,
  study: (id: number) => `study:${id}`,
  studies: () => "studies",
  documents: () => "documents",
  /** The public log of moderation. */
  log: () => "log",
  /** Every page there is: for what stands on all of them, and for changes that reach further than tags can follow. */
  everything: () => "everything",
};
