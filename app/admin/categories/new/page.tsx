import type { Metadata } from "next";
import { AdminPage, administrator } from "@/app/_server/admin";
import { formState } from "@/app/_server/form-state";
import { CategoryFields } from "@/components/category-fields";
import { ErrorSummary } from "@/components/error-summary";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { CATEGORY_DESCRIPTION_MAX, CATEGORY_NAME_MAX } from "@/lib/categories/schema";
import { audienceLabels, audiences } from "@/lib/policy/audience";
import { createCategoryAction } from "../actions";

export const metadata: Metadata = { title: "A new category, administration", robots: { index: false } };

export default async function NewCategoryPage() {
  await administrator();
  const form = formState("category");
  return (
    <AdminPage
      path="/admin/categories/new"
      title="A new category"
      intro="Its address is made of its name and stays, also when you rename it later."
    >
      <ErrorSummary form={form} title="The category isn’t there yet" />
      <PostForm
        action={createCategoryAction}
        hidden={{ form: "category", requestId: form.values.requestId ?? crypto.randomUUID() }}
        className="form"
      >
        <CategoryFields
          form={form}
          nameMax={CATEGORY_NAME_MAX}
          descriptionMax={CATEGORY_DESCRIPTION_MAX}
          audiences={audiences.map((value) => ({ value, label: audienceLabels[value] }))}
        />
        <div className="buttons">
          <SubmitButton>Make the category</SubmitButton>
          <a href="/admin/categories">Cancel</a>
        </div>
      </PostForm>
    </AdminPage>
  );
}
