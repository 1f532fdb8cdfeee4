import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { direct } from "@/app/_server/direct";
import { Frame } from "@/app/_server/frame";
import { MarkRead } from "@/app/_server/notices";
import { pageNumber, reading } from "@/app/_server/reading";
import { threadLine, writersOf } from "@/app/_server/views";
import { AudienceMark } from "@/components/audience-mark";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { Chip } from "@/components/chip";
import { EmptyState } from "@/components/empty-state";
import { PageHead } from "@/components/page-head";
import { Pager } from "@/components/pager";
import { ThreadList } from "@/components/thread-list";
import { readCategory } from "@/lib/categories/queries";
import { oncePerRequest } from "@/lib/platform/request";
import { canStartThread } from "@/lib/policy/can";
import { listThreads } from "@/lib/threads/queries";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ page?: string | string[] }> };

async function read({ params, searchParams }: Props) {
  const { slug } = await params;
  const page = pageNumber((await searchParams).page);
  const viewer = await currentViewer();
  const category = await reading(
    oncePerRequest(`category ${slug}`, () => readCategory(viewer, slug)),
    `/c/${slug}`,
  );
  return { viewer, category, page };
}

const pathOf = (slug: string, page: number) => `/c/${slug}${page > 1 ? `?page=${page}` : ""}`;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { category, page } = await read(props);
  return {
    title: page > 1 ? `${category.name}, page ${page}` : category.name,
    description: category.description,
    alternates: {
      canonical: pathOf(category.slug, page),
      types: { "application/atom+xml": `/c/${category.slug}/feed.xml` },
    },
    openGraph: { title: category.name, description: category.description, url: pathOf(category.slug, page) },
    robots: category.audience === "everyone" ? undefined : { index: false, follow: false },
  };
}

async function CategoryPage(props: Props) {
  const { viewer, category, page } = await read(props);
  const { threads, pageCount } = await listThreads(viewer, category, page);
  if (page > pageCount) notFound();
  const start = canStartThread(viewer, category);
  const writers = writersOf(category);
  return (
    <Frame path={pathOf(category.slug, page)} rules>
      <Breadcrumbs trail={[{ label: "All categories", href: "/" }]} />
      <PageHead
        title={category.name}
        description={category.description}
        marks={
          category.audience === "everyone" && writers.length === 0 ? undefined : (
            <>
              <AudienceMark audience={category.audience} />
              {writers.map((mark) => (
                <Chip key={mark} icon="lock">
                  {mark}
                </Chip>
              ))}
            </>
          )
        }
        action={
          start.allowed ? (
            <a className="button" href={`/new?category=${category.slug}`}>
              Start a thread
            </a>
          ) : undefined
        }
      />
      {threads.length > 0 ? (
        <>
          <ThreadList threads={threads.map((thread) => threadLine(thread))} />
          <MarkRead threads={threads} category={category} />
        </>
      ) : (
        <EmptyState title="No threads yet">
          {start.allowed && <a href={`/new?category=${category.slug}`}>Start the first one</a>}
        </EmptyState>
      )}
      <Pager page={page} pages={pageCount} hrefFor={(n) => pathOf(category.slug, n)} />
    </Frame>
  );
}

export default direct("/c/[slug]", CategoryPage, generateMetadata);
