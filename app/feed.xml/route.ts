import { atomFeed } from "@/app/_server/atom";
import { listFeedPosts } from "@/lib/threads/queries";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return atomFeed({ path: "/feed.xml", page: "/", title: "Wellcited: newest posts", posts: await listFeedPosts({}) });
}
