import { plainText } from "./markup";
import type { Authors } from "./types";

const KEPT = 20;

/** Persons' and groups' names in the record's order; undefined for a record that names nobody. */
export function authorsOf(names: (string | undefined)[]): Authors | undefined {
  const given = names.map((name) => plainText(name ?? "")).filter(Boolean);
  return given.length > 0 ? { names: given.slice(0, KEPT), total: given.length } : undefined;
}
