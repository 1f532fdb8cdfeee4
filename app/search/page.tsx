import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { direct } from "@/app/_server/direct";
import { Frame } from "@/app/_server/frame";
import { loginHref, pageNumber } from "@/app/_server/reading";
import { counted } from "@/components/counted";
import { EmptyState } from "@/components/empty-state";
import { Notice } from "@/components/notice";
import { PageHead } from "@/components/page-head";
import { Pager } from "@/components/pager";
import { SearchForm } from "@/components/search-form";
import { SearchHelp } from "@/components/search-help";
import { SearchHits, type SearchLine } from "@/components/search-hits";
import { isMember, type Viewer } from "@/lib/policy/viewer";
import { search } from "@/lib/search/queries";
import { HITS_PER_PAGE, PAGES_MAX, QUERY_MAX, TERMS_MAX } from "@/lib/search/schema";
import type { SearchAnswer, SearchHit } from "@/lib/search/types";
import { postPath, threadPath } from "@/lib/threads/paths";

type Props = { searchParams: Promise<{ q?: string | string[]; page?: string | string[] }> };

/** Whatever stands in the address is a query: of several the first, and no more of it than is read. */
async function asked({ searchParams }: Props): Promise<{ q: string; page: number }> {
  const { q, page } = await searchParams;
  const typed = (Array.isArray(q) ? q[0] : q) ?? "";
  return { q: typed.replace(/\p{Surrogate}/gu, "").trim(), page: pageNumber(page) };
}

const pathOf = (q: string, page = 1) =>
  `/search${q ? `?q=${encodeURIComponent(q)}` : ""}${q && page > 1 ? `&page=${page}` : ""}`;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { q } = await asked(props);
  return { title: q ? `${[...q].slice(0, 60).join("")} – search` : "Search", robots: { index: false } };
}

async function SearchPage(props: Props) {
  const { q, page } = await asked(props);
  if (page > PAGES_MAX) notFound();
  const viewer = await currentViewer();
  const answer = q ? await search(viewer, { q, page }) : null;
  return (
    <Frame path={pathOf(q, page)} here="search">
      <PageHead title="Search" />
      <SearchForm id="search" query={[...q].slice(0, QUERY_MAX).join("")} longest={QUERY_MAX} />
      {answer && (
        <>
          <Notes answer={answer} />
          <Found answer={answer} viewer={viewer} q={q} />
        </>
      )}
      <SearchHelp id="search-help" open={!answer || answer.hits.length === 0} />
    </Frame>
  );
}

export default direct("/search", SearchPage, generateMetadata);

function Notes({ answer: { unknown, shortened } }: { answer: SearchAnswer }) {
  const sentences = [
    ...unknown.authors.map((name) => `Nobody here is called “${name}”.`),
    ...unknown.categories.map((name) => `There is no category “${name}” here.`),
    ...(shortened
      ? [`Only the first ${QUERY_MAX} characters and ${TERMS_MAX} words are looked for; the rest was left out.`]
      : []),
  ];
  if (sentences.length === 0) return null;
  return (
    <div className="search-notes">
      <Notice>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
    </div>
  );
}

function Found({ answer, viewer, q }: { answer: SearchAnswer; viewer: Viewer; q: string }) {
  if (answer.trouble === "slow") {
    return (
      <EmptyState title="That search took too long">
        Too many posts have these words. One more word, a rarer one, or a year such as after:2022 makes it quicker.
      </EmptyState>
    );
  }
  if (answer.trouble === "busy") {
    return <EmptyState title="Many people are searching just now">Please press Search again in a moment.</EmptyState>;
  }
  if (answer.trouble === "nothing") {
    return <EmptyState title="There is no word in that to look for">Please write a word or a name.</EmptyState>;
  }
  if (answer.hits.length === 0) {
    return (
      <EmptyState title={answer.page > 1 ? "No more posts" : "No post was found"}>
        <p>Fewer or other words may find more.</p>
        {!isMember(viewer) && (
          <p>
            Some categories are for members: <a href={loginHref(pathOf(q))}>log in</a> to search them too.
          </p>
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="search-count">{countOf(answer)}</p>
      <SearchHits hits={answer.hits.map(line)} />
      <Pager page={answer.page} pages={answer.pages} hrefFor={(page) => pathOf(q, page)} />
    </>
  );
}

function countOf({ total, bounded, ranked }: SearchAnswer): string {
  const order = ranked ? "the best match first" : "the newest first";
  const listed = HITS_PER_PAGE * PAGES_MAX;
  if (bounded) {
    const compared = ranked ? `of the newest ${total.toLocaleString("en-GB")} ` : "";
    return `More than ${counted(total, "post")}. Here are ${listed} ${compared}, ${order}; another word narrows it down.`.replace(
      " ,",
      ",",
    );
  }
  if (total > listed)
    return `${counted(total, "post")}. Here are ${listed} of them, ${order}; another word narrows it down.`;
  return `${counted(total, "post")}, ${order}.`;
}

function line(hit: SearchHit): SearchLine {
  return {
    number: hit.number,
    href: hit.excerpt ? postPath(hit.number) : threadPath({ id: hit.threadId, slug: hit.threadSlug }),
    threadTitle: hit.threadTitle,
    excerpt: hit.excerpt ?? undefined,
    author: hit.author,
    writtenAt: hit.createdAt,
    category: { name: hit.categoryName, href: `/c/${hit.categorySlug}` },
    audience: hit.audience,
  };
}
