import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer";
import { type FrameViewer, type Place, SiteHeader } from "./site-header";
import type { FormTarget } from "./types";

type Props = {
  viewer: FrameViewer;
  /** Which entry of the navigation this page belongs to. */
  here?: Place;
  /** Where a guest comes back to after logging in or joining. */
  loginHref?: string;
  joinHref?: string;
  /** Logging in beside this page, because of the words on it. */
  beside?: boolean;
  logOut?: FormTarget;
  /** A demo says so on each page. */
  demo?: { mailboxHref: string; helpHref?: string };
  /** A notice above everything else: read-only, e-mail not confirmed yet. */
  notice?: ReactNode;
  rulesBanner?: ReactNode;
  /** text: one column of prose or a form. thread: author and text. */
  width?: "text" | "thread";
  children: ReactNode;
};

export function PageFrame({
  viewer,
  here,
  loginHref = "/login",
  joinHref = "/register",
  beside,
  logOut,
  demo,
  notice,
  rulesBanner,
  width = "thread",
  children,
}: Props) {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      {demo && (
        <aside className="demo-banner" aria-label="About this demo">
          <p>
            <strong>This is a demo.</strong> The people here are invented, and no mail leaves this machine: it waits in
            the <a href={demo.mailboxHref}>mailbox</a>.
          </p>
        </aside>
      )}
      <SiteHeader
        viewer={viewer}
        here={here}
        loginHref={loginHref}
        joinHref={joinHref}
        beside={beside}
        logOut={logOut}
      />
      {rulesBanner}
      <main id="main" className={`main ${width}`} tabIndex={-1}>
        {notice}
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
