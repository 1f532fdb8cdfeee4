import type { Metadata } from "next";
import { AdminPage, administrator } from "@/app/_server/admin";
import { Checklist } from "@/components/checklist";
import { counted } from "@/components/counted";
import { readOverview } from "@/lib/administration/queries";

export const metadata: Metadata = { title: "Administration", robots: { index: false } };

export default async function AdministrationPage() {
  const { categories, administrators, ownRules, mailWent, stoppedMails, failedJobs } = await readOverview(
    await administrator(),
  );
  return (
    <AdminPage
      path="/admin"
      title="Administration"
      intro="What the forum is made of. Everything you change here is written down in the log, with your name."
    >
      <Checklist
        steps={[
          {
            done: categories > 0,
            title: "Make the categories",
            href: "/admin/categories",
            about:
              categories > 0
                ? `There ${categories === 1 ? "is one" : `are ${categories}`}.`
                : "Nobody can write before there is one.",
          },
          {
            done: ownRules,
            title: "Read the rules and the privacy text, and make them yours",
            href: "/admin/texts",
            about: "The forum came with texts that say what it does. Whoever joins accepts them.",
          },
          {
            done: mailWent,
            title: "Send yourself a test mail",
            href: "/admin/mail",
            about:
              stoppedMails > 0
                ? `${counted(stoppedMails, "mail")} did not go out and wait for you.`
                : "Nobody can join without the mail that confirms their address.",
          },
          {
            done: administrators > 1,
            title: "Choose who looks after it with you",
            href: "/admin/people",
            about: "A second administrator, and moderators of everything or of one category.",
          },
        ]}
      />
      <p>
        {failedJobs > 0 ? (
          <a href="/admin/jobs">{`${counted(failedJobs, "job")} failed.`}</a>
        ) : (
          "No job has failed lately."
        )}
      </p>
    </AdminPage>
  );
}
