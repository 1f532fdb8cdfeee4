import { expect, it } from "vitest";
import { InnerServer } from "@/lib/door/inner";
import { newRequest } from "@/lib/platform/request";

const asked = (id: string) => ({ method: "GET", path: "/", headers: { "x-wellcited-request": id }, body: null });

it("an answer that never comes is given up", async () => {
  const inner = new InnerServer(() => () => new Promise(() => {}), 50);
  await inner.open();
  await expect(inner.ask(newRequest("waits", "127.0.0.1"), asked("waits"))).rejects.toThrow("there was no answer");
  await inner.close();
});

it("what the door has not announced is not answered", async () => {
  const inner = new InnerServer(() => async (_, res) => void res.end("hello"));
  await inner.open();
  expect((await inner.ask(newRequest("known", "127.0.0.1"), asked("known"))).status).toBe(200);
  expect((await inner.ask(newRequest("known", "127.0.0.1"), asked("invented"))).status).toBe(403);
  await inner.close();
});
