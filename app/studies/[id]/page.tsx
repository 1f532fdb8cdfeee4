import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { Frame } from "@/app/_server/frame";
import { idIn, reading } from "@/app/_server/reading";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { counted } from "@/components/counted";
import { PageHead } from "@/components/page-head";
import { StoredHtml } from "@/components/stored-html";
import { Time } from "@/components/time";
import { oncePerRequest } from "@/lib/platform/request";
import { findJoinedStudy, readStudy } from "@/lib/studies/queries";
import { postPath } from "@/lib/threads/paths";

type Props = { params: Promise<{ id: string }> };

async function read({ params }: Props) {
  const { id } = await params;
  const viewer = await currentViewer();
  const joined = await oncePerRequest(`joined ${id}`, () => findJoinedStudy(viewer, idIn(id)));
  if (joined) permanentRedirect(`/studies/${joined}`);
  return reading(oncePerRequest(`study ${id}`, () => readStudy(viewer, idIn(id))));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const study = await read(props);
  return {
    title: study.title,
    description: "What its record says, and where members discuss it.",
    alternates: { canonical: `/studies/${study.studyId}` },
    openGraph: { title: study.title, url: `/studies/${study.studyId}` },
  };
}

export default async function StudyPage(props: Props) {
  const study = await read(props);
  return (
    <Frame path={`/studies/${study.studyId}`} here="studies">
      <Breadcrumbs trail={[{ label: "Studies", href: "/studies" }]} />
      <PageHead paper title={study.title} />
      <section className="cards whole" aria-label="What its record says">
        <StoredHtml className="cards-inside" html={study.cardHtml.replace("<details ", "<details open ")} />
      </section>
      <section aria-labelledby="threads">
        <h2 id="threads">Discussed in {counted(study.threads.length, "thread")}</h2>
        <ul className="post-list">
          {study.threads.map((thread) => (
            <li key={thread.id}>
              <h3>
                <a href={postPath(thread.number)} dir="auto">
                  {thread.title}
                </a>
              </h3>
              <p className="post-list-facts">
                Cited in {counted(thread.posts, "post")}, last on <Time at={thread.citedAt} dayOnly />
              </p>
            </li>
          ))}
        </ul>
      </section>
    </Frame>
  );
}
