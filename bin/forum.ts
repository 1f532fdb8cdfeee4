import { readConfig } from "@/lib/platform/config";
import { requireFolderFree } from "@/lib/platform/folder-lock";
import { migrate } from "@/lib/platform/migrations";
import { isFree } from "@/lib/platform/ports";
import { StartProblem } from "@/lib/platform/start-problem";
import { buildIfStale, isBuilt } from "./build";
import { openDatabase } from "./database";
import { type Account, keepMode, type Mode, seedIfNew } from "./demo";
import { type Options, requireSecret, settle } from "./settings";
import type { Print } from "./steps.mjs";

export type Forum = { url: string; mode: Mode; where: string; accounts: Account[]; close(): Promise<void> };

/**
 * Everything from an environment to a forum that answers. What can fail without having touched anything comes first.
 * `onDatabase` gets the database's stop as soon as there is one, for a start that is broken off half-way.
 */
export async function openForum(
  options: Options,
  say: Print,
  onDatabase: (stop: () => Promise<void>) => void = () => {},
): Promise<Forum> {
  const config = settle(options);
  await requireFolderFree(config.DATA_DIR);
  await requireFreePort(config.PORT, config.HOST);
  const mode = options.live ? "live" : "demo";

  const prepare = async () => (await import("@/server")).prepareServer(config, { development: options.dev });
  let early: ReturnType<typeof prepare> | null = null;
  const ready = options.dev || (await isBuilt());
  const database = await openDatabase(config, say, () => {
    if (!ready) return;
    // Loading everything takes longer than PostgreSQL's start, and needs nothing of it.
    early ??= prepare();
    early.catch(() => undefined); // what is wrong with the database is told first
  });
  onDatabase(database.stop);
  try {
    process.env.DATABASE_URL = database.url;
    const applied = await migrate(database.direct);
    if (applied.length) say(`Brought the database up to date (${applied.length} migrations).`);
    await keepMode(database.url, mode);
    process.env.AUTH_SECRET = await requireSecret(config, mode);
    if (mode === "live") {
      const { publishFirstDocuments } = await import("@/prisma/first-documents");
      await publishFirstDocuments({ forum: "Wellcited", contact: config.CONTACT_EMAIL ?? "" });
    }
    const accounts = mode === "demo" ? await seedIfNew(database.url, config.DATA_DIR, say) : [];
    if (!ready) await buildIfStale(say);

    if (database.embedded) (await import("@/lib/search/pool")).letSearchesYield();
    const prepared = await (early ?? prepare());
    const { startServer } = await import("@/server");
    const server = await startServer(readConfig(process.env), prepared, mode);
    const close = async () => {
      await server.close().finally(() => database.stop()); // also where the server could not close well, as without its database
    };
    return { url: server.url, mode, where: database.where, accounts, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function requireFreePort(port: number, host: string): Promise<void> {
  if (port === 0 || (await isFree(port, host))) return;
  throw new StartProblem(
    `Port ${port} on ${host} is in use; stop what uses it or choose another with PORT=${port + 1}.`,
  );
}
