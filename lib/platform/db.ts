import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { now } from "./clock";
import { Prisma, PrismaClient } from "./prisma-client/client";
import { countStatement } from "./request";
import { shared } from "./shared";
import { announce, newTouched, settle, type Touched } from "./touched";

export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;
export { Prisma };

/** Looks up where the database is when it connects: this module is loaded while the embedded one still starts. */
class Connection extends pg.Client {
  constructor(options?: pg.ClientConfig) {
    super({ ...options, connectionString: process.env.DATABASE_URL });
  }
}

/** adapter-pg waits for ever for a connection by default; a person does not. In a rush that wait is a place in the queue. */
export function connections(max: number): pg.Pool {
  return new pg.Pool({
    Client: Connection,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    lock_timeout: 5_000,
    query_timeout: 12_000, // a server that hangs doesn't keep its own time
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
    application_name: "wellcited",
  }).on("error", () => {
    // An idle connection that the server closed: the next query opens another.
  });
}

export const pool = shared("pool", () => connections(Number(process.env.DATABASE_POOL ?? 10)));

export const prisma = shared("prisma", () => {
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) }),
    log: [{ emit: "event", level: "query" }],
  });
  client.$on("query", countStatement);
  return client;
});

/** SQL of our own words, its values as parameters: `sqlWith((value) => `"id" = ${value(3)}`)`. */
export function sqlWith(make: (value: (of: number) => string) => string): Prisma.Sql {
  const values: number[] = [];
  const text = make((of) => {
    values.push(of);
    return "\0";
  });
  return Prisma.sql(text.split("\0"), ...values);
}

/**
 * `LIMIT` as a figure of the statement itself: of a parameter PostgreSQL can't know how little it leaves, so among many rows
 * it trusts no plan that it keeps and plans the statement anew each time, which was two thirds of its work for a list.
 */
export function atMost(count: number): Prisma.Sql {
  return Prisma.raw(`LIMIT ${Math.trunc(count)}`);
}

/** A connection keeps the plan of each of these; what is worded anew each time stays without a name. */
const NAMED_AT_MOST = 400;
const names = new Map<string, string>();

/**
 * PostgreSQL reads and plans a statement with a name once a connection, and planning took four fifths of the database's
 * work for a page.
 */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known || names.size >= NAMED_AT_MOST) return known ?? "";
  const name = `s${createHash("sha256").update(sql).digest("base64url").slice(0, 22)}`;
  names.set(sql, name);
  return name;
}

const touchedBy = shared("touched", () => new WeakMap<object, Touched>());

/**
 * Runs `work` in one transaction; what it touched is announced inside it and expires from the page stores after commit.
 * A deadlock or a serialisation failure runs the whole of it again, three times at most: `work` has no effect but the transaction's.
 * `timeout` is for the rare change of very much: in milliseconds, for the whole; each statement of it keeps its ten seconds.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, timeout = 15_000): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const touched = newTouched();
    try {
      const result = await prisma.$transaction(
        async (tx) => {
          touchedBy.set(tx, touched);
          const value = await work(tx as Tx);
          await announce(tx as Tx, touched, now());
          return value;
        },
        { timeout, maxWait: 5_000 },
      );
      await settle(touched, pool);
      return result;
    } catch (error) {
      if (attempt === 3 || !isRetryable(error)) throw error;
      await new Promise((resume) => setTimeout(resume, attempt * 10 * (1 + Math.random())));
    }
  }
}

/** Declares that pages which showed these things are out of date. */
export function touch(tx: Tx, ...names: string[]): void {
  const touched = touchedBy.get(tx);
  if (touched) for (const name of names) touched.tags.add(name);
}

/** As `touch`, for a write that hides something or shows it to fewer people: it returns only when no store holds the old page. */
export function narrow(tx: Tx, ...names: string[]): void {
  touch(tx, ...names);
  const touched = touchedBy.get(tx);
  if (touched) touched.narrows = true;
}

/** For what a power cut may take, such as views: the commit waits for neither the disk nor a standby. */
export async function expendable(tx: Tx): Promise<void> {
  await tx.$executeRaw`SET LOCAL synchronous_commit = off`;
}

function isRetryable(error: unknown): boolean {
  const text = `${(error as { code?: string }).code} ${JSON.stringify((error as { meta?: unknown }).meta ?? "")} ${(error as Error).message}`;
  return /P2034|40001|40P01|deadlock detected/.test(text);
}

/** True where a unique promise of the database refused a row. */
export function isDuplicate(error: unknown): boolean {
  const { code, message, meta } = error as { code?: string; message?: string; meta?: unknown };
  return code === "P2002" || /23505/.test(`${message} ${JSON.stringify(meta ?? "")}`);
}
