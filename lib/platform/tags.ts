/** The names of what a page can depend on. Reads declare them with `seen`, writes with `touch`. */
export const tags = {
  front: () => "front",
  category: (id: number) => `category:${id}`,
  thread: (id: number) => `thread:${id}`,
  member: (id: number) => `member:${id}`,
  study: (id: number) => `study:${id}`,
  studies: () => "studies",
  documents: () => "documents",
};
