import { Time } from "./time";

export type LogDay = { day: string; lines: string[] };

/** What moderators did, day by day. */
export function LogList({ days }: { days: LogDay[] }) {
  return (
    <ol className="log">
      {days.map(({ day, lines }) => (
        <li key={day}>
          <h2>
            <Time at={`${day}T00:00:00Z`} dayOnly />
          </h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
