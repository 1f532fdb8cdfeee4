import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { logOutAction } from "@/app/(account)/login/actions";
import { Notice } from "@/components/notice";
import { PageFrame } from "@/components/page-frame";
import { RulesBanner } from "@/components/rules-banner";
import type { Place } from "@/components/site-header";
import { StoredHtml } from "@/components/stored-html";
import { waitingNoticesOf } from "@/lib/accounts/queries";
import { countLabel } from "@/lib/notices/rules";
import { readForum } from "@/lib/platform/forum";
import { leavePage } from "@/lib/platform/static-page";
import { canAdminister, canSeeCases } from "@/lib/policy/can";
import { isMember } from "@/lib/policy/viewer";
import { currentViewer } from "./auth";
import { documentHtml } from "./document-html";
import { anythingSent, refusalOf } from "./form-state";
import { joinHref, loginHref } from "./reading";
import { wordsWaitForLogIn, wordsWithoutForm } from "./words-back";

type Props = {
  /** This page's own address: where a guest comes back to after logging in. */
  path: string;
  here?: Place;
  width?: "text" | "thread";
  /** The house rules above lists and threads. */
  rules?: boolean;
  /** The page is itself about confirming the address, so nothing above it needs to ask for that. */
  confirming?: boolean;
  /** For what isn't there. */
  missing?: boolean;
  children: ReactNode;
};

export const rulesLines = [
  "Guests read, members post.",
  "Be kind and helpful.",
  "Nothing is advertised here.",
  "Members’ experience, not medical advice.",
];

/** Someone suspended finds why, until when, and the way out; the texts everyone agrees to; and nothing else. */
const openWhileSuspended =
  /^\/(suspended|decisions|unsubscribe|settings\/(export|close)|rules|privacy|contact|help|log)(\?|\/|$)/;

/**
 * Header, footer and whatever this viewer should know on every page. All of it is plain HTML before Next sees it, so what
 * stands inside is no async component.
 */
export async function Frame({ path, here, width, rules, confirming, missing, children }: Props) {
  const viewer = await currentViewer();
  if (isMember(viewer) && viewer.standing === "suspended" && !openWhileSuspended.test(path)) redirect("/suspended");
  const forum = await readForum();
  const waiting = waitingNoticesOf(viewer);
  const refusal = refusalOf("press:");
  const asked = isMember(viewer) && viewer.newRules && viewer.standing !== "suspended" && !/^\/accept-rules/.test(path);
  const elsewhere = anythingSent() ? { target: "_blank", rel: "noopener" } : {};
  const notice = (
    <>
      {forum.announcement && (
        <Notice>
          <StoredHtml className="prose" html={documentHtml(forum.announcement)} />
        </Notice>
      )}
      {forum.readOnly && (
        <Notice kind="caution">
          The forum is read-only for a while: everything can be read, and what you write has to wait. Reports still
          reach the moderators.
        </Notice>
      )}
      {asked && (
        <Notice kind="caution">
          <p>
            There is a version of the rules that you have not accepted yet. You can read on; before you write, please{" "}
            <a href={`/accept-rules?next=${encodeURIComponent(path)}`} {...elsewhere}>
              read them and accept them
            </a>
            .
          </p>
        </Notice>
      )}
      {refusal && (
        <Notice kind="caution" announce>
          {refusal.sentence}
        </Notice>
      )}
      {isMember(viewer) && !viewer.emailVerified && !confirming && (
        <Notice kind="info">
          <p>
            Please confirm your e-mail address to post and thank: the link is in the mail we sent you.{" "}
            <a href="/verify">Send it again</a>
          </p>
        </Notice>
      )}
    </>
  );
  const page = (above: ReactNode) => (
    <PageFrame
      viewer={
        isMember(viewer)
          ? {
              kind: "member",
              name: viewer.name,
              suspended: viewer.standing === "suspended",
              moderator: canSeeCases(viewer).allowed,
              administrator: canAdminister(viewer).allowed,
              notices: waiting > 0 ? countLabel(waiting) : undefined,
            }
          : { kind: "guest" }
      }
      here={here}
      loginHref={loginHref(path)}
      joinHref={joinHref(path)}
      beside={wordsWaitForLogIn()}
      logOut={logOutAction}
      demo={forum.mode === "demo" ? { mailboxHref: "/dev/mailbox" } : undefined}
      rulesBanner={rules ? <RulesBanner lines={forum.banner ? forum.banner.split("\n") : rulesLines} /> : undefined}
      notice={
        <>
          {notice}
          {above}
        </>
      }
      width={width}
    >
      {children}
    </PageFrame>
  );
  const as = missing ? "missingPage" : "page";
  const lost = wordsWithoutForm(leavePage(page(null), as));
  if (lost) leavePage(page(lost), as);
  return <template id="page" />;
}
