import { prisma } from "@/lib/platform/db";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import type { Audience } from "@/lib/policy/audience";
import { refusal } from "@/lib/policy/decision";
import { isMember, type Viewer } from "@/lib/policy/viewer";
import { countView, factKinds, factLabels, mayRead } from "./rules";
import type { FactKind, HealthView, MyHealthView } from "./types";

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
