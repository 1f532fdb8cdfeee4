import { randomUUID } from "node:crypto";
import pg from "pg";
import { acknowledgedByOthers, LEASE_MS } from "./acknowledged";
import { connections } from "./db";
import { forgetForum } from "./kept-forum";
import { log } from "./log";
import type { PageStore } from "./pages";
import type { Portion } from "./portions";
import type { Expirer } from "./touched";

const RENEW_MS = 350;
/** A lease is of no use to a standby, and while there is none, pages are read all the same. */
const HERE_ONLY = `set_config('synchronous_commit', 'local', true) = 'local'`;

/**
 * Keeps one process's store in step with everybody's writes.
 *
 * It reads the expiries it has not seen, drops those pages, then renews its lease; NOTIFY makes it do so at once. A
 * lease counts from before the reading, so when a writer has waited for a lease's length after its commit, each process
 * has either read the expiry or stopped serving. A lost connection empties the store.
 */
export class Instances implements Expirer {
  readonly id = randomUUID();
  #processed = 0n;
  #listener: pg.Client | null = null;
  /** Nobody's page or reply is in the way of the lease: it would run out just when most people come. */
  readonly #own = connections(1);
  #timer: NodeJS.Timeout | null = null;
  #renewing: Promise<void> | null = null;
  #again = false;
  /** Whatever answers next may be another server, promoted without what was never acknowledged: its numbers may be lower. */
  #anew = false;
  #stopped = false;

  constructor(
    private readonly store: PageStore,
    private readonly connectionString: string,
  ) {}

  async start(): Promise<void> {
    await this.#join();
    await this.#listen();
    this.#timer = setInterval(() => void this.#renew(), RENEW_MS);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearInterval(this.#timer);
    this.store.lease(0);
    await this.#renewing?.catch(() => {});
    await this.#listener?.end().catch(() => {});
    await this.#own.query(`DELETE FROM "Instance" WHERE "id" = $1`, [this.id]).catch(() => {});
    await this.#own.end();
  }

  expire(tags: Iterable<string>): void {
    this.store.expire(tags);
  }

  acknowledged(seq: bigint): Promise<void> {
    return acknowledgedByOthers(this.#own, seq, this.id);
  }

  /** Begins anew: an empty store that has seen everything up to now. */
  async #join(): Promise<void> {
    const asked = performance.now();
    this.#anew = false;
    const { rows } = await this.#own.query(`SELECT coalesce(max("seq"), 0)::text AS seq FROM "Expiry"`);
    forgetForum();
    this.store.empty();
    this.#processed = BigInt(rows[0].seq);
    await this.#own.query(
      `INSERT INTO "Instance" ("id", "ackedSeq", "leaseUntil")
       SELECT $1, $2::bigint, clock_timestamp() + interval '1 second' WHERE ${HERE_ONLY}
       ON CONFLICT ("id") DO UPDATE SET "ackedSeq" = excluded."ackedSeq", "leaseUntil" = excluded."leaseUntil"`,
      [this.id, this.#processed.toString()],
    );
    this.store.lease(asked + LEASE_MS);
  }

  async #listen(): Promise<void> {
    if (this.#stopped) return;
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: "wellcited listener",
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const lost = () => {
      if (this.#stopped || this.#listener !== client) return;
      this.#listener = null;
      this.#anew = true;
      this.store.empty();
      setTimeout(() => void this.#listen().catch(() => {}), 500);
    };
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", () => void this.#renew());
    this.#listener = client;
    try {
      await client.connect();
      await client.query("LISTEN wellcited_expiry");
    } catch (error) {
      log.warn({ err: error }, "the listening connection could not be opened; it is tried again");
      lost();
    }
  }

  /** One at a time; a notice that arrives meanwhile makes it run once more. */
  #renew(): Promise<void> {
    if (this.#renewing) {
      this.#again = true;
      return this.#renewing;
    }
    this.#renewing = this.#readAndRenew()
      .catch((error) => {
        this.#anew = true;
        log.warn({ err: error }, "the page store could not renew its lease");
      })
      .finally(() => {
        this.#renewing = null;
        if (this.#again && !this.#stopped) {
          this.#again = false;
          void this.#renew();
        }
      });
    return this.#renewing;
  }

  async #readAndRenew(): Promise<void> {
    if (this.#stopped) return;
    if (this.#anew) return this.#join();
    const asked = performance.now();
    const { rows } = await this.#own.query(`SELECT "seq"::text, "tags" FROM "Expiry" WHERE "seq" > $1 ORDER BY "seq"`, [
      this.#processed.toString(),
    ]);
    for (const { seq, tags } of rows) {
      forgetForum(tags);
      this.store.expire(tags);
      this.#processed = BigInt(seq);
    }
    const renewed = await this.#own.query(
      `UPDATE "Instance" SET "ackedSeq" = $2, "leaseUntil" = clock_timestamp() + interval '1 second' WHERE "id" = $1 AND ${HERE_ONLY}`,
      [this.id, this.#processed.toString()],
    );
    if (renewed.rowCount === 0) await this.#join();
    else this.store.lease(asked + LEASE_MS);
  }
}

/** Expiries are read within a second or not at all; a day's worth is kept for looking into. */
export const expirySweeps: Portion[] = [
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "Expiry" WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "Expiry" WHERE "createdAt" < now() - interval '1 day' ORDER BY "createdAt" ${limit} FOR UPDATE SKIP LOCKED))`,
  (tx) => tx.$executeRaw`DELETE FROM "Instance" WHERE "leaseUntil" < now() - interval '1 hour'`, // a handful
];
