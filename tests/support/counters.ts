import { wrongCounters as wrong } from "@/lib/integrity/counters";
import { sql } from "./database";

/** Every counter that differs from what it counts; empty when promise 3 holds. */
export function wrongCounters(): Promise<{ what: string; id: number; says: number; counted: number }[]> {
  return sql(wrong);
}
