import { readConfig } from "@/lib/platform/config";
import { renderCard } from "@/lib/studies/card";
import { readIdentifier } from "@/lib/studies/identifiers";
import { askRegistries } from "@/lib/studies/look-up";
import { mergeRecords } from "@/lib/studies/merging";
import { readableCard } from "@/lib/studies/readable-card";
import { openRegistries } from "@/lib/studies/registries";
import { stateAfter } from "@/lib/studies/rules";
import { sourceNames } from "@/lib/studies/types";

// npm run -s study -- 10.1038/s41392-024-01793-5: looks one study up as the forum would and prints what came of it.
// Needs no database. Exits with 1 when nothing was found and 2 when no registry could be reached.

const given = process.argv.slice(2).join(" ");
const identifier = readIdentifier(given);
if (!identifier) {
  console.error(`“${given}” is no DOI, PMID, PMCID or NCT number. Try: npm run -s study -- 10.1038/s41392-024-01793-5`);
  process.exit(64);
}

const config = readConfig(process.env);
const registries = openRegistries(
  {
    europepmc: config.EUROPEPMC_URL,
    pubmed: config.PUBMED_URL,
    crossref: config.CROSSREF_URL,
    clinicaltrials: config.CLINICALTRIALS_URL,
    doi: config.DOI_URL,
    datacite: config.DATACITE_URL,
  },
  config.CONTACT_EMAIL ?? null,
  config.NCBI_API_KEY ?? null,
);
const look = await askRegistries(registries, [identifier]);

console.log(`Asked about ${identifier.value}:`);
for (const { source, subject, answer } of look.asked) {
  const about = subject ? ` about ${subject}` : "";
  const came = answer.outcome === "unreachable" ? `not reached: ${answer.why}` : `${answer.outcome}, ${answer.url}`;
  console.log(`  ${sourceNames[source]}${about}: ${came}`);
}

const facts = look.records.some(({ subject }) => subject === "") ? mergeRecords(look.records) : null;
const missed = look.asked.filter(({ answer }) => answer.outcome === "unreachable");
if (!facts) {
  const state = stateAfter({ hasFacts: false, missed: missed.length > 0 });
  console.error(
    state === "unreachable"
      ? "\nThe registries could not be reached. Nothing is known about this study yet."
      : "\nNo registry knows a study with this identifier.",
  );
  process.exit(state === "unreachable" ? 2 : 1);
}

console.log("\nRecord:");
for (const [name, value] of Object.entries(facts)) {
  for (const one of Array.isArray(value) ? value : [value]) console.log(`  ${name}: ${JSON.stringify(one)}`);
}
const card = renderCard({
  id: 0,
  state: stateAfter({ hasFacts: true, missed: missed.length > 0 }),
  identifiers: look.identifiers,
  facts,
  asked: look.asked.flatMap(({ source, answer }) =>
    answer.outcome === "unreachable" ? [] : [{ source, retrievedAt: answer.retrievedAt }],
  ),
  notReached: [...new Set(missed.map(({ source }) => source))],
});
console.log(`\nCard:\n${readableCard(card)}`);
