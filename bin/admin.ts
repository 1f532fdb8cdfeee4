import { BadConfiguration, readConfig } from "@/lib/platform/config";
import { StartProblem } from "@/lib/platform/start-problem";
import { borrowDatabase } from "./database";
import { readMode } from "./demo";
import { requireSecret, tell } from "./settings";

// npm run admin -- create NAME EMAIL: makes an administrator and prints the one link with which they choose their
// password. Works beside a forum that is running, and starts its database for a moment when none is.

try {
  const [deed, name, email, ...rest] = process.argv.slice(2);
  if (deed !== "create" || !name || !email || rest.length) {
    throw new BadConfiguration("Use it so: npm run admin -- create NAME EMAIL.");
  }
  console.log(await createAdministrator(name, email));
} catch (error) {
  tell(error as Error);
}

async function createAdministrator(name: string, email: string): Promise<string> {
  const config = readConfig(process.env);
  const database = await borrowDatabase(config);
  try {
    process.env.DATABASE_URL = database.url;
    const mode = await readMode(database.url);
    if (!mode) throw new StartProblem("Start the forum once before making its first administrator.");
    process.env.AUTH_SECRET = await requireSecret(config, mode);
    const { pool, prisma, transaction } = await import("@/lib/platform/db");
    const { origin } = await import("@/lib/platform/config");
    const { inviteAdministrator } = await import("@/lib/accounts/writes");
    try {
      const path = await transaction((tx) => inviteAdministrator(tx, { name, email }));
      return `${name} chooses a password here, once and within a day:\n${new URL(path, origin())}`;
    } finally {
      await prisma.$disconnect();
      await pool.end();
    }
  } finally {
    await database.stop();
  }
}
