import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { Frame } from "@/app/_server/frame";
import { loginHref } from "@/app/_server/reading";
import { EmptyState } from "@/components/empty-state";
import { PageHead } from "@/components/page-head";
import { StudyFilters } from "@/components/study-filters";
import { StudyList } from "@/components/study-list";
import { isMember, type Viewer } from "@/lib/policy/viewer";
import { QUERY_MAX } from "@/lib/search/schema";
import { listStudies, listWhatStudiesAreAbout, type Place } from "@/lib/studies/queries";
import { type StudyFilters as Filters, readFilters, type StudyOrder } from "@/lib/studies/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Asked = { filters: Filters; order: StudyOrder; after: Place | null; searching: boolean };

async function asked({ searchParams }: Props): Promise<Asked> {
  const names = await searchParams;
  const filters = readFilters(names);
  if (filters.q) filters.q = [...filters.q].slice(0, QUERY_MAX).join("");
  const order = names.order === "year" ? "year" : "discussed";
  return { filters, order, after: placeIn(names.after), searching: Object.keys(filters).length > 0 };
}

/** "1204-17": behind the study with this sort key and number. */
function placeIn(raw: string | string[] | undefined): Place | null {
  if (raw === undefined || raw === "") return null;
  const [, key, id] = /^(\d{1,9})-([1-9]\d{0,8})$/.exec(String(raw)) ?? [];
  if (!key || !id) notFound();
  return [Number(key), Number(id)];
}

function pathOf({ filters, order }: Pick<Asked, "filters" | "order">, after: Place | null = null): string {
  const names = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) names.set(name, String(value));
  if (order !== "discussed") names.set("order", order);
  if (after) names.set("after", after.join("-"));
  return names.size > 0 ? `/studies?${names}` : "/studies";
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { filters, order, after, searching } = await asked(props);
  return {
    title: filters.q ? `${[...filters.q].slice(0, 60).join("")} – studies` : "Studies",
    description: "Every study that members cite here, with what its record says.",
    ...(searching || order !== "discussed"
      ? { robots: { index: false } }
      : { alternates: { canonical: pathOf({ filters, order }, after) } }),
  };
}

export default async function StudiesPage(props: Props) {
  const wish = await asked(props);
  const { filters, order, after } = wish;
  const viewer = await currentViewer();
  const offered = await listWhatStudiesAreAbout(viewer);
  const { studies, next, trouble } = await listStudies(viewer, { ...filters, order }, after);
  return (
    <Frame path={pathOf(wish, after)} here="studies">
      <PageHead
        title="Studies"
        description="Every study that members cite here. What stands beside it comes from the registries it names; results stand on its own page, beside the harms."
      />
      <StudyFilters filters={filters} order={order} offered={offered} longest={QUERY_MAX} />
      {studies.length > 0 ? <StudyList studies={studies} /> : <Nothing {...{ wish, trouble, viewer }} />}
      {(next || after) && (
        <nav className="pager" aria-label="More studies">
          {after && (
            <a className="pager-step" href={pathOf(wish)}>
              To the beginning
            </a>
          )}
          {next && (
            <a className="pager-step" rel="next" href={pathOf(wish, next)}>
              More studies
            </a>
          )}
        </nav>
      )}
    </Frame>
  );
}

function Nothing({ wish, trouble, viewer }: { wish: Asked; trouble: string | null; viewer: Viewer }) {
  if (trouble === "slow")
    return <EmptyState title="That search took too long">One more word, or a rarer one, makes it quicker.</EmptyState>;
  if (trouble === "busy")
    return <EmptyState title="Many people are searching just now">Please press Search again in a moment.</EmptyState>;
  if (trouble === "nothing")
    return <EmptyState title="There is no word in that to look for">Please write a word or a name.</EmptyState>;
  if (wish.after) return <EmptyState title="No more studies" />;
  if (!wish.searching)
    return (
      <EmptyState title="No study has been cited yet">
        A DOI, PubMed or trial number in a post brings one here.
      </EmptyState>
    );
  return (
    <EmptyState title="No study that members cited fits this">
      <p>
        Fewer words or a wider choice may find more. This looks in titles, authors, subjects and quoted sentences, not
        in whole papers: another name of the same thing can help, such as “romiplostim” for “Nplate”.
      </p>
      {wish.filters.q && (
        <p>
          Or <a href={`/search?q=${encodeURIComponent(wish.filters.q)}`}>look for these words in posts</a>.
        </p>
      )}
      {!isMember(viewer) && (
        <p>
          Some categories are for members: <a href={loginHref(pathOf(wish))}>log in</a> to find what is cited there too.
        </p>
      )}
    </EmptyState>
  );
}
