import { beforeEach, describe, expect, it } from "vitest";
import { prisma, transaction } from "@/lib/platform/db";
import { newRequest, withRequest } from "@/lib/platform/request";
import { audiences } from "@/lib/policy/audience";
import type { State } from "@/lib/policy/can";
import { guest, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { editPost, replyToThread, withdrawPost } from "@/lib/posts/commands";
import { lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { ask as askDatabase, inLine, type NoAnswer } from "@/lib/search/pool";
import { MATCHES_MAX, search } from "@/lib/search/queries";
import type { SearchAnswer } from "@/lib/search/types";
import { resetDatabase, sql } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

const states: State[] = ["visible", "held", "hidden", "withdrawn", "removed"];

let jasond: MemberViewer;
let karenr: MemberViewer;

beforeEach(async () => {
  await resetDatabase();
  jasond = await joined("jasond");
  karenr = await joined("karenr");
});

const ask = (viewer: Viewer, q: string, page = 1) => search(viewer, { q, page });
const numbers = ({ hits }: SearchAnswer) => hits.map(({ number }) => number).sort((a, b) => a - b);
const found = async (q: string, viewer: Viewer = guest) => numbers(await ask(viewer, q));
const text = (pieces: { text: string; found: boolean }[] | null) =>
  (pieces ?? []).map((piece) => (piece.found ? `[${piece.text}]` : piece.text)).join("");

async function setState(number: number, state: State): Promise<void> {
  await transaction(async (tx) => {
    const post = await lockPostAndThread(tx, number);
    if (post) await setPostState(tx, post, state, "promotion");
  });
}

const wordsOf = async (number: number) =>
  (await sql<{ words: string }>(`SELECT words::text FROM "SearchRow" WHERE "postNumber" = $1`, [number]))[0]?.words ??
  null;

describe("whoever searches", () => {
  it("finds what they may read and is shown, and nothing else: everyone, every state, every audience", async () => {
    const viewers: Record<string, Viewer> = {
      "a guest": guest,
      "the author": jasond,
      "another member": karenr,
      "someone silenced": await joined("quiet", { standing: "silenced" }),
      "someone suspended": await joined("away", { standing: "suspended" }),
      "a moderator": await joined("sandi", { role: "moderator" }),
      "an administrator": await joined("admina", { role: "administrator" }),
    };
    const written: {
      number: number;
      isShown: boolean;
      inSearch: boolean;
      open: boolean;
      first: boolean;
      threadShown: boolean;
    }[] = [];
    for (const categoryAudience of audiences) {
      const categoryId = await category(`c-${categoryAudience.replace("_", "-")}`, categoryAudience);
      for (const audience of audiences) {
        for (const threadState of states) {
          for (const [index, state] of states.entries()) {
            // Each state once as a thread's first post and once further down.
            const [thread] = await sql<{ id: number }>(
              `INSERT INTO "Thread" ("categoryId", "authorId", title, slug, audience, "lastPosition") VALUES ($1, $2, 'Titled heron', 's', $3, 6) RETURNING id`,
              [categoryId, jasond.id, audience],
            );
            for (const [position, one] of [state, states[(index + 1) % states.length] ?? state].entries()) {
              const [post] = await sql<{ number: number }>(
                `INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state) VALUES ($1, $2, $3, '', '<p>A <strong>needle</strong>10 here</p>', 1, $4) RETURNING number`,
                [thread?.id, position + 1, jasond.id, one],
              );
              written.push({
                number: post?.number ?? 0,
                isShown: one === "visible" && threadState === "visible",
                inSearch: audience !== "members_unlisted" && categoryAudience !== "members_unlisted",
                open: audience === "everyone" && categoryAudience === "everyone",
                first: position === 0,
                threadShown: threadState === "visible",
              });
            }
            await sql(`UPDATE "Thread" SET state = $2 WHERE id = $1`, [thread?.id, threadState]);
          }
        }
      }
    }
    for (const [who, viewer] of Object.entries(viewers)) {
      const outside = who === "a guest" || who === "someone suspended";
      const may = written.filter(({ inSearch, open }) => inSearch && (open || !outside));
      expect(await found("needle10", viewer), who).toEqual(
        may.filter(({ isShown }) => isShown).map(({ number }) => number),
      );
      // A title is found by its thread's first post; where that isn't shown, without a word of it.
      const byTitle = await ask(viewer, "heron");
      expect(numbers(byTitle), who).toEqual(
        may.filter(({ first, threadShown }) => first && threadShown).map(({ number }) => number),
      );
      for (const hit of byTitle.hits)
        expect(hit.excerpt !== null, who).toBe(written.find(({ number }) => number === hit.number)?.isShown);
    }
    for (const { number, isShown } of written)
      expect(/needle/.test((await wordsOf(number)) ?? ""), `${number}`).toBe(isShown);
  });

  it("finds a post by what it says now: not after it is hidden or withdrawn, again once it is back, and as it was edited", async () => {
    const { threadId, number: first } = await starts(jasond, await category("open"), "About platelets and patience.");
    const { number } = await replies(karenr, threadId, "My nosebleeds stopped.");
    expect(await found("nosebleed")).toEqual([number]);
    for (const state of ["hidden", "held", "removed"] as const) {
      await setState(number, state);
      expect(await found("nosebleed"), state).toEqual([]);
      expect(await found("nosebleed", karenr), state).toEqual([]);
      expect(await wordsOf(number), state).toBeNull();
      await setState(number, "visible");
      expect(await found("nosebleed"), state).toEqual([number]);
    }
    await editPost(karenr, {
      number,
      version: 1,
      text: "My headaches stopped.",
      reason: "",
      requestId: crypto.randomUUID(),
    });
    expect(await found("nosebleed")).toEqual([]);
    expect(await found("headache")).toEqual([number]);
    await withdrawPost(karenr, { number });
    expect(await found("headache")).toEqual([]);

    await setState(first, "hidden");
    expect(await found("patience")).toEqual([]);
    expect(await wordsOf(first)).not.toContain("patienc");
    const [byTitle] = (await ask(guest, "thread jasond")).hits;
    expect(byTitle).toMatchObject({ number: first, excerpt: null });
  });

  it("finds a thread by its title, the new one once it has one, and none of it while the thread is hidden", async () => {
    const { threadId, number } = await starts(jasond, await category("open"), "Good morning.");
    const reply = await replies(karenr, threadId, "Good evening.");
    await sql(`UPDATE "Thread" SET title = 'Holidays with prednisone' WHERE id = $1`, [threadId]);
    expect(await found("prednisone")).toEqual([number]);
    expect(text((await ask(guest, "holiday")).hits[0]?.threadTitle ?? null)).toBe("[Holidays] with prednisone");
    await sql(`UPDATE "Thread" SET state = 'hidden', "stateReason" = 'x' WHERE id = $1`, [threadId]);
    expect(await sql(`SELECT 1 FROM "SearchRow"`)).toEqual([]);
    await sql(`UPDATE "Thread" SET state = 'visible' WHERE id = $1`, [threadId]);
    expect(await found("prednisone good")).toEqual([number]);
    expect(await found("evening")).toEqual([reply.number]);
  });

  it("finds a post by its own words, never by those it quotes", async () => {
    const { threadId, number } = await starts(jasond, await category("open"), "My aunt keeps tortoises.");
    const text = `> #${number}\n> My aunt keeps tortoises.\n>\n> > They are green.\n\nHow lovely.\n\n> A proverb about patience`;
    const { number: quoting } = await replyToThread(karenr, { threadId, text, requestId: crypto.randomUUID() });
    expect(await found("tortoise")).toEqual([number]);
    expect(await found("green")).toEqual([]);
    expect(await found("lovely proverb")).toEqual([quoting]);
    expect(JSON.stringify((await ask(guest, "lovely")).hits)).not.toContain("tortoise");
  });
});

describe("what can be asked", () => {
  let open: number;
  let one: number;
  let two: number;
  let three: number;

  beforeEach(async () => {
    open = await category("open");
    const lounge = await category("lounge", "members");
    ({ number: one } = await starts(jasond, open, "The **first** dose of prednisone made me tired. 10<b>5</b>"));
    ({ number: two } = await starts(
      karenr,
      open,
      "My first was a low dose, says Müller, and I cited 10.5555/wellcited.randomised.",
    ));
    ({ number: three } = await starts(karenr, lounge, "Prednisone among us: نزيف الأنف", "members"));
    await sql(`UPDATE "Post" SET "createdAt" = '2019-05-17' WHERE number = $1`, [one]);
    await sql(`UPDATE "Post" SET "createdAt" = '2021-01-01' WHERE number = $1`, [two]);
  });

  it("words in any form, phrases, what must not be there, whom it is by, where, when, and with a study", async () => {
    const asked: [string, number[]][] = [
      ["doses", [one, two]],
      ["first dose", [one, two]],
      [`"first dose"`, [one]],
      [`dose -"first dose"`, [two]],
      ["dose -tiring", [two]],
      ["-dose", []],
      ["muller", [two]],
      ["müller", [two]],
      ["author:JasonD", [one]],
      ["dose author:jasond author:karenr", [one, two]],
      ["dose -author:jasond", [two]],
      ["author:nobody dose", []],
      ["author:nobody author:karenr dose", [two]],
      ["category:open dose", [one, two]],
      [`category:"OPEN" dose`, [one, two]],
      ["category:lounge", []],
      ["-category:open", []],
      ["dose before:2020", [one]],
      ["dose after:2019-05-17", [one, two]],
      ["dose before:2019-05-17", []],
      ["dose after:2020 before:2021-01-02", [two]],
      ["has:study", [two]],
      ["dose -has:study", [one]],
      ["the", [one]],
      ["the tired", [one]],
      ["10.5555/wellcited.randomised", [two]],
    ];
    for (const [q, numbersFound] of asked) expect(await found(q), q).toEqual(numbersFound);
    expect(await found("category:lounge", jasond)).toEqual([three]);
    expect(await found("نزيف", jasond)).toEqual([three]);
  });

  it("names that lead nowhere are said, a members’ category to a guest like one that isn’t there", async () => {
    expect((await ask(guest, "author:nobody category:lounge dose")).unknown).toEqual({
      authors: ["nobody"],
      categories: ["lounge"],
    });
    expect((await ask(jasond, "author:karenr category:lounge")).unknown).toEqual({ authors: [], categories: [] });
    await sql(`UPDATE "Member" SET "closedAt" = now(), email = NULL WHERE id = $1`, [karenr.id]);
    expect((await ask(guest, "author:karenr")).unknown.authors).toEqual(["karenr"]);
  });

  it("what was found is marked in the excerpt, which is text and nothing else", async () => {
    const { number } = await starts(jasond, open, 'Is `<mark>` safe & sound, "quoted", with a <b>nosebleed</b>?');
    const [hit] = (await ask(guest, "nosebleeds")).hits;
    expect(hit?.number).toBe(number);
    expect(text(hit?.excerpt ?? null)).toContain('mark> safe & sound, "quoted", with a <b>[nosebleed]');
    expect(text(hit?.excerpt ?? null)).toContain("[nosebleed]");
  });

  it("any text: never an error", async () => {
    for (const q of [
      "(".repeat(50_000),
      '"',
      '"unbalanced',
      "-",
      "--",
      '-"',
      "🙂 👩‍👩‍👧",
      "a & | b",
      "!!! <-> :*",
      '\'; DROP TABLE "Post"; --',
      "\\",
      "nul\0nul",
      "\ud800",
      "author:",
      "author:\0",
      'author:" " category:%',
      "before:99999-99-99",
      "?::int $1 $2",
      "نزيف \u202eالأنف",
      "출혈 出血 кровь",
      "x".repeat(5_000),
      "-a ".repeat(5_000),
      "www.example.org/a?b=c#d me@example.org 1e10 -1.5 &amp; <b>",
    ])
      for (const viewer of [guest, jasond]) expect((await ask(viewer, q)).trouble, q.slice(0, 40)).not.toBe("slow");
    for (const q of ["", "🙂", "((", '"" -""']) expect((await ask(guest, q)).trouble, q).toBe("nothing");
  });
});

describe("a word that is everywhere", () => {
  it("costs no more than the newest two thousand, best first, ten pages at most", async () => {
    const { threadId, number } = await starts(jasond, await category("open"), "Tired, tired, tired.");
    await sql(
      `INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion")
       SELECT $1, n, $2, '', '<p>Rather tired in the mornings, number ' || n || '</p>', 1 FROM generate_series(2, 2200) n`,
      [threadId, jasond.id],
    );
    const answer = await ask(guest, "tired");
    expect(answer).toMatchObject({ total: MATCHES_MAX, bounded: true, pages: 10, ranked: true });
    expect(answer.hits).toHaveLength(20);
    expect(numbers(answer)).not.toContain(number);
    expect((await ask(guest, "tired", 10)).hits).toHaveLength(20);
    expect((await ask(guest, "tired 77")).total).toBe(1);
  });

  it("that takes too long gets a kind answer, and nobody else waits for it", async () => {
    await starts(jasond, await category("open"), "Tired.");
    await prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`LOCK TABLE "SearchRow" IN ACCESS EXCLUSIVE MODE`;
        const asked = await Promise.all([ask(guest, "tired"), ask(jasond, "tired")]);
        expect(asked.map(({ trouble }) => trouble)).toEqual(["slow", "slow"]);
      },
      { timeout: 15_000 },
    );
    expect(await found("tired")).toHaveLength(1);
  });

  describe("of several who ask at once", () => {
    const visit = () => {
      const leaving = new AbortController();
      return { leave: () => leaving.abort(), request: { ...newRequest("a visit", ""), leaving: () => leaving.signal } };
    };

    it("each is answered, though those before them have their answer and are gone", async () => {
      await starts(jasond, await category("open"), "Tired.");
      const answers = await Promise.all(
        Array.from({ length: 8 }, async () => {
          const { leave, request } = visit();
          const answer = await withRequest(request, () => ask(guest, "tired"));
          leave();
          return answer;
        }),
      );
      expect(answers.map(({ trouble, total }) => [trouble, total])).toEqual(answers.map(() => [null, 1]));
    });

    it("whoever has closed the page is searched for no longer, begun or waiting, and the others are", async () => {
      const gone = visit();
      const begun: string[] = [];
      const searching = (who: string, { request }: ReturnType<typeof visit>, statement: string) =>
        withRequest(request, () =>
          inLine(() => {
            begun.push(who);
            return askDatabase(statement, []);
          }),
        ).catch((error: NoAnswer) => (error.cause as { code?: string } | undefined)?.code ?? error.why);
      const asked = [
        searching("gone", gone, "SELECT pg_sleep(1.9)"),
        searching("gone too late", gone, "SELECT pg_sleep(1.9)"),
        searching("gone in the line", gone, "SELECT 1"),
        searching("still there", visit(), "SELECT 'found' AS word"),
      ];
      await expect.poll(() => begun, { timeout: 30_000, interval: 10 }).toEqual(["gone", "gone too late"]);
      gone.leave();
      const [first, second, ...others] = await Promise.all(asked);
      for (const outcome of [first, second]) expect(["57014", "busy"]).toContain(outcome);
      expect(others).toEqual(["busy", [{ word: "found" }]]);
      expect(begun).toEqual(["gone", "gone too late", "still there"]);
    });

    it("ends at the server, too", async () => {
      const { leave, request } = visit();
      const endless = "SET LOCAL statement_timeout = '60s'; SELECT pg_sleep(50)";
      const asked = withRequest(request, () => askDatabase(endless, [])).catch((error) => error.cause);
      const running = () => sql(`SELECT 1 FROM pg_stat_activity WHERE query = $1 AND state = 'active'`, [endless]);
      await expect.poll(running, { timeout: 30_000, interval: 10 }).toHaveLength(1);
      leave();
      expect(await asked).toMatchObject({ message: "canceling statement due to user request" });
    });
  });
});

it("a row of search is there for each post that is shown, and for no other", async () => {
  const { threadId } = await starts(jasond, await category("open"));
  const { number } = await replies(karenr, threadId);
  await sql(`DELETE FROM "Post" WHERE number = $1`, [(await replies(jasond, threadId)).number]);
  await setState(number, "hidden");
  const off = await sql(
    `SELECT p.number FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" FULL JOIN "SearchRow" s ON s."postNumber" = p.number
     WHERE s.words IS DISTINCT FROM "searched_words"(t.title, t.state, p.html, p.state, p.position)`,
  );
  expect(off).toEqual([]);
});
