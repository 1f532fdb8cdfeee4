import { currentViewer } from "@/app/_server/auth";
import { isRefusal } from "@/lib/platform/errors";
import { saveDraft } from "@/lib/posts/commands";
import { DraftInput } from "@/lib/posts/schema";

/** Keeps what someone is writing, now and then, while they write. */
export async function POST(request: Request): Promise<Response> {
  const parsed = DraftInput.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ sentence: "This draft can't be kept." }, { status: 422 });
  try {
    return Response.json(await saveDraft(await currentViewer(), parsed.data));
  } catch (error) {
    if (isRefusal(error)) return Response.json({ sentence: error.sentence }, { status: error.status });
    throw error;
  }
}
