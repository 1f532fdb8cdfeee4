import { ensureSettings, lockOwnAccount } from "@/lib/accounts/standing";
import { endConsent, recordConsent } from "@/lib/accounts/writes";
import { now } from "@/lib/platform/clock";
import { narrow, prisma, type Tx, touch, transaction } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { tags } from "@/lib/platform/tags";
import type { Viewer } from "@/lib/policy/viewer";
import { factKinds, problemOfDay, problemOfYear } from "./rules";
import type {
  GiveConsentInput,
  HealthFactsInput,
  PlateletCountInput,
  RemoveCountInput,
  WithdrawConsentInput,
} from "./schema";
import { emptyHealth } from "./writes";

const COUNTS_MAX = 1000;

/** Allows the forum to keep what the member says about their health, in the wording they read. */
export async function giveHealthConsent(viewer: Viewer, input: GiveConsentInput): Promise<void> {
  const member = ensureSettings(viewer);
  const newest = await prisma.document.findFirst({
    where: { kind: "health" },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  if (newest?.version !== input.version)
    throw new Refusal(
      "texts-changed",
      "This text has changed since you opened the page. Please load it again and read it.",
      { field: "agree" },
    );
  await transaction(async (tx) => {
    await lockOwnAccount(tx, member);
    await endConsent(tx, member.id, "health");
    await recordConsent(tx, member.id, "health", input.version);
  });
}

/** Takes the consent back, and with it everything that stood on it. */
export async function withdrawHealthConsent(viewer: Viewer, _input: WithdrawConsentInput): Promise<void> {
  const member = ensureSettings(viewer);
  await transaction(async (tx) => {
    await lockOwnAccount(tx, member);
    await endConsent(tx, member.id, "health");
    await emptyHealth(tx, member.id);
    narrow(tx, tags.member(member.id), tags.profile(member.id));
  });
}

/** Each fact with its own audience; one left empty goes. The audience of the counts is kept as a fact without a value. */
export async function saveHealthFacts(viewer: Viewer, input: HealthFactsInput): Promise<void> {
  const member = ensureSettings(viewer);
  const problem = input.diagnosed === null ? null : problemOfYear(input.diagnosed, now());
  if (problem) throw new Refusal("year", problem, { field: "diagnosed" });
  const told = factKinds
    .map((kind) => ({ kind, value: String(input[kind] ?? ""), audience: input[`${kind}Audience`] }))
    .filter(({ value }) => value !== "");
  const facts = [...told, { kind: "counts", value: "", audience: input.countsAudience }];

  await transaction(async (tx) => {
    await lockOwnAccount(tx, member);
    await ensureConsent(tx, member.id);
    await tx.healthFact.deleteMany({ where: { memberId: member.id } });
    await tx.healthFact.createMany({ data: facts.map((fact) => ({ memberId: member.id, ...fact })) });
    narrow(tx, tags.member(member.id), tags.profile(member.id));
  });
}

/** Adds a count. A second one of the same day takes the first one's place. */
export async function addPlateletCount(viewer: Viewer, input: PlateletCountInput): Promise<void> {
  const member = ensureSettings(viewer);
  const problem = problemOfDay(input.day, now());
  if (problem) throw new Refusal("day", problem, { field: "day" });
  const { value, unit, day } = input;

  await transaction(async (tx) => {
    await lockOwnAccount(tx, member);
    await ensureConsent(tx, member.id);
    await ensureRoomForCounts(tx, member.id);
    await tx.plateletCount.upsert({
      where: { memberId_day: { memberId: member.id, day } },
      create: { memberId: member.id, value, unit, day, addedAt: now() },
      update: { value, unit, addedAt: now() },
    });
    touch(tx, tags.member(member.id), tags.profile(member.id));
  });
}

export async function removePlateletCount(viewer: Viewer, input: RemoveCountInput): Promise<void> {
  const member = ensureSettings(viewer);
  await transaction(async (tx) => {
    await lockOwnAccount(tx, member);
    await tx.plateletCount.deleteMany({ where: { id: input.count, memberId: member.id } });
    narrow(tx, tags.member(member.id), tags.profile(member.id));
  });
}

async function ensureConsent(tx: Tx, memberId: number): Promise<void> {
  const consent = await tx.consent.findFirst({
    where: { memberId, kind: "health", withdrawnAt: null },
    select: { id: true },
  });
  if (!consent)
    throw new Refusal(
      "consent-first",
      "Please give your consent first: without it nothing about your health is kept.",
      { status: 403 },
    );
}

async function ensureRoomForCounts(tx: Tx, memberId: number): Promise<void> {
  const kept = await tx.plateletCount.count({ where: { memberId } });
  if (kept >= COUNTS_MAX)
    throw new Refusal("too-many-counts", `There is room for ${COUNTS_MAX} counts. Please remove an old one first.`);
}
