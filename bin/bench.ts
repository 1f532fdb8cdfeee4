import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { readConfig } from "@/lib/platform/config";
import { findRunningPostgres } from "@/lib/platform/embedded-postgres";
import { migrate } from "@/lib/platform/migrations";
import { freePort } from "@/lib/platform/ports";
import { StartProblem } from "@/lib/platform/start-problem";
import { browse } from "./bench/browser";
import { chart } from "./bench/chart";
import { benchCluster } from "./bench/cluster";
import { ensureRoom, fill, findPlaces, signInSome } from "./bench/community";
import { expireThreads } from "./bench/first-visits";
import { bySize, growthTable } from "./bench/growth";
import { benchLookUps } from "./bench/look-ups";
import { type Figures, hasWrk, memoryOf, run, type Watched } from "./bench/measure";
import { type Options, readOptions, USAGE } from "./bench/options";
import { soak, tryPromises } from "./bench/promises";
import { type Measured, type Report, readReport, table } from "./bench/report";
import { guestScenarios, memberScenarios, type Scenario } from "./bench/scenarios";
import { COUNTING, canCount, countStatements } from "./bench/statements";
import { openDatabase } from "./database";
import { keepMode, seedIfNew } from "./demo";
import { requireSecret, tell } from "./settings";

// npm run bench: builds a community of --posts N once (in .bench/N), starts the forum over it and, beside it, a bare
// server with the same bytes; measures scenario by scenario in interleaved rounds; prints a table and keeps the figures
// as JSON. Changes no forum of yours.

const PEOPLE = 1000;
const SETTINGS = "# of npm run bench";

try {
  const asked = readOptions(process.argv.slice(2));
  if (asked.what === "help") console.log(USAGE);
  else if (asked.what === "chart") await drawChart(asked.files);
  else if (asked.what === "growth") await compareSizes(asked.files);
  else if (asked.what === "look-ups") await benchLookUps(asked.options.folder);
  else await bench(asked.options);
} catch (error) {
  tell(error as Error);
}

async function bench(options: Options): Promise<void> {
  const before = options.compare ? await readReport(options.compare) : null; // first: a wrong name must not cost a run
  const dataDir = path.resolve(options.folder, String(options.posts));
  await mkdir(dataDir, { recursive: true });
  const importSeconds = await makeCommunity(dataDir, options.posts);
  await setUp(dataDir, options.tuned);
  if (options.cluster) return benchCluster({ ...options, community: dataDir }, console.log);
  await (await startForum(dataDir)).stop(); // the first start may have to build; the second one is measured
  const forum = await startForum(dataDir);
  try {
    const client = new Client({ connectionString: forum.database });
    client.on("error", () => undefined); // the forum stops its database under it when something fails here
    await client.connect();
    const places = await findPlaces(client);
    const people = await signInSome(client, PEOPLE);
    const moderator = (await signInSome(client, 1, "moderator")).tokens[0] ?? "";
    const report: Report = {
      at: new Date().toISOString().slice(0, 16),
      machine: `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
      generator: (await hasWrk()) ? "wrk for guests, autocannon for members" : "autocannon",
      posts: options.posts,
      ...(options.tuned ? { tuned: true } : {}),
      importSeconds,
      startMs: forum.startMs,
      memoryAtStart: memoryOf(forum.process.pid ?? 0),
      memoryAfter: null,
      rows: [],
    };
    const watched = { app: forum.process.pid ?? 0, postmaster: await postmasterOf(dataDir) };
    const bare = await startBare(forum.url + places.thread);
    const scenariosOf = (url: string, database: Client, members: typeof people) =>
      [
        ...guestScenarios(url, places, bare.url, (threadIds) => void expireThreads(database, threadIds)),
        ...memberScenarios(url, places, members, moderator),
      ].filter(({ name }) => !options.only || name.includes(options.only));
    const scenarios = scenariosOf(forum.url, client, people);
    await warm(scenarios, watched);
    if (options.browser) report.browser = await browse(forum.url, places, people.tokens);
    const bareWatched = { app: bare.process.pid ?? 0, postmaster: null };
    const world = {
      url: forum.url,
      bareUrl: bare.url,
      places,
      tokens: people.tokens,
      moderator,
      client,
      watched,
      bare: bareWatched,
      print: console.log,
    };
    if (options.promises) report.promises = await tryPromises(world, options.only);
    if (options.soak) report.soak = await soak(world, options.soak, scenarios);
    if (!options.promises && !options.soak)
      report.rows = await measure(scenarios, options, { forum: watched, bare: bare.process.pid ?? 0 });
    report.memoryAfter = memoryOf(watched.app);
    report.memoryAtMost = memoryOf(watched.app, "at most");
    const countable = report.rows.length > 0 && (await canCount(client));
    const rested = await signInSome(client, PEOPLE); // after all they wrote, who is to write again
    await client.end();
    bare.process.kill();
    await forum.stop();
    if (countable)
      await addStatements(report.rows, dataDir, options.tuned, (url, database) => scenariosOf(url, database, rested));
    await tellAndKeep(report, before, options, dataDir);
  } finally {
    await forum.stop();
  }
}

/** Built once for a size; the seconds it took, now or then. */
async function makeCommunity(dataDir: string, posts: number): Promise<number | null> {
  const mark = path.join(dataDir, "community.json");
  const known = await readFile(mark, "utf8").catch(() => null);
  if (known) return JSON.parse(known).seconds ?? null;
  process.env.DATA_DIR = dataDir;
  const config = readConfig(process.env);
  await ensureRoom(dataDir, posts, console.log);
  const database = await openDatabase(config, console.log);
  try {
    process.env.DATABASE_URL = database.url;
    await migrate(database.url);
    await keepMode(database.url, "demo");
    process.env.AUTH_SECRET = await requireSecret(config, "demo");
    await seedIfNew(database.url, dataDir, console.log);
    const client = new Client({ connectionString: await superuserOf(dataDir, database.url) });
    await client.connect();
    const started = Date.now();
    await fill(client, posts, console.log);
    await client.end();
    const seconds = Math.round((Date.now() - started) / 100) / 10;
    await writeFile(mark, JSON.stringify({ posts, seconds }));
    return seconds;
  } finally {
    const { prisma, pool } = await import("@/lib/platform/db");
    const { closeQueue } = await import("@/lib/platform/queue");
    await closeQueue();
    await prisma.$disconnect();
    await pool.end();
    await database.stop();
    delete process.env.DATABASE_URL;
  }
}

/**
 * Writes the database's settings for its next start. Tuned by the first advice of docs/operations.md: a quarter of the
 * memory for the database's own buffers, three quarters named.
 */
async function setUp(dataDir: string, tuned: boolean, counting = false): Promise<void> {
  const file = path.join(dataDir, "postgres/postgresql.conf");
  const [own = ""] = (await readFile(file, "utf8")).split(SETTINGS);
  const quarter = `${Math.round(totalmem() / 4 / 2 ** 20)}MB`;
  const all = `${Math.round((totalmem() * 3) / 4 / 2 ** 20)}MB`;
  const lines = [
    ...(tuned ? [`shared_buffers = ${quarter}`, `effective_cache_size = ${all}`] : []),
    ...(counting ? COUNTING : []),
  ];
  await writeFile(file, lines.length > 0 ? [own + SETTINGS, ...lines, ""].join("\n") : own);
}

/** Only a superuser may put rows in without their triggers, and count what others ask. */
async function superuserOf(dataDir: string, url: string): Promise<string> {
  const { superuserPassword } = JSON.parse(await readFile(path.join(dataDir, "database.json"), "utf8"));
  const superuser = new URL(url);
  superuser.username = "postgres";
  superuser.password = superuserPassword;
  return superuser.href;
}

/** Over the forum started again with PostgreSQL counting. What was measured is kept also where that fails. */
async function addStatements(
  rows: Measured[],
  dataDir: string,
  tuned: boolean,
  scenariosOf: (url: string, database: Client) => Scenario[],
): Promise<void> {
  try {
    await setUp(dataDir, tuned, true);
    const forum = await startForum(dataDir);
    const address = new URL(await superuserOf(dataDir, forum.database));
    address.pathname = "postgres"; // the forum's own database stays as it is
    const superuser = new Client({ connectionString: address.href });
    const client = new Client({ connectionString: forum.database });
    superuser.on("error", () => undefined); // the forum stops its database under it when something fails here
    client.on("error", () => undefined);
    try {
      await Promise.all([superuser.connect(), client.connect()]);
      const scenarios = scenariosOf(forum.url, client).filter(({ bare }) => !bare);
      const counted = await countStatements(superuser, scenarios);
      for (const row of rows) row.statements = counted.get(row.name) ?? null;
      console.log("The statements are counted.");
    } finally {
      await Promise.allSettled([superuser.end(), client.end()]);
      await forum.stop();
    }
  } catch (error) {
    console.log(`The statements could not be counted: ${(error as Error).message}`);
  } finally {
    await setUp(dataDir, tuned);
  }
}

async function startForum(dataDir: string) {
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "error" };
  const started = Date.now();
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  const child = spawn("sh", ["-c", scripts.start], { env, stdio: ["ignore", "pipe", "inherit"] }); // npm would stay between us
  await said(child, "Stop it with Ctrl-C");
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  if (!answer.ok) throw new Error(`The first answer was ${answer.status}.`);
  const startMs = Date.now() - started;
  const database = await findRunningPostgres(dataDir);
  if (!database) throw new Error("The forum started, and its database can't be found.");
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { process: child, url: `http://127.0.0.1:${port}`, database, startMs, stop };
}

function said(child: ChildProcess, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let all = "";
    child.stdout?.on("data", (chunk) => {
      all += chunk;
      if (all.includes(words)) resolve(all);
    });
    child.once("exit", () => reject(new Error(`It ended before it said “${words}”: ${all.slice(-500)}`)));
  });
}

/** The same compressed bytes and headers as the forum's own answer. */
async function startBare(url: string): Promise<{ process: ChildProcess; url: string }> {
  const { request } = await import("node:http");
  const answer = await new Promise<{ headers: object; body: string }>((resolve, reject) => {
    request(url, { headers: { "accept-encoding": "br" } }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk) => chunks.push(chunk));
      res.on("end", () => resolve({ headers: res.headers, body: Buffer.concat(chunks).toString("base64") }));
    })
      .on("error", reject)
      .end();
  });
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "bench/bare.mjs")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin?.end(JSON.stringify(answer));
  const port = (await said(child, "\n")).trim();
  return { process: child, url: `http://127.0.0.1:${port}/` };
}

/** The first pages of a process cost several times what later ones do. */
async function warm(scenarios: Scenario[], watched: Watched): Promise<void> {
  for (const scenario of scenarios) await run(scenario.target, 8, scenario.target.quick ? 1 : 5, watched);
}

async function measure(
  scenarios: Scenario[],
  { connections, seconds, rounds }: Options,
  pids: { forum: Watched; bare: number },
): Promise<Measured[]> {
  const rows = new Map<string, Measured>();
  for (let round = 1; round <= rounds; round++) {
    for (const scenario of scenarios) {
      const { name, target, bare } = scenario;
      for (const count of countsOf(scenario, connections)) {
        const watched = bare ? { app: pids.bare, postmaster: null } : pids.forum;
        const row = rows.get(name) ?? { name, figures: [] };
        row.figures.push(await run(target, count, seconds, watched));
        rows.set(name, row);
      }
    }
    console.log(`Round ${round} of ${rounds} is done.`);
  }
  return scenarios.map((scenario) => {
    const figures = rows.get(scenario.name)?.figures ?? [];
    return { name: scenario.name, figures: countsOf(scenario, connections).map((count) => middle(figures, count)) };
  });
}

function countsOf({ alsoAt }: Scenario, connections: number[]): number[] {
  return [...new Set([...connections, ...(alsoAt ? [alsoAt] : [])])].sort((a, b) => a - b);
}

/** The middle run of those with as many connections. */
function middle<One extends Figures>(figures: One[], connections: number): One {
  const same = figures.filter((one) => one.connections === connections).sort((a, b) => a.perSecond - b.perSecond);
  return same[Math.floor(same.length / 2)] as One;
}

async function postmasterOf(dataDir: string): Promise<number | null> {
  const file = await readFile(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").catch(() => null);
  return file ? Number(file.split("\n")[0]) : null;
}

async function drawChart(files: string[]): Promise<void> {
  const reports = await Promise.all(files.map(readReport));
  const drawing = path.join("docs", "performance.svg");
  await writeFile(drawing, chart(reports));
  console.log(`The chart is in ${drawing}.`);
}

async function compareSizes(files: string[]): Promise<void> {
  const reports = await Promise.all(files.map(readReport));
  if (bySize(reports).length < 2) throw new StartProblem("--growth needs reports of at least two sizes.");
  console.log(growthTable(reports));
}

async function tellAndKeep(
  report: Report,
  before: Report | null,
  { posts, folder }: Options,
  dataDir: string,
): Promise<void> {
  const file = path.join(folder, `${posts}-${report.at.replace(/\W/g, "")}.json`);
  await writeFile(file, JSON.stringify(report, null, 2));
  console.log(table(report, before));
  console.log(
    `The figures are in ${file}; npm run bench -- --posts ${posts} --compare ${file} shows what changes. The community stays in ${dataDir}.`,
  );
}
