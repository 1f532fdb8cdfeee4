import type { ReactNode } from "react";
import { StoredHtml } from "./stored-html";
import { Time } from "./time";
import type { Moment } from "./types";

type Harms =
  | { state: "quoted"; text: string; unsure?: true }
  | { state: "none-found" | "unquoted" | "no-abstract" | "not-yet" | "not-english" | "titles-disagree" | "aside" };

export type SheetStudy = {
  id: number;
  reference: string;
  kind: string | null;
  people: string | null;
  warnings: string[];
  found: string[];
  concluded: string | null;
  harms: Harms | null;
  moreHarms: string[];
};

type Props = {
  /** Who prints it; no other member is named. */
  name: string;
  /** Null where somebody else gave the thread its title. */
  title: string | null;
  posts: { number: number; createdAt: Moment; html: string }[];
  studies: SheetStudy[];
  /** The whole address of the thread, and the path back to it. */
  address: string;
  backHref: string;
  printedOn: Moment;
};

const unquotedHarms = {
  "none-found":
    "We found no sentence about harms in the abstract. That doesn’t mean there were none: see the full text.",
  unquoted: "The abstract speaks of harms in a sentence that is too long to quote: see the full text.",
  "no-abstract": "No abstract to read. About results and harms, see the full text.",
  "not-yet": "No abstract to read so far. About results and harms, see the full text.",
  "not-english":
    "The abstract isn’t in English, so nothing of it is quoted here. About results and harms, see the full text.",
  "titles-disagree":
    "No abstract is shown here, because the registries give different titles. About results and harms, see the full text.",
  aside: "See the full text.",
};

/** A thread on paper, for a doctor: what one member wrote, and the studies that are named there. Black on white, always. */
export function PrintSheet({ name, title, posts, studies, address, backHref, printedOn }: Props) {
  return (
    <main className="print-sheet" id="main">
      <p className="print-only-screen">
        <a href={backHref}>Back to the thread</a> · Print this page with your browser, or save it as a PDF. It has your
        own posts and the studies that are named in the thread. Quotes of others and the names of members who write in
        it are left out; a name that you typed in another way may remain, so please read it through before you give it
        away.
      </p>
      <header>
        <h1 dir="auto">{title ?? "From a conversation with other patients"}</h1>
        <p>
          Written by <bdi>{name}</bdi> on Wellcited, a forum for people with immune thrombocytopenia. Printed on{" "}
          <Time at={printedOn} dayOnly />. {address}
        </p>
        <p>Members’ experience, not medical advice.</p>
      </header>
      <section aria-labelledby="mine">
        <h2 id="mine">What I wrote</h2>
        {posts.length === 0 && <p>You have not written in this thread.</p>}
        {posts.map((post) => (
          <article key={post.number}>
            <p className="print-date">
              <Time at={post.createdAt} dayOnly />
            </p>
            <StoredHtml className="prose" html={post.html} />
          </article>
        ))}
      </section>
      <section aria-labelledby="studies">
        <h2 id="studies">Studies named in the thread</h2>
        {studies.length === 0 ? (
          <p>No study is named in this thread.</p>
        ) : (
          <>
            <p>
              In the order in which they were first named. What stands under a reference comes from registries (PubMed,
              Europe PMC, Crossref, ClinicalTrials.gov); sentences in quotation marks are the abstract’s own.
            </p>
            <ol className="print-studies">
              {studies.map((study) => (
                <li key={study.id}>
                  <Study study={study} />
                </li>
              ))}
            </ol>
          </>
        )}
      </section>
    </main>
  );
}

function Study({
  study: { reference, kind, people, warnings, found, concluded, harms, moreHarms },
}: {
  study: SheetStudy;
}) {
  const told = found.length > 0 || concluded !== null;
  return (
    <>
      <p className="print-reference" dir="auto">
        {warnings.length > 0 && <strong>{warnings.join(", ")}. </strong>}
        {reference}
      </p>
      <dl>
        <Row name="Kind">{kind ?? "Not stated in the records"}</Row>
        {people && <Row name="People">{people}</Row>}
        {told && (
          <Row name="Results">
            {[...found, ...(concluded ? [concluded] : [])].map((sentence) => (
              <Sentence key={sentence} text={sentence} />
            ))}
          </Row>
        )}
        {harms && (
          <Row name="Harms">
            {"text" in harms ? (
              <>
                {harms.unsure && "Perhaps about harms, perhaps about the illness: "}
                {[harms.text, ...moreHarms].map((sentence) => (
                  <Sentence key={sentence} text={sentence} />
                ))}
              </>
            ) : (
              unquotedHarms[harms.state]
            )}
          </Row>
        )}
      </dl>
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sentence({ text }: { text: string }) {
  return (
    <q className="study-said" dir="auto">
      {text}
    </q>
  );
}
