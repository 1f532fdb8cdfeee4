/**
 * One value for the whole process. `server.ts` and Next's bundle load each module of `lib` once apiece,
 * so whatever must exist once (the pool, the page store, the request at hand) is kept on `globalThis`.
 */
export function shared<T>(name: string, make: () => T): T {
  const key = Symbol.for(`wellcited.${name}`);
  const world = globalThis as unknown as Record<symbol, T | undefined>;
  world[key] ??= make();
  return world[key];
}
