import { unsubscribe } from "@/lib/notices/commands";
import { UnsubscribeInput } from "@/lib/notices/schema";
import { isRefusal } from "@/lib/platform/errors";
import { guest } from "@/lib/policy/viewer";

const answer = (sentence: string, status: number) =>
  new Response(`${sentence}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** The press of a mail program’s own button. It goes by its token, whoever may be logged in. */
export async function POST(request: Request): Promise<Response> {
  const asked = UnsubscribeInput.safeParse({ token: new URL(request.url).searchParams.get("token") });
  try {
    if (!asked.success) return answer("This link is not complete.", 404);
    await unsubscribe(guest, asked.data);
    return answer("You will get no more of these mails.", 200);
  } catch (error) {
    if (isRefusal(error)) return answer("This link is not complete.", 404);
    throw error;
  }
}

/** A program that doesn’t know of the press opens the page for people. */
export function GET(request: Request): Response {
  const { search } = new URL(request.url);
  return new Response(null, { status: 303, headers: { location: `/unsubscribe${search}` } });
}
