import { spawn } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { freePort } from "@/lib/platform/ports";
import { makeDatabase } from "../support/cluster";
import { expect, test } from "../support/visitors";

test("what npm start runs opens an empty forum, answers, and ends with everything saved", async ({ request }) => {
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  const dataDir = path.join(process.env.E2E_DATA_DIR ?? "", "opened");
  await mkdir(dataDir);
  const port = await freePort();
  const forum = spawn("sh", ["-c", `${scripts.start} --live`], {
    env: {
      ...process.env,
      DATABASE_URL: await makeDatabase(process.env.E2E_DATABASE_URL ?? "", "opened"),
      DATA_DIR: dataDir,
      HOST: "127.0.0.1",
      PORT: String(port),
      ORIGIN: "https://forum.example",
      AUTH_SECRET: "a secret of thirty-two characters or more",
      SMTP_URL: "smtp://127.0.0.1:9",
      MAIL_FROM: "forum@forum.example",
      CONTACT_EMAIL: "people@forum.example",
    },
  });
  const ended = new Promise((resolve) => forum.once("exit", resolve));
  let said = "";
  for (const stream of [forum.stdout, forum.stderr]) stream.on("data", (chunk) => (said += chunk));
  try {
    await expect.poll(() => said, { timeout: 90_000 }).toContain("Stop it with Ctrl-C.");
    const front = await request.get(`http://127.0.0.1:${port}/`, { headers: { host: "forum.example" } });
    expect(front.status(), said).toBe(200);
    expect(await front.text()).toContain("The forum is about to open.");
    expect(said).toContain("The first administrator is made with");
  } finally {
    forum.kill("SIGTERM");
  }
  expect(await ended, said).toBe(0);
  expect(said).toContain("Stopped; everything is saved.");
});
