import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findDamage } from "@/lib/integrity/queries";
import { withClock } from "@/lib/platform/clock";
import { pool, prisma, transaction } from "@/lib/platform/db";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { lookUpStudy, previewStudies } from "@/lib/studies/commands";
import { matchReference } from "@/lib/studies/matching";
import { listCitations } from "@/lib/studies/queries";
import type { Registries } from "@/lib/studies/registries";
import { dropUncited } from "@/lib/studies/uncited";
import { storeSeedStudy } from "@/lib/studies/writes";
import { inventedStudies } from "@/prisma/seed/studies-invented";
import { registriesAt } from "../support/asking";
import { resetDatabase, sql } from "../support/database";
import { type FakeRegistries, startFakeRegistries } from "../support/fake-registries";
import { category, joined, replies, starts } from "../support/people";

let fake: FakeRegistries;
let registries: Registries;
let karenr: MemberViewer;

beforeAll(async () => {
  fake = await startFakeRegistries();
});
afterAll(() => fake.close());
beforeEach(async () => {
  await resetDatabase();
  registries = registriesAt(fake);
  karenr = await joined("karenr");
});

const TRIAL = "10.5555/wellcited.randomised";
const TITLE = "A steady dose or a stepped dose of an invented thrombopoietin agonist";
const REFERENCE =
  "Lindqvist IM, Mora T, et al. A steady dose or a stepped dose. J Invent Haematol. 2021 Mar;12(1):1-9.";
const VALUE = "j invent haematol|2021|12|1|lindqvist";

const named = (text: string, author: MemberViewer = karenr) => previewStudies(author, { text });
const studies = () => sql<{ id: number }>(`SELECT id FROM "Study" ORDER BY id`);
const lookUps = () => sql(`SELECT 1 FROM pgboss.job WHERE name = 'study.look-up'`);
const throttled = async () =>
  (await sql<{ points: number }>(`SELECT points FROM "Throttle" WHERE key LIKE 'look-up by member and day%'`)).reduce(
    (sum, { points }) => sum + Number(points),
    0,
  );
const aDayLater = <T>(work: () => Promise<T>) => withClock(new Date(Date.now() + 25 * 3_600_000), work);

describe("while somebody writes", () => {
  test("a study that nobody named yet is looked up, and its title is there when it is known", async () => {
    const before = await named(`See ${TRIAL}.`);
    expect(before).toMatchObject({ sentence: "Your text names one study.", waiting: true });
    expect(before.list).toContain(TRIAL);
    expect(before.list).toContain("Looking it up…");
    expect(await lookUps()).toHaveLength(1);

    await lookUpStudy(1, registries);
    const after = await named(`See ${TRIAL}.`);
    expect(after.list).toContain(TITLE);
    expect(after.waiting).toBe(false);
    expect(await studies()).toHaveLength(1);
  });

  test("what only a quoted post names isn’t listed, since the reply gets no card of it", async () => {
    const quote = `> #12\n> See ${TRIAL}.\n\n`;
    expect(await named(`${quote}Thank you.`)).toMatchObject({ list: "", waiting: false });
    expect(await studies()).toHaveLength(0);
    expect((await named(`${quote}I read PMID 99123456 too.`)).list).not.toContain(TRIAL);
    expect((await named(`> See ${TRIAL}.\n\nSays their page.`)).list).toContain(TRIAL);
  });

  test("a reference is looked for at PubMed, and says what it was matched to or that it stays text", async () => {
    expect((await named(REFERENCE)).list).toContain("Looking for it at PubMed…");
    await matchReference(VALUE, registries);
    expect((await named(REFERENCE)).list).toContain("Found at PubMed; looking it up…");
    await lookUpStudy(1, registries);
    const { list } = await named(REFERENCE);
    expect(list).toContain("Lindqvist, J Invent Haematol 2021;12:1");
    expect(list).toContain(TITLE);
    expect(list).toContain("Matched from the reference");

    const another = REFERENCE.replace("2021", "2019");
    await named(another);
    await matchReference(VALUE.replace("2021", "2019"), registries);
    expect(await named(another)).toMatchObject({ waiting: false, list: expect.stringContaining("it stays text") });
  });

  test("an identifier that no registry knows says so before it is posted", async () => {
    await named("PMID 99123456");
    await lookUpStudy(1, registries);
    expect((await named("PMID 99123456")).list).toContain("No study with this identifier was found");
  });

  test("a retracted study says so", async () => {
    await named("10.5555/wellcited.retracted");
    await lookUpStudy(1, registries);
    expect((await named("10.5555/wellcited.retracted")).list).toContain(`<span class="chip stop">Retracted</span>`);
  });

  test("six look-ups a minute, and the others begin when it is posted", async () => {
    const eight = Array.from({ length: 8 }, (_, at) => `PMID ${99100001 + at}`).join(", ");
    const { list, sentence } = await named(eight);
    expect(sentence).toBe("Your text names 8 studies.");
    expect(list.split("Looking it up…")).toHaveLength(7);
    expect(list.split("Will be looked up when you post it")).toHaveLength(3);
    expect(await studies()).toHaveLength(6);
    expect((await named(`${TRIAL} is another`)).list).toContain("Will be looked up when you post it");
    const jasond = await joined("jasond");
    expect((await named(TRIAL, jasond)).list).toContain("Looking it up…");
  });

  test("the first ten are shown, for these get cards", async () => {
    const many = Array.from({ length: 13 }, (_, at) => `PMID ${99100001 + at}`).join(", ");
    const { list, sentence } = await named(many);
    expect(sentence).toBe("Your text names 13 studies. The first ten get a card.");
    expect(list.split("<li>")).toHaveLength(11);
  });

  test("what is known is not asked about again", async () => {
    await transaction(async (tx) => {
      for (const study of inventedStudies) await storeSeedStudy(tx, study);
    });
    await starts(await joined("jasond"), await category("research"), `See ${TRIAL}.`);
    expect(await named(TRIAL)).toMatchObject({ waiting: false, list: expect.stringContaining(TITLE) });
    expect(await lookUps()).toEqual([]);
    expect(await throttled()).toBe(0);
  });

  test("a title known from a thread for members is shown to members, and no thread with it", async () => {
    await starts(await joined("jasond"), await category("lounge", "members"), `See ${TRIAL}.`, "members");
    await lookUpStudy(1, registries);
    const { list } = await named(TRIAL);
    expect(list).toContain(TITLE);
    expect(list).not.toMatch(/thread|href|\/studies/i);
    expect(await throttled()).toBe(0);
  });

  test.each(["hidden", "withdrawn", "held", "removed"])(
    "what only a %s post names is to others as if nobody had named it",
    async (state) => {
      const jasond = await joined("jasond");
      const { number } = await starts(jasond, await category("research"), `See ${TRIAL}.\n\n${REFERENCE}`);
      await matchReference(VALUE, registries);
      await lookUpStudy(1, registries);
      const text = `See ${TRIAL}.\n\n${REFERENCE}`;
      const unknown = `See 10.5555/wellcited.retracted.\n\n${REFERENCE.replace("2021", "2019")}`;
      await sql(`UPDATE "Post" SET state = $2::"State", "stateReason" = 'x' WHERE number = $1`, [number, state]);

      await prisma.forum.create({ data: { mode: "demo", name: "Forum", readOnly: true } });
      for (const each of [text, unknown])
        expect((await named(each)).list.split("Will be looked up when you post it")).toHaveLength(3);
      await sql(`UPDATE "Forum" SET "readOnly" = FALSE`);
      await sql(`DELETE FROM "Throttle"`);

      const stranger = await named(unknown);
      const spent = await throttled();
      const said = await named(text);
      const plain = ({ list, ...rest }: typeof said) => ({
        ...rest,
        list: list.replaceAll(TRIAL, "x").replaceAll("10.5555/wellcited.retracted", "x").replaceAll("2019", "2021"),
      });
      expect(plain(said)).toEqual(plain(stranger));
      expect(said.list).toMatch(/Looking it up…[\s\S]*Looking for it at PubMed…/);
      expect(await throttled()).toBe(2 * spent);
      expect((await named(text)).list).toContain(TITLE);
      expect(await throttled()).toBe(2 * spent);
      expect((await named(text, jasond)).waiting).toBe(false);
    },
  );

  test("what somebody else has in a draft is asked about anew, within one's own six a minute", async () => {
    await named(TRIAL, await joined("jasond"));
    await lookUpStudy(1, registries);
    await named(Array.from({ length: 6 }, (_, at) => `PMID ${99100001 + at}`).join(", "));
    expect((await named(TRIAL)).list).toContain("Will be looked up when you post it");
  });

  test("a text that names nothing begins nothing", async () => {
    expect(await named("My count was 13 in 2017.")).toEqual({ sentence: "", list: "", waiting: false });
    expect(await studies()).toEqual([]);
  });

  test("what is typed can't become markup", async () => {
    const { list } = await named('10.1000/<img/src=x>"&amp;');
    expect(list).not.toContain("<img");
  });

  test("guests, and whoever can't write, are refused", async () => {
    await expect(previewStudies(guest, { text: TRIAL })).rejects.toMatchObject({ reason: "sign-in" });
    const silent = await joined("gus", { standing: "silenced" });
    await expect(previewStudies(silent, { text: TRIAL })).rejects.toMatchObject({ reason: "silenced" });
    expect(await studies()).toEqual([]);
  });

  test("while the forum is read-only what is known is shown and nothing begins", async () => {
    await prisma.forum.create({ data: { mode: "demo", name: "Forum", readOnly: true } });
    expect((await named(TRIAL)).list).toContain("Will be looked up when you post it");
    expect(await studies()).toEqual([]);
  });
});

describe("what nobody cites", () => {
  test("goes a day after it was looked up, with its records, and not before", async () => {
    await named(`${TRIAL}\n\n${REFERENCE.replace("2021", "2019")}`);
    await lookUpStudy(1, registries);
    expect(await dropUncited()).toBe(0);
    expect(await aDayLater(dropUncited)).toBe(2);
    for (const table of ["Study", "StudyIdentifier", "StudyRecord", "StudyReference"])
      expect(await sql(`SELECT 1 FROM "${table}"`), table).toEqual([]);
  });

  test("goes too when it was found by a reference", async () => {
    await named(REFERENCE);
    await matchReference(VALUE, registries);
    await lookUpStudy(1, registries);
    await aDayLater(dropUncited);
    expect(await studies()).toEqual([]);
    expect(await sql(`SELECT 1 FROM "StudyReference"`)).toEqual([]);
  });

  test("stays once a post cited it, also after the post changed", async () => {
    await named(`${TRIAL}\n\n${REFERENCE}`);
    const { threadId } = await starts(karenr, await category("research"), `See ${TRIAL}.`);
    const { number } = await replies(karenr, threadId, REFERENCE);
    await matchReference(VALUE, registries);
    expect(await aDayLater(dropUncited)).toBe(0);
    expect((await listCitations(guest, [number])).get(number)).toHaveLength(1);
    await sql(`DELETE FROM "Citation"`);
    await withClock(new Date(Date.now() + 60 * 3_600_000), dropUncited);
    expect((await studies()).length).toBeGreaterThan(0);
  });

  test("stays while moderators have a case about it", async () => {
    await named(TRIAL);
    await prisma.case.create({ data: { kind: "study", targetId: 1, urgency: 1 } });
    expect(await aDayLater(dropUncited)).toBe(0);
    expect(await studies()).toHaveLength(1);
  });

  test("that was there before anybody wrote stays", async () => {
    await transaction(async (tx) => {
      for (const study of inventedStudies) await storeSeedStudy(tx, study);
    });
    await named(TRIAL);
    expect(await aDayLater(dropUncited)).toBe(0);
    expect(await studies()).toHaveLength(inventedStudies.length);
  });

  test("and is cited at the very moment it would go leads to a study all the same", async () => {
    const { threadId } = await starts(karenr, await category("research"));
    for (let time = 0; time < 5; time++) {
      await sql(`DELETE FROM "Throttle"`);
      await sql(`DELETE FROM "Citation"`);
      await sql(`UPDATE "Thread" SET "studyCount" = 0`);
      await sql(`DELETE FROM "Study"`);
      await named(`${TRIAL}\n\n${REFERENCE}`);
      await sql(`UPDATE "Study" SET "dropAfter" = now() - interval '1 minute'`);
      await sql(`UPDATE "StudyReference" SET "dropAfter" = now() - interval '1 minute'`);
      const author = await joined(`writer${time}`);
      const [{ number }] = await Promise.all([
        replies(author, threadId, `See ${TRIAL}.\n\n${REFERENCE}`),
        dropUncited(),
      ]);
      const cards = (await listCitations(guest, [number])).get(number);
      expect(cards?.filter(({ studyId }) => studyId !== null)).toHaveLength(1);
      expect(await sql(`SELECT 1 FROM "StudyReference"`)).toHaveLength(1);
      const connection = await pool.connect();
      expect(await findDamage(connection)).toEqual([]);
      connection.release();
    }
  });
});
