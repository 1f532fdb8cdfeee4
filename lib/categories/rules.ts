import { slugOf } from "@/lib/posts/text-rules";

/** The address of a new category: its name in plain letters, and a number where another one has that already. */
export function slugForCategory(name: string, taken: readonly string[]): string {
  const words = slugOf(name);
  const slug = words === "thread" && !/thread/i.test(name) ? "category" : words;
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
