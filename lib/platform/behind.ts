import { madeUp } from "./request";

/**
 * Of rows read from a place on, the place's own first, those behind it. Where nothing stands at the place, it was made up,
 * or what stood there has moved.
 */
export function behind<T>(rows: T[], isAt: (row: T) => boolean, count: number): T[] {
  const [first] = rows;
  if (first !== undefined && isAt(first)) return rows.slice(1);
  madeUp();
  return rows.slice(0, count);
}
