import { spawn } from "node:child_process";
import { devNull } from "node:os";
import { Client } from "pg";
import { StartProblem } from "@/lib/platform/start-problem";

// For a PostgreSQL that DATABASE_URL names: its own tools, where they are installed.

/** Writes the database to one file and reads that file to its end. */
export async function dump(url: string, file: string): Promise<void> {
  await run("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", `--file=${file}`], url);
  await run("pg_restore", [`--file=${devNull}`, file]);
}

/** Into an empty database, whole or not at all. */
export async function restoreDump(url: string, file: string): Promise<void> {
  await requireEmpty(url);
  const options = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"];
  await run("pg_restore", [...options, `--dbname=${new URL(url).pathname.slice(1)}`, file], url);
}

async function requireEmpty(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_tables WHERE schemaname IN ('public', 'pgboss') LIMIT 1");
    if (rowCount)
      throw new StartProblem(
        "The database that DATABASE_URL names is not empty; make a new one (createdb) and name that, so that the old one stays as it is.",
      );
  } finally {
    await client.end();
  }
}

/** The address goes by the environment: everybody on the machine can read a program's arguments. */
async function run(program: string, args: string[], url?: string): Promise<void> {
  const child = spawn(program, args, { env: { ...process.env, ...(url ? connection(url) : {}) } });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const code = await new Promise<number | string | null>((resolve) => {
    child.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    child.once("close", resolve);
  });
  if (code === 0) return;
  if (code === "ENOENT")
    throw new StartProblem(
      `${program} is not installed here; install PostgreSQL’s client programs (postgresql-client), of the server’s version or newer.`,
    );
  const lines = said
    .trim()
    .split("\n")
    .map((line) => line.replace(/^.*?(error|detail|FATAL): */, ""));
  throw new StartProblem(`${program} did not succeed, so nothing was kept: ${lines.slice(0, 2).join("; ") || code}.`);
}

function connection(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const ssl = searchParams.get("sslmode");
  return {
    PGHOST: searchParams.get("host") ?? hostname.replace(/^\[|\]$/g, ""),
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(ssl ? { PGSSLMODE: ssl } : {}),
  } as unknown as NodeJS.ProcessEnv;
}
