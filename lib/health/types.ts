import type { Audience } from "@/lib/policy/audience";

export type FactKind = "condition" | "diagnosed" | "status" | "treatments";

export type HealthFactView = { kind: FactKind; label: string; value: string; audience: Audience };

export type CountView = { id: number; value: number; unit: "10^9/L" | "10^3/uL"; day: Date };

/** The line under someone's posts; `old` after a year. */
export type NewestCount = Omit<CountView, "id"> & { old: boolean };

/** What this viewer may read of someone's health; empty where that is nothing. */
export type HealthView = { facts: HealthFactView[]; counts: CountView[] };

/** A member's own health settings. Without consent there is nothing in them. */
export type MyHealthView = {
  consent: { version: number; givenAt: Date } | null;
  facts: Record<FactKind, { value: string; audience: Audience }>;
  countsAudience: Audience;
  counts: CountView[];
};
