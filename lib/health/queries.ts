import { now } from "@/lib/platform/clock";
import { Prisma, prisma } from "@/lib/platform/db";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import type { Audience } from "@/lib/policy/audience";
import { refusal } from "@/lib/policy/decision";
import { isMember, type Viewer } from "@/lib/policy/viewer";
import { factKinds, factLabels, isOld, mayRead } from "./rules";
import type { CountView, FactKind, HealthView, MyHealthView, NewestCount } from "./types";

type CountRow = { id: number; value: Prisma.Decimal; unit: string; day: Date };

/** The newest count of each of these members, as far as this viewer may read their counts: the line under posts. */
export async function listNewestCounts(viewer: Viewer, memberIds: number[]): Promise<Map<number, NewestCount>> {
  if (memberIds.length === 0) return new Map();
  seen(...memberIds.map(tags.member));
  const rows = await prisma.$queryRaw<(CountRow & { memberId: number; audience: Audience | null })[]>`
    SELECT DISTINCT ON (c."memberId") c."memberId", c."id", c."value", c."unit", c."day", f."audience"::text
    FROM "PlateletCount" c LEFT JOIN "HealthFact" f ON f."memberId" = c."memberId" AND f."kind" = 'counts'
    WHERE c."memberId" IN (${Prisma.join(memberIds)}) ORDER BY c."memberId", c."day" DESC`;
  const moment = now();
  return new Map(
    rows
      .filter(({ memberId, audience }) => mayRead(viewer, memberId, audience ?? "members"))
      .map(({ memberId, audience: _, ...row }) => {
        const { id: __, ...count } = countView(row);
        return [memberId, { ...count, old: isOld(count.day, moment) }];
      }),
  );
}

/** What this viewer may read of a member's health, for their page. */
export async function readHealth(viewer: Viewer, memberId: number): Promise<HealthView> {
  seen(tags.member(memberId), tags.profile(memberId));
  const { facts, countsAudience, counts } = await gather(memberId);
  return {
    facts: factKinds
      .filter((kind) => facts[kind].value !== "" && mayRead(viewer, memberId, facts[kind].audience))
      .map((kind) => ({ kind, label: factLabels[kind], ...facts[kind] })),
    counts: mayRead(viewer, memberId, countsAudience) ? counts : [],
  };
}

export async function readMyHealth(viewer: Viewer): Promise<MyHealthView> {
  if (!isMember(viewer)) throw refusal("sign-in");
  const consent = await prisma.consent.findFirst({
    where: { memberId: viewer.id, kind: "health", withdrawnAt: null },
    orderBy: { id: "desc" },
    select: { version: true, givenAt: true },
  });
  return { consent, ...(await gather(viewer.id)) };
}

async function gather(memberId: number): Promise<Omit<MyHealthView, "consent">> {
  const rows = await prisma.healthFact.findMany({ where: { memberId } });
  const counts = await prisma.plateletCount.findMany({ where: { memberId }, orderBy: { day: "asc" } });
  const audienceOf = (kind: string): Audience => rows.find((row) => row.kind === kind)?.audience ?? "members";
  const factOf = (kind: FactKind) => ({
    value: rows.find((row) => row.kind === kind)?.value ?? "",
    audience: audienceOf(kind),
  });
  return {
    facts: {
      condition: factOf("condition"),
      diagnosed: factOf("diagnosed"),
      status: factOf("status"),
      treatments: factOf("treatments"),
    },
    countsAudience: audienceOf("counts"),
    counts: counts.map(countView),
  };
}

function countView({ id, value, unit, day }: CountRow): CountView {
  return { id, value: Number(value), unit: unit as CountView["unit"], day };
}
