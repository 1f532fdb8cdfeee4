import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import autocannon from "autocannon";

export type Figures = {
  connections: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** Processor milliseconds a request; null where the system doesn't say. */
  appCpu: number | null;
  databaseCpu: number | null;
  wrong: number;
};

export type Target = {
  url: string;
  headers?: Record<string, string>;
  /** For writes, and where each request asks for something else. */
  next?: () => { method: "GET" | "POST" | "PUT"; path: string; headers?: Record<string, string>; body?: string };
  /** Quicker than a generator in JavaScript can ask. */
  quick?: boolean;
  /** What a right answer has in it, where its status doesn't tell. */
  shows?: string;
};

export type Watched = { app: number; postmaster: number | null };

const ACCEPT = { "accept-encoding": "br, gzip" };

/** Runs that many connections for that long and reads what both processes used meanwhile. */
export async function run(target: Target, connections: number, seconds: number, watched: Watched): Promise<Figures> {
  const before = { app: cpuOf(watched.app), database: cpuBelow(watched.postmaster) };
  const result =
    target.quick && (await hasWrk())
      ? await withWrk(target, connections, seconds)
      : await withAutocannon(target, connections, seconds);
  if (result.requests === 0 && result.wrong > 0) console.log(`Nothing but refusals: ${await oneAnswer(target)}`);
  const each = (from: number | null, to: number | null) =>
    from === null || to === null || result.requests === 0 ? null : (to - from) / result.requests;
  const { requests, ...figures } = result;
  return {
    connections,
    ...figures,
    perSecond: requests / seconds,
    appCpu: each(before.app, cpuOf(watched.app)),
    databaseCpu: each(before.database, cpuBelow(watched.postmaster)),
  };
}

async function oneAnswer({ url, headers, next }: Target): Promise<string> {
  const { path = "", ...request } = next?.() ?? {};
  const answer = await fetch(url + path, {
    ...request,
    headers: { ...headers, ...("headers" in request ? request.headers : {}) },
  });
  return `${answer.status} ${(await answer.text()).slice(0, 300)}`;
}

type Counted = { requests: number; p50: number; p99: number; wrong: number };

async function withAutocannon(target: Target, connections: number, duration: number): Promise<Counted> {
  const { next, shows } = target;
  const result = await autocannon({
    url: target.url,
    connections,
    duration,
    headers: { ...(shows ? {} : ACCEPT), ...target.headers },
    ...(shows ? { verifyBody: (body) => String(body).includes(shows) } : {}),
    ...(next ? { requests: [{ setupRequest: (request) => merged(request, next()) }] } : {}),
  });
  return {
    requests: result["2xx"] + result["3xx"] - result.mismatches,
    p50: result.latency.p50,
    p99: result.latency.p99,
    wrong: result["4xx"] + result["5xx"] + result.errors + result.mismatches,
  };
}

function merged(request: autocannon.Request, { headers, ...rest }: ReturnType<NonNullable<Target["next"]>>) {
  return { ...request, ...rest, headers: { ...request.headers, ...headers } };
}

async function withWrk(target: Target, connections: number, seconds: number): Promise<Counted> {
  const headers = Object.entries({ ...ACCEPT, ...target.headers }).flatMap(([name, value]) => [
    "-H",
    `${name}: ${value}`,
  ]);
  const said = await output("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", ...headers, target.url]);
  const latency = (part: string) => {
    const [, value = "0", unit] = new RegExp(`${part}%\\s+([\\d.]+)(us|ms|s)`).exec(said) ?? [];
    return Number(value) * (unit === "us" ? 0.001 : unit === "s" ? 1000 : 1);
  };
  return {
    requests: Number(/(\d+) requests in/.exec(said)?.[1] ?? 0),
    p50: latency("50"),
    p99: latency("99"),
    wrong: Number(/Non-2xx or 3xx responses: (\d+)/.exec(said)?.[1] ?? 0),
  };
}

let wrk: Promise<boolean> | null = null;
export function hasWrk(): Promise<boolean> {
  wrk ??= output("wrk", ["-v"]).then(
    () => true,
    () => false,
  );
  return wrk;
}

function output(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    child.on("error", reject);
    child.on("close", () => resolve(said));
  });
}

const TICK_MS = 10; // Linux counts in hundredths of a second

/** The processor time of a process so far, in milliseconds. */
export function cpuOf(pid: number): number | null {
  const fields = statOf(pid);
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : null;
}

/** The same of PostgreSQL's processes together. One that ended meanwhile is missed, so connections stay open. */
function cpuBelow(postmaster: number | null): number | null {
  if (postmaster === null || statOf(postmaster) === null) return null;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && statOf(Number(name))?.[1] === String(postmaster))
    .reduce((sum, name) => sum + (cpuOf(Number(name)) ?? 0), 0);
}

function statOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? null;
  } catch {
    return null;
  }
}

/** Resident memory of a process in megabytes: now, or the most it ever was. */
export function memoryOf(pid: number, when: "now" | "at most" = "now"): number | null {
  try {
    const line = when === "now" ? /VmRSS:\s+(\d+)/ : /VmHWM:\s+(\d+)/;
    return Number(line.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return null;
  }
}
