import { Client } from "pg";
import { findDamage } from "@/lib/integrity/queries";
import { readConfig } from "@/lib/platform/config";
import { listMissing } from "@/lib/platform/migrations";
import { StartProblem } from "@/lib/platform/start-problem";
import { borrowDatabase, requireForum } from "./database";
import { tell } from "./settings";

// npm run integrity: looks whether everything that must hold in the database does, and says in sentences what doesn't.
// Changes nothing. Works beside a forum that is running, and starts its database for a moment when none is. Exits with
// 1 when something is off.

const SHOWN = 20;

try {
  const config = readConfig(process.env);
  await requireForum(config);
  const database = await borrowDatabase(config);
  try {
    process.exitCode = await look(database.direct);
  } finally {
    await database.stop();
  }
} catch (error) {
  tell(error as Error);
}

async function look(url: string): Promise<number> {
  const missing = await listMissing(url);
  if (missing.length)
    throw new StartProblem(
      `This database is older than this version of the forum (${missing[0]} is missing); start the forum once, then look again.`,
    );
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query("SET statement_timeout = 0"); // the role may have a limit, made for pages
    const damage = await findDamage(client);
    for (const { name, sentences } of damage) {
      console.log(`Not so: ${name}.`);
      for (const sentence of sentences.slice(0, SHOWN)) console.log(`  ${sentence}`);
      if (sentences.length > SHOWN) console.log(`  and ${sentences.length - SHOWN} more.`);
    }
    console.log(damage.length ? "Keep a backup of this database before anything is put right." : "Nothing is off.");
    return damage.length ? 1 : 0;
  } finally {
    await client.end();
  }
}
