import { Checkbox } from "./checkbox";
import { Field, TextField } from "./field";
import { Choices, SelectField } from "./select-field";
import type { Audience, FormState } from "./types";

type Props = {
  form: FormState;
  nameMax: number;
  descriptionMax: number;
  audiences: { value: Audience; label: string }[];
  category?: {
    name: string;
    description: string;
    audience: Audience;
    whoStarts: string;
    whoReplies: string;
    locked: boolean;
  };
};

const audienceHelp: Record<Audience, string> = {
  everyone: "Anyone on the web, search engines included.",
  members: "Only people who are logged in.",
  members_unlisted: "Only people who are logged in, and it stays out of the forum’s search too.",
};

const writers = [
  { value: "members", label: "Members" },
  { value: "moderators", label: "Moderators only" },
];

/** What an administrator says about a category, new or not. */
export function CategoryFields({ form, nameMax, descriptionMax, audiences, category }: Props) {
  return (
    <>
      <Field name="name" label="Name" form={form} value={category?.name} maxLength={nameMax} />
      <TextField
        name="description"
        rows={2}
        label="What belongs here"
        help="A sentence under the name."
        form={form}
        value={category?.description}
        maxLength={descriptionMax}
      />
      <Choices
        name="audience"
        label="Who can read it"
        form={form}
        value={category?.audience ?? "everyone"}
        options={audiences.map((one) => ({ ...one, help: audienceHelp[one.value] }))}
      />
      <SelectField
        name="whoStarts"
        label="Who may start threads"
        form={form}
        options={writers}
        value={category?.whoStarts}
      />
      <SelectField name="whoReplies" label="Who may reply" form={form} options={writers} value={category?.whoReplies} />
      <Checkbox
        name="locked"
        label="Closed"
        help="It can be read. Only moderators write in it, and nobody thanks or edits."
        form={form}
        checked={category?.locked}
      />
    </>
  );
}
