import type { SeedStudy } from "@/lib/studies/types";
import { inventedStudies } from "./studies-invented";
import { realStudies } from "./studies-real";

/** What the demo knows of the studies its members name, so that their cards show without a network. */
export function seedStudies(): SeedStudy[] {
  return [...realStudies, ...inventedStudies];
}
