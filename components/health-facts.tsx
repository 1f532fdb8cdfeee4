import { Chip } from "./chip";
import type { Audience } from "./types";

export type HealthFactView = { label: string; value: string; audience: Audience };

/** What a member chose to say about their health, each with who can read it. */
export function HealthFacts({ facts, showAudience = true }: { facts: HealthFactView[]; showAudience?: boolean }) {
  return (
    <dl className="health-facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            <bdi>{fact.value}</bdi>
            {showAudience && (
              <Chip icon={fact.audience === "everyone" ? undefined : "members"}>
                {fact.audience === "everyone" ? "Everyone" : "Members only"}
              </Chip>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
