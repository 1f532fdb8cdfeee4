import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { type Asked, authOptions } from "@/lib/accounts/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What of next-auth is reachable from outside: who am I, and log me out. Logging in has one door, the form. */
const OPEN = new Set(["GET session", "GET csrf", "POST signout"]);

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!OPEN.has(`${request.method} ${nextauth.join("/")}`) || request.nextUrl.searchParams.size > 0) {
    return Response.json({ error: "not-found" }, { status: 404, headers: { "cache-control": "no-store" } });
  }
  const asked: Asked = {};
  const response: Response = await NextAuth(request, context, authOptions(asked));
  if (asked.fault) throw asked.fault;
  // next-auth writes the session's cookie anew with an expiry at each look; ours keeps the life it was given at log-in.
  if (asked.viewer && request.method === "GET") response.headers.delete("set-cookie");
  return response;
}

export { answer as GET, answer as POST };
