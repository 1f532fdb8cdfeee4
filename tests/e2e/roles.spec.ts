import { findDamage } from "@/lib/integrity/queries";
import { reasons } from "@/lib/policy/reasons";
import {
  type Answered,
  type Fields,
  hiddenFields,
  openPage,
  type Sending,
  sendForm,
  unescaped,
} from "../support/browserless";
import { deeds, type Place, pages, unseen } from "../support/roles-table";
import { inTheDatabase, makeWorld, type Role, roles, traceOf, type World } from "../support/roles-world";
import { expect, test } from "../support/visitors";

// Deeds × roles, whole: each cell of tests/support/roles-table.ts is tried through the real pages, without a browser.

let world: World;
const home = () => process.env.E2E_ORIGIN ?? "";

test.beforeAll(async () => {
  world = await makeWorld();
});
test.afterAll(() => world.leave());

const open = (path: string, role: Role) => openPage(home() + path, { cookie: world.cookies[role] });
const send = (path: string, fields: Fields, role: Role, sending: Sending = {}) =>
  sendForm(home() + path, fields, { cookie: world.cookies[role], ...sending });

/** The form as somebody got it who gets it. */
async function formOf({ page, form, gotAt = page, gotAs = form }: Omit<Place, "fill">, role: Role): Promise<Fields> {
  const { html, status } = await open(gotAt, role);
  const fields = hiddenFields(html, gotAs);
  if (!fields) throw new Error(`The ${role} got no form “${gotAs}” at ${gotAt} (${status}).`);
  return fields;
}

function answerIn({ status, headers: { location }, html }: Answered): string {
  if (location) return location.startsWith("/login?next") ? "log in" : location === "/suspended" ? "stopped" : "done";
  if (status === 200) return "done";
  if (status === 404) return "404";
  const text = unescaped(html);
  if (status === 401 && text.includes("You are signed out")) return "sign-in";
  const said = Object.entries(reasons).find(([, { sentence }]) => text.includes(sentence));
  if (!said) return `${status}`;
  const [reason, its] = said;
  return its.status === status ? reason : `${reason} ${status}`;
}

const inWords = (answers: Record<Role, string>) => roles.map((role) => `${role}: ${answers[role]}`);
const asTable = (answers: string) => {
  const cells = answers.split(" | ");
  return inWords(Object.fromEntries(roles.map((role, at) => [role, cells[at] ?? ""])) as Record<Role, string>);
};

for (const deed of deeds) {
  test(deed.does, async () => {
    const answered = {} as Record<Role, string>;
    let at: { place: Place; fields: Fields } | null = null;
    let before: string | null = null;
    for (const role of roles) {
      if (!at || deed.own) {
        const place = await deed.at(world, role);
        await world.unhurried();
        at = { place, fields: await formOf(place, deed.got) };
      }
      const { place, fields } = at;
      const offered = hiddenFields((await open(place.page, role)).html, place.form) !== null;
      before ??= await traceOf();
      const answer = answerIn(await send(place.page, { ...fields, ...place.fill }, role));
      const changed = (await traceOf()) !== before;
      if (changed || deed.own) before = null;
      const done = answer === "done";
      answered[role] = [
        offered && !done ? "+" : "",
        answer,
        done && !offered ? ", unoffered" : "",
        changed === (done && !deed.leavesNothing) ? "" : changed ? ", and something changed" : ", and nothing changed",
      ].join("");
      if (!changed) continue;
      at = null; // the next one acts where nothing happened yet
      if (deed.got === "administrator") await world.asItWas();
    }
    expect(inWords(answered)).toEqual(asTable(deed.answers));
  });
}

test("pages open for whom they are", async () => {
  for (const { opens, answers, own, at } of pages) {
    const answered = {} as Record<Role, string>;
    let shared: Awaited<ReturnType<typeof at>> | null = null;
    for (const role of roles) {
      shared = shared && !own ? shared : await at(world, role);
      const { path, shows } = shared;
      const answer = await open(path, role);
      const text = unescaped(answer.html) + (answer.headers.location ?? "");
      const shown = typeof shows === "string" ? text.includes(shows) : shows.test(text);
      const said = answerIn(answer);
      answered[role] = shown ? "shown" : said === "done" ? (answer.headers.location ? "away" : "absent") : said;
    }
    expect.soft(inWords(answered), opens).toEqual(asTable(answers));
  }
});

const NOTHING_HAS = 900_000_011;

/** What stays when ids, and what is new in every answer, are taken out. */
function withoutIds({ status, headers, html }: Answered, id: number): string {
  const plain = (text: string) =>
    text
      .replaceAll("%2F", "/")
      .replace(/\d+( |<[^>]*>)*views?/g, "VIEWS")
      .replace(new RegExp(`(?<![\\w-])(?:${id}|${NOTHING_HAS})(?![\\w-])`, "g"), "ID")
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "UUID");
  return `${status} ${plain(headers.location ?? "")} ${headers["content-type"]}\n${plain(html)}`;
}

for (const { is, to, own, at } of unseen) {
  test(`${is} answers as what doesn't exist`, async () => {
    let shared: Awaited<ReturnType<typeof at>> | null = null;
    for (const role of to) {
      shared = shared && !own ? shared : await at(world, role);
      const { id, paths, sends = [] } = shared;
      for (const [index, path] of paths(id).entries()) {
        const other = paths(NOTHING_HAS)[index] ?? "";
        const [there, nowhere] = await Promise.all([open(path, role), open(other, role)]);
        expect.soft(withoutIds(there, id), `${role} opens ${path}`).toBe(withoutIds(nowhere, id));
      }
      const before = await traceOf();
      for (const { form, got, gotAt, page, fill } of sends) {
        const fields = await formOf({ page: gotAt, form }, got);
        const label = `${role} sends ${form} to ${page(id)}`;
        // That a page was read is noted a moment later, and may fall between the two.
        await expect(async () => {
          const there = await send(page(id), { ...fields, ...fill(id) }, role);
          const nowhere = await send(page(NOTHING_HAS), { ...fields, ...fill(NOTHING_HAS) }, role);
          expect(withoutIds(there, id), label).toBe(withoutIds(nowhere, id));
        }).toPass({ intervals: [400], timeout: 3_000 });
      }
      expect.soft(await traceOf(), `what the ${role} sent changed nothing`).toBe(before);
    }
  });
}

test("a form that does not come from our pages changes nothing", async () => {
  const { path } = await world.thread();
  const form = { page: path, form: "reply" };
  const fields = { ...(await formOf(form, "member")), text: "From elsewhere." };
  const before = await traceOf();
  const foreign = "https://elsewhere.example";
  const doors: Record<string, string | null>[] = [
    { origin: null, "sec-fetch-site": null },
    { origin: foreign, "sec-fetch-site": null },
    { origin: foreign, "sec-fetch-site": "cross-site" },
    { origin: foreign, "sec-fetch-site": "same-origin" },
    { origin: foreign, "sec-fetch-site": null, "x-forwarded-host": "elsewhere.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { "sec-fetch-site": "" },
    { origin: "null", "sec-fetch-site": null },
    { origin: `${home()}.elsewhere.example`, "sec-fetch-site": null },
  ];
  for (const headers of doors) {
    const { status } = await send(path, fields, "member", { headers });
    expect.soft(status, JSON.stringify(headers)).toBe(403);
  }
  expect.soft((await send(path, fields, "member", { headers: { host: "elsewhere.example" } })).status).toBe(421);
  expect(await traceOf()).toBe(before);
  expect(answerIn(await send(path, fields, "member"))).toBe("done");
});

test("a form sent by another method changes nothing", async () => {
  const { path } = await world.thread();
  const fields = { ...(await formOf({ page: path, form: "reply" }, "member")), text: "By another way." };
  const before = await traceOf();
  for (const method of ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    const { status } = await send(path, fields, "member", { method });
    expect.soft(status, method).toBe(method === "GET" || method === "HEAD" ? 200 : 405);
  }
  await open(`${path}?${new URLSearchParams(fields)}`, "member");
  expect(await traceOf()).toBe(before);
});

test("an old form is carried out as things are now", async () => {
  const { number } = await world.post();
  const edit = { page: `/p/${number}/edit`, form: "edit" };
  const begun = { ...(await formOf(edit, "author")), text: "My words.", reason: "" };
  const second = await formOf(edit, "author");
  expect(answerIn(await send(edit.page, { ...second, text: "Quicker words.", reason: "" }, "author"))).toBe("done");
  const conflict = await send(edit.page, begun, "author");
  expect(conflict.status).toBe(409);
  expect(conflict.html).toContain("Quicker words.");
  expect(conflict.html).toContain("My words.");

  const { path } = await world.thread();
  const reply = { ...(await formOf({ page: path, form: "reply" }, "member")), text: "Written for a long time." };
  const changes: [change: string, back: string, reason: string][] = [
    [`"standing" = 'silenced', "standingReason" = 'x'`, `"standing" = 'good', "standingReason" = NULL`, "silenced"],
    [`"standing" = 'suspended', "standingReason" = 'x'`, `"standing" = 'good', "standingReason" = NULL`, "suspended"],
    [
      `"email" = NULL, "unverifiedEmail" = "email", "emailVerifiedAt" = NULL`,
      `"email" = "unverifiedEmail", "unverifiedEmail" = NULL, "emailVerifiedAt" = now()`,
      "verify-first",
    ],
  ];
  for (const [change, back, reason] of changes) {
    await inTheDatabase(`UPDATE "Member" SET ${change} WHERE "id" = $1`, [world.people.member.id]);
    const answer = await send(path, reply, "member");
    await inTheDatabase(`UPDATE "Member" SET ${back} WHERE "id" = $1`, [world.people.member.id]);
    expect(answerIn(answer)).toBe(reason);
    expect(answer.html).toContain("Written for a long time.");
  }
  const signedOut = await sendForm(home() + path, reply);
  expect([answerIn(signedOut), signedOut.html.includes("Written for a long time.")]).toEqual(["sign-in", true]);

  const held = await world.post({ state: "held" });
  const { id } = await world.caseOf("post", held.number, world.people.author.id);
  const decide = { page: `/moderation/cases/${id}`, form: "decide" };
  const [mine, theirs] = [await formOf(decide, "moderator"), await formOf(decide, "moderator here")];
  expect(answerIn(await send(decide.page, mine, "moderator"))).toBe("done");
  expect((await send(decide.page, theirs, "moderator here")).status).toBe(409);

  const dismissed = await world.post();
  const { id: later } = await world.caseOf("post", dismissed.number, world.people.author.id);
  const hide = { page: `/moderation/cases/${later}`, form: "decide" };
  const fields = { ...(await formOf(hide, "moderator here")), deed: "nothing", rule: "", reason: "For the test." };
  await inTheDatabase(`DELETE FROM "CategoryModerator" WHERE "memberId" = $1`, [world.people["moderator here"].id]);
  const answer = answerIn(await send(hide.page, fields, "moderator here"));
  await inTheDatabase(`INSERT INTO "CategoryModerator" ("categoryId", "memberId") VALUES ($1, $2)`, [
    world.here,
    world.people["moderator here"].id,
  ]);
  expect(answer).toBe("404");
});

test("after all of it everything that must hold does", async () => {
  expect(await inTheDatabase(findDamage)).toEqual([]);
});
