import { Icon } from "./icon";
import { memberHref } from "./member-name";
import { PostForm } from "./post-form";
import { SearchForm } from "./search-form";
import type { FormTarget } from "./types";

export type FrameViewer =
  | { kind: "guest" }
  | {
      kind: "member";
      name: string;
      moderator?: boolean;
      administrator?: boolean;
      drafts?: number;
      suspended?: boolean;
      /** Notices that wait, as the bell says it; nothing where none does. */
      notices?: string;
    };

export type Place = "search" | "studies" | "rules" | "help" | "moderation" | "notices" | "login" | "join";

type Props = {
  viewer: FrameViewer;
  here?: Place;
  loginHref: string;
  joinHref: string;
  /** Logging in beside this page, because of the words on it. */
  beside?: boolean;
  logOut?: FormTarget;
};

export function SiteHeader({ viewer, here, loginHref, joinHref, beside, logOut }: Props) {
  const where = beside ? { target: "_blank", rel: "nofollow noopener" } : { rel: "nofollow" };
  const entry = (place: Place, href: string, label: string) => (
    <li>
      <a href={href} aria-current={here === place ? "page" : undefined}>
        {label}
      </a>
    </li>
  );
  return (
    <header className="site-header">
      <div className="site-header-inside">
        <a className="wordmark" href="/" aria-label="Wellcited, to the front page">
          wellcited<sup>[1]</sup>
        </a>
        <nav className="site-nav" aria-label="Main">
          <ul>
            <li className="site-search-entry">
              <a href="/search" aria-current={here === "search" ? "page" : undefined}>
                Search
              </a>
            </li>
            {entry("studies", "/studies", "Studies")}
            {entry("rules", "/rules", "Rules")}
            {entry("help", "/help", "Help")}
            {viewer.kind === "member" && viewer.moderator && entry("moderation", "/moderation", "Moderation")}
          </ul>
        </nav>
        {here !== "search" && <SearchForm id="site-search" compact />}
        {viewer.kind === "guest" ? (
          <div className="site-account">
            <a
              className="button quiet"
              href={loginHref}
              {...where}
              aria-current={here === "login" ? "page" : undefined}
            >
              Log in
            </a>
            <a className="button" href={joinHref} {...where} aria-current={here === "join" ? "page" : undefined}>
              Join
            </a>
          </div>
        ) : (
          <div className="site-account">
            {!viewer.suspended && <Bell notices={viewer.notices} here={here === "notices"} />}
            <MemberMenu viewer={viewer} logOut={logOut} />
          </div>
        )}
      </div>
    </header>
  );
}

function Bell({ notices, here }: { notices?: string; here: boolean }) {
  return (
    <a className={notices ? "bell waiting" : "bell"} href="/notices" aria-current={here ? "page" : undefined}>
      <Icon name="bell" />
      <span className="visually-hidden">{notices ? `Notices, ${notices} unread` : "Notices"}</span>
      {notices && (
        <span className="bell-count" aria-hidden="true">
          {notices}
        </span>
      )}
    </a>
  );
}

function MemberMenu({ viewer, logOut }: { viewer: Extract<FrameViewer, { kind: "member" }>; logOut?: FormTarget }) {
  return (
    <details className="member-menu" name="menu">
      <summary>
        <bdi className="member-menu-name">{viewer.name}</bdi>
        <span className="visually-hidden">: your menu</span>
        <Icon name="down" />
      </summary>
      <ul>
        {!viewer.suspended && (
          <>
            <li>
              <a href={memberHref(viewer.name)}>Your page</a>
            </li>
            <li>
              <a href="/drafts">Drafts{viewer.drafts ? <span className="count">{viewer.drafts}</span> : null}</a>
            </li>
          </>
        )}
        <li>
          <a href="/settings">Settings</a>
        </li>
        {viewer.administrator && (
          <li>
            <a href="/admin">Administration</a>
          </li>
        )}
        {logOut && (
          <li className="member-menu-out">
            <PostForm action={logOut}>
              <button type="submit">Log out</button>
            </PostForm>
          </li>
        )}
      </ul>
    </details>
  );
}
