import type { Metadata } from "next";
import { AdminPage, type AdminProps, administrator } from "@/app/_server/admin";
import { formState } from "@/app/_server/form-state";
import { idIn, reading } from "@/app/_server/reading";
import { CategoryFields } from "@/components/category-fields";
import { Checkbox } from "@/components/checkbox";
import { ErrorSummary } from "@/components/error-summary";
import { Field } from "@/components/field";
import { MemberName } from "@/components/member-name";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { readCategorySetUp } from "@/lib/categories/queries";
import { CATEGORY_DESCRIPTION_MAX, CATEGORY_NAME_MAX } from "@/lib/categories/schema";
import { audienceLabels, audiences } from "@/lib/policy/audience";
import { appointAction, changeCategoryAction, deleteCategoryAction, dismissAction } from "../actions";

type Props = AdminProps & { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "A category, administration", robots: { index: false } };

const saved: Record<string, string> = { yes: "Saved.", moderators: "Saved. They are told by mail." };

export default async function CategorySetUpPage({ params, searchParams }: Props) {
  const category = await reading(readCategorySetUp(await administrator(), idIn((await params).id)));
  const { id, slug, name, empty, large, moderators, of } = category;
  const form = formState("category");
  const appointing = formState("appoint");
  return (
    <AdminPage
      path={`/admin/categories/${id}`}
      title={name}
      intro={
        <p>
          Its address is <a href={`/c/${slug}`}>{`/c/${slug}`}</a>, and stays so.
        </p>
      }
      saved={saved[String((await searchParams).saved)]}
    >
      <ErrorSummary form={form} />
      <PostForm action={changeCategoryAction} hidden={{ form: "category", id }} className="form">
        <CategoryFields
          form={form}
          category={category}
          nameMax={CATEGORY_NAME_MAX}
          descriptionMax={CATEGORY_DESCRIPTION_MAX}
          audiences={audiences.map((value) => ({ value, label: audienceLabels[value] }))}
        />
        {!empty && (
          <Checkbox
            name="confirm"
            label="Change who can read what is here"
            help="Only needed when you choose other readers. For fewer people, every thread here is hidden from the others at once. For more people, what was written since stays with those it was written for."
            form={form}
          />
        )}
        {large && (
          <p>
            A lot is written here, so a change of readers takes a while: seconds, and with millions of posts a few
            minutes. Until it is done everything shows as before, nobody can write in this category, and whoever has
            written or thanked here can’t do so anywhere: they are asked to try again, and keep their words. If this
            page stops waiting, look again later. It is done wholly or not at all.
          </p>
        )}
        <Field
          name="place"
          label="Place"
          help={`From 1 to ${of} on the front page.`}
          form={form}
          value={String(category.place)}
          type="number"
          inputMode="numeric"
          min={1}
          max={of}
          short
        />
        <div className="buttons">
          <SubmitButton>Save</SubmitButton>
          <a href="/admin/categories">All categories</a>
        </div>
      </PostForm>

      <section id="moderators" aria-labelledby="moderators-heading">
        <h2 id="moderators-heading">Who looks after it</h2>
        <p>Moderators of everything do. These members do so for this category and nothing beyond it.</p>
        {moderators.length > 0 && (
          <ul className="count-list">
            {moderators.map((member) => (
              <li key={member.id}>
                <MemberName name={member.name} />
                <PostForm
                  action={dismissAction}
                  hidden={{ form: `press:dismiss ${member.id}`, categoryId: id, memberId: member.id }}
                >
                  <SubmitButton kind="quiet" about={`: ${member.name}`}>
                    Take it from them
                  </SubmitButton>
                </PostForm>
              </li>
            ))}
          </ul>
        )}
        <ErrorSummary form={appointing} />
        <PostForm action={appointAction} hidden={{ form: "appoint", categoryId: id }} className="form">
          <Field name="member" label="A member’s name" form={appointing} autoCapitalize="none" spellCheck={false} />
          <div className="buttons">
            <SubmitButton kind="quiet">Make them its moderator</SubmitButton>
          </div>
        </PostForm>
      </section>

      {empty && (
        <section aria-labelledby="delete-heading">
          <h2 id="delete-heading">Delete it</h2>
          <p>Nothing was ever written here, so it can go.</p>
          <PostForm action={deleteCategoryAction} hidden={{ form: "press:delete", id }}>
            <SubmitButton kind="stop">Delete this category</SubmitButton>
          </PostForm>
        </section>
      )}
    </AdminPage>
  );
}
