// npm test: everything, from a fresh clone; npm run check: the part that needs neither a build nor a browser.
// Its last line is "N passed, N failed"; types, lint, import directions and the build count as one each.
import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { makeReady } from "./ready.mjs";
import { runToEnd, step, stopChildren } from "./steps.mjs";

const quick = process.argv.includes("--quick");
const print = (line) => console.log(line);

/** The import rules are worth nothing if the tool could not read the files. */
const MODULES_AT_LEAST = 100;

/** What somebody's shell says about their own forum must not reach the tests. */
const OURS =
  /^(HOST|PORT|ORIGIN|TRUSTED_PROXIES|DATABASE_\w+|DATA_DIR|AUTH_SECRET|SMTP_URL|MAIL_FROM|CONTACT_EMAIL|\w+_URL|NCBI_API_KEY|LOG_LEVEL|NODE_ENV)$/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));
env.NEXT_TELEMETRY_DISABLED = "1";

const total = { passed: 0, failed: 0 };

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.on(signal, () => {
    stopChildren();
    process.exit(code);
  });
}

try {
  await makeReady(print);
  await mkdir(".test", { recursive: true });
  await single("Types", checkTypes);
  await single("Lint", () => tool("@biomejs/biome/bin/biome", "check", "--error-on-warnings"));
  await single("Import directions", checkImports);
  await counted("Unit tests", () => vitest("unit"));
  await counted("Domain tests", () => vitest("domain"));
  await counted("Architecture tests", () => vitest("architecture"));
  if (!quick) {
    const built = await single("Build", build);
    if (built) await counted("End-to-end tests", playwright);
    else print("End-to-end tests are left out: there is no build to try.");
  }
} catch (error) {
  total.failed++;
  console.error(error.name === "StartProblem" ? error.message : error);
}
print(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

/** A step that passes or fails as a whole. */
async function single(name, work) {
  return counted(name, async () => {
    await work();
    return { passed: 1, failed: 0 };
  });
}

/** A step made of tests. One that ends badly without a failed test has failed all the same. */
async function counted(name, work) {
  let result;
  try {
    result = await step(name, "done", work, print);
  } catch (error) {
    result = { passed: 0, failed: 1, output: error.message };
  }
  total.passed += result.passed;
  total.failed += result.failed;
  if (result.failed) print(result.output);
  const skipped = result.skipped ? `, ${result.skipped} skipped` : "";
  print(`  ${name}: ${result.passed} passed, ${result.failed} failed${skipped}`);
  return result.failed === 0;
}

async function tool(script, ...args) {
  return runToEnd(process.execPath, [`node_modules/${script}`, ...args], { env, describe: args.join(" ") });
}

async function checkTypes() {
  await tool("next/dist/bin/next", "typegen"); // the routes' own types, which the compiler reads
  await tool("typescript/bin/tsc", "--noEmit");
}

async function checkImports() {
  const folders = ["app", "components", "lib", "bin", "prisma", "tests", "server.ts"].filter((one) => existsSync(one));
  const said = await tool(
    "dependency-cruiser/bin/dependency-cruise.mjs",
    "--config",
    ".dependency-cruiser.cjs",
    ...folders,
  );
  const modules = Number(/\((\d+) modules/.exec(said)?.[1] ?? 0);
  if (modules < MODULES_AT_LEAST)
    throw new Error(`Only ${modules} modules were read, so the import rules checked nothing.`);
}

async function vitest(project) {
  const report = `.test/${project}.json`;
  const args = ["run", "--project", project, "--passWithNoTests", "--reporter=default", "--reporter=json"];
  const { output, json } = await reported(report, "vitest/vitest.mjs", [...args, `--outputFile.json=${report}`]);
  const { numPassedTests, numFailedTests, numPendingTests, success } = json;
  return atLeastOneFailure(success, output, {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
  });
}

async function build() {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  await import("tsx");
  const { buildIfStale } = await import("./build.ts");
  await buildIfStale();
}

async function playwright() {
  const { bringChromium } = await import("./chromium.mjs");
  env.CHROMIUM = await bringChromium(print);
  env.PLAYWRIGHT_JSON_OUTPUT_NAME = ".test/e2e.json";
  const args = ["test", "--pass-with-no-tests", "--reporter=list,json"];
  const { output, json } = await reported(".test/e2e.json", "@playwright/test/cli.js", args);
  const { expected, unexpected, flaky, skipped } = json.stats;
  return atLeastOneFailure(json.errors.length === 0, output, { passed: expected, failed: unexpected + flaky, skipped });
}

async function reported(report, script, args) {
  await rm(report, { force: true });
  let output = "";
  try {
    output = await tool(script, ...args);
  } catch (error) {
    output = error.message;
  }
  if (!existsSync(report)) throw new Error(output);
  return { output, json: JSON.parse(await readFile(report, "utf8")) };
}

function atLeastOneFailure(fine, output, { passed, failed, skipped }) {
  return { passed, failed: fine ? failed : Math.max(failed, 1), skipped, output };
}
