import { PlateletUnit } from "./platelet-count";
import { placeCounts } from "./platelet-scale";
import { formatDay, Time } from "./time";
import type { PlateletCountView } from "./types";

type Props = { name: string; counts: PlateletCountView[] };

const height = 240;

/**
 * A member's counts over time, drawn in percent of its width so that words stay readable on any screen, with the same
 * numbers as a table below. No thresholds and no colours of good and bad.
 */
export function PlateletChart({ name, counts }: Props) {
  const newestFirst = [...counts].sort((a, b) => Number(new Date(b.day)) - Number(new Date(a.day)));
  const newest = newestFirst[0];
  const oldest = newestFirst.at(-1);
  if (!newest || !oldest) return null;
  const { points, segments, days, levels } = placeCounts(counts, height);
  const values = counts.map((count) => count.value);
  const described =
    counts.length === 1
      ? `One count: ${newest.value} on ${formatDay(newest.day)}.`
      : `${counts.length} counts from ${formatDay(oldest.day)} to ${formatDay(newest.day)}, between ${Math.min(...values)} and ${Math.max(...values)}. The table below has each one.`;
  return (
    <figure className="platelets">
      <figcaption>
        Platelets in <PlateletUnit unit={newest.unit} />
      </figcaption>
      <svg
        className={counts.length > 60 ? "chart many" : "chart"}
        role="img"
        aria-labelledby="platelets-title platelets-desc"
        width="100%"
        height={height + 28}
      >
        <title id="platelets-title">{`Platelet counts of ${name}`}</title>
        <desc id="platelets-desc">{described}</desc>
        {levels.map((level) => (
          <g key={level.value} className="chart-level">
            <line x1="0" x2="100%" y1={level.y} y2={level.y} />
            <text x="0" y={level.y - 4}>
              {level.value}
            </text>
          </g>
        ))}
        {days.map((day) => (
          <g key={day.label} className="chart-day">
            <line x1={day.x} x2={day.x} y1={height} y2={height + 6} />
            <text x={day.x} y={height + 22} textAnchor={day.anchor}>
              {day.label}
            </text>
          </g>
        ))}
        {segments.map((segment) => (
          <line
            key={segment.x1}
            className={segment.gap ? "chart-gap" : "chart-line"}
            x1={segment.x1}
            y1={segment.y1}
            x2={segment.x2}
            y2={segment.y2}
          />
        ))}
        {points.map((point) => (
          <circle key={point.key} className="chart-point" cx={point.x} cy={point.y} />
        ))}
      </svg>
      <details className="chart-table" open={counts.length <= 12}>
        <summary>The {counts.length === 1 ? "count" : `${counts.length} counts`} as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Count</th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((count) => (
              <tr key={String(new Date(count.day))}>
                <td>
                  <Time at={count.day} dayOnly />
                </td>
                <td className="number">
                  {count.value.toLocaleString("en-GB")} <PlateletUnit unit={count.unit} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
