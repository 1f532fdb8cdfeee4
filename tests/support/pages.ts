import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { openSession } from "@/lib/accounts/sessions";
import { transaction } from "@/lib/platform/db";
import { type RequestAtHand, withRequest } from "@/lib/platform/request";
import { bringRenderer } from "@/lib/platform/static-page";
import type { MemberViewer } from "@/lib/policy/viewer";

// The pages themselves, made as the door makes them, without Next around them.

type Made = {
  default(props: object): Promise<ReactElement>;
  generateMetadata?(props: object): Promise<unknown>;
};

const files = import.meta.glob<Made>("/app/**/page.tsx");

/** "app/c/[slug]/page.tsx" is "/c/[slug]". */
export const pageRoutes = Object.keys(files).map(routeOf).sort();

function routeOf(file: string): string {
  return (
    file
      .replace(/^\/app/, "")
      .replace(/\/page\.tsx$/, "")
      .replace(/\/\([^)]+\)/g, "") || "/"
  );
}

const actions = import.meta.glob<Record<string, object>>("/app/**/actions.ts");
let named: Promise<unknown> | undefined;

/** As Next does: each action has a name that its form sends along. */
async function nameActions(): Promise<void> {
  for (const [file, load] of Object.entries(actions))
    for (const [name, action] of Object.entries(await load()))
      if (!("$$id" in action)) Object.assign(action, { $$id: `${file} ${name}` });
}

type Address = { params?: Record<string, string>; query?: Record<string, string> };

/** Leaves the page of this route with the request, as seen by whose session the request has. */
export async function fillPage(request: RequestAtHand, route: string, address: Address = {}): Promise<string> {
  named ??= nameActions();
  await named;
  const file = Object.keys(files).find((one) => routeOf(one) === route);
  const page = (await files[file ?? ""]?.()) as Made;
  const { params = {}, query = {} } = address;
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(query) };
  bringRenderer(renderToStaticMarkup);
  await withRequest(request, async () => {
    const [frame] = await Promise.all([page.default(props), page.generateMetadata?.(props)]);
    let element = frame;
    while (typeof element.type === "function")
      element = await (element.type as (props: unknown) => Promise<ReactElement>)(element.props);
  });
  if (request.page === undefined) throw new Error(`${route} left no page.`);
  return request.page;
}

/** A session of this member, as its cookie holds it. */
export async function sessionOf(member: MemberViewer): Promise<string> {
  return (await transaction((tx) => openSession(tx, member, { remember: false, device: "A test" }))).token;
}
