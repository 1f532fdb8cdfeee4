import { randomUUID } from "node:crypto";
import http from "node:http";
import type { Client } from "pg";
import type { Places } from "./community";
import { memoryOf, run, type Target, type Watched } from "./measure";
import { searching } from "./scenarios";

// What must hold while many people are at it: each comes out right or wrong, with its figures.

export type Kept = { name: string; right: boolean; says: string };
type World = {
  url: string;
  bareUrl: string;
  places: Places;
  tokens: string[];
  moderator: string;
  client: Client;
  watched: Watched;
  bare: Watched;
  print: (line: string) => void;
};
type Reply = { status: number; body: string; ms: number };

export async function tryPromises(world: World, only?: string): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const promise of [oneRender, hiddenAtOnce, hotThread, writesElsewhere, manySearches]) {
    if (only && promise.name !== only) continue;
    const result = await promise(world);
    world.print(`${result.right ? "holds" : "BROKEN"}: ${result.name}: ${result.says}`);
    kept.push(result);
  }
  return kept;
}

/** As many threads as fill the page store at its default, and some more in each minute, so that old ones go. */
const THREADS_VISITED = 8_000;
const VISITED_A_MINUTE = 500;

/** Everything that reads and writes for so many minutes, over a full page store; the memory of the app process, minute by minute, in megabytes. */
export async function soak(world: World, minutes: number, scenarios: { name: string; target: Target }[]) {
  const memory: number[] = [];
  const { rows } = await world.client.query<{ path: string }>(
    `SELECT '/t/' || t."id" || '/' || t."slug" AS path FROM "Thread" t JOIN "Category" c ON c."id" = t."categoryId"
     WHERE t."state" = 'visible' AND t."audience" = 'everyone' AND c."audience" = 'everyone' AND t."postCount" > 5 ORDER BY t."id" DESC LIMIT $1`,
    [THREADS_VISITED + minutes * VISITED_A_MINUTE],
  );
  const threads = rows.map(({ path }) => path);
  const agent = new http.Agent({ keepAlive: true });
  const visit = async (count: number) => {
    const visitors = Array.from({ length: 4 }, async () => {
      for (let left = count / 4; left > 0 && threads.length > 0; left--)
        await ask(world.url, { path: threads.pop() as string, agent });
    });
    await Promise.all(visitors);
  };
  await visit(THREADS_VISITED);
  world.print(`${THREADS_VISITED} threads visited: ${Math.round(memoryOf(world.watched.app) ?? 0)} MB`);
  for (let minute = 0; minute < minutes; minute++) {
    await visit(VISITED_A_MINUTE);
    const seconds = 60 / scenarios.length;
    for (const { target } of scenarios) await run(target, 16, seconds, world.watched);
    memory.push(Math.round(memoryOf(world.watched.app) ?? 0));
    world.print(`Minute ${minute + 1}: ${memory.at(-1)} MB`);
  }
  agent.destroy();
  return memory;
}

/** A thousand guests at once for a page that nobody had asked for. */
async function oneRender(world: World): Promise<Kept> {
  const address = `${world.places.long}?page=${3 + Math.floor(Math.random() * 200)}`;
  const before = await transactionsSoFar(world.client);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1000 });
  const answers = await Promise.all(Array.from({ length: 1000 }, () => ask(world.url, { path: address, agent })));
  agent.destroy();
  const transactions = (await transactionsSoFar(world.client)) - before;
  const bodies = new Set(answers.map(({ body }) => body));
  return {
    name: "1,000 first visits at once are one render",
    right: answers.every(({ status }) => status === 200) && bodies.size === 1 && transactions < answers.length, // each made by itself would ask four things
    says: `${bodies.size} page, ${transactions} transactions of the whole forum meanwhile, its jobs included`,
  };
}

/** Hidden by a moderator, asked for by a guest in the next moment, at each of these instances, shown again; a thousand times. */
export async function hiddenAtOnce({
  url,
  client,
  moderator,
  instances = [url],
}: Pick<World, "url" | "client" | "moderator"> & { instances?: string[] }): Promise<Kept> {
  const agent = new http.Agent({ keepAlive: true });
  const { host } = new URL(url); // an instance answers as the forum, whichever port it is asked at
  const { rows } = await client.query<{ number: number; html: string; path: string }>(
    `SELECT p."number", p."html", '/t/' || t."id" || '/' || t."slug" AS path FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
     WHERE p."state" = 'visible' AND t."state" = 'visible' AND t."audience" = 'everyone' AND c."audience" = 'everyone' AND p."position" BETWEEN 2 AND 20
     ORDER BY p."number" DESC LIMIT 20`,
  );
  const api = async (method: string, path: string, body?: object) => {
    const answer = await ask(url, { method, path: `/api/v1${path}`, token: moderator, body, agent });
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.body}`);
    return JSON.parse(answer.body);
  };
  let seen = 0;
  let tries = 0;
  let restored = performance.now();
  const took: number[] = [];
  for (; tries < 1000; tries++) {
    const { number, html, path } = rows[tries % rows.length] as { number: number; html: string; path: string };
    const shown = (page: Reply) => page.body.includes(html);
    // Asked for at each, so that each keeps the page from before.
    for (const instance of instances)
      while (!shown(await ask(instance, { path, agent, host })))
        if (performance.now() - restored > 2_000) throw new Error(`Post ${number} isn't on its page at ${instance}.`);
    const { case: id } = await api("POST", "/cases", { kind: "post", id: number });
    const decide = async (deed: string) => {
      const { version, rules } = await api("GET", `/cases/${id}`);
      const why = { rule: rules.headings[0], rulesVersion: rules.version, reason: "To see that it is gone." };
      const began = performance.now();
      await api("POST", `/cases/${id}/decisions`, { version, deed, ...why });
      return performance.now() - began;
    };
    took.push(await decide("hide"));
    const pages = await Promise.all(instances.map((instance) => ask(instance, { path, agent, host })));
    if (pages.some(shown)) seen++;
    if (pages.some(({ status }) => status !== 200)) throw new Error(`The page of post ${number} can't be had.`);
    await decide("restore");
    restored = performance.now();
  }
  agent.destroy();
  return {
    name: "a post that a moderator hides is gone from the first guest's request after the answer",
    right: seen === 0,
    says: `absent ${tries - seen} of ${tries} times${instances.length > 1 ? ` from each of ${instances.length} instances` : ""}; hiding took ${Math.round(percentile(took, 50))} ms, at most ${Math.round(Math.max(...took))}`,
  };
}

/** Everybody replies to one thread: 64 clients, 50 replies each, nobody more often than they may. */
async function hotThread({ url, client, tokens, places }: World): Promise<Kept> {
  const threadId = places.threadIds[Math.floor(Math.random() * places.threadIds.length)] ?? 0;
  const each = Math.min(50, Math.floor((tokens.length * 4) / 64));
  const { rows: before } = await client.query(`SELECT "lastPosition" FROM "Thread" WHERE "id" = $1`, [threadId]);
  const agent = new http.Agent({ keepAlive: true });
  let turn = 0;
  const answers: Reply[] = [];
  const reading = readBeside(url, places.thread);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      for (let n = 0; n < each; n++) {
        const token = tokens[turn++ % tokens.length];
        const body = { text: `My count was ${Math.round(Math.random() * 300)} on Friday. ${randomUUID()}` };
        answers.push(await ask(url, { method: "POST", path: `/api/v1/threads/${threadId}/posts`, token, body, agent }));
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const guests = await reading.end();
  agent.destroy();
  const { rows } = await client.query<{ number: number; position: number }>(
    `SELECT "number", "position" FROM "Post" WHERE "threadId" = $1 AND "position" > $2 ORDER BY "position"`,
    [threadId, before[0].lastPosition],
  );
  const inOrder = rows.every(
    ({ number, position }, at) =>
      position === before[0].lastPosition + at + 1 && (at === 0 || number > (rows[at - 1]?.number ?? 0)),
  );
  const wrong = answers.filter(({ status }) => status !== 201).length;
  const p99 = percentile(
    answers.map(({ ms }) => ms),
    99,
  );
  return {
    name: `64 clients reply ${each} times each to one thread`,
    right: wrong === 0 && inOrder && rows.length === answers.length && p99 < 1000,
    says: `${wrong} refused, p99 ${Math.round(p99)} ms, ${Math.round(answers.length / seconds)} a second; places ${inOrder ? "without gap or double, numbers rising" : "NOT in order"}; a guest's page of another thread meanwhile ${Math.round(percentile(guests, 50))} ms, p99 ${Math.round(percentile(guests, 99))}`,
  };
}

/** A guest's page, asked for again and again until the end; gives how long each answer took. */
function readBeside(url: string, path: string): { end(): Promise<number[]> } {
  const agent = new http.Agent({ keepAlive: true });
  const took: number[] = [];
  let going = true;
  const done = (async () => {
    while (going) {
      took.push((await ask(url, { path, agent })).ms);
      await new Promise((resume) => setTimeout(resume, 20));
    }
    agent.destroy();
  })();
  return {
    end: async () => {
      going = false;
      await done;
      return took;
    },
  };
}

/** A guest's page beside twenty writes a second on other threads, against the bare server in the same minutes. */
async function writesElsewhere(world: World): Promise<Kept> {
  const target = { url: world.url + world.places.thread, quick: true };
  const ratios: number[] = [];
  const refusals = new Map<number, number>();
  let going = true;
  let written = 0;
  const agent = new http.Agent({ keepAlive: true });
  const { tokens, places, url } = world;
  const others = places.threadIds.filter((id) => !places.thread.startsWith(`/t/${id}/`));
  const write = async (turn: number) => {
    const pair = turn >> 1; // one thanks and takes it back
    const path = `/api/v1/posts/${places.postNumbers[pair % places.postNumbers.length]}/thanks`;
    const post = {
      method: "POST",
      path: `/api/v1/threads/${others[turn % others.length]}/posts`,
      body: { text: `A word. ${randomUUID()}` },
    };
    const thanks = turn % 2 ? { method: "DELETE", path } : { method: "PUT", path, body: {} };
    const request = turn % 20 === 19 ? { ...post, token: tokens[turn % tokens.length] } : thanks;
    const answer = await ask(url, { token: tokens[pair % tokens.length], ...request, agent });
    if (answer.status < 300) written++;
    else refusals.set(answer.status, (refusals.get(answer.status) ?? 0) + 1);
  };
  const writer = (async () => {
    const writes: Promise<void>[] = [];
    for (let turn = 0; going; turn++) {
      writes.push(write(turn)); // the next one comes whether or not this one is answered
      await new Promise((resume) => setTimeout(resume, 50));
    }
    await Promise.all(writes);
  })();
  const began = performance.now();
  for (let round = 0; round < 3; round++) {
    const bare = await run({ url: world.bareUrl, quick: true }, 16, 4, world.bare);
    const guests = await run(target, 16, 4, world.watched);
    ratios.push(guests.perSecond / bare.perSecond);
  }
  going = false;
  await writer;
  agent.destroy();
  const ratio = percentile(ratios, 50);
  return {
    name: "guests beside 20 writes a second on other threads",
    right: ratio > 0.6,
    says: `${ratio.toFixed(2)} of the bare server, ${(written / ((performance.now() - began) / 1000)).toFixed(0)} writes a second${[...refusals].map(([status, times]) => `, ${times} answered ${status}`).join("")}`,
  };
}

/** A member's thread page with and without 64 searches for a common word at once. */
async function manySearches(world: World): Promise<Kept> {
  const cookie = `wellcited=${world.tokens[0]}`;
  const target = { url: world.url + world.places.thread, headers: { cookie } };
  const search = searching(world.url, "doctor", `wellcited=${world.tokens[1]}`);
  const alone = await run(target, 1, 6, world.watched);
  const [beside, searches] = await Promise.all([run(target, 1, 8, world.watched), run(search, 64, 8, world.watched)]);
  return {
    name: "a thread's page beside 64 searches for a common word at once",
    right: beside.p50 < alone.p50 * 1.5,
    says: `p50 ${alone.p50} ms alone, ${beside.p50} ms beside ${Math.round(searches.perSecond)} searches a second, ${searches.wrong} without an answer (all on this machine's two cores)`,
  };
}

async function ask(
  url: string,
  {
    method = "GET",
    path,
    token,
    body,
    agent,
    host,
  }: { method?: string; path: string; token?: string; body?: object; agent: http.Agent; host?: string },
): Promise<Reply> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = token
      ? {
          cookie: `wellcited=${token}`,
          origin: url,
          "sec-fetch-site": "same-origin",
          ...(body ? { "content-type": "application/json", "idempotency-key": randomUUID() } : {}),
        }
      : {};
    if (host) headers.host = host;
    const request = http.request(url + path, { method, headers, agent }, (res) => {
      let text = "";
      res.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      res.on("end", () => resolve({ status: res.statusCode ?? 0, body: text, ms: performance.now() - began }));
    });
    request.on("error", reject).end(body ? JSON.stringify(body) : undefined);
  });
}

function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * part) / 100))] ?? 0;
}

async function transactionsSoFar(client: Client): Promise<number> {
  await client.query("SELECT pg_stat_force_next_flush()").catch(() => {});
  const { rows } = await client.query(
    "SELECT xact_commit AS n FROM pg_stat_database WHERE datname = current_database()",
  );
  return Number(rows[0]?.n);
}
