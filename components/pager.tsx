type Props = {
  page: number;
  pages: number;
  /** The address of a page; page 1 is usually the bare address. */
  hrefFor: (page: number) => string;
  label?: string;
};

/** First, last, the current one and its neighbours; `null` where numbers are left out. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const numbers: (number | null)[] = [];
  let before = 0;
  for (const n of [...new Set(shown)].sort((a, b) => a - b)) {
    if (n - before === 2) numbers.push(before + 1);
    else if (n - before > 2) numbers.push(null);
    numbers.push(n);
    before = n;
  }
  return numbers;
}

export function Pager({ page, pages, hrefFor, label = "Pages" }: Props) {
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={label}>
      {page > 1 && (
        <a className="pager-step" rel="prev" href={hrefFor(page - 1)}>
          Previous
        </a>
      )}
      <ol>
        {pageNumbers(page, pages).map((n, place) =>
          n === null ? (
            <li className="pager-gap" key={`gap ${place < 3 ? "before" : "after"}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={n} className={Math.abs(n - page) === 1 ? "pager-near" : undefined}>
              <a
                href={hrefFor(n)}
                aria-current={n === page ? "page" : undefined}
                aria-label={n === page ? `Page ${n} of ${pages}` : `Page ${n}`}
              >
                {n}
              </a>
            </li>
          ),
        )}
      </ol>
      {page < pages && (
        <a className="pager-step" rel="next" href={hrefFor(page + 1)}>
          Next
        </a>
      )}
    </nav>
  );
}
