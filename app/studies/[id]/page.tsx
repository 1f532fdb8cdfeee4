import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { Frame } from "@/app/_server/frame";
import { idIn, reading } from "@/app/_server/reading";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { countedThreads } from "@/components/counted";
import { PageHead } from "@/components/page-head";
import { StoredHtml } from "@/components/stored-html";
import { StudyHistory } from "@/components/study-history";
import { StudyMentions } from "@/components/study-mentions";
import { StudyReference } from "@/components/study-reference";
import { oncePerRequest } from "@/lib/platform/request";
import { readStudy } from "@/lib/studies/queries";
import { postPath } from "@/lib/threads/paths";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ before?: string | string[] }> };

async function read({ params, searchParams }: Props) {
  const id = idIn((await params).id);
  const { before = "" } = await searchParams;
  if (before !== "" && !/^[1-9]\d{0,8}$/.test(String(before))) notFound();
  const viewer = await currentViewer();
  const study = await reading(
    oncePerRequest(`study ${id}`, () => readStudy(viewer, id, before === "" ? null : Number(before))),
  );
  if (study.studyId !== id) permanentRedirect(`/studies/${study.studyId}`);
  return { study, before: String(before) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { study, before } = await read(props);
  return {
    title: study.title,
    description: "What its record says, and where members discuss it.",
    alternates: { canonical: `/studies/${study.studyId}` },
    openGraph: { title: study.title, url: `/studies/${study.studyId}` },
    ...(before ? { robots: { index: false } } : {}),
  };
}

export default async function StudyPage(props: Props) {
  const { study, before } = await read(props);
  const path = `/studies/${study.studyId}`;
  return (
    <Frame path={before ? `${path}?before=${before}` : path} here="studies">
      <Breadcrumbs trail={[{ label: "Studies", href: "/studies" }]} />
      <PageHead paper title={study.title} />
      <section className="cards whole" aria-label="What its record says">
        <StoredHtml className="cards-inside" html={study.cardHtml.replace("<details ", "<details open ")} />
      </section>
      <section aria-labelledby="reference">
        <h2 id="reference">Reference</h2>
        <StudyReference reference={study.reference} risHref={`${path}/ris`} bibtexHref={`${path}/bibtex`} />
      </section>
      <section aria-labelledby="threads">
        <h2 id="threads">Discussed in {countedThreads(study)}</h2>
        <div>
          {before && (
            <p className="mentions-newest">
              <a href={`${path}#threads`}>To the newest mentions</a>
            </p>
          )}
          <StudyMentions
            mentions={study.mentions.map(({ number, thread, author, at, state, sentence }) => ({
              number,
              href: postPath(number),
              threadTitle: thread.title,
              author: author.former ? { name: "former member", former: true } : author,
              at,
              withheld: state !== "visible",
              sentence,
            }))}
          />
          {study.next && (
            <nav className="pager" aria-label="More mentions">
              <a className="pager-step" rel="next" href={`${path}?before=${study.next}#threads`}>
                Older mentions
              </a>
            </nav>
          )}
        </div>
      </section>
      <section aria-labelledby="history">
        <h2 id="history">What changed and when</h2>
        <StudyHistory
          history={study.history}
          first={{ href: postPath(study.firstNamed.number), at: study.firstNamed.at }}
        />
      </section>
    </Frame>
  );
}
