import { isUnavailable } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { underWay } from "@/lib/platform/request";

/** Every fault gets the id of its request, which the person sees on the page. */
export function onRequestError(
  error: unknown,
  request: { path: string; method: string; headers: Record<string, string | string[] | undefined> },
): void {
  const id = String(request.headers["x-wellcited-request"] ?? "");
  const atHand = underWay.get(id);
  if (isUnavailable(error) && atHand) atHand.status = 503;
  log.error({ err: error, id, path: request.path, method: request.method }, "a page failed");
}
