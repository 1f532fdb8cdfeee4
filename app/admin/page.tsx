import type { Metadata } from "next";
import { AdminPage, administrator } from "@/app/_server/admin";
import { Checklist } from "@/components/checklist";
import { listCategorySetUps } from "@/lib/categories/queries";

export const metadata: Metadata = { title: "Administration", robots: { index: false } };

export default async function AdministrationPage() {
  const viewer = await administrator();
  const categories = await listCategorySetUps(viewer);
  return (
    <AdminPage
      path="/admin"
      title="Administration"
      intro="What the forum is made of. Everything you change here is written down in the log, with your name."
    >
      <Checklist
        steps={[
          {
            done: categories.length > 0,
            title: "Make the categories",
            href: "/admin/categories",
            about: categories.length > 0 ? `There are ${categories.length}.` : "Nobody can write before there is one.",
          },
          {
            title: "Choose who looks after it",
            href: "/admin/people",
            about: "A second administrator, and moderators of everything or of one category.",
          },
        ]}
      />
    </AdminPage>
  );
}
