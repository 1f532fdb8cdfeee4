import type { ReactNode } from "react";

function ErrorPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="error-page">
      <h1>{title}</h1>
      {children}
    </div>
  );
}

export function NotFoundPage() {
  return (
    <ErrorPage title="There’s nothing here">
      <p>
        The page may have been moved or taken down, or the address has a slip in it. The <a href="/">front page</a>{" "}
        shows everything that is open to you.
      </p>
    </ErrorPage>
  );
}

export function BrokenPage({ id }: { id?: string }) {
  return (
    <ErrorPage title="Something of ours broke">
      <p>It isn’t your fault, and what you had posted before is safe. Please try again in a minute.</p>
      {id && (
        <p>
          If it stays, <a href="/contact">tell us</a> this number: <code>{id}</code>
        </p>
      )}
    </ErrorPage>
  );
}

export function UnavailablePage() {
  return (
    <ErrorPage title="Back in a moment">
      <p>The forum can’t answer just now. Nothing is lost; please load the page again in a minute.</p>
    </ErrorPage>
  );
}

export function TooManyPage({ minutes }: { minutes?: number }) {
  return (
    <ErrorPage title="A short pause, please">
      <p>
        That was more than we can take from one place at once. Please try again{" "}
        {minutes ? `in ${minutes === 1 ? "a minute" : `${minutes} minutes`}` : "a little later"}.
      </p>
    </ErrorPage>
  );
}
