import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, test } from "vitest";
import { letAbortedGo } from "@/lib/door/let-aborted-go";

const { abort } = AbortController.prototype;
afterEach(() => {
  AbortController.prototype.abort = abort;
});

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

class Visit {
  end(): AbortController {
    const signal = new AbortController();
    signal.abort(new Error("The page is done."));
    return signal;
  }
}

/** What remains of a visit that has ended, while its signal is kept. */
async function visitEnded(): Promise<{ kept: AbortController; visit: WeakRef<Visit> }> {
  const visit = new Visit();
  return { kept: visit.end(), visit: new WeakRef(visit) };
}

test("a visit that has ended is forgotten, though the signal that ended it is kept", async () => {
  letAbortedGo();
  const { kept, visit } = await visitEnded();
  await new Promise((resume) => setTimeout(resume));
  collect();
  expect(visit.deref()).toBeUndefined();
  expect(kept.signal.reason).toMatchObject({ message: "The page is done." });
});
