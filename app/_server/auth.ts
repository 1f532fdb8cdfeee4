import { cookies, headers } from "next/headers";
import { closeAccount as closeAccountForGood, logOut } from "@/lib/accounts/commands";
import {
  type Asked,
  authOptions,
  cookieName,
  cookieOptions,
  findViewerByCookie,
  signInThroughNextAuth,
} from "@/lib/accounts/next-auth";
import { deviceOf } from "@/lib/accounts/rules";
import type { CloseAccountInput, LogInInput, NoInput } from "@/lib/accounts/schema";
import { now } from "@/lib/platform/clock";
import { oncePerRequest, requestAtHand } from "@/lib/platform/request";
import { guest, type Viewer } from "@/lib/policy/viewer";

/** Who is looking, asked of the database once a request and never kept longer. */
export function currentViewer(): Promise<Viewer> {
  return oncePerRequest("viewer", async () => {
    const session = requestAtHand()?.session;
    if (session !== undefined) return findViewerByCookie(session);
    const asked: Asked = {};
    const { getServerSession } = await import("next-auth"); // not before somebody needs it: a start has no time to lose
    await getServerSession(authOptions(asked));
    if (asked.fault) throw asked.fault;
    return asked.viewer ?? guest;
  });
}

/** The command of the log-in form: the session's cookie goes with the answer. */
export async function signIn(visitor: Viewer, input: LogInInput): Promise<{ next: string }> {
  const device = deviceOf((await headers()).get("user-agent"));
  const { token, keepUntil, next } = await signInThroughNextAuth(visitor, input, device);
  const maxAge = keepUntil ? Math.floor((keepUntil.getTime() - now().getTime()) / 1000) : undefined;
  (await cookies()).set(cookieName(), token, { ...cookieOptions(), maxAge });
  return { next };
}

export async function signOut(viewer: Viewer, input: NoInput): Promise<void> {
  await logOut(viewer, input);
  await forgetCookie();
}

export async function closeAccount(viewer: Viewer, input: CloseAccountInput): Promise<void> {
  await closeAccountForGood(viewer, input);
  await forgetCookie();
}

async function forgetCookie(): Promise<void> {
  (await cookies()).set(cookieName(), "", { ...cookieOptions(), maxAge: 0 });
}
