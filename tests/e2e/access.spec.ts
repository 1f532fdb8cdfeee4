import { anyProblems, axe, whatSticksOut } from "../support/access";
import { threadPath } from "../support/outlets";
import { expect, test } from "../support/visitors";

type Place = { what: string; path?: string; thread?: string; query?: string; as?: string };

const places: Place[] = [
  { what: "the front page", path: "/" },
  { what: "a category", path: "/c/research" },
  { what: "a thread with study cards", thread: "how-study-cards-work" },
  { what: "a thread of a name of thirty wide letters", thread: "the-name-was-an-accident" },
  { what: "a thread with writing from right to left", thread: "hej-and-hello-from-gothenburg" },
  { what: "the last page of a long thread", thread: "counts-and-coffee", query: "?page=15" },
  { what: "a thread with tables", thread: "writing-your-counts-so-that-everyone-can-read-them" },
  { what: "a member’s page with counts", path: "/u/Theo.W" },
  { what: "the page of a name from right to left", path: `/u/${encodeURIComponent("نادية")}` },
  { what: "the page of a name of thirty wide letters", path: "/u/WOMBATMUMWOMBATMUMWOMBATMUMWOW" },
  { what: "the studies", path: "/studies" },
  { what: "the studies narrowed down", path: "/studies?q=ITP&kind=trial" },
  { what: "a search that finds no study", path: "/studies?q=nothing+of+the+kind" },
  { what: "a study", path: "/studies/1" },
  { what: "a thread printed for the doctor", thread: "how-study-cards-work", query: "/print", as: "hal9k" },
  { what: "the search page", path: "/search" },
  { what: "what a search found", path: "/search?q=bruises" },
  { what: "the privacy text", path: "/privacy" },
  { what: "the form to join", path: "/register" },
  { what: "a page that isn’t there", path: "/nonsense" },
  { what: "a thread, to a member", thread: "how-study-cards-work", as: "hal9k" },
  { what: "what moderators did", path: "/log" },
  { what: "the form of a report", path: "/u/amara/report", as: "hal9k" },
  { what: "the moderators’ page", path: "/moderation", as: "sandi" },
  { what: "the form to start a thread", path: "/new", as: "hal9k" },
  { what: "the profile settings", path: "/settings/profile", as: "hal9k" },
  { what: "the settings of health facts", path: "/settings/health", as: "hal9k" },
  { what: "the settings of platelet counts", path: "/settings/counts", as: "hal9k" },
  { what: "the settings of tokens", path: "/settings/tokens", as: "hal9k" },
  { what: "the administrator’s overview", path: "/admin", as: "orla" },
  { what: "the administrator’s categories", path: "/admin/categories", as: "orla" },
  { what: "a category’s set-up", path: "/admin/categories/1", as: "orla" },
  { what: "who looks after the forum", path: "/admin/people", as: "orla" },
  { what: "the forum’s own text", path: "/admin/texts/rules?version=1", as: "orla" },
  { what: "the administrator’s mails", path: "/admin/mail", as: "orla" },
  { what: "accepting the rules", path: "/accept-rules", as: "hal9k" },
  { what: "the help for programs", path: "/help/api" },
];

for (const place of places) {
  test(`${place.what}: read by a screen reader in light and dark, and nothing runs off a narrow screen`, async ({
    visitor,
    member,
  }) => {
    const page = place.as ? await member(place.as) : await visitor();
    await page.goto(place.path ?? (await threadPath(page.request, place.thread ?? "", place.query)));
    expect(await anyProblems(axe(page))).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await anyProblems(axe(page).withRules("color-contrast")), "in the dark").toEqual([]);

    for (const textSize of ["100%", "200%"]) {
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, textSize);
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await whatSticksOut(page), `${width} px, text at ${textSize}`).toEqual([]);
      }
    }
  });
}

/** Every other kind of page, at its narrowest and with the largest text. */
const others: { as?: string; paths: string[] }[] = [
  { paths: ["/rules", "/help", "/help/cards", "/help/glossary", "/contact", "/login", "/forgot"] },
  { paths: ["/reset?token=spent", "/verify?token=spent", "/confirm-email?token=spent", "/undo-email?token=spent"] },
  { paths: ["/registered", "/contact/confirm?token=spent", "/unsubscribe", "/dev/mailbox"] },
  {
    as: "hal9k",
    paths: [
      "/notices",
      "/drafts",
      "/verify",
      "/settings/notices",
      "/settings/password",
      "/settings/email",
      "/settings/sessions",
      "/settings/export",
      "/settings/close",
      "POST/edit",
      "POST/withdraw",
      "POST/revisions",
      "OTHER/report",
    ],
  },
  { as: "sandi", paths: ["/moderation/cases/1", "/moderation/cases/2", "OTHER/revisions"] },
  {
    as: "orla",
    paths: [
      "/admin/categories/new",
      "/admin/texts",
      "/admin/texts/help",
      "/admin/jobs",
      "/admin/running",
      "/admin/read-only",
    ],
  },
];

for (const { as, paths } of others) {
  test(`a screen reader finds nothing amiss on the other pages of ${as ?? "a guest"}: ${paths.join(", ")}`, async ({
    visitor,
    member,
    database,
  }) => {
    const page = as ? await member(as) : await visitor();
    await page.setViewportSize({ width: 320, height: 800 });
    const { rows } = await database.query<{ own: number; other: number }>(
      `SELECT max("number") FILTER (WHERE m."name" = $1) AS own, max("number") FILTER (WHERE m."name" = 'Theo.W') AS other
       FROM "Post" p JOIN "Member" m ON m."id" = p."authorId" WHERE p."state" = 'visible'`,
      [as ?? ""],
    );
    for (const path of paths) {
      await page.goto(path.replace("POST", `/p/${rows[0]?.own}`).replace("OTHER", `/p/${rows[0]?.other}`));
      expect(await anyProblems(axe(page)), path).toEqual([]);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      expect(await whatSticksOut(page), path).toEqual([]);
    }
  });
}
