import type { Metadata } from "next";
import { AdminPage, type AdminProps, administrator } from "@/app/_server/admin";
import { writersOf } from "@/app/_server/views";
import { CategorySetUps } from "@/components/category-set-ups";
import { EmptyState } from "@/components/empty-state";
import { listCategorySetUps } from "@/lib/categories/queries";
import { placeCategoryAction } from "./actions";

export const metadata: Metadata = { title: "Categories, administration", robots: { index: false } };

const saved: Record<string, string> = { made: "The category is there.", deleted: "The category is gone." };

export default async function CategoriesPage({ searchParams }: AdminProps) {
  const categories = await listCategorySetUps(await administrator());
  return (
    <AdminPage
      path="/admin/categories"
      title="Categories"
      intro="In the order of the front page."
      saved={saved[String((await searchParams).saved)]}
    >
      <p>
        <a className="button" href="/admin/categories/new">
          Make a category
        </a>
      </p>
      {categories.length > 0 ? (
        <CategorySetUps
          categories={categories.map((category) => ({
            ...category,
            marks: writersOf(category),
            moderators: category.moderators.map(({ name }) => name),
          }))}
          move={({ id }, place) => ({
            action: placeCategoryAction,
            hidden: { form: `press:place ${id}`, id, place },
          })}
        />
      ) : (
        <EmptyState title="No categories yet">
          Threads stand in categories, so nobody can write before there is one.
        </EmptyState>
      )}
    </AdminPage>
  );
}
