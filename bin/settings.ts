import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { BadConfiguration, type Config, readConfig } from "@/lib/platform/config";

export type Options = { live: boolean; dev: boolean; publicDemo: boolean; port?: string };

const LIVE_NEEDS = ["ORIGIN", "SMTP_URL", "MAIL_FROM", "AUTH_SECRET", "CONTACT_EMAIL"] as const;

export function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        live: { type: "boolean", default: false },
        dev: { type: "boolean", default: false },
        "public-demo": { type: "boolean", default: false },
        port: { type: "string" },
      },
    });
    return { live: values.live, dev: values.dev, publicDemo: values["public-demo"], port: values.port };
  } catch (error) {
    throw new BadConfiguration(
      `${(error as Error).message.split(".")[0]}; npm start knows --live, --public-demo and --port.`,
    );
  }
}

/**
 * The environment as this start means it, written back to `process.env` for everything that reads it later.
 * Refuses what can't work before anything is touched.
 */
export function settle(options: Options): Config {
  if (options.port !== undefined) process.env.PORT = options.port;
  if (options.publicDemo) process.env.HOST ||= "0.0.0.0";
  const config = readConfig(process.env);
  if (options.live) requireLive(options, config);
  else requireDemo(options, config);
  return config;
}

function requireLive(options: Options, config: Config) {
  if (options.publicDemo)
    throw new BadConfiguration("A forum is either live or a demo; leave out --live or --public-demo.");
  const missing = LIVE_NEEDS.filter((name) => !config[name]);
  if (missing.length) throw new BadConfiguration(`A live forum also needs ${missing.join(", ")} in its environment.`);
}

function requireDemo(options: Options, config: Config) {
  delete process.env.SMTP_URL; // invented people get no real mail
  // A request that names another host is turned away, so without ORIGIN nobody but this machine would get in.
  if (options.publicDemo && !config.ORIGIN && /^(0\.0\.0\.0|::)$/.test(config.HOST))
    throw new BadConfiguration(
      "A public demo also needs ORIGIN, the address people open it at, such as ORIGIN=http://192.168.1.5:3000.",
    );
  if (options.publicDemo || /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(config.HOST)) return;
  throw new BadConfiguration(
    `A demo listens on this machine only and HOST is ${config.HOST}; add --public-demo if everyone may see it, or --live for a real forum.`,
  );
}

/** A live forum's operator chooses the secret; a demo's is made once for its data folder. */
export async function requireSecret(config: Config, mode: "demo" | "live"): Promise<string> {
  if (config.AUTH_SECRET) return config.AUTH_SECRET;
  if (mode === "live") throw new BadConfiguration("A live forum needs AUTH_SECRET in its environment.");
  await mkdir(config.DATA_DIR, { recursive: true });
  const file = path.join(config.DATA_DIR, "auth-secret");
  const secret = randomBytes(32).toString("base64url");
  try {
    await writeFile(file, secret, { mode: 0o600, flag: "wx" });
    return secret;
  } catch {
    return readFile(file, "utf8");
  }
}

/** For the commands: what a person can put right is one sentence; anything else is a fault of ours and shows where it happened. */
export function tell(error: Error): void {
  const expected = ["StartProblem", "BadConfiguration", "Refusal"].includes(error.name);
  console.error(expected ? error.message : error);
  process.exitCode = error.name === "BadConfiguration" ? 2 : 1;
}
