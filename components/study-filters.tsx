import {
  entryKinds,
  entrySubjects,
  entryWarnings,
  type StudyFilters as Filters,
  type StudyOrder,
  studyOrders,
} from "@/lib/studies/schema";
import { Checkbox } from "./checkbox";
import { Field } from "./field";
import { Icon } from "./icon";
import { SelectField } from "./select-field";

type Props = {
  filters: Filters;
  order: StudyOrder;
  /** What the studies that this reader may see are about. */
  offered: { conditions: string[]; treatments: string[] };
  longest: number;
};

/** A form that leads to an address one can keep and send on. */
export function StudyFilters({ filters, order, offered, longest }: Props) {
  const narrowed = Object.entries(filters).some(([name, value]) => name !== "q" && value !== undefined);
  const asked = narrowed || filters.q !== undefined || order !== "discussed";
  return (
    <search className="search-form study-filters">
      <form action="/studies">
        <label htmlFor="field-q">Search the studies</label>
        <div className="search-line">
          <input
            id="field-q"
            name="q"
            type="search"
            dir="auto"
            maxLength={longest}
            defaultValue={filters.q}
            enterKeyHint="search"
            aria-describedby="field-q-help"
          />
          <button className="button" type="submit">
            <Icon name="search" />
            <span>Search</span>
          </button>
        </div>
        <p className="field-help" id="field-q-help">
          A condition, a treatment, an author, a journal or a number, such as “UC-MSC and ITP”.
        </p>
        <details className="study-narrow" open={narrowed}>
          <summary>Narrow it down</summary>
          <div className="study-narrow-fields">
            <SelectField
              name="condition"
              label="Condition"
              value={filters.condition}
              options={choices(offered.conditions, filters.condition)}
            />
            <SelectField
              name="treatment"
              label="Treatment"
              value={filters.treatment}
              options={choices(offered.treatments, filters.treatment)}
            />
            <SelectField name="kind" label="Kind of study" value={filters.kind} options={named(entryKinds)} />
            <SelectField name="subject" label="Done in" value={filters.subject} options={named(entrySubjects)} />
            <div className="study-years">
              <Field
                name="from"
                label="From year"
                type="number"
                min={1900}
                max={2100}
                value={filters.from?.toString()}
              />
              <Field name="to" label="To year" type="number" min={1900} max={2100} value={filters.to?.toString()} />
            </div>
            <SelectField
              name="warning"
              label="Retracted or corrected"
              value={filters.warning}
              options={named(entryWarnings)}
            />
            <SelectField
              name="order"
              label="First in the list"
              value={order}
              options={Object.entries(studyOrders).map(([value, label]) => ({ value, label }))}
            />
            <Checkbox name="free" label="Free to read" checked={filters.free === "yes"} />
          </div>
        </details>
        {asked && (
          <p className="study-clear">
            <a href="/studies">Show all studies again</a>
          </p>
        )}
      </form>
    </search>
  );
}

function named(names: Record<string, string>) {
  return [{ value: "", label: "Any" }, ...Object.entries(names).map(([value, label]) => ({ value, label }))];
}

/** What is chosen stays chosen, also where it isn't among the most frequent. */
function choices(labels: string[], chosen: string | undefined) {
  const all = chosen && !labels.includes(chosen) ? [chosen, ...labels] : labels;
  return [{ value: "", label: "Any" }, ...all.map((label) => ({ value: label, label }))];
}
