import { createHash, randomBytes } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { origin } from "@/lib/platform/config";
import { prisma } from "@/lib/platform/db";
import { invariant } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { sessionCookieName } from "@/lib/platform/session-cookie";
import { guest, type Viewer } from "@/lib/policy/viewer";
import { logIn } from "./commands";
import { LogInInput } from "./schema";
import { hashOf, secret } from "./secrets";
import { findViewerByToken } from "./sessions";
import type { NewSession, SignedInViewer } from "./types";

/**
 * next-auth refuses database sessions where credentials are the only way in, and its own tokens can't be taken back. So its
 * token is ours: 32 random bytes, whose hash is a row of Session. Ending the row ends the session at the next request.
 */
export type Asked = {
  /** What went wrong while next-auth asked us; it would otherwise make a guest of a member when the database is away. */
  fault?: unknown;
  viewer?: SignedInViewer;
  opened?: NewSession & { next: string };
};

export function cookieName(): string {
  return sessionCookieName(origin());
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: origin().startsWith("https:") } as const;
}

/** Options for one question to next-auth; `asked` takes along what its answer has no room for. */
export function authOptions(asked: Asked, visit?: { visitor: Viewer; device: string }): NextAuthOptions {
  process.env.NEXTAUTH_URL = origin(); // the Host header of a request is never asked
  return {
    secret: secret(),
    session: { strategy: "jwt", maxAge: 90 * 24 * 60 * 60 },
    pages: { signIn: "/login", signOut: "/login", error: "/login" },
    // The csrf cookie's name must not begin as the session's does: next-auth would read both as one token.
    cookies: {
      sessionToken: { name: cookieName(), options: cookieOptions() },
      csrfToken: { name: csrfCookieName(), options: cookieOptions() },
      callbackUrl: { name: `after-${cookieName().replace("__Host-", "")}`, options: cookieOptions() },
    },
    providers: [Credentials({ credentials: { who: {}, password: {}, remember: {}, next: {} }, authorize })],
    jwt: {
      encode: async ({ token }) => String(token?.secret ?? ""),
      decode: async ({ token }) => {
        if (!token) return null;
        try {
          asked.viewer = (await findViewerByToken(token)) ?? undefined;
        } catch (error) {
          asked.fault = error;
        }
        return asked.viewer ? { secret: token } : null;
      },
    },
    callbacks: {
      jwt: async ({ token, user }) => (user ? { secret: asked.opened?.token } : token), // what a browser sends along as an update is ignored
      session: async ({ session }) => ({
        expires: session.expires,
        user: asked.viewer ? { id: asked.viewer.id, name: asked.viewer.name, role: asked.viewer.role } : undefined,
      }),
      redirect: async () => origin(),
    },
    events: {
      signOut: async ({ token }) =>
        void (await prisma.session.deleteMany({ where: { tokenHash: hashOf(String(token?.secret)) } })),
    },
    logger: {
      error: (code, metadata) => code !== "JWT_SESSION_ERROR" && log.error({ code, metadata }, "next-auth had a fault"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };

  async function authorize(credentials: Record<string, string> | undefined) {
    if (!visit) return null;
    try {
      const { who, password, remember, next } = credentials ?? {};
      asked.opened = await logIn(visit.visitor, LogInInput.parse({ who, password, remember, next }), visit.device);
      return { id: "member" };
    } catch (error) {
      asked.fault = error;
      return null;
    }
  }
}

/** Whom next-auth would find by this cookie, without its way there: for a page that the door makes itself. */
export async function findViewerByCookie(token: string | null): Promise<Viewer> {
  return (token && (await findViewerByToken(token))) || guest;
}

/** Logs in through next-auth's own handler, as its form would, and returns the session for the cookie. A refusal is thrown. */
export async function signInThroughNextAuth(
  visitor: Viewer,
  input: LogInInput,
  device: string,
): Promise<NewSession & { next: string }> {
  const asked: Asked = {};
  const csrfToken = randomBytes(32).toString("hex");
  const csrfHash = createHash("sha256").update(`${csrfToken}${secret()}`).digest("hex");
  const request = {
    method: "POST",
    query: { nextauth: ["callback", "credentials"] },
    headers: {},
    cookies: { [csrfCookieName()]: `${csrfToken}|${csrfHash}` },
    body: { ...input, remember: input.remember ? "yes" : undefined, csrfToken, callbackUrl: origin(), json: "true" },
  };
  const { default: NextAuth } = await import("next-auth");
  await NextAuth(request as never, silentAnswer() as never, authOptions(asked, { visitor, device }));
  if (asked.fault) throw asked.fault;
  invariant(asked.opened, "next-auth asks authorize about every log-in");
  return asked.opened;
}

function csrfCookieName(): string {
  return cookieName() === "wellcited" ? "csrf-wellcited" : "__Host-csrf-wellcited";
}

/** What next-auth writes its answer to; the cookie is set by the page. */
function silentAnswer() {
  const answer = {
    status: () => answer,
    setHeader: () => answer,
    getHeader: () => undefined,
    json: () => answer,
    send: () => answer,
    end: () => answer,
  };
  return answer;
}
