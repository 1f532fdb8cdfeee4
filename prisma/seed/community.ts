/** Everything the demo's community ever said, ready to be played through the commands in order of time. */
import { threadFrom } from "./script";
import { countsAndCoffee } from "./threads/counts-and-coffee";
import { families } from "./threads/families";
import { kitchenTable } from "./threads/kitchen-table";
import { livingWithItp } from "./threads/living-with-itp";
import { newHere } from "./threads/new-here";
import { research } from "./threads/research";
import { studyCards } from "./threads/study-cards";
import { treatments } from "./threads/treatments";
import type { SeedThread } from "./types";

export { categories } from "./categories";
export { membersByJoining as members } from "./members";

export const threads: SeedThread[] = [
  ...newHere,
  ...livingWithItp,
  countsAndCoffee,
  ...treatments,
  ...research,
  studyCards,
  ...families,
  ...kitchenTable,
].map(threadFrom);
