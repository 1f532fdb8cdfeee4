import { spawn } from "node:child_process";

/**
 * Runs a step and says in lines, to a terminal or a file alike, that it began, that it still goes on, and how long it took.
 * `print` left out means silence.
 */
export async function step(what, done, work, print) {
  if (!print) return work();
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  print(`${what} …`);
  const ticking = setInterval(() => print(`  still at it, ${seconds()} s`), 10_000);
  try {
    const result = await work();
    print(`  ${done}, ${seconds()} s`);
    return result;
  } finally {
    clearInterval(ticking);
  }
}

const running = new Set();

/** Runs a program to its end and returns what it said; fails with the last lines of it. */
export async function runToEnd(program, args, { env = process.env, describe = program } = {}) {
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const code = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (status, signal) => resolve(status ?? signal));
  });
  running.delete(child);
  if (code === 0) return said;
  const problem = new Error(`${describe} failed (${code}):\n${said.trim().split("\n").slice(-200).join("\n")}`);
  problem.name = "StartProblem";
  throw problem;
}

/** For a start that is broken off: nothing it began goes on alone. */
export function stopChildren() {
  for (const child of running) child.kill("SIGTERM");
}

/** npm itself, however it is installed. */
export function npm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return [process.execPath, [script]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", []];
}
