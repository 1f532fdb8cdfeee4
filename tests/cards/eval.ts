import { readFileSync, writeFileSync } from "node:fs";
import { askedCases, inventedCases, recordedCases } from "./cases";
import { measure, table } from "./measure";
import { realCases } from "./real";

// npm run eval:cards: measures what the cards say against what a person read, and writes the table into the README.
// REAL_ABSTRACTS=folder also measures it on real abstracts whose texts lie there, apart from the table.
// --dev leaves the held-out third alone and names what went wrong in the rest.

const cases = [...inventedCases(), ...(await askedCases()), ...(await recordedCases())];
const abstracts = cases.filter(({ records }) => records.some(({ facts }) => facts.abstract)).length;
const recorded = cases.some(({ from }) => from === "recorded");
if (process.argv.includes("--dev")) {
  for (const { name, right, of, fails, ok } of measure(cases.filter(({ heldOut }) => !heldOut))) {
    console.log(`${ok ? " " : "!"} ${name}: ${right} of ${of}`);
    for (const fail of fails) console.log(`      ${fail}`);
  }
} else {
  const all = measure(cases);
  const words = table(all, measure(cases.filter(({ heldOut }) => heldOut)));
  console.log(
    `${cases.length} records, ${abstracts} of them with an abstract${recorded ? "" : " (the recorded answers are not here)"}\n\n${words}`,
  );
  for (const { name, fails } of all.filter(({ ok }) => !ok))
    console.log(`\nBelow its bar: ${name}\n  ${fails.join("\n  ")}`);
  if (recorded) {
    const readme = readFileSync("README.md", "utf8");
    const text = `<!-- eval:cards -->\n${cases.length} records, ${abstracts} of them with an abstract, each read and labelled; ${cases.filter(({ from }) => from === "recorded").length} as the registries gave them, the others invented in their manner.\n\n${words}\n<!-- /eval:cards -->`;
    writeFileSync(
      "README.md",
      readme.replace(/<!-- eval:cards -->[\s\S]*<!-- \/eval:cards -->/, () => text),
    );
  }
  const real = realCases();
  if (real.length > 0) {
    console.log(`\n${real.length} real abstracts`);
    for (const { name, right, of, fails } of measure(real))
      console.log(
        `  ${name}: ${right} of ${of}${fails.length > 0 && fails.length < 12 ? ` (${fails.join("; ")})` : ""}`,
      );
  }
  process.exitCode = all.every(({ ok }) => ok) ? 0 : 1;
}
