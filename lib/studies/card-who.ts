import { conditionAsSaid } from "./about";
import { recordLink, whereItSaysSo } from "./card-statements";
import { type Html, html } from "./html";
import type { Field, StudyFacts, Trial } from "./types";

/** A line of the list of facts: what it is called, what it says, by whom, and where one may see it. */
export type FactLine = { name: string; words: string | Html; says?: Html; where?: Html };

const CONDITIONS_SHOWN = 5;
const ARMS_SHOWN = 6;
const LONGEST_ARM = 120;

/** Who took part beside how many: with which condition, and in which groups. Only as a record or the abstract has it. */
export function whoLines(facts: StudyFacts): FactLine[] {
  if (facts.noticeOf) return [];
  return [conditionLine(facts), groupsLine(facts)].filter((line): line is FactLine => line !== null);
}

/** As people call it; where the record calls it otherwise, its own words stand beside its name. */
function conditionLine({ conditions }: StudyFacts): FactLine | null {
  if (!conditions) return null;
  const names = new Map<string, string[]>();
  for (const words of conditions.value) {
    const name = conditionAsSaid(words);
    names.set(name, [...(names.get(name) ?? []), words]);
  }
  const shown = [...names].slice(0, CONDITIONS_SHOWN);
  const more = names.size - shown.length;
  const others = shown.flatMap(([name, said]) => said.filter((one) => !name.toLowerCase().includes(one.toLowerCase())));
  const calls = others.length > 0 && `. It says ${others.map((one) => `“${one}”`).join("; ")}`;
  const where = conditions.source !== "clinicaltrials" && ", among its subjects and in the title";
  return {
    name: "Condition",
    words: `${shown.map(([name]) => name).join("; ")}${more > 0 ? ` and ${more} more` : ""}`,
    says: html`${recordLink(conditions)}${where}${calls}`,
  };
}

/** The abstract's own words first: what was planned may have changed. */
function groupsLine({ reading, trials, kind }: StudyFacts): FactLine | null {
  const said = reading?.value.arms;
  if (said && reading)
    return { name: "Groups", words: html`“${said.words}”`, where: whereItSaysSo("arms", said, reading) };
  const [trial] = trials;
  if (!trial || trials.length > 1 || (kind?.value.subject ?? "people") !== "people") return null;
  const groups = groupsOf(trial);
  return groups ? { name: "Groups", words: groups, says: recordLink(trial, trial.value.nct) } : null;
}

function groupsOf({ value: { arms } }: Field<Trial>): string | null {
  const named = (arms ?? []).map(({ label, given = [] }) => {
    const unsaid = given.filter((one) => !label.toLowerCase().includes(one.toLowerCase()));
    const whole = unsaid.length > 0 ? `${label} (${unsaid.join(", ")})` : label;
    return whole.length <= LONGEST_ARM ? whole : label;
  });
  if (named.length === 0 || named.some((one) => one.length > LONGEST_ARM)) return null;
  const more = named.length - ARMS_SHOWN;
  return `${named.slice(0, ARMS_SHOWN).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
