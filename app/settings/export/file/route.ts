import { currentViewer } from "@/app/_server/auth";
import { exportMyData } from "@/lib/accounts/queries";
import { isRefusal } from "@/lib/platform/errors";

export async function GET(): Promise<Response> {
  try {
    const own = await exportMyData(await currentViewer());
    return new Response(JSON.stringify(own, null, 2), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="wellcited-my-data.json"',
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (isRefusal(error))
      return new Response(`${error.sentence}\n`, {
        status: error.status,
        headers: { "content-type": "text/plain; charset=utf-8" },
      });
    throw error;
  }
}
