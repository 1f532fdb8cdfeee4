import type { Metadata } from "next";
import type { ReactElement } from "react";
import { directPages } from "@/lib/platform/direct-pages";
import { headOf } from "./head";

type Page<P> = (props: P) => Promise<ReactElement>;

/**
 * Lets the door make this page by itself: most of a page's time went into Next's way around it. The page is still Next's
 * too, for forms, for redirects and for what isn't there, and both ways give the same bytes. A direct page returns a
 * `Frame` and reads neither headers nor cookies.
 */
export function direct<P>(
  route: string,
  page: Page<P>,
  metadata: Metadata | ((props: P) => Metadata | Promise<Metadata>),
): Page<P> {
  directPages.set(route, async (params, query) => {
    const props = { params: Promise.resolve(params), searchParams: Promise.resolve(query) } as unknown as P;
    const [head, frame] = await Promise.all([typeof metadata === "function" ? metadata(props) : metadata, page(props)]);
    await (frame.type as (props: unknown) => Promise<unknown>)(frame.props);
    return headOf(head);
  });
  return page;
}
