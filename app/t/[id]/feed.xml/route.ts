import { atomFeed } from "@/app/_server/atom";
import { isRefusal } from "@/lib/platform/errors";
import { guest } from "@/lib/policy/viewer";
import { threadPath } from "@/lib/threads/paths";
import { listFeedPosts, readThread } from "@/lib/threads/queries";

/** A feed is read by machines without a session: it holds what guests see, whoever asks. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  try {
    if (!/^[1-9]\d{0,8}$/.test(id)) return new Response("There is nothing here.\n", { status: 404 });
    const thread = await readThread(guest, Number(id));
    return atomFeed({
      path: `/t/${id}/feed.xml`,
      page: threadPath(thread),
      title: `Wellcited: ${thread.title}`,
      posts: await listFeedPosts({ threadId: thread.id }),
    });
  } catch (error) {
    if (isRefusal(error)) return new Response("There is nothing here.\n", { status: 404 });
    throw error;
  }
}
