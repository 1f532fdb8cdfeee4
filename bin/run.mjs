// node bin/run.mjs NAME …: runs bin/NAME.ts, made ready first if need be. Says nothing itself: the output is the command's.
import { makeReady } from "./ready.mjs";

const [name, ...args] = process.argv.slice(2);
try {
  await makeReady();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.env.NODE_ENV ??= "production";
process.env.LOG_LEVEL ??= "error";
process.argv = [process.argv[0], `bin/${name}.ts`, ...args];
await import("tsx");
await import(`./${name}.ts`);
