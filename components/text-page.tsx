import type { ReactNode } from "react";
import { StoredHtml } from "./stored-html";

type Props = { title: string; intro?: ReactNode; html?: string; children?: ReactNode };

/** Rules, privacy, help, contact: one column to read. */
export function TextPage({ title, intro, html, children }: Props) {
  return (
    <div className="text-page">
      <h1>{title}</h1>
      {intro && <div className="intro">{typeof intro === "string" ? <p>{intro}</p> : intro}</div>}
      {html && <StoredHtml className="prose" html={html} />}
      {children && <div className="prose">{children}</div>}
    </div>
  );
}
