import type { ClientBase } from "pg";
import { checks } from "./checks";
import { moderationChecks } from "./moderation-checks";
import { noticeChecks } from "./notice-checks";
import { studyChecks } from "./study-checks";

export type Damage = { name: string; sentences: string[] };

/**
 * Asks for everything that must hold and returns what doesn't, in sentences. All in one snapshot, in which each
 * promise is kept at every commit: so it may run beside a busy forum. Changes nothing.
 */
export async function findDamage(client: ClientBase): Promise<Damage[]> {
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const found = [];
    for (const { name, sql } of [
      ...checks,
      ...moderationChecks,
      ...noticeChecks,
      ...studyChecks,
      { name: NO_ORPHANS, sql: await orphans(client) },
    ]) {
      const { rows } = await client.query<{ off: string }>(sql);
      if (rows.length) found.push({ name, sentences: rows.map(({ off }) => off) });
    }
    return found;
  } finally {
    await client.query("ROLLBACK").catch(() => undefined); // the connection is gone, and so is the snapshot
  }
}

const NO_ORPHANS = "what is referred to exists";

type Reference = { table: string; column: string; to: string; key: string };

/** Of every reference in the schema, so that a new table is looked at from its first day. */
async function orphans(client: ClientBase): Promise<string> {
  const { rows } = await client.query<Reference>(`
    SELECT f.relname AS "table", fa.attname AS "column", t.relname AS "to", ta.attname AS "key"
    FROM pg_constraint c
    JOIN pg_class f ON f.oid = c.conrelid JOIN pg_attribute fa ON fa.attrelid = f.oid AND fa.attnum = c.conkey[1]
    JOIN pg_class t ON t.oid = c.confrelid JOIN pg_attribute ta ON ta.attrelid = t.oid AND ta.attnum = c.confkey[1]
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND cardinality(c.conkey) = 1
    ORDER BY 1, 2`);
  const each = rows.map(
    ({ table, column, to, key }) => `
      SELECT DISTINCT format('A row of %s names %s %s (in %s), which does not exist.', '${table}', '${to}', f."${column}", '${column}') AS off
      FROM "${table}" f WHERE f."${column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${to}" t WHERE t."${key}" = f."${column}")`,
  );
  return each.join(" UNION ALL ") || "SELECT '' AS off WHERE false";
}
