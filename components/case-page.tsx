import type { ReactNode } from "react";
import { Chip } from "./chip";
import { counted } from "./counted";
import { MemberName } from "./member-name";
import { StoredHtml } from "./stored-html";
import { Time } from "./time";
import type { Moment, Named } from "./types";

export type CaseDetails = {
  id: number;
  about: string;
  href: string;
  /** None: a study is nobody’s. */
  subject?: Named;
  study?: {
    cardHtml: string;
    /** What each registry says, whatever the card shows. */
    records: { source: string; url: string; retrievedAt: Moment; title: string | null; notices: string[] }[];
  };
  /** "hidden", "locked": how it stands now, where it isn't simply shown. */
  marks: string[];
  open: boolean;
  urgent: boolean;
  /** Why it waits to be shown. */
  held?: string;
  /** Where its links lead. */
  hosts: string[];
  /** Of a post, cleaned when it was saved. */
  html?: string;
  /** Of a member: their page's own words. */
  text?: string;
  around: { number: number; author: Named; html: string; at: Moment; itself: boolean }[];
  reports: {
    id: number;
    /** None: a guest. */
    reporter: Named | null;
    reason: string;
    note: string;
    at: Moment;
    answered: boolean;
    snapshot: string;
    version: number | null;
  }[];
  appeals: { id: number; text: string; at: Moment; against: string; by: string; answered: boolean }[];
  decisions: { id: number; by: string; deed: string; rule: string; reason: string; until: Moment | null; at: Moment }[];
  standing?: { sentence: string; reason: string | null; joinedAt: Moment; posts: number };
  pastCases: { id: number; about: string; deeds: string[]; open: boolean; at: Moment }[];
};

/** What it is about on one side, the people and the decision on the other. */
export function CasePage({ one, children }: { one: CaseDetails; children: ReactNode }) {
  return (
    <div className="case">
      <header className="case-head">
        <p className="breadcrumbs">
          <a href="/moderation">Moderation</a>
        </p>
        <h1>Case {one.id}</h1>
        <p className="case-about">
          <a href={one.href}>
            <bdi>{one.about}</bdi>
          </a>
          {one.subject && (
            <>
              , by <MemberName {...one.subject} />
            </>
          )}
        </p>
        <p className="marks">
          <Chip tone={one.open ? "moderator" : "plain"}>{one.open ? "Open" : "Decided"}</Chip>
          {one.open && one.urgent && <Chip tone="stop">Urgent</Chip>}
          {one.held && <Chip tone="accent">{one.held}</Chip>}
          {one.marks.map((mark) => (
            <Chip key={mark} tone="caution">
              {mark}
            </Chip>
          ))}
        </p>
      </header>
      <div className="case-matter">
        {one.html !== undefined && (
          <section aria-labelledby="now">
            <h2 id="now">As it is now</h2>
            <StoredHtml className="prose case-text" dir="auto" html={one.html} />
            {one.hosts.length > 0 && (
              <p className="case-facts">
                Links to{" "}
                {one.hosts.map((host, place) => (
                  <span key={host}>
                    {place > 0 && ", "}
                    <bdi>{host}</bdi>
                  </span>
                ))}
              </p>
            )}
          </section>
        )}
        {one.text !== undefined && (
          <section aria-labelledby="now">
            <h2 id="now">As it is now</h2>
            <p className="case-text plain" dir="auto">
              {one.text || "Nothing is written there."}
            </p>
          </section>
        )}
        {one.study && <StudyMatter {...one.study} />}
        {one.appeals.length > 0 && (
          <section aria-labelledby="appeals">
            <h2 id="appeals">Appeals</h2>
            <ol className="case-reports">
              {one.appeals.map((appeal) => (
                <li key={appeal.id} className={appeal.answered ? "answered" : undefined}>
                  <p className="case-note" dir="auto">
                    {appeal.text}
                  </p>
                  <p className="case-facts">
                    Against “{appeal.against}” by <bdi>{appeal.by}</bdi>, <Time at={appeal.at} />
                    {appeal.answered && " (answered)"}
                  </p>
                </li>
              ))}
            </ol>
          </section>
        )}
        <section aria-labelledby="reports">
          <h2 id="reports">Reports</h2>
          {one.reports.length === 0 && (
            <p className="case-none">{one.held ? "None: it waits to be shown for the first time." : "None."}</p>
          )}
          <ol className="case-reports">
            {one.reports.map((report) => (
              <li key={report.id} className={report.answered ? "answered" : undefined}>
                <p>
                  <strong>{report.reason}</strong>
                  {report.answered && " (answered)"}
                </p>
                {report.note && (
                  <p className="case-note" dir="auto">
                    {report.note}
                  </p>
                )}
                <p className="case-facts">
                  {report.reporter ? <MemberName {...report.reporter} /> : "a guest"}, <Time at={report.at} />
                </p>
                <details>
                  <summary>As it was then{report.version ? `, version ${report.version}` : ""}</summary>
                  <p className="case-text plain" dir="auto">
                    {report.snapshot}
                  </p>
                </details>
              </li>
            ))}
          </ol>
        </section>
        {one.around.length > 0 && (
          <section aria-labelledby="around">
            <h2 id="around">The thread around it</h2>
            <ol className="case-around">
              {one.around.map((post) => (
                <li key={post.number} className={post.itself ? "itself" : undefined}>
                  <p className="case-facts">
                    <a href={`/p/${post.number}`}>#{post.number}</a> <MemberName {...post.author} />,{" "}
                    <Time at={post.at} />
                  </p>
                  {post.itself ? (
                    <p className="case-none">The post above.</p>
                  ) : (
                    <StoredHtml className="prose case-text" dir="auto" html={post.html} />
                  )}
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
      <div className="case-side">
        {one.decisions.length > 0 && (
          <section aria-labelledby="decisions">
            <h2 id="decisions">Decided so far</h2>
            <ol className="case-decisions">
              {one.decisions.map((decision) => (
                <li key={decision.id}>
                  <p>
                    <strong>{decision.deed}</strong>
                    {decision.until && (
                      <>
                        , until <Time at={decision.until} dayOnly />
                      </>
                    )}
                  </p>
                  <p dir="auto">{decision.reason}</p>
                  <p className="case-facts">
                    <bdi>{decision.by}</bdi>, <Time at={decision.at} />
                    {decision.rule && ` · ${decision.rule}`}
                  </p>
                </li>
              ))}
            </ol>
          </section>
        )}
        {children}
        {one.subject && one.standing && <Person {...one} subject={one.subject} standing={one.standing} />}
      </div>
    </div>
  );
}

function StudyMatter({ cardHtml, records }: NonNullable<CaseDetails["study"]>) {
  return (
    <>
      <section aria-labelledby="now" className="cards">
        <h2 id="now">The card as it is now</h2>
        <StoredHtml className="cards-inside" html={cardHtml.replace("<details ", "<details open ")} />
      </section>
      <section aria-labelledby="records">
        <h2 id="records">What the registries say</h2>
        <ul className="case-records">
          {records.map((record) => (
            <li key={record.url}>
              <p>
                <a href={record.url} rel="noopener noreferrer nofollow">
                  {record.source}
                </a>
                {record.title && (
                  <>
                    : “<bdi>{record.title}</bdi>”
                  </>
                )}
              </p>
              {record.notices.map((notice) => (
                <p key={notice}>{notice}.</p>
              ))}
              <p className="case-facts">
                Read on <Time at={record.retrievedAt} dayOnly />
              </p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Person({
  subject,
  standing,
  pastCases,
}: Pick<CaseDetails, "pastCases"> & { subject: Named; standing: NonNullable<CaseDetails["standing"]> }) {
  return (
    <section aria-labelledby="person">
      <h2 id="person">
        <bdi>{subject.name}</bdi>
      </h2>
      <p>{standing.sentence}</p>
      {standing.reason && <p className="case-facts">{standing.reason}</p>}
      <p className="case-facts">
        Member since <Time at={standing.joinedAt} dayOnly />, {counted(standing.posts, "post")}
      </p>
      {pastCases.length > 0 ? (
        <ul className="case-past">
          {pastCases.map((past) => (
            <li key={past.id}>
              <a href={`/moderation/cases/${past.id}`}>
                Case {past.id}: <bdi>{past.about}</bdi>
              </a>{" "}
              <span className="case-facts">
                <Time at={past.at} dayOnly />, {past.open ? "open" : past.deeds.join(", ")}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="case-none">No other cases.</p>
      )}
    </section>
  );
}
