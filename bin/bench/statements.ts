import http from "node:http";
import type { Client } from "pg";
import type { Target } from "./measure";
import type { Scenario } from "./scenarios";

// How many SQL statements a request takes, counted by PostgreSQL itself (pg_stat_statements). Counting costs the database
// something, so nothing is timed meanwhile.

/** Of the forum's answer to one request, without BEGIN and COMMIT. */
export type Statements = {
  count: number;
  /** How each begins, those asked more than once first. */
  texts: string[];
};

export type Call = { id: string; text: string; calls: number };

const COUNTER = "pg_stat_statements";

/**
 * For postgresql.conf. Of a BEGIN or COMMIT that a connection has a name for, it would count the first only, so it counts
 * none; nor SET, which is for what is written every few seconds.
 */
export const COUNTING = [`shared_preload_libraries = '${COUNTER}'`, `${COUNTER}.track_utility = off`];

/** Odd, so that one of them is the middle. */
const TIMES = 15;
const UNCOUNTED = 3;
const QUIET_SECONDS = 6;

/** Whether this PostgreSQL comes with what counts. */
export async function canCount(client: Client): Promise<boolean> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_available_extensions WHERE name = $1", [COUNTER]);
  return rowCount !== 0;
}

/** Each scenario several times, one request after the other; `superuser` is in a database that isn't the forum's. */
export async function countStatements(superuser: Client, scenarios: Scenario[]): Promise<Map<string, Statements>> {
  await superuser.query(`CREATE EXTENSION IF NOT EXISTS ${COUNTER}`);
  const counted = new Map<string, Statements>();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  for (const { target } of scenarios) for (let n = 0; n < UNCOUNTED; n++) await ask(target, agent);
  const own = await ownStatements(superuser);
  for (const { name, target } of scenarios) {
    const requests: Call[][] = [];
    for (let n = 0; n < TIMES; n++) {
      await forget(superuser);
      const answered = await ask(target, agent);
      if (answered) requests.push(await calls(superuser));
    }
    const statements = middleRequest(requests, own);
    if (statements) counted.set(name, statements);
  }
  agent.destroy();
  return counted;
}

/**
 * What the forum asks by itself, several times a second: its lease, and whether there is work. What it asks less often
 * comes beside few requests, and the middle one is taken.
 */
async function ownStatements(superuser: Client): Promise<Set<string>> {
  const seen = new Map<string, number>();
  for (let second = 0; second < QUIET_SECONDS; second++) {
    await forget(superuser);
    await new Promise((resume) => setTimeout(resume, 1_000));
    for (const { id } of await calls(superuser)) seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, seconds]) => seconds > QUIET_SECONDS / 2).map(([id]) => id));
}

/** The request in the middle of those that were answered, by how much it asked. */
export function middleRequest(requests: Call[][], own: ReadonlySet<string>): Statements | null {
  const counted = requests.map((all) => {
    const asked = all.filter(({ id }) => !own.has(id)).sort((a, b) => b.calls - a.calls);
    return {
      count: asked.reduce((sum, { calls }) => sum + calls, 0),
      texts: asked.map(({ text, calls }) => (calls > 1 ? `${calls} × ${text}` : text)),
    };
  });
  return counted.sort((a, b) => a.count - b.count)[Math.floor(counted.length / 2)] ?? null;
}

async function forget(superuser: Client): Promise<void> {
  await superuser.query(`SELECT ${COUNTER}_reset()`);
}

async function calls(superuser: Client): Promise<Call[]> {
  const { rows } = await superuser.query<Call>(
    `SELECT "queryid"::text AS id, left(regexp_replace("query", '\\s+', ' ', 'g'), 160) AS text, "calls"::int
     FROM ${COUNTER} WHERE "userid" = 'wellcited'::regrole`,
  );
  return rows;
}

/** Whether it was answered as it should be. */
function ask({ url, headers, next, shows }: Target, agent: http.Agent): Promise<boolean> {
  const { path = "", body, ...request } = next?.() ?? {};
  return new Promise((resolve, reject) => {
    const asked = http.request(
      url + path,
      { agent, ...request, headers: { ...headers, ...("headers" in request ? request.headers : {}) } },
      (answer) => {
        let said = "";
        answer.setEncoding("utf8").on("data", (chunk) => {
          said += chunk;
        });
        answer.on("end", () => resolve((answer.statusCode ?? 500) < 400 && (!shows || said.includes(shows))));
        answer.on("error", reject);
      },
    );
    asked.on("error", reject).end(body);
  });
}
