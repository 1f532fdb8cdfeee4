import { createInterface } from "node:readline";
import { pool, prisma, transaction } from "@/lib/platform/db";
import { Instances } from "@/lib/platform/instances";
import { PageStore } from "@/lib/platform/pages";
import { expirer } from "@/lib/platform/touched";
import type { State } from "@/lib/policy/can";
import { lockPostAndThread, setPostState } from "@/lib/posts/writes";

// A second process of the same forum, as behind a proxy: it changes what a line on its input says ("12 hidden") and
// answers with how long that took. Run by tests/support/second-process.ts.

const store = new PageStore({ maxBytes: 1024 * 1024, maxAgeMs: 60_000 });
const instances = new Instances(store, process.env.DATABASE_URL ?? "");
await instances.start();
expirer.current = instances;
console.log("ready");

for await (const line of createInterface({ input: process.stdin })) {
  const [number, state] = line.split(" ");
  const begun = performance.now();
  await transaction(async (tx) => {
    const post = await lockPostAndThread(tx, Number(number));
    if (!post) throw new Error(`There is no post ${number}.`);
    await setPostState(tx, post, state as State, state === "visible" ? null : "for a test");
  });
  console.log(`${state} after ${Math.round(performance.now() - begun)} ms`);
}

await instances.stop();
await prisma.$disconnect();
await pool.end();
