import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { categories, threads } from "../../prisma/seed/community";
import { addressesIn, attribute, elements, lettersOf, parseHtml, threadPath } from "../support/outlets";
import { type SecondProcess, startSecondProcess } from "../support/second-process";
import { expect, numberOf, test } from "../support/visitors";

test.use({ javaScriptEnabled: false });

test.describe("a post that a moderator hides while somebody's page is being made", () => {
  let second: SecondProcess;
  test.beforeAll(async () => {
    second = await startSecondProcess(process.env.E2E_DATABASE_URL ?? "");
  });
  test.afterAll(() => second.close());

  test("is nowhere for guests from then on: not on pages kept for them, in feeds, facts, quotes or studies pages", async ({
    request,
    member,
    database,
  }) => {
    const needle = `My uncle keeps bees in hive ${randomUUID()}`;
    const author = await member("gus_the_bus");
    const place = await openThread(author, "being-in-a-trial-what-was-it-like");
    await reply(author, `${needle} and reads NCT99990001 to them.`);
    const number = await numberOf(author, needle);
    const quoter = await member("hal9k");
    const other = await openThread(quoter, "early-shifts-and-telling-the-boss");
    await reply(quoter, `> #${number}\n> ${needle}\n\nSo do I.`);
    const study = await studyNamed(author, number);

    const outlets = [
      "/",
      "/c/research",
      "/feed.xml",
      "/c/research/feed.xml",
      "/sitemap.xml",
      "/studies",
      study,
      "/u/gus_the_bus",
      "/u/hal9k",
      other,
      other.replace(/[^/]+$/, "feed.xml"),
      place.replace(/[^/]+$/, "feed.xml"),
    ];
    const before = await withNeedle(request, outlets, needle);
    expect(before).toEqual(expect.arrayContaining(["/feed.xml", "/u/gus_the_bus", study, other]));
    expect(await (await request.get(study)).text()).toContain("Being in a trial");

    // A guest asks for the thread, and the making of the page stops after it has read the posts.
    const lock = await database.connect();
    await lock.query(`BEGIN; LOCK TABLE "PlateletCount" IN ACCESS EXCLUSIVE MODE`);
    const parked = request.get(place);
    await expect(async () => {
      const { rows } = await lock.query(
        `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"PlateletCount"'::regclass`,
      );
      expect(rows).toHaveLength(1);
    }).toPass({ intervals: [20] });

    expect(await second.setPostState(number, "hidden")).toBeLessThan(1_500);
    const late = request.get(place);
    await lock.query("COMMIT");
    lock.release();

    expect(await (await parked).text()).toContain(needle); // it had read the post before it was hidden
    expect(await (await late).text()).not.toContain(needle);
    for (const time of ["made anew", "kept"]) {
      const page = await (await request.get(place)).text();
      expect(page, time).not.toContain(needle);
      expect(page, time).toContain(`id="p${number}"`);
      expect(page, time).toContain("This post isn’t shown any more.");
      expect(await withNeedle(request, outlets, needle), time).toEqual([]);
    }
    expect(await (await request.get(other)).text()).toContain("A post that isn’t shown any more");
    expect((await request.get(study)).status()).toBe(404); // nobody else had named it

    // Its author still has it, with the reason; other members don't.
    await author.reload();
    await expect(author.getByRole("article").filter({ hasText: needle })).toContainText("Reason: for a test");
    await quoter.goto(place);
    await expect(quoter.getByRole("main")).not.toContainText(needle);

    await second.setPostState(number, "visible");
    await expect(async () => {
      expect(await withNeedle(request, [place, ...outlets], needle)).toEqual([place, ...before]);
    }).toPass({ timeout: 3_000 });
  });

  test("is gone from a page that was kept before, at the next request", async ({ request, member }) => {
    const needle = `Three teaspoons and kettle ${randomUUID()}`;
    const author = await member("priya.k");
    const place = await openThread(author, "the-tiredness-nobody-can-see");
    await reply(author, needle);
    const number = await numberOf(author, needle);
    for (let round = 0; round < 3; round++) {
      await expect(async () => expect(await withNeedle(request, [place], needle)).toEqual([place])).toPass({
        timeout: 3_000,
      });
      expect(await second.setPostState(number, "hidden")).toBeLessThan(1_500);
      expect(await withNeedle(request, [place], needle)).toEqual([]);
      await second.setPostState(number, "visible");
    }
  });
});

test("a guest who follows every link never reads what is for members, was taken back, or was written before an edit", async ({
  request,
  member,
  database,
}) => {
  test.setTimeout(120_000);
  const secrets = secretRuns();
  expect(secrets.size).toBeGreaterThan(3_000);
  const origin = process.env.E2E_ORIGIN ?? "";

  const secretsIn = (body: string) =>
    [true, false].flatMap((tags) => [...runsOf(lettersOf(body, { tags }))].filter((run) => secrets.has(run)));
  const insider = await member("sandi");
  expect(secretsIn(await (await insider.request.get("/c/kitchen-table")).text())).not.toEqual([]);

  // Every link, and also what a guest might try: each post and thread that isn't theirs to read.
  const { rows: posts } = await database.query<{ number: number; threadId: number; slug: string }>(
    `SELECT p."number", p."threadId", t."slug" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
     WHERE p."state" <> 'visible' OR t."audience" <> 'everyone' OR c."audience" <> 'everyone'`,
  );
  expect(posts.length).toBeGreaterThan(20);
  const guesses = posts.flatMap(({ number, threadId, slug }) => [
    ...["", "/edit", "/quote", "/cards", "/revisions", "/withdraw"].map((page) => `/p/${number}${page}`),
    `/t/${threadId}/${slug}`,
    `/t/${threadId}/x`,
    `/t/${threadId}/feed.xml`,
  ]);
  const waiting = new Set(["/", "/sitemap.xml", "/robots.txt", "/feed.xml", "/c/kitchen-table", ...guesses]);
  const found: string[] = [];
  const kinds = new Map<number, number>();
  const read = new Set<string>();

  async function visit(address: string): Promise<void> {
    const answer = await request.get(address, { maxRedirects: 0 });
    const body = await answer.text();
    const type = answer.headers()["content-type"] ?? "";
    const { location = "" } = answer.headers();
    kinds.set(answer.status(), (kinds.get(answer.status()) ?? 0) + 1);
    if (read.has(location + body)) return;
    read.add(location + body);
    found.push(...secretsIn(`${location} ${body}`).map((run) => `${address}: ${run}`));
    const next = location
      ? [new URL(location, origin)]
      : addressesIn(body, type, origin).map((one) => new URL(one, origin));
    for (const { pathname, search } of next) {
      if (/^\/(_next|fonts)\/|\.(js|css|svg)$/.test(pathname)) continue;
      waiting.add(/^\/(login|register)$/.test(pathname) ? pathname : pathname + search); // where to return to makes no other page
    }
  }

  const visited = new Set<string>();
  for (;;) {
    const batch = [...waiting].filter((address) => !visited.has(address)).slice(0, 8);
    if (batch.length === 0) break;
    for (const address of batch) visited.add(address);
    await Promise.all(batch.map(visit));
  }
  expect(found).toEqual([]);
  expect(visited.size).toBeGreaterThan(700);
  expect(kinds.get(500)).toBeUndefined();
  expect(kinds.get(404) ?? 0).toBeLessThanOrEqual(guesses.length + 1);
});

test("a thread's page of twenty posts with cards weighs little, for a guest and for a member, and so do its scripts", async ({
  request,
  member,
  database,
}) => {
  const { rows: studies } = await database.query<{ id: number; kind: string; value: string }>(
    `SELECT DISTINCT ON (s."id") s."id", i."kind", i."value" FROM "Study" s JOIN "StudyIdentifier" i ON i."studyId" = s."id"
     WHERE s."state" = 'found' ORDER BY s."id" LIMIT 8`,
  );
  expect(studies).toHaveLength(8);
  const { rows } = await database.query<{ id: number }>(
    `INSERT INTO "Thread" ("categoryId", "authorId", "title", "slug", "lastPosition", "postCount")
     SELECT c."id", m."id", 'What a page weighs', 'what-a-page-weighs', 20, 20 FROM "Category" c, "Member" m
     WHERE c."slug" = 'research' AND m."name" = 'jasond' RETURNING "id"`,
  );
  const id = rows[0]?.id ?? 0;
  try {
    // The longest posts that stand in the demo, by many people, each of the first eight with a study of its own.
    const { rows: posts } = await database.query<{ number: number }>(
      `INSERT INTO "Post" ("threadId", "position", "authorId", "source", "html", "rendererVersion", "state", "createdAt")
       SELECT $1, row_number() OVER (), p.* FROM (
         SELECT p."authorId", p."source", p."html", p."rendererVersion", 'visible'::"State", now() FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId"
         JOIN "Category" c ON c."id" = t."categoryId" WHERE p."state" = 'visible' AND t."audience" = 'everyone' AND c."audience" = 'everyone'
         ORDER BY length(p."html") DESC LIMIT 20) p RETURNING "number"`,
      [id],
    );
    for (const [n, study] of studies.entries())
      await database.query(
        `INSERT INTO "Citation" ("postNumber", "position", "kind", "value", "studyId") VALUES ($1, 0, $2, $3, $4)`,
        [posts[n]?.number, study.kind, study.value, study.id],
      );

    const path = `/t/${id}/what-a-page-weighs`;
    const insider = await member("sandi");
    for (const [who, asking, encodings, script] of [
      ["a guest", request, ["br", "gzip"], 5_000],
      ["a member", insider.request, ["gzip"], 130_000],
    ] as const) {
      const html = parseHtml(await (await asking.get(path)).text());
      expect(elements(html, "article").filter((one) => attribute(one, "id")?.startsWith("p"))).toHaveLength(20);
      const cards = elements(html, "details").filter((one) => attribute(one, "data-study"));
      expect(cards.length).toBeGreaterThanOrEqual(6);
      const scripts = elements(html, "script").filter((one) => attribute(one, "type") !== "application/ld+json");
      const sources = scripts.map((one) => attribute(one, "src") ?? "an inline script");
      expect(sources.filter((source) => !/^\/[\w./-]+\.js$/.test(source))).toEqual([]);
      const preloaded = elements(html, "link").filter((one) =>
        /script|modulepreload/.test(`${attribute(one, "as")} ${attribute(one, "rel")}`),
      );
      expect(preloaded).toEqual([]);

      for (const packed of encodings) {
        const weight = async (address: string) => {
          const answer = await asking.get(address, { headers: { "accept-encoding": packed } });
          expect([address, answer.status()]).toEqual([address, 200]);
          expect([address, answer.headers()["content-encoding"]]).toEqual([address, packed]);
          return Number(answer.headers()["content-length"]);
        };
        const page = await weight(path);
        expect(page, `${who}, ${packed}`).toBeGreaterThan(5_000); // and all of it was weighed
        expect(page, `${who}, ${packed}`).toBeLessThan(30_000);
        let all = 0;
        for (const source of new Set(sources)) all += await weight(source);
        expect(all, `${who}, ${packed}`).toBeGreaterThan(1_000);
        expect(all, `${who}, ${packed}`).toBeLessThan(script);
      }
    }
    await expect(async () => {
      const read = await database.query(`SELECT 1 FROM "ReadingPlace" WHERE "threadId" = $1`, [id]);
      expect(read.rowCount).toBe(1); // written a moment after the page
    }).toPass({ intervals: [50] });
  } finally {
    await database.query(`DELETE FROM "Post" WHERE "threadId" = $1`, [id]);
    await database.query(`DELETE FROM "Thread" WHERE "id" = $1`, [id]);
  }
});

/**
 * Every run of letters that stands in a text guests must not read (of members' threads, withdrawn posts, versions before
 * an edit) and in no text that they may.
 */
function secretRuns(): Set<string> {
  const open = (slug: string) => categories.find((category) => category.slug === slug)?.audience === "everyone";
  const secret: string[] = [];
  const shown: string[] = [];
  for (const { category, audience = "everyone", title, posts } of threads) {
    const forGuests = open(category) && audience === "everyone";
    (forGuests ? shown : secret).push(title);
    for (const { text, edit, withdrawnAt } of posts) {
      (forGuests && !withdrawnAt ? shown : secret).push(edit?.text ?? text);
      if (edit) secret.push(text);
    }
  }
  const runs = (texts: string[]) => texts.flatMap((text) => [...runsOf(lettersOf(text, { tags: true }))]);
  const readable = new Set(runs(shown));
  return new Set(runs(secret).filter((run) => !readable.has(run)));
}

const RUN = 20;

function* runsOf(letters: string): Generator<string> {
  for (let from = 0; from + RUN <= letters.length; from++) yield letters.slice(from, from + RUN);
}

async function withNeedle(request: APIRequestContext, addresses: string[], needle: string): Promise<string[]> {
  const answers = await Promise.all(addresses.map(async (address) => (await request.get(address)).text()));
  return addresses.filter((_, index) => answers[index]?.includes(needle));
}

async function openThread(page: Page, slug: string): Promise<string> {
  const path = await threadPath(page.request, slug);
  await page.goto(path);
  return path;
}

async function reply(page: Page, text: string): Promise<void> {
  await page.getByLabel("Your text").fill(text);
  await page.getByRole("button", { name: "Reply" }).click();
  await expect(page).toHaveURL(/#p\d+$/);
}

async function studyNamed(page: Page, number: number): Promise<string> {
  let id: string | null = null;
  await expect(async () => {
    await page.reload();
    id = await page
      .locator(`#p${number} [data-study][data-state="found"]`)
      .getAttribute("data-study", { timeout: 500 });
  }).toPass({ intervals: [300] });
  return `/studies/${id}`;
}
