import type { Metadata } from "next";
import { Frame } from "@/app/_server/frame";
import { loginHref } from "@/app/_server/reading";
import { TextPage } from "@/components/text-page";
import { safeNext } from "@/lib/accounts/rules";
import { readForum } from "@/lib/platform/forum";

export const metadata: Metadata = { title: "Look into your mail", robots: { index: false } };

/** The same page whether the address was new or not. */
export default async function RegisteredPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = safeNext((await searchParams).next);
  const { mode } = await readForum();
  return (
    <Frame path="/" width="text">
      <TextPage
        title="Now look into your mail"
        intro="We have sent a link to the address you gave. Open it and press the button there, and you can post."
      >
        {mode === "demo" && (
          <p>
            This is a demo, so the mail waits in the <a href="/dev/mailbox">mailbox</a>.
          </p>
        )}
        <p>
          Nothing there after a few minutes? Look among the junk, or <a href="/verify">have it sent again</a>. You can
          already <a href={loginHref(next)}>log in</a> and read{next === "/" ? "" : " on where you were"}.
        </p>
      </TextPage>
    </Frame>
  );
}
