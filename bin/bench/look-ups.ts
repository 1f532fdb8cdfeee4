import { mkdir, rm, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { readConfig } from "@/lib/platform/config";
import { migrate } from "@/lib/platform/migrations";
import { openDatabase } from "../database";
import { type Account, type BusyRegistries, hosts, startBusyRegistries } from "./look-ups/busy-registries";
import type { Worker } from "./look-ups/line";
import { memoryOf } from "./measure";

// npm run bench -- --only look-ups: so many studies wait to be looked up, two processes do it, one is killed in the middle,
// and registries ask for a rest now and then. A database of its own, made anew each time.

const STUDIES = 10_000;

/** When so large a part is done. A rest of two seconds is waited out in line, one of eight is left to the calendar. */
const EVENTS: { at: number; rest?: [host: "europepmc" | "pubmed" | "crossref", seconds: number]; kill?: true }[] = [
  { at: 0.1, rest: ["crossref", 2] },
  { at: 0.2, rest: ["pubmed", 2] },
  { at: 0.33, kill: true },
  { at: 0.5, rest: ["europepmc", 8] },
  { at: 0.7, rest: ["crossref", 8] },
];

type Result = {
  at: string;
  machine: string;
  studies: number;
  seconds: number;
  /** Until all but those of the killed process were done, and how many a second that were. */
  secondsForMost: number;
  perSecond: number;
  waitingForKilled: number;
  inFlightWhenKilled: number;
  lost: number;
  askedTwiceForKilled: number;
  askedTwiceOtherwise: number;
  memory: number | null;
  registries: Record<string, Account>;
};

export async function benchLookUps(folder: string, studies = STUDIES): Promise<void> {
  const dataDir = path.resolve(folder, "look-ups");
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  process.env.DATA_DIR = dataDir;
  const database = await openDatabase(readConfig(process.env), console.log);
  process.env.DATABASE_URL = database.url;
  const registries = await startBusyRegistries();
  const client = new Client({ connectionString: database.url });
  try {
    await migrate(database.url);
    await client.connect();
    const { putInLine } = await import("./look-ups/line"); // lib opens the database that the environment names by now
    await putInLine(client, studies);
    console.log(`${studies.toLocaleString("en")} look-ups are in line.`);
    const result = await watch(client, registries, database.url, studies);
    console.log(tableOf(result));
    const file = path.resolve(folder, `look-ups-${result.at.replace(/\W/g, "")}.json`);
    await writeFile(file, JSON.stringify(result, null, 2));
    console.log(`The figures are in ${file}.`);
  } finally {
    await client.end();
    await registries.close();
    const { closeQueue } = await import("@/lib/platform/queue");
    const { pool, prisma } = await import("@/lib/platform/db");
    await closeQueue();
    await prisma.$disconnect();
    await pool.end();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function watch(client: Client, registries: BusyRegistries, url: string, studies: number): Promise<Result> {
  const { askedTwice, progressOf, startWorker } = await import("./look-ups/line");
  const workers = [startWorker("bench-a", url, registries), startWorker("bench-b", url, registries)] as [
    Worker,
    Worker,
  ];
  const [doomed, survivor] = workers;
  try {
    await Promise.all(workers.map(({ ready }) => ready));
    const began = performance.now();
    const since = () => (performance.now() - began) / 1_000;
    const events = [...EVENTS];
    let inFlightWhenKilled = 0;
    let most: { seconds: number; open: number } | null = null;
    let lastChange = { open: studies, at: 0 };
    for (;;) {
      await new Promise((resume) => setTimeout(resume, 500));
      const { open, jobs, asking } = await progressOf(client);
      const done = 1 - open / studies;
      while (events[0] && done >= events[0].at) {
        const { rest, kill } = events.shift() ?? {};
        if (rest) registries.wantRest(...rest);
        if (kill) {
          inFlightWhenKilled = asking;
          doomed.process.kill("SIGKILL");
          console.log(`One of the two is killed after ${since().toFixed(0)} s, with ${studies - open} done.`);
        }
      }
      if (open < lastChange.open) lastChange = { open, at: since() };
      // What the killed process had fetched comes back minutes later: nothing else is left then.
      if (!most && inFlightWhenKilled > 0 && since() - lastChange.at > 30) most = { seconds: lastChange.at, open };
      if (jobs === 0 || since() > 1_800) {
        most ??= { seconds: since(), open: 0 };
        const twice = askedTwice(registries, doomed.name);
        return {
          at: new Date().toISOString().slice(0, 16),
          machine: `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
          studies,
          seconds: since(),
          secondsForMost: most.seconds,
          perSecond: (studies - most.open) / most.seconds,
          waitingForKilled: most.open,
          inFlightWhenKilled,
          lost: open,
          askedTwiceForKilled: twice.byKilled.length,
          askedTwiceOtherwise: twice.others.length,
          memory: memoryOf(survivor.process.pid ?? 0),
          registries: registries.accounts,
        };
      }
    }
  } finally {
    for (const { process } of workers) process.kill("SIGTERM");
    await Promise.all(workers.map(({ ended }) => ended));
  }
}

function tableOf(result: Result): string {
  const { studies, perSecond, secondsForMost, waitingForKilled, inFlightWhenKilled } = result;
  const number = (value: number) => Math.round(value).toLocaleString("en");
  const rows = hosts
    .map((host) => ({ host, ...(result.registries[host] as Account) }))
    .filter(({ asked }) => asked > 0)
    .map((one) =>
      [
        one.host,
        number(one.asked),
        number(one.ids),
        one.mostIds,
        one.mostInASecond,
        one.mostAtOnce,
        one.overLimit,
        one.rests,
        one.duringRest.length > 0 ? `${one.duringRest.length} (${Math.max(...one.duringRest)} ms after)` : "0",
      ].join(" | "),
    );
  return [
    "",
    `${result.machine}; ${result.at}.`,
    `${number(studies)} look-ups, two processes, one killed in the middle: ${number(studies - waitingForKilled)} in ${number(secondsForMost)} s (${perSecond.toFixed(0)} a second), the ${waitingForKilled} that the killed one had fetched after ${number(result.seconds)} s.`,
    `Lost: ${result.lost}. In flight when it was killed: ${inFlightWhenKilled} (both processes). Asked twice of a registry: ${result.askedTwiceForKilled} for the killed one, ${result.askedTwiceOtherwise} otherwise. Memory of the other process: ${number(result.memory ?? 0)} MB.`,
    "",
    "| registry | questions | studies | most in one | most in a second | most at once | above the limit | rests asked for | asked during a rest |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...rows.map((row) => `| ${row} |`),
    "",
  ].join("\n");
}
