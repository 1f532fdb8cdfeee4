type Step = {
  title: string;
  href: string;
  about: string;
  /** Left out where one can't tell, or where it is never done. */
  done?: boolean;
};

/** What there is to do, each with whether it was done. */
export function Checklist({ steps }: { steps: Step[] }) {
  return (
    <ul className="checklist">
      {steps.map(({ title, href, about, done }) => (
        <li key={href} className={done ? "done" : undefined}>
          <h2>
            <a href={href}>{title}</a>
            {done && <span className="checklist-done"> Done</span>}
          </h2>
          <p>{about}</p>
        </li>
      ))}
    </ul>
  );
}
