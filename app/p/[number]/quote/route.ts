import { currentViewer } from "@/app/_server/auth";
import { isRefusal } from "@/lib/platform/errors";
import { readQuote } from "@/lib/posts/queries";

/** A post as the start of a quote, for the composer on the same page. */
export async function GET(_: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const { number } = await params;
  if (!/^[1-9]\d{0,8}$/.test(number)) return new Response("", { status: 404 });
  try {
    const quote = await readQuote(await currentViewer(), Number(number));
    return new Response(quote, {
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
    });
  } catch (error) {
    if (isRefusal(error)) return new Response(error.sentence, { status: error.status });
    throw error;
  }
}
