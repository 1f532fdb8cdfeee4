import { randomUUID } from "node:crypto";

// People before the cluster: they read, search, write and thank; what is refused for a moment they send again, with the
// same number, as somebody presses a button again. What was acknowledged is written down.

export type Kind = "guest reads" | "member reads" | "search" | "reply by API" | "reply by form" | "thanks";

/** One answer, or none: `status` 0. */
export type Asked = { kind: Kind; began: number; ended: number; status: number; fault: string | null };

/** A press: what was sent, by whom, and whether the forum said that it is saved. */
export type Reply = { text: string; tries: number; acknowledged: boolean };
export type Thanks = { number: number; memberId: number; acknowledged: boolean };

export type World = {
  url: string;
  paths: string[];
  threadIds: number[];
  postNumbers: number[];
  people: { token: string; memberId: number }[];
};

/** Shares out of a hundred. */
export type Mix = [Kind, number][];
/** As forums are, and as docs/operations.md counts: ten pages for guests to one for a member, of whom few write. */
export const EVERYDAY: Mix = [
  ["guest reads", 90],
  ["member reads", 9],
  ["search", 0.2],
  ["reply by API", 0.1],
  ["reply by form", 0.1],
  ["thanks", 0.6],
];
/** What a new process has to have done often. */
export const WARMING: Mix = [
  ["member reads", 60],
  ["guest reads", 35],
  ["search", 2],
  ["reply by API", 1],
  ["reply by form", 1],
  ["thanks", 1],
];
/** Many writes, so that one is always on its way when a server dies. */
export const BUSY_WRITERS: Mix = [
  ["guest reads", 40],
  ["member reads", 20],
  ["search", 5],
  ["reply by API", 15],
  ["reply by form", 10],
  ["thanks", 10],
];
const WELL = new Set([200, 201, 204, 303, 304]);
/** Somebody who posted a moment ago is asked to wait. */
const TOO_FAST = 429;
const TRY_AGAIN_MS = 500;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export class Load {
  readonly asked: Asked[] = [];
  readonly replies: Reply[] = [];
  readonly thanks: Thanks[] = [];
  #going = false;
  #workers: Promise<void>[] = [];
  #turn = 0;

  constructor(
    private readonly world: World,
    private readonly mix: Mix,
    /** Marks what this run wrote. */
    readonly mark = `cluster run ${randomUUID()}`,
  ) {}

  start(workers: number, pauseMs: number): void {
    this.#going = true;
    this.#workers = Array.from({ length: workers }, async (_, n) => {
      await pause((n * pauseMs) / workers);
      while (this.#going) {
        await this.#one();
        if (pauseMs) await pause(pauseMs * (0.5 + Math.random()));
      }
    });
  }

  async stop(): Promise<void> {
    this.#going = false;
    await Promise.all(this.#workers);
  }

  /** Waits for so many answers. */
  async reaches(answers: number): Promise<void> {
    while (this.asked.length < answers) await pause(20);
  }

  /** In the shares of the mix at any length: what is drawn by lot differs from one run to the next by more than is measured. */
  #next(): Kind {
    let left = ((this.#turn * GOLDEN) % 1) * 100;
    for (const [kind, share] of this.mix) {
      left -= share;
      if (left < 0) return kind;
    }
    return "guest reads";
  }

  async #one(): Promise<void> {
    const kind = this.#next();
    const person = this.world.people[this.#turn++ % this.world.people.length];
    if (!person) return;
    const cookie = { cookie: `wellcited=${person.token}` };
    if (kind === "guest reads") return void (await this.#ask(kind, popular(this.world.paths), {}));
    if (kind === "member reads") return void (await this.#ask(kind, popular(this.world.paths), { headers: cookie }));
    if (kind === "search") return void (await this.#ask(kind, `/search?q=${among(WORDS)}`, { headers: cookie }));
    if (kind === "thanks") return this.#thank(person, cookie);
    if (kind === "reply by API") return this.#replyByApi(cookie);
    return this.#replyByForm(cookie);
  }

  async #thank({ memberId }: World["people"][number], cookie: Record<string, string>): Promise<void> {
    const thanks: Thanks = { number: among(this.world.postNumbers), memberId, acknowledged: false };
    this.thanks.push(thanks);
    const message = { method: "PUT", headers: { ...cookie, ...this.#own, ...JSON_BODY }, body: "{}" };
    await this.#untilTaken(async () => {
      const answer = await this.#ask("thanks", `/api/v1/posts/${thanks.number}/thanks`, message, [403, 422]);
      thanks.acknowledged = WELL.has(answer.status);
      return answer.status;
    });
  }

  async #replyByApi(cookie: Record<string, string>): Promise<void> {
    const reply = this.#newReply();
    const headers = { ...cookie, ...this.#own, ...JSON_BODY, "idempotency-key": randomUUID() };
    const message = { method: "POST", headers, body: JSON.stringify({ text: reply.text }) };
    const path = `/api/v1/threads/${among(this.world.threadIds)}/posts`;
    await this.#untilTaken(async () => {
      reply.tries++;
      const answer = await this.#ask("reply by API", path, message);
      reply.acknowledged = WELL.has(answer.status);
      return answer.status;
    });
  }

  /** As without JavaScript: the page is opened, its form filled in and sent whole. */
  async #replyByForm(cookie: Record<string, string>): Promise<void> {
    const path = among(this.world.paths);
    const page = await this.#ask("member reads", path, { headers: cookie });
    const form = /<form[^>]*>(?:(?!<\/form>).)*value="reply"(?:(?!<\/form>).)*<\/form>/s.exec(page.body)?.[0];
    if (page.status !== 200 || !form) return;
    const body = new FormData();
    for (const [, input = ""] of form.matchAll(/<input ([^>]*)>/g)) {
      const name = /name="([^"]*)"/.exec(input)?.[1];
      if (name && /type="hidden"/.test(input)) body.set(name, /value="([^"]*)"/.exec(input)?.[1] ?? "");
    }
    const reply = this.#newReply();
    body.set("text", reply.text);
    await this.#untilTaken(async () => {
      reply.tries++;
      const answer = await this.#ask("reply by form", path, {
        method: "POST",
        headers: { ...cookie, ...this.#own },
        body,
      });
      reply.acknowledged = WELL.has(answer.status);
      if (answer.status === 503 && !answer.body.includes(reply.text))
        this.#fault("a 503 without the text that was typed");
      return answer.status;
    });
  }

  /** Presses again while the answer is that it can't be done for a moment, or while there is none. */
  async #untilTaken(press: () => Promise<number>): Promise<void> {
    for (let status = await press(); (status === 503 || status === 0) && this.#going; status = await press())
      await pause(TRY_AGAIN_MS);
  }

  #newReply(): Reply {
    const reply = { text: `${this.mark}, reply ${randomUUID()}`, tries: 0, acknowledged: false };
    this.replies.push(reply);
    return reply;
  }

  get #own() {
    return { origin: this.world.url, "sec-fetch-site": "same-origin" };
  }

  async #ask(
    kind: Kind,
    path: string,
    message: RequestInit,
    alsoWell: number[] = [],
  ): Promise<{ status: number; body: string }> {
    const began = performance.now();
    const told = (status: number, fault: string | null) =>
      void this.asked.push({ kind, began, ended: performance.now(), status, fault });
    try {
      const answer = await fetch(this.world.url + path, {
        ...message,
        redirect: "manual",
        signal: AbortSignal.timeout(40_000),
      });
      const body = await answer.text();
      const well =
        WELL.has(answer.status) || alsoWell.includes(answer.status) || [503, TOO_FAST].includes(answer.status);
      told(answer.status, well ? null : `${answer.status} for ${kind}: ${gist(body)}`);
      return { status: answer.status, body };
    } catch (error) {
      told(0, `no answer for ${kind}: ${(error as Error).cause ?? error}`);
      return { status: 0, body: "" };
    }
  }

  #fault(sentence: string): void {
    const last = this.asked.at(-1);
    if (last) last.fault = sentence;
  }
}

const JSON_BODY = { "content-type": "application/json" };
const WORDS = ["doctor", "prednisone", "eltrombopag", "bleeding", "platelets"];

function gist(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 160);
}

const among = <One>(all: One[]): One => all[Math.floor(Math.random() * all.length)] as One;
/** A few things are read by most people. */
const popular = <One>(all: One[]): One => all[Math.floor(Math.random() ** 3 * all.length)] as One;
const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));
