import { findPlace } from "@/lib/posts/queries";
import { postPath, threadPath } from "@/lib/threads/paths";
import { currentViewer } from "./auth";

/** The page and the spot of a post that someone has just written, thanked or changed. */
export async function placeOfPost({ number }: { number: number }): Promise<string> {
  const place = await findPlace(await currentViewer(), number);
  return place ? `${threadPath({ id: place.threadId, slug: place.slug }, place.page)}#p${number}` : postPath(number);
}
