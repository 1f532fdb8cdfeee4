import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { Frame } from "@/app/_server/frame";
import { pageNumber } from "@/app/_server/reading";
import { EmptyState } from "@/components/empty-state";
import { PageHead } from "@/components/page-head";
import { Pager } from "@/components/pager";
import { StudyList } from "@/components/study-list";
import { listStudies } from "@/lib/studies/queries";

type Props = { searchParams: Promise<{ page?: string | string[] }> };
const pathOf = (page: number) => `/studies${page > 1 ? `?page=${page}` : ""}`;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = pageNumber((await searchParams).page);
  return {
    title: "Studies",
    description: "Every study that members cite here, with what its record says.",
    alternates: { canonical: pathOf(page) },
  };
}

export default async function StudiesPage({ searchParams }: Props) {
  const page = pageNumber((await searchParams).page);
  const { studies, pages } = await listStudies(await currentViewer(), page);
  if (page > pages) notFound();
  return (
    <Frame path={pathOf(page)} here="studies">
      <PageHead
        title="Studies"
        description="Every study that members cite here, the newest mention first. What a card says comes from the registries it names."
      />
      {studies.length > 0 ? (
        <StudyList studies={studies} />
      ) : (
        <EmptyState title="No study has been cited yet">
          A DOI, PubMed or trial number in a post brings one here.
        </EmptyState>
      )}
      <Pager page={page} pages={pages} hrefFor={pathOf} />
    </Frame>
  );
}
