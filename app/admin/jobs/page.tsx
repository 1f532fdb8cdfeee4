import type { Metadata } from "next";
import { AdminPage, type AdminProps, administrator } from "@/app/_server/admin";
import { EmptyState } from "@/components/empty-state";
import { TroubleList } from "@/components/trouble-list";
import { listJobsThatFailed } from "@/lib/administration/queries";
import { workLabels } from "@/lib/administration/rules";
import { forgetJobAction, retryJobAction } from "./actions";

export const metadata: Metadata = { title: "Jobs, administration", robots: { index: false } };

const saved: Record<string, string> = { again: "It is in line again.", gone: "It is off the list." };

export default async function JobsPage({ searchParams }: AdminProps) {
  const jobs = await listJobsThatFailed(await administrator());
  return (
    <AdminPage
      path="/admin/jobs"
      title="Jobs"
      intro="What the forum does after a request: looking up studies, writing mails, clearing away. A job that fails is tried again five times; what failed even then stands here for a week."
      saved={saved[String((await searchParams).saved)]}
    >
      {jobs.length === 0 ? (
        <EmptyState title="Nothing has failed." />
      ) : (
        <section aria-labelledby="failed-heading">
          <h2 id="failed-heading">Failed</h2>
          <TroubleList
            troubles={jobs.map(({ id, kind, error, createdAt, failedAt }) => ({
              id,
              title: workLabels[kind] ?? kind,
              facts: `begun ${createdAt.toISOString().slice(0, 10)}`,
              at: failedAt,
              error,
              stopped: true,
              again: { action: retryJobAction, hidden: { form: `press:again ${id}`, id } },
              giveUp: { action: forgetJobAction, hidden: { form: `press:gone ${id}`, id } },
            }))}
          />
        </section>
      )}
    </AdminPage>
  );
}
