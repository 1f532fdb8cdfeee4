import { currentViewer } from "@/app/_server/auth";
import { findPostForAction } from "@/lib/posts/queries";
import { listCitations } from "@/lib/studies/queries";

/** The cards of one post as they are now, for a page that was opened while a study was being looked up. */
export async function GET(_: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const { number } = await params;
  const viewer = await currentViewer();
  const post = /^[1-9]\d{0,8}$/.test(number) ? await findPostForAction(viewer, Number(number)) : null;
  if (!post) return new Response("", { status: 404 });
  const cards = (await listCitations(viewer, [post.number])).get(post.number) ?? [];
  return new Response(cards.map(({ cardHtml }) => cardHtml).join("\n"), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "x-cards-waiting": String(cards.some(({ state }) => state === "looking-up")),
    },
  });
}
