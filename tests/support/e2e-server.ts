import { rm } from "node:fs/promises";
import { removeEmbeddedPostgres } from "@/lib/platform/embedded-postgres";
import { freePort } from "@/lib/platform/ports";
import { makeTemporaryDataDir } from "./cluster";
import { startFakeRegistries } from "./fake-registries";

// The forum as `npm start` makes it, on a free port with data of its own and registries that answer from records.

const registries = await startFakeRegistries();
const dataDir = await makeTemporaryDataDir();
Object.assign(process.env, registries.urls, {
  DATA_DIR: dataDir,
  HOST: "127.0.0.1",
  PORT: String(await freePort()),
  LOG_LEVEL: "error",
  TRUSTED_PROXIES: "127.0.0.1", // so that each visitor of the tests has a network of their own
});

const { openForum } = await import("@/bin/forum");
const forum = await openForum({ live: false, dev: false, publicDemo: false }, (line) => console.log(line));
console.log(`forum for tests at ${forum.url} with data in ${dataDir} and database ${process.env.DATABASE_URL}`);

async function close() {
  await forum.close();
  await registries.close();
  await removeEmbeddedPostgres(dataDir);
  await rm(dataDir, { recursive: true, force: true });
  process.exit(0);
}
process.once("SIGTERM", close).once("SIGINT", close);
