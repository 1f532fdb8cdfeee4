import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "@/lib/platform/errors";
import { shared } from "@/lib/platform/shared";
import { tidyPassword } from "./password-rules";

const ARGON2ID = 2; // the enum Algorithm is known to the compiler only

/** OWASP's floor for argon2id: 19 MiB, two passes. A stronger one made a burst of log-ins slow for everybody. */
const STRENGTH = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
const MAY_WAIT = 40;

const work = shared("password-work", () => ({ running: 0, waiting: [] as (() => void)[] }));

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(tidyPassword(password), STRENGTH));
}

/** Takes as long for someone who isn't there (`null`) as for someone who is. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const against = hashed ?? (await nobodysHash());
  const fits = await inTurn(() => verify(against, tidyPassword(password)));
  return fits && hashed !== null;
}

/** Made with other parameters than today's; the password is at hand only while someone logs in. */
export function isOutdated(hashed: string): boolean {
  return !hashed.startsWith(
    `$argon2id$v=19$m=${STRENGTH.memoryCost},t=${STRENGTH.timeCost},p=${STRENGTH.parallelism}$`,
  );
}

function nobodysHash(): Promise<string> {
  return shared("nobodys-password", () => hash(crypto.randomUUID(), STRENGTH));
}

/** A few at a time, so that a flood of log-ins takes nothing from readers; past the queue people are asked to wait. */
async function inTurn<T>(job: () => Promise<T>): Promise<T> {
  if (work.running >= AT_ONCE) {
    if (work.waiting.length >= MAY_WAIT)
      throw new Refusal("busy", "Many people are logging in right now. Please try again in a moment.", {
        status: 503,
        retryAfter: 5,
      });
    await new Promise<void>((turn) => work.waiting.push(turn));
  } else {
    work.running++;
  }
  try {
    return await job();
  } finally {
    const next = work.waiting.shift();
    if (next) next();
    else work.running--;
  }
}
