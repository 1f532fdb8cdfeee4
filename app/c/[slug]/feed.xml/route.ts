import { atomFeed } from "@/app/_server/atom";
import { readCategory } from "@/lib/categories/queries";
import { isRefusal } from "@/lib/platform/errors";
import { guest } from "@/lib/policy/viewer";
import { listFeedPosts } from "@/lib/threads/queries";

/** A feed is read by machines without a session: it holds what guests see, whoever asks. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params;
  try {
    const category = await readCategory(guest, slug);
    return atomFeed({
      path: `/c/${slug}/feed.xml`,
      page: `/c/${slug}`,
      title: `Wellcited: ${category.name}`,
      posts: await listFeedPosts({ categoryId: category.id }),
    });
  } catch (error) {
    if (isRefusal(error)) return new Response("There is nothing here.\n", { status: 404 });
    throw error;
  }
}
