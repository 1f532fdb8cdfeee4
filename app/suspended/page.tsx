import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { Frame } from "@/app/_server/frame";
import { reading } from "@/app/_server/reading";
import { TextPage } from "@/components/text-page";
import { formatDay } from "@/components/time";
import { readOwnStanding } from "@/lib/moderation/queries";

export const metadata: Metadata = { title: "Your account is suspended", robots: { index: false } };

export default async function SuspendedPage() {
  const { standing, until, reason, decisionId } = await reading(readOwnStanding(await currentViewer()), "/suspended");
  if (standing !== "suspended") redirect("/");
  return (
    <Frame path="/suspended" width="text">
      <TextPage title="Your account is suspended">
        <p>{until ? `Until the end of ${formatDay(until)} (UTC).` : "For good."}</p>
        <h2>Why</h2>
        <p dir="auto">{reason}</p>
        <h2>What you can do</h2>
        <ul>
          <li>
            Read again <a href="/rules">what the rules ask</a>.
          </li>
          <li>
            If you think this is wrong,{" "}
            {decisionId ? <a href={`/decisions/${decisionId}`}>appeal</a> : <a href="/contact">write to us</a>}. Another
            moderator will look at it.
          </li>
          <li>
            <a href="/settings/export">Take your data along</a>: everything you wrote here, as a file.
          </li>
          <li>
            <a href="/settings/close">Close your account</a>.
          </li>
        </ul>
      </TextPage>
    </Frame>
  );
}
