import { currentViewer } from "@/app/_server/auth";
import { isRefusal } from "@/lib/platform/errors";
import { previewStudies } from "@/lib/studies/commands";
import { NamingInput } from "@/lib/studies/schema";

/** What a text that is being written will cite, for the list under it. */
export async function POST(request: Request): Promise<Response> {
  const parsed = NamingInput.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ sentence: "This text can't be read." }, { status: 422 });
  try {
    return Response.json(await previewStudies(await currentViewer(), parsed.data), {
      headers: { "cache-control": "private, no-store" },
    });
  } catch (error) {
    if (isRefusal(error)) return Response.json({ sentence: error.sentence }, { status: error.status });
    throw error;
  }
}
