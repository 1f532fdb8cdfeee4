import type { Metadata } from "next";
import { CategoryList } from "@/components/category-list";
import { EmptyState } from "@/components/empty-state";
import { PageHead } from "@/components/page-head";
import { ThreadList } from "@/components/thread-list";
import { listCategories } from "@/lib/categories/queries";
import { canAdminister, canTakePart } from "@/lib/policy/can";
import { listNewestThreads } from "@/lib/threads/queries";
import { currentViewer } from "./_server/auth";
import { direct } from "./_server/direct";
import { Frame } from "./_server/frame";
import { MarkRead } from "./_server/notices";
import { categoryLine, threadLine } from "./_server/views";

const NEWEST = 10;

export const metadata: Metadata = { alternates: { canonical: "/" } };

async function FrontPage() {
  const viewer = await currentViewer();
  const categories = await listCategories(viewer);
  const threads = await listNewestThreads(viewer, NEWEST);
  return (
    <Frame path="/" rules>
      <PageHead
        title="Living with ITP, with sources"
        description="People with immune thrombocytopenia and those close to them. A link to a study opens into a summary you can read and check."
        action={
          canTakePart(viewer).allowed ? (
            <a className="button" href="/new">
              Start a thread
            </a>
          ) : undefined
        }
      />
      <section aria-labelledby="categories">
        <h2 id="categories">Categories</h2>
        {categories.length > 0 ? (
          <CategoryList categories={categories.map(categoryLine)} />
        ) : (
          <EmptyState title="No categories yet">
            {canAdminister(viewer).allowed ? (
              <p>
                The forum is yours to set up: <a href="/admin">begin here</a>.
              </p>
            ) : (
              <p>The forum is about to open. Please come back in a while.</p>
            )}
          </EmptyState>
        )}
      </section>
      <section aria-labelledby="newest">
        <h2 id="newest">Latest activity</h2>
        {threads.length > 0 ? (
          <>
            <ThreadList level={3} threads={threads.map((thread) => threadLine(thread, { withCategory: true }))} />
            <MarkRead threads={threads} />
          </>
        ) : (
          <EmptyState title="Nothing has been written yet" />
        )}
      </section>
    </Frame>
  );
}

export default direct("/", FrontPage, metadata);
