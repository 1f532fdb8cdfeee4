import { renderCard } from "@/lib/studies/card";
import { asIdentifier, readIdentifier } from "@/lib/studies/identifiers";
import { lookUp } from "./asking";
import { registriesUnder } from "./awkward-registries";

// node --expose-gc --import tsx tests/support/look-up-alone.ts URL IDENTIFIER …: looks each up in this process alone and
// prints for each but the first, which loads what is needed, by how many megabytes the process grew at most.

const [url = "", ...names] = process.argv.slice(2);
const look = async (name: string) => {
  const identifier = readIdentifier(name) ?? asIdentifier("doi", name);
  if (!identifier) throw new Error(`${name} is no identifier`);
  const { facts, identifiers, asked, records } = await lookUp(registriesUnder(url, 4_000), identifier);
  const state = records.length > 0 ? "found" : "unreachable";
  renderCard({ id: 1, state, identifiers, facts: records.length > 0 ? facts : null, asked: [], notReached: [] });
  return asked.map(({ source, answer }) => `${source} ${answer.outcome}`).join(", ");
};

const [first = "", ...others] = names;
await look(first);
for (const name of others) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const note = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(note, 2);
  const came = await look(name);
  note();
  clearInterval(timer);
  console.log(`${Math.ceil((most - before) / 2 ** 20)} MB: ${came}`);
}
process.exit(0);
