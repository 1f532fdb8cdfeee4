import { setFlagsFromString } from "node:v8";
import { type Forum, openForum } from "./forum";
import { readOptions } from "./settings";
import { stopChildren } from "./steps.mjs";

const say = (line: string) => console.log(line);

/** `npm start` once packages are there: opens the forum, says where it is, and closes it when told to stop. */
export async function start(args: string[]): Promise<void> {
  // The listeners stay: Ctrl-C reaches us twice, from the terminal and from npm, and the second must not cut short the first.
  const stopped = new Promise<void>((resolve) => process.on("SIGINT", () => resolve()).on("SIGTERM", () => resolve()));
  let breakOff = async () => {};
  let opening = true;
  let brokenOff = false;
  void stopped.then(async () => {
    if (!opening) return;
    brokenOff = true;
    stopChildren();
    await breakOff();
    process.exit(130);
  });
  try {
    const forum = await openForum(readOptions(args), say, (stop) => {
      breakOff = stop;
    });
    opening = false;
    introduce(forum);
    // On a machine with much memory, it would grow to four times what is in use before any is taken back. Not sooner:
    // while everything is loaded, nearly all of it stays in use.
    setFlagsFromString("--heap-growing-percent=40");
    await stopped;
    say("Stopping …");
    await forum.close();
    say("Stopped; everything is saved.");
    process.exit(0);
  } catch (error) {
    if (!brokenOff) tell(error as Error); // what fails because we stop is no news
  }
}

function introduce({ url, mode, where, accounts }: Forum): void {
  say("");
  say(`The forum is at ${url} (${mode}, ${where}).`);
  if (mode === "demo") {
    say(`Its people are invented and no mail goes out; what would have been sent is at ${url}/dev/mailbox.`);
    if (accounts.length) say("Sign in as");
    for (const { name, role, password } of accounts) say(`  ${name.padEnd(16)} ${role.padEnd(14)} ${password}`);
  } else {
    say("The first administrator is made with: npm run admin -- create NAME EMAIL");
  }
  say("Stop it with Ctrl-C.");
}

/** A problem that can be put right is one sentence; anything else is a fault of ours and shows where it happened. */
function tell(error: Error): never {
  const expected = error.name === "StartProblem" || error.name === "BadConfiguration";
  console.error(expected ? error.message : error);
  process.exit(error.name === "BadConfiguration" ? 2 : 1);
}
