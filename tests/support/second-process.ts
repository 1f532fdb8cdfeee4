import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export type SecondProcess = {
  /** Moves a post to another state, as a moderator's decision will; resolves to the milliseconds it took. */
  setPostState(number: number, state: "hidden" | "visible"): Promise<number>;
  close(): Promise<void>;
};

/** Another process of the running forum (in-forum.ts). */
export async function startSecondProcess(databaseUrl: string): Promise<SecondProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/in-forum.ts"], {
    env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: "error" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const says = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`The second process ended with ${await ended}.`);
    return String(value);
  };
  if ((await says()) !== "ready") throw new Error("The second process did not start.");
  return {
    async setPostState(number, state) {
      child.stdin.write(`${number} ${state}\n`);
      return Number(/after (\d+) ms/.exec(await says())?.[1]);
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
