import { readFile } from "node:fs/promises";
import http from "node:http";
import { createRequire } from "node:module";
import type { Socket } from "node:net";
import path from "node:path";
import next from "next";
import { renderToStaticMarkup } from "react-dom/server";
import { answerApi, isApiPath, keptAnswerKey } from "@/lib/api/api";
import type { Beforehand } from "@/lib/door/direct";
import { Door } from "@/lib/door/door";
import { InnerServer } from "@/lib/door/inner";
import { letAbortedGo } from "@/lib/door/let-aborted-go";
import { keepShells, readShells } from "@/lib/door/shells";
import { jobs } from "@/lib/jobs/jobs";
import { writeReadingPlaces } from "@/lib/notices/reading";
import { clientAddress } from "@/lib/platform/client-address";
import { now } from "@/lib/platform/clock";
import type { Config } from "@/lib/platform/config";
import { expendable, pool, prisma, transaction } from "@/lib/platform/db";
import { Instances } from "@/lib/platform/instances";
import { log } from "@/lib/platform/log";
import { PageStore } from "@/lib/platform/pages";
import { closeQueue, openQueue, runJobs } from "@/lib/platform/queue";
import { readRunning, running } from "@/lib/platform/running";
import { sessionCookieName } from "@/lib/platform/session-cookie";
import { bringRenderer } from "@/lib/platform/static-page";
import { expirer } from "@/lib/platform/touched";
import { addViews } from "@/lib/threads/writes";

const HOUR = 60 * 60 * 1000;
/** Whoever stops the forum has waited for what was being answered by then. */
const ANSWERS_END_IN = 5_000;
const VIEWS_EVERY_MS = 5_000;
const JOBS_AFTER_MS = 2_000;

export type RunningServer = { url: string; close(): Promise<void> };

/** What can be had before the database is there: our server, and Next behind it. */
export type Prepared = { outer: http.Server; app: ReturnType<typeof next>; development: boolean };

export async function prepareServer(config: Config, options: { development: boolean }): Promise<Prepared> {
  const { development } = options;
  const outer = http.createServer({ requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 10_000 });
  // Next puts the development reload's sockets on the server it is given, at its first request.
  const app = next({
    httpServer: development ? outer : undefined,
    dev: development,
    dir: process.cwd(),
    hostname: config.HOST,
    port: config.PORT,
  });
  letAbortedGo();
  await Promise.all([app.prepare(), prisma.$connect()]); // which asks nothing of the database yet
  return { outer, app, development };
}

/** The one door: everything that comes in passes `Door`, guests are served from the page store, the rest goes to Next. */
export async function startServer(
  config: Config,
  { outer, app, development }: Prepared,
  mode: "demo" | "live",
): Promise<RunningServer> {
  const store = new PageStore({ maxBytes: config.PAGE_STORE_MB * 1024 * 1024, maxAgeMs: HOUR });
  const instances = new Instances(store, config.DATABASE_DIRECT_URL ?? config.DATABASE_URL ?? "");
  await Promise.all([instances.start(), openQueue()]);
  expirer.current = instances;
  Object.assign(running, { store, since: now() });
  const hourly = setInterval(() => log.info(readRunning(), "how it runs"), HOUR);

  const sockets = openSockets(outer);
  bringRenderer(renderToStaticMarkup);
  const inner = new InnerServer(() => app.getRequestHandler());
  await inner.open();

  const views = countViews();
  const beforehand = development ? undefined : await pagesBeforehand();
  const port = await listen(outer, config);
  const sessionCookie = sessionCookieName(config.ORIGIN);
  const door = new Door({
    store,
    inner,
    configured: { origin: config.ORIGIN, host: config.HOST, port },
    development,
    noindex: mode === "demo",
    sessionCookie,
    api: { owns: isApiPath, keptAnswerKey, answer: (asked) => answerApi(asked, { sessionCookie }) },
    addressOf: (req) =>
      clientAddress(req.socket.remoteAddress ?? "", req.headers["x-forwarded-for"], config.TRUSTED_PROXIES),
    isReady: () =>
      pool.query("SELECT 1").then(
        () => true,
        () => false,
      ),
    onThreadViewed: views.add,
    beforehand,
  });
  outer.on("request", (req, res) => void door.handle(req, res));
  const working = beginJobs();

  return {
    url: config.ORIGIN ?? `http://${config.HOST}:${port}`,
    async close() {
      clearInterval(hourly);
      outer.closeIdleConnections();
      const closed = new Promise((resolve) => outer.close(resolve));
      setTimeout(sockets.destroy, 3_000).unref();
      await closed;
      await Promise.race([door.finished(), new Promise((resume) => setTimeout(resume, ANSWERS_END_IN).unref())]);
      await views.stop();
      await working.stop();
      await writeReadingPlaces();
      await closeQueue();
      expirer.current = null;
      await instances.stop();
      await inner.close();
      await app.close();
      await prisma.$disconnect();
      await pool.end().catch(() => {});
    },
  };
}

/** Every connection, those of the development reload too, which the server itself forgets once they are sockets of their own. */
function openSockets(server: http.Server) {
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  return {
    destroy: () => {
      for (const socket of open) socket.destroy();
    },
  };
}

async function listen(server: http.Server, { HOST, PORT }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(PORT, HOST, resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : PORT;
}

/** The hottest pages without Next's way to them, from the first request on. */
async function pagesBeforehand(): Promise<Beforehand> {
  const build = path.resolve(".next");
  const require = createRequire(path.join(build, "server/"));
  const files = JSON.parse(await readFile(path.join(build, "server/app-paths-manifest.json"), "utf8"));
  return {
    shells: await readShells(build),
    learnt: (shells) => void keepShells(build, shells),
    load: async (route) => require(`./${files[`${route.replace(/\/$/, "")}/page`]}`),
  };
}

/** The first readers come before the jobs, which take a second of the processor to begin. */
function beginJobs() {
  let stopping = false;
  let begun: Promise<void> | null = null;
  const begin = () => {
    begun = runJobs(jobs).catch((error) => {
      log.error({ err: error }, "jobs could not begin; it is tried again");
      if (!stopping) timer = setTimeout(begin, JOBS_AFTER_MS);
    });
  };
  let timer = setTimeout(begin, JOBS_AFTER_MS);
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await begun;
    },
  };
}

/** Views are written together every few seconds; what is lost by a power cut is a handful of views. */
function countViews() {
  let counted = new Map<number, number>();
  const add = (threadId: number, views: number) => void counted.set(threadId, (counted.get(threadId) ?? 0) + views);
  const flush = async () => {
    if (counted.size === 0) return;
    const batch = counted;
    counted = new Map();
    const done = await transaction(async (tx) => {
      await expendable(tx);
      return addViews(tx, batch);
    }).catch((error) => {
      log.warn({ err: error }, "views could not be counted");
      return [...batch.keys()];
    });
    for (const id of done) batch.delete(id);
    for (const [id, views] of batch) add(id, views); // the next time, when nobody writes there
  };
  const timer = setInterval(() => void flush(), VIEWS_EVERY_MS);
  return {
    add: (threadId: number) => add(threadId, 1),
    stop: () => {
      clearInterval(timer);
      return flush();
    },
  };
}
