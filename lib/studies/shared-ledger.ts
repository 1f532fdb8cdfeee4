import { pool } from "@/lib/platform/db";
import type { Ended, Limits } from "./gate";
import { BREAK_FOR, CAREFUL_FROM, type Ledger, LOOK_AGAIN, PERMIT_LEASE, type Permit, type Turn } from "./ledger";

/**
 * One row a registry, for all processes, by the database's clock. Each statement is a transaction of its own and holds the
 * row for as long as it takes to write it; a power cut may lose the last moments of counting, never a rest that was asked for.
 */
export class SharedLedger implements Ledger {
  constructor(
    private readonly host: string,
    private readonly startingLimits: Limits,
  ) {}

  async take(wanted: number): Promise<Turn> {
    for (;;) {
      const { rows } = await pool.query<Taken>({
        name: "take-places",
        text: TAKE,
        values: [this.host, wanted],
      });
      const [taken] = rows;
      if (taken) return turnOf(taken);
      await this.open();
    }
  }

  async giveBack(permit: Permit, { outcome, rest = 0, limits = {} }: Ended): Promise<void> {
    await pool.query({
      name: "give-place-back",
      text: GIVE_BACK,
      values: [
        this.host,
        new Date(permit.until),
        outcome,
        Math.ceil(rest),
        limits.perSecond ?? null,
        limits.concurrency ?? null,
      ],
    });
  }

  private async open(): Promise<void> {
    const { perSecond, concurrency } = this.startingLimits;
    await pool.query(
      `INSERT INTO "RegistryGate" ("host", "perSecond", "concurrency", "tokens", "filledAt", "closedUntil")
       VALUES ($1, $2, $3, 1, clock_timestamp(), clock_timestamp()) ON CONFLICT DO NOTHING`,
      [this.host, perSecond, concurrency],
    );
  }
}

type Taken = { given: number; until: number; rests: number; places: number; nextToken: number };

function turnOf({ given, until, rests, places, nextToken }: Taken): Turn {
  const permits = Array.from({ length: given }, () => ({ until }));
  if (rests > 0) return { permits, wait: Math.ceil(rests), why: "rest" };
  if (given >= places) return { permits, wait: LOOK_AGAIN, why: "full" };
  return { permits, wait: Math.max(1, Math.ceil(nextToken)), why: "pace" };
}

// The pace is paceOf's. What is computed after the lock was waited for is computed in steps of their own, from the row as
// it then is; "moment" must not be the moment the statement began.
const TAKE = `
  WITH held AS MATERIALIZED (SELECT * FROM "RegistryGate" WHERE "host" = $1 FOR UPDATE),
  seen AS MATERIALIZED (SELECT held.*, greatest(clock_timestamp(), "filledAt") AS moment FROM held),
  counted AS MATERIALIZED (
    SELECT moment, "perSecond" * 0.9 AS pace, extract(epoch FROM "closedUntil" - moment) * 1000 AS rests,
      least(greatest(1, floor("perSecond" / 10)), "tokens" + extract(epoch FROM moment - "filledAt") * "perSecond" * 0.9) AS tokens,
      ARRAY(SELECT until FROM unnest("leases") AS until WHERE until > moment) AS inside,
      CASE WHEN "failures" >= ${CAREFUL_FROM} THEN 1 ELSE "concurrency" END AS room
    FROM seen),
  granted AS MATERIALIZED (
    SELECT *, room - cardinality(inside) AS places,
      CASE WHEN rests > 0 THEN 0 ELSE greatest(0, least($2::int, floor(tokens)::int, room - cardinality(inside))) END AS given,
      date_trunc('milliseconds', moment) + interval '${PERMIT_LEASE} milliseconds' AS until
    FROM counted)
  UPDATE "RegistryGate" gate SET "tokens" = granted.tokens - given, "filledAt" = moment,
    "leases" = inside || array_fill(until, ARRAY[given])
  FROM granted WHERE gate."host" = $1
  RETURNING given, (extract(epoch FROM until) * 1000)::float8 AS until, rests::float8 AS rests, places,
    ((1 - gate."tokens") / pace * 1000)::float8 AS "nextToken", set_config('synchronous_commit', 'off', true)`;

// The rules are failuresAfter's. Places that end at the same moment are alike: one of them goes.
const GIVE_BACK = `
  UPDATE "RegistryGate" SET
    "leases" = CASE WHEN array_position("leases", $2::timestamptz) IS NULL THEN "leases"
      ELSE "leases"[:array_position("leases", $2::timestamptz) - 1] || "leases"[array_position("leases", $2::timestamptz) + 1:] END,
    "failures" = CASE $3 WHEN 'fine' THEN 0 WHEN 'failed' THEN least("failures" + 1, ${CAREFUL_FROM}) ELSE "failures" END,
    "closedUntil" = greatest("closedUntil",
      CASE WHEN $4::int > 0 THEN clock_timestamp() + $4::int * interval '1 millisecond' END,
      CASE WHEN $3 = 'failed' AND "failures" >= ${CAREFUL_FROM} THEN clock_timestamp() + interval '${BREAK_FOR} milliseconds' END),
    "perSecond" = coalesce($5::float8, "perSecond"), "concurrency" = coalesce($6::int, "concurrency")
  WHERE "host" = $1
  RETURNING CASE WHEN $4::int = 0 THEN set_config('synchronous_commit', 'off', true) END`;
