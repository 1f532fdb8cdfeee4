import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { findDamage } from "@/lib/integrity/queries";
import { freePort } from "@/lib/platform/ports";
import { buildIfStale } from "../build";
import type { Print } from "../steps.mjs";
import { BUSY_WRITERS, EVERYDAY, Load, WARMING, type World } from "./cluster-load";
import { type ClusterReport, type Cost, clusterTable, type Event, eventRows, judge, wrongs } from "./cluster-report";
import {
  cpuOfTree,
  type Database,
  Instance,
  makePlace,
  Nginx,
  type Place,
  Pooler,
  requirePrograms,
  startDatabases,
  until,
} from "./cluster-servers";
import { signInSome } from "./community";
import { hiddenAtOnce, type Kept } from "./promises";

// npm run bench -- --cluster: two instances behind nginx, PgBouncer, a primary and a synchronous standby, as docs/deploy
// sets them up; what a request costs with one instance and with two; then what people meet while servers are killed.

const PEOPLE = 400;
/** For the cost: as many at once, without a pause. */
const BUSY = { workers: 16, pauseMs: 0 };
/** Rounds are as long in requests on any machine: the same work is compared. */
const REQUESTS_A_SECOND = 500;
const WARM = 3_000;
/** For the events: what leaves the machine room to start things again. */
const CALM = { workers: 24, pauseMs: 500 };

type Options = { community: string; posts: number; seconds: number; rounds: number; folder: string; only?: string };

type Servers = {
  place: Place;
  primary: Database;
  standby: Database;
  pooler: Pooler;
  proxy: Nginx;
  instances: [Instance, Instance];
};

export async function benchCluster(options: Options, say: Print): Promise<void> {
  const { pgbouncer } = requirePrograms();
  await buildIfStale(say);
  const stops: (() => Promise<unknown>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.reverse().splice(0)) await stop();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stopAll().finally(() => process.exit(130)));
  try {
    const servers = await startServers(options, pgbouncer, stops, say);
    const report = await measure(servers, options, say);
    console.log(clusterTable(report));
    const file = path.join(options.folder, `cluster-${report.at.replace(/\W/g, "")}.json`);
    await writeFile(file, JSON.stringify(report, null, 2));
    console.log(`The figures are in ${file}.`);
    if (wrongs(report).length) {
      process.exitCode = 1;
      say(`What the servers said is in ${await keepLogs(servers.place, options.folder)}.`);
    }
  } finally {
    await stopAll();
  }
}

async function keepLogs({ folder }: Place, to: string): Promise<string> {
  const logs = path.join(to, "cluster-logs");
  await rm(logs, { recursive: true, force: true });
  await cp(path.join(folder, "run"), logs, {
    recursive: true,
    filter: (file) => !/\.(ini|txt|pid)$|_temp$/.test(file),
  });
  return logs;
}

async function startServers(
  { community }: Options,
  pgbouncer: string,
  stops: (() => Promise<unknown>)[],
  say: Print,
): Promise<Servers> {
  const place = await makePlace(community, say);
  stops.push(() => rm(place.folder, { recursive: true, force: true }));
  const { primary, standby } = await startDatabases(place, (database) => stops.push(() => database.stop()));
  const pooler = await Pooler.start(place, pgbouncer, primary);
  stops.push(() => pooler.stop());
  const ports = [await freePort(), await freePort()] as const;
  const proxy = await Nginx.start(place, [...ports]);
  stops.push(() => proxy.stop());
  const secret = await readFile(path.join(community, "auth-secret"), "utf8");
  const instanceOn = (port: number, name: string) =>
    new Instance(place, name, port, {
      ORIGIN: proxy.url,
      TRUSTED_PROXIES: "127.0.0.1",
      AUTH_SECRET: secret,
      DATA_DIR: path.join(place.folder, name),
      DATABASE_URL: pooler.address(),
      DATABASE_DIRECT_URL: pooler.address("wellcited_direct"),
      DATABASE_READ_URL: standby.address(),
    });
  const instances: [Instance, Instance] = [instanceOn(ports[0], "first"), instanceOn(ports[1], "second")];
  for (const instance of instances) {
    stops.push(() => instance.stop());
    await instance.start();
  }
  say(`Two instances behind ${proxy.url}, PgBouncer ${pgbouncer} (${pooler.mode} mode), a primary and its standby.`);
  return { place, primary, standby, pooler, proxy, instances };
}

async function measure(servers: Servers, options: Options, say: Print): Promise<ClusterReport> {
  const world = await findWorld(servers);
  const hiding = options.only && options.only !== "hiding" ? null : await hideAtBoth(servers, say);
  const costs =
    options.only === "trouble" || options.only === "hiding"
      ? { one: [], two: [], idleMs: 0 }
      : await measureCosts(servers, world, options, say);
  const { load, events } =
    options.only === "cost" || options.only === "hiding"
      ? { load: new Load(world, BUSY_WRITERS), events: [] }
      : await makeTrouble(servers, world, options, say);
  return {
    at: new Date().toISOString().slice(0, 16),
    machine: `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
    posts: options.posts,
    pooling: `PgBouncer in ${servers.pooler.mode} mode`,
    ...costs,
    ...(hiding ? { hiding } : {}),
    events,
    ...(await check(servers.standby, load)),
    faults: load.asked.flatMap(({ fault }) => fault ?? []),
  };
}

async function findWorld({ primary, proxy }: Servers): Promise<World> {
  const client = new Client({ connectionString: primary.address("wellcited", true) });
  await client.connect();
  const { tokens, memberIds } = await signInSome(client, PEOPLE);
  const threads = await client.query<{ id: number; slug: string }>(
    `SELECT "id", "slug" FROM "Thread" WHERE "slug" LIKE 'question-%' AND "slug" NOT IN ('question-1', 'question-2')
       AND "audience" = 'everyone' AND "state" = 'visible' AND NOT "locked" ORDER BY "id" LIMIT 200`,
  );
  const posts = await client.query<{ number: number }>(
    `SELECT p."number" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId"
     WHERE p."state" = 'visible' AND t."id" = ANY($1) ORDER BY p."number" DESC LIMIT 5000`,
    [threads.rows.map(({ id }) => id)],
  );
  await client.end();
  return {
    url: proxy.url,
    paths: threads.rows.map(({ id, slug }) => `/t/${id}/${slug}`),
    threadIds: threads.rows.map(({ id }) => id),
    postNumbers: posts.rows.map(({ number }) => number),
    people: tokens.map((token, n) => ({ token, memberId: memberIds[n] ?? 0 })),
  };
}

/** What a moderator hides is gone from both instances, whichever of them did it. */
async function hideAtBoth({ primary, proxy, instances }: Servers, say: Print): Promise<Kept> {
  await proxy.serve(instances.map(({ port }) => port));
  const client = new Client({ connectionString: primary.address("wellcited", true) });
  await client.connect();
  try {
    const moderator = (await signInSome(client, 1, "moderator")).tokens[0] ?? "";
    const addresses = instances.map(({ port }) => `http://127.0.0.1:${port}`);
    const kept = await hiddenAtOnce({ url: proxy.url, client, moderator, instances: addresses });
    say(`${kept.right ? "holds" : "BROKEN"}: ${kept.name}: ${kept.says}`);
    return kept;
  } finally {
    await client.end();
  }
}

/** One instance and two by turns, so that whatever else the machine does meets both. */
async function measureCosts(
  servers: Servers,
  world: World,
  { seconds, rounds }: Options,
  say: Print,
): Promise<Pick<ClusterReport, "one" | "two" | "idleMs">> {
  const { proxy, instances } = servers;
  const [first, second] = instances;
  for (const { port } of instances) {
    // The first pages of a process cost several times what later ones do.
    await proxy.serve([port]);
    await pause(1_000);
    const load = new Load(world, WARMING);
    load.start(BUSY.workers, BUSY.pauseMs);
    await load.reaches(WARM);
    await load.stop();
  }
  say("Both instances are warm.");
  const requests = seconds * REQUESTS_A_SECOND;
  const one: Cost[] = [];
  const two: Cost[] = [];
  let idle = 0;
  let searches = 0;
  const readBefore = await readsOf(servers.standby);
  for (let round = 1; round <= rounds; round++) {
    // By turns too which of them is the one, so that both have done as much before.
    const [alone, other] = round % 2 ? ([first, "second"] as const) : ([second, "first"] as const);
    for (const [ports, list] of [
      [[alone.port], one],
      [[first.port, second.port], two],
    ] as const) {
      await proxy.serve([...ports]);
      await pause(1_000);
      const load = new Load(world, EVERYDAY);
      load.start(BUSY.workers, BUSY.pauseMs);
      await load.reaches(requests / 2); // each store begins with what it missed while it was not asked
      const [before, known, began] = [cpuNow(servers), load.asked.length, performance.now()];
      await load.reaches(known + requests);
      const [after, asked, lasted] = [cpuNow(servers), load.asked.slice(known), performance.now() - began];
      await load.stop();
      searches += load.asked.filter(({ kind }) => kind === "search").length;
      const used = (name: keyof typeof after) => after[name] - before[name];
      list.push({
        requests: asked.length,
        guestMs: middleOf(asked.filter(({ kind }) => kind === "guest reads").map(({ began, ended }) => ended - began)),
        seconds: lasted / 1000,
        app: used("first") + used("second") - (ports.length > 1 ? 0 : used(other)),
        database: used("database"),
        pooler: used("pooler"),
        proxy: used("proxy"),
      });
      if (ports.length === 1) idle = used(other) / (lasted / 1000);
    }
    say(`Round ${round} of ${rounds} is done.`);
  }
  say(`The standby answered ${(await readsOf(servers.standby)) - readBefore} statements of ${searches} searches.`);
  return { one, two, idleMs: idle };
}

async function readsOf(standby: Database): Promise<number> {
  const [row] = await standby.ask<{ n: number }>(
    "SELECT xact_commit::int AS n FROM pg_stat_database WHERE datname = 'wellcited'",
  );
  return row?.n ?? 0;
}

function cpuNow({ primary, standby, pooler, proxy, instances }: Servers) {
  return {
    first: cpuOfTree(instances[0].pid),
    second: cpuOfTree(instances[1].pid),
    database: cpuOfTree(primary.pid) + cpuOfTree(standby.pid),
    pooler: cpuOfTree(pooler.pid),
    proxy: cpuOfTree(proxy.pid),
  };
}

/** One thing after another goes wrong, under people who go on reading and writing. */
async function makeTrouble(
  servers: Servers,
  world: World,
  { seconds }: Options,
  say: Print,
): Promise<{ load: Load; events: Event[] }> {
  const { primary, standby, pooler, proxy, instances } = servers;
  const [first, second] = instances;
  await proxy.serve([first.port, second.port]);
  await pause(1_000);
  const load = new Load(world, BUSY_WRITERS);
  const events: Event[] = [];
  const during = async (name: string, work: (note: (sentence: string) => void) => Promise<void>) => {
    say(`${name} …`);
    const notes: string[] = [];
    const from = performance.now();
    const known = load.asked.length;
    await work((sentence) => notes.push(sentence));
    await pause(seconds * 1000);
    events.push({ name, lasted: performance.now() - from, rows: eventRows(load.asked.slice(known), from), notes });
  };
  const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

  load.start(CALM.workers, CALM.pauseMs);
  try {
    await pause(2_000);
    await during("Nothing happens", async () => {});
    await during("An instance is stopped and started again, as for an upgrade", async (note) => {
      await second.stop();
      note(`It was there again ${inSeconds(await second.start())} after it had ended.`);
    });
    await during("An instance is killed", async (note) => {
      await second.kill();
      await pause(5_000);
      note(`Five seconds later it is started again, which takes ${inSeconds(await second.start())}.`);
    });
    await during("The primary is restarted", async (note) => {
      const began = performance.now();
      await primary.stop();
      await primary.start();
      note(`It was away for ${inSeconds(performance.now() - began)}.`);
    });
    await during("The standby is stopped", async (note) => {
      await standby.stop();
      await pause(15_000);
      await primary.ask("ALTER SYSTEM SET synchronous_standby_names = ''");
      await primary.ask("SELECT pg_reload_conf()");
      note("After 15 s the primary is told to go on without it.");
    });
    await during("The standby comes back", async (note) => {
      await standby.start();
      await primary.ask("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
      await primary.ask("SELECT pg_reload_conf()");
      const took = await until(async () => {
        const [row] = await primary.ask<{ state: string }>("SELECT sync_state AS state FROM pg_stat_replication");
        return row?.state === "sync";
      }, "The standby did not come back");
      note(`It had everything ${inSeconds(took)} after it was started.`);
    });
    await during("The primary is killed and its standby promoted", async (note) => {
      primary.kill();
      await pause(3_000); // nobody is quicker
      const began = performance.now();
      await standby.ask("SELECT pg_promote(true, 30)");
      await pooler.pointAt(standby);
      note(
        `Three seconds later the standby is promoted and PgBouncer pointed at it: ${inSeconds(performance.now() - began)}.`,
      );
    });
  } finally {
    await load.stop();
  }
  return { load, events };
}

async function check(database: Database, load: Load): Promise<Pick<ClusterReport, "replies" | "thanks" | "damage">> {
  const rows = await database.ask<{ source: string; n: number }>(
    `SELECT "source", count(*)::int AS n FROM "Post" WHERE "source" LIKE $1 GROUP BY 1`,
    [`${load.mark}%`],
  );
  const acknowledged = load.thanks.filter((thanks) => thanks.acknowledged);
  const [missing] = await database.ask<{ n: number }>(
    `SELECT count(*)::int AS n FROM unnest($1::int[], $2::int[]) AS a (number, member)
     WHERE NOT EXISTS (SELECT 1 FROM "Thanks" t WHERE t."postNumber" = a.number AND t."memberId" = a.member)`,
    [acknowledged.map(({ number }) => number), acknowledged.map(({ memberId }) => memberId)],
  );
  const client = new Client({ connectionString: database.address() });
  await client.connect();
  await client.query("SET statement_timeout = 0");
  const damage = await findDamage(client);
  await client.end();
  return {
    replies: judge(load.replies, new Map(rows.map(({ source, n }) => [source, n]))),
    thanks: { acknowledged: acknowledged.length, lost: missing?.n ?? 0 },
    damage: damage.map(({ name, sentences }) => `Not so: ${name} (${sentences.slice(0, 3).join(" ")})`),
  };
}

function middleOf(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));
