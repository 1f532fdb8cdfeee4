import { shared } from "./shared";

/** Makes a page for the request at hand: leaves its body (`leavePage`) and returns what stands in its head beside the style sheets. */
export type DirectPage = (
  params: Record<string, string>,
  query: Record<string, string | string[] | undefined>,
) => Promise<string>;

/** The pages that the door makes itself, by their route ("/t/[id]/[slug]"), as soon as Next has loaded them. */
export const directPages = shared("direct-pages", () => new Map<string, DirectPage>());
