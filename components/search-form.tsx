import { Icon } from "./icon";

type Props = {
  /** Unique on its page. */
  id: string;
  /** What was searched for stays in the field. */
  query?: string;
  /** In the site's header: a field without its label, and a button without its word. */
  compact?: boolean;
  longest?: number;
};

/** A form that leads to an address one can keep and send on. */
export function SearchForm({ id, query, compact = false, longest = 200 }: Props) {
  return (
    <search className={compact ? "search-form compact" : "search-form"}>
      <form action="/search">
        <label htmlFor={id} className={compact ? "visually-hidden" : undefined}>
          Search threads and posts
        </label>
        <div className="search-line">
          <input
            id={id}
            name="q"
            type="search"
            dir="auto"
            maxLength={longest}
            placeholder={compact ? "Search" : undefined}
            defaultValue={query}
            enterKeyHint="search"
            aria-describedby={compact ? undefined : `${id}-help`}
          />
          <button className="button" type="submit">
            <Icon name="search" />
            <span className={compact ? "visually-hidden" : undefined}>Search</span>
          </button>
        </div>
      </form>
    </search>
  );
}
