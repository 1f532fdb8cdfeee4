import type { ReactNode } from "react";

type Props = {
  title: string;
  /** The title of a study is set in the papers' face. */
  paper?: boolean;
  description?: ReactNode;
  marks?: ReactNode;
  /** What one can start here, at the far end. */
  action?: ReactNode;
};

/** The head of a list: a category, the studies, drafts, the front page. */
export function PageHead({ title, paper, description, marks, action }: Props) {
  return (
    <header className="page-head">
      <div>
        <h1 dir="auto" className={paper ? "paper" : undefined}>
          {title}
        </h1>
        {marks && <div className="marks">{marks}</div>}
        {description && <p className="page-description">{description}</p>}
      </div>
      {action && <div className="page-action">{action}</div>}
    </header>
  );
}
