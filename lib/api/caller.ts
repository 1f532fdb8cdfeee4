import type { IncomingHttpHeaders } from "node:http";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { findViewerByAccessToken } from "@/lib/accounts/access-tokens";
import { findViewerByToken } from "@/lib/accounts/sessions";
import { networkAtHand, throttle } from "@/lib/accounts/throttles";
import { cookieIn } from "@/lib/platform/session-cookie";
import { refusal } from "@/lib/policy/decision";
import { guest, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { unfit } from "./problems";

export type Caller = { viewer: Viewer; by: "nothing" | "cookie" | "token"; mayWrite: boolean };

/** Of one member's programs together. Ten a second for a whole minute is more than a person's program has to ask. */
export const TOKEN_REQUESTS_A_MINUTE = 600;

const pace = new RateLimiterMemory({ points: TOKEN_REQUESTS_A_MINUTE, duration: 60 });

/** Who asks. A token counts whatever cookie comes with it, and one that isn't valid makes nobody of whoever sent it. */
export async function findCaller(headers: IncomingHttpHeaders, sessionCookie: string): Promise<Caller> {
  if (headers.authorization !== undefined) return findCallerByToken(headers.authorization);
  const cookie = cookieIn(headers.cookie, sessionCookie);
  const viewer = cookie ? await findViewerByToken(cookie) : null;
  return viewer ? { viewer, by: "cookie", mayWrite: true } : { viewer: guest, by: "nothing", mayWrite: true };
}

async function findCallerByToken(authorization: string): Promise<Caller> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const found = token ? await findViewerByAccessToken(token) : null;
  if (!found) {
    await throttle("wrong token by network", networkAtHand());
    throw refusal("bad-token");
  }
  await ensurePace(found.viewer);
  return { viewer: found.viewer, by: "token", mayWrite: found.scope === "write" };
}

/** Counted in this process: a statement for each request would cost more than it saves. */
async function ensurePace({ id }: MemberViewer): Promise<void> {
  try {
    await pace.consume(id);
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    throw unfit("too-many", Math.max(1, Math.ceil(answer.msBeforeNext / 1000)));
  }
}
