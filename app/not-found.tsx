import type { Metadata } from "next";
import { NotFoundPage } from "@/components/error-page";
import { requestAtHand } from "@/lib/platform/request";
import { reasons } from "@/lib/policy/reasons";
import { isMember } from "@/lib/policy/viewer";
import { currentViewer } from "./_server/auth";
import { Frame } from "./_server/frame";
import { titleOfWordsBack, WordsBack, wordsToHandBack } from "./_server/words-back";

export async function generateMetadata(): Promise<Metadata> {
  const sent = wordsToHandBack();
  return {
    title: sent ? titleOfWordsBack(await currentViewer(), sent) : "Nothing here",
    robots: { index: false },
  };
}

export default async function NotFound() {
  const sent = wordsToHandBack();
  if (!sent) {
    return (
      <Frame path="/" width="text" missing>
        <NotFoundPage />
      </Frame>
    );
  }
  const viewer = await currentViewer();
  const request = requestAtHand();
  if (request && !isMember(viewer)) request.status = reasons["sign-in"].status;
  const suspended = isMember(viewer) && viewer.standing === "suspended";
  return (
    <Frame path={suspended ? "/suspended" : sent.path} width="text" missing>
      <WordsBack viewer={viewer} sent={sent} />
    </Frame>
  );
}
