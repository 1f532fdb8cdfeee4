import { parseArgs } from "node:util";
import { BadConfiguration } from "@/lib/platform/config";

export const USAGE = `npm run bench builds a community of invented people and posts, once for each size, starts the forum over it and measures.
It changes no forum of yours. Without options: 10,000 posts, what is measured below, in twenty minutes.

  npm run bench -- --posts 1000000

The community
  --posts N            from 6000 up; 10,000 where nothing is said, 60,000 with --cluster
  --folder DIR         where communities and reports are kept; .bench where nothing is said
  --tuned              the database with more memory, as docs/operations.md advises

  A post takes about 4.2 KB of disk with all that belongs to it, and everything else 1.5 GB: 10,000 posts 1.5 GB,
  1,000,000 posts 5.7 GB and two minutes to build, 10,000,000 posts 44 GB and twenty. Remove its folder for another.

What is measured
  --only WORDS         only what has these words in its name, such as "member: thread"
  --connections N,N    how many ask at once; 1,16,64
  --rounds N           3; the one in the middle counts
  --seconds N          for each line of a round; 4
  --browser            in a phone's browser, too: two minutes more; needs Chromium (--only browser: nothing else)

Instead of that
  --promises           what must hold while many are at it: a quarter of an hour
                       (--only oneRender, hiddenAtOnce, hotThread, writesElsewhere or manySearches)
  --soak MINUTES       everything at once, and the memory it takes
  --cluster            two instances and two databases; needs nginx and pgbouncer (--only cost, trouble or hiding)
  --only look-ups      10,000 studies looked up by two processes: five to ten minutes

Reports
  --compare FILE       what has changed since an earlier report
  --growth FILE…       reports of several sizes as one table: how the forum grows
  --chart FILE…        reports as a drawing, docs/performance.svg; the first one is shown
  --help               this

Nothing else should be at work on the machine. With wrk installed, guests' pages are measured by it: a generator in
JavaScript is slower than they are.`;

export type Options = {
  posts: number;
  seconds: number;
  rounds: number;
  connections: number[];
  folder: string;
  cluster: boolean;
  promises: boolean;
  soak?: number;
  tuned: boolean;
  only?: string;
  compare?: string;
  browser: boolean;
};

type Asked =
  | { what: "help" }
  | { what: "chart"; files: string[] }
  | { what: "growth"; files: string[] }
  | { what: "look-ups" | "bench"; options: Options };

/** What was asked for; refuses what can't be meant, before anything is built. */
export function readOptions(args: string[]): Asked {
  const { values, positionals: files } = parsed(args);
  if (values.help) return { what: "help" };
  const drawing = values.chart ? "chart" : values.growth ? "growth" : null;
  if (drawing) {
    if (files.length === 0) throw wrong(`--${drawing} needs the reports that it is made of.`);
    return { what: drawing, files };
  }
  if (files.length > 0) throw wrong(`${files[0]} says nothing here; files are named after --chart and --growth only.`);
  const { posts, seconds, rounds, soak, connections, only, compare, ...rest } = values;
  const options: Options = {
    ...rest,
    posts: whole("posts", posts ?? (values.cluster ? "60000" : "10000"), 6_000),
    seconds: whole("seconds", seconds),
    rounds: whole("rounds", rounds),
    connections: connections.split(",").map((one) => whole("connections", one)),
    ...(soak === undefined ? {} : { soak: whole("soak", soak) }),
    ...(only === undefined ? {} : { only }),
    ...(compare === undefined ? {} : { compare }),
  };
  return { what: only === "look-ups" ? "look-ups" : "bench", options };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        posts: { type: "string" },
        only: { type: "string" },
        seconds: { type: "string", default: "4" },
        rounds: { type: "string", default: "3" },
        connections: { type: "string", default: "1,16,64" },
        compare: { type: "string" },
        browser: { type: "boolean", default: false },
        chart: { type: "boolean", default: false },
        growth: { type: "boolean", default: false },
        folder: { type: "string", default: ".bench" },
        cluster: { type: "boolean", default: false },
        promises: { type: "boolean", default: false },
        soak: { type: "string" },
        tuned: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw wrong(`${(error as Error).message.split(/[.\n]/)[0]}.`);
  }
}

function whole(name: string, value: string, least = 1): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least) return number;
  throw wrong(`--${name} is a whole number, from ${least} up; this is “${value}”.`);
}

function wrong(sentence: string): BadConfiguration {
  return new BadConfiguration(`${sentence}\n\n${USAGE}`);
}
