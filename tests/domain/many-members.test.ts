import { beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "@/lib/accounts/queries";
import { lockStanding } from "@/lib/accounts/standing";
import { giveRole } from "@/lib/administration/commands";
import { listKeepers, readOverview } from "@/lib/administration/queries";
import { listModerators } from "@/lib/moderation/moderators";
import { listOpenCases } from "@/lib/moderation/queries";
import { mailWaitingCases } from "@/lib/moderation/writes";
import { prisma, transaction } from "@/lib/platform/db";
import { newRequest, withRequest } from "@/lib/platform/request";
import type { MemberViewer } from "@/lib/policy/viewer";
import { resetDatabase, sql } from "../support/database";
import { category, joined } from "../support/people";
import { plansOf } from "../support/plans";

// A handful who look after a forum of twenty thousand.

let orla: MemberViewer;
let sandi: MemberViewer;
let karenr: MemberViewer;
let jasond: MemberViewer;
let treatments: number;
let lounge: number;

beforeAll(async () => {
  await resetDatabase();
  orla = await joined("orla", { role: "administrator" });
  sandi = await joined("sandi", { role: "moderator" });
  karenr = await joined("karenr");
  jasond = await joined("jasond");
  treatments = await category("treatments");
  lounge = await category("lounge");
  await prisma.categoryModerator.create({ data: { memberId: karenr.id, categoryId: treatments } });
  await sql(`INSERT INTO "Member" ("name", "nameKey", "nameSkeleton", "email", "emailVerifiedAt")
    SELECT 'm' || n, 'm' || n, 'm' || n, 'm' || n || '@example.org', now() FROM generate_series(1, 20000) n`);
  await sql("ANALYZE");
});

const LOOKS: Record<string, () => Promise<unknown>> = {
  "whom an urgent case is mailed to": () => listModerators(prisma, { categoryId: treatments, but: [sandi.id] }),
  "whom the daily mail goes to": () => transaction((tx) => mailWaitingCases(tx, new Date())),
  "who could answer an appeal": () => listOpenCases(sandi),
  "who looks after the forum": () => listKeepers(orla),
  "how many administrators there are": () => readOverview(orla),
  "whether there is another administrator": () => readSettings(orla),
  "making someone a moderator, and a member again": async () => {
    for (const role of ["moderator", "member"] as const) await giveRole(orla, { member: "jasond", role, reason: "" });
  },
};

it.each(Object.entries(LOOKS))("%s is found among staff, without asking every member", async (_, look) => {
  const plans = await plansOf(look);
  expect(plans.some((plan) => plan.includes("Member_staff_idx"))).toBe(true);
  expect(plans.filter((plan) => /Seq Scan on "Member"/.test(plan))).toEqual([]);
  // All of an index is as many rows.
  expect(
    plans.filter((plan) => /using "Member_(?!staff_idx)\w+" on "Member" .*\n(?!\s+Index Cond)/.test(plan)),
  ).toEqual([]);
});

it("somebody can be held together with more people than a statement has places for", async () => {
  const everybody = Array.from({ length: 70_000 }, (_, n) => n + 1);
  expect(await transaction((tx) => lockStanding(tx, jasond, everybody))).toMatchObject({ id: jasond.id });
});

describe("the daily mail of cases that wait", () => {
  /** As many posts of members, one of a moderator and one of a category's moderator among them. */
  async function letWait(count: number): Promise<void> {
    await prisma.mail.deleteMany();
    await prisma.case.deleteMany();
    await sql(
      `INSERT INTO "Case" ("kind", "targetId", "categoryId", "subjectId", "urgency", "openedAt")
       SELECT 'post', n, CASE WHEN n % 2 = 0 THEN $1::int ELSE $2 END,
         CASE n WHEN 1 THEN $3::int WHEN 2 THEN $4 ELSE $5 + n END, 3, now() - interval '2 days' FROM generate_series(1, $6) n`,
      [treatments, lounge, sandi.id, karenr.id, jasond.id, count],
    );
  }

  it("is one for each moderator, by the same few statements for a thousand cases as for four", async () => {
    const taken: number[] = [];
    for (const count of [4, 1000]) {
      await letWait(count);
      const request = newRequest("a job", "");
      await withRequest(request, () => transaction((tx) => mailWaitingCases(tx, new Date())));
      taken.push(request.statements);
      const mails = await prisma.mail.findMany({
        orderBy: { memberId: "asc" },
        select: { memberId: true, subject: true },
      });
      expect(mails).toEqual([
        { memberId: orla.id, subject: `${count} cases are waiting` },
        { memberId: sandi.id, subject: `${count - 1} cases are waiting` },
        { memberId: karenr.id, subject: count === 4 ? "A case is waiting" : `${count / 2 - 1} cases are waiting` },
      ]);
    }
    expect(taken[1]).toBe(taken[0]);
  });
});
