import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailJobs } from "@/lib/mail/jobs";
import { listDemoMails } from "@/lib/mail/queries";
import { forgetOldMails, queueMail } from "@/lib/mail/writes";
import { withClock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { inPortions } from "@/lib/platform/portions";
import { openQueue, runDueJobs } from "@/lib/platform/queue";
import { shared } from "@/lib/platform/shared";
import { resetDatabase, sql } from "../support/database";

type Received = { from: string; to: string[]; raw: string };
let received: Received[] = [];
/** What the server says to the next recipient; nothing when it takes the mail. */
let says: { code: number; words: string } | null = null;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo(_address, _session, done) {
    if (says) return done(Object.assign(new Error(says.words), { responseCode: says.code }));
    done();
  },
  onData(stream, session, done) {
    let raw = "";
    stream.on("data", (chunk) => {
      raw += chunk;
    });
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      received.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), raw });
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
  await openQueue();
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

beforeEach(async () => {
  received = [];
  says = null;
  await resetDatabase();
});

const mail = {
  kind: "verify",
  to: "karen@example.org",
  subject: "Confirm your e-mail address",
  text: "Hello Karen,\n\nÄpfel & Öl.\n",
};
const queue = () => transaction((tx) => queueMail(tx, mail));
async function open(mode: "live" | "demo") {
  await sql(`INSERT INTO "Forum" (mode, name) VALUES ($1, 'Wellcited')`, [mode]);
  shared("forum", () => ({ forum: null as unknown })).forum = null;
}
const outbox = () =>
  sql<{ sent: boolean; attempts: number; lastError: string | null; messageId: string }>(
    `SELECT "sentAt" IS NOT NULL AS sent, attempts, "lastError", "messageId" FROM "Mail"`,
  );
const waitingJobs = () =>
  sql<{ minutes: number }>(
    `SELECT round(extract(epoch FROM start_after - now()) / 60)::int AS minutes FROM pgboss.job WHERE name = 'mail.send' AND state = 'created'`,
  );

test("a mail reaches the mail server as it was written", async () => {
  await open("live");
  await queue();
  await runDueJobs(mailJobs);
  const [row] = await outbox();
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: "forum@example.org", to: ["karen@example.org"] });
  expect(received[0]?.raw).toContain(`Message-ID: ${row?.messageId}`);
  expect(received[0]?.raw).toContain("Auto-Submitted: auto-generated");
  expect(received[0]?.raw).toMatch(/=C3=84pfel|Äpfel/);
  expect(row).toMatchObject({ sent: true, attempts: 1, lastError: null });
});

test("a mail whose cause was not saved is not sent", async () => {
  await open("live");
  const undone = transaction(async (tx) => {
    await queueMail(tx, mail);
    throw new Error("something else went wrong");
  });
  await expect(undone).rejects.toThrow();
  await runDueJobs(mailJobs);
  expect([received.length, (await outbox()).length]).toEqual([0, 0]);
});

test("a job that comes twice sends one mail", async () => {
  await open("live");
  await queue();
  await runDueJobs(mailJobs);
  await sql(`UPDATE pgboss.job SET state = 'created', start_after = now() WHERE name = 'mail.send'`);
  await runDueJobs(mailJobs);
  expect(received).toHaveLength(1);
});

test("a server that has no time is asked again later, with the same Message-ID", async () => {
  await open("live");
  await queue();
  says = { code: 451, words: "Try again later" };
  await runDueJobs(mailJobs);
  expect((await outbox())[0]).toMatchObject({
    sent: false,
    attempts: 1,
    lastError: expect.stringContaining("Try again later"),
  });
  expect(await waitingJobs()).toEqual([{ minutes: 1 }]);
  says = null;
  await sql(`UPDATE pgboss.job SET start_after = now() WHERE name = 'mail.send'`);
  await runDueJobs(mailJobs);
  const [row] = await outbox();
  expect(row).toMatchObject({ sent: true, attempts: 2, lastError: null });
  expect(received[0]?.raw).toContain(row?.messageId);
});

test("an address that doesn’t exist is not asked for again", async () => {
  await open("live");
  await queue();
  says = { code: 550, words: "No such user" };
  await runDueJobs(mailJobs);
  expect((await outbox())[0]).toMatchObject({
    sent: false,
    attempts: 1,
    lastError: expect.stringContaining("No such user"),
  });
  expect(await waitingJobs()).toEqual([]);
});

test("a demo sends nothing and shows its mails; a live forum shows none", async () => {
  await open("demo");
  await queue();
  await runDueJobs(mailJobs);
  expect(received).toEqual([]);
  expect(await listDemoMails()).toMatchObject([{ to: "karen@example.org", subject: "Confirm your e-mail address" }]);
  await sql(`DELETE FROM "Forum"`);
  await open("live");
  await expect(listDemoMails()).rejects.toMatchObject({ status: 404 });
});

test("mails are forgotten after a month", async () => {
  await queue();
  await withClock(new Date(Date.now() + 29 * 86_400_000), () => inPortions(forgetOldMails));
  expect(await outbox()).toHaveLength(1);
  await withClock(new Date(Date.now() + 31 * 86_400_000), () => inPortions(forgetOldMails));
  expect(await outbox()).toHaveLength(0);
});

test("a mail that one can do without tells the mail program how to end its kind, at one press", async () => {
  await open("live");
  const address = `https://forum.example/unsubscribe/one-click?token=12.reply.${"x".repeat(43)}`;
  await transaction((tx) => queueMail(tx, { ...mail, unsubscribe: address }));
  await queue();
  await runDueJobs(mailJobs);
  const [withButton, without] = received
    .map(({ raw }) => raw)
    .sort((one, other) => Number(other.includes("List-")) - Number(one.includes("List-")));
  expect(withButton).toContain(`List-Unsubscribe: <${address}>\r\n`);
  expect(withButton).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
  expect(without).not.toContain("List-Unsubscribe");
});
