import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { direct } from "@/app/_server/direct";
import { Frame } from "@/app/_server/frame";
import { MarkRead } from "@/app/_server/notices";
import { reading } from "@/app/_server/reading";
import { threadLine, writersOf } from "@/app/_server/views";
import { AudienceMark } from "@/components/audience-mark";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { Chip } from "@/components/chip";
import { EmptyState } from "@/components/empty-state";
import { PageHead } from "@/components/page-head";
import { Steps } from "@/components/steps";
import { ThreadList } from "@/components/thread-list";
import { readCategory } from "@/lib/categories/queries";
import { oncePerRequest } from "@/lib/platform/request";
import { canStartThread } from "@/lib/policy/can";
import { listThreads, THE_END, type ThreadPlace, type ThreadsFrom } from "@/lib/threads/queries";

type Words = string | string[] | undefined;
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ older?: Words; newer?: Words }> };

async function read({ params, searchParams }: Props) {
  const { slug } = await params;
  const { older, newer } = await searchParams;
  const viewer = await currentViewer();
  const category = await reading(
    oncePerRequest(`category ${slug}`, () => readCategory(viewer, slug)),
    `/c/${slug}`,
  );
  const from: ThreadsFrom = older ? { older: placeIn(older) } : newer ? { newer: placeIn(newer) } : null;
  return { viewer, category, from };
}

/** Pinned or not, a moment and a thread's number: "0-1620036672123-455". */
function placeIn(raw: Words): ThreadPlace {
  const [, pinned, moment, id] = /^([01])-(\d{1,14})-(\d{1,9})$/.exec(String(raw)) ?? [];
  if (!moment) notFound();
  return [pinned === "1", new Date(Number(moment)), Number(id)];
}

function pathOf(slug: string, from: ThreadsFrom): string {
  if (!from) return `/c/${slug}`;
  const [name, [pinned, moment, id]] =
    "older" in from ? (["older", from.older] as const) : (["newer", from.newer] as const);
  return `/c/${slug}?${name}=${pinned ? 1 : 0}-${moment.getTime()}-${id}`;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { category, from } = await read(props);
  return {
    title: from ? `${category.name}, older threads` : category.name,
    description: category.description,
    alternates: {
      canonical: pathOf(category.slug, from),
      types: { "application/atom+xml": `/c/${category.slug}/feed.xml` },
    },
    openGraph: { title: category.name, description: category.description, url: pathOf(category.slug, from) },
    robots: category.audience === "everyone" ? undefined : { index: false, follow: false },
  };
}

async function CategoryPage(props: Props) {
  const { viewer, category, from } = await read(props);
  const { threads, older, newer } = await listThreads(viewer, category, from);
  const start = canStartThread(viewer, category);
  const writers = writersOf(category);
  return (
    <Frame path={pathOf(category.slug, from)} rules>
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
      <Steps
        label="More threads"
        first={newer ? pathOf(category.slug, null) : undefined}
        newer={newer ? pathOf(category.slug, { newer }) : undefined}
        older={older ? pathOf(category.slug, { older }) : undefined}
        last={older ? pathOf(category.slug, { newer: THE_END }) : undefined}
      />
    </Frame>
  );
}

export default direct("/c/[slug]", CategoryPage, generateMetadata);
