/** This moment as part of a file's name, such as 2026-11-22_013045 (UTC). */
export function stamp(moment = new Date()): string {
  return moment.toISOString().slice(0, 19).replace("T", "_").replaceAll(":", "");
}
