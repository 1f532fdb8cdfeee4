import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { freePort } from "@/lib/platform/ports";
import { makeDatabase, startTestCluster } from "./cluster";
import { startFakeRegistries } from "./fake-registries";

// The forum as `npm start` makes it, on a free port with data of its own and registries that answer from records. Its
// database waits for no disk: a browser's patience is for the forum.

const registries = await startFakeRegistries();
const cluster = await startTestCluster();
const dataDir = path.join(cluster.dataDir, "forum"); // in use as long as the database is
await mkdir(dataDir);
Object.assign(process.env, registries.urls, {
  DATABASE_URL: await makeDatabase(cluster.superuserUrl, "forum"),
  DATA_DIR: dataDir,
  HOST: "127.0.0.1",
  PORT: String(await freePort()),
  LOG_LEVEL: "warn",
  TRUSTED_PROXIES: "127.0.0.1", // so that each visitor of the tests has a network of their own
});

const { openForum } = await import("@/bin/forum");
const forum = await openForum({ live: false, dev: false, publicDemo: false }, (line) => console.log(line));
console.log(`forum for tests at ${forum.url} with data in ${dataDir} and database ${process.env.DATABASE_URL}`);

async function close() {
  await forum.close();
  await registries.close();
  await cluster.remove();
  await rm(cluster.dataDir, { recursive: true, force: true });
  process.exit(0);
}
process.once("SIGTERM", close).once("SIGINT", close);
