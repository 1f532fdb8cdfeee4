import { isModerator, type MemberViewer, type Viewer } from "./viewer";

/**
 * What a viewer may see, said once as conditions on rows and turned into both a Prisma `where` and SQL, so that
 * a list written by hand and a list written with Prisma can't disagree.
 */
export type Condition =
  | { always: true }
  | { column: "state" | "audience"; in: readonly string[] }
  | { column: "authorId"; is: number }
  | { column: "categoryId"; among: readonly number[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { thread: Condition }
  | { category: Condition };

const someMember: MemberViewer = {
  kind: "member",
  id: 0,
  name: "",
  role: "member",
  standing: "good",
  emailVerified: true,
};

const always: Condition = { always: true };
const publicAudience: Condition = { column: "audience", in: ["everyone"] };
const visibleState: Condition = { column: "state", in: ["visible"] };

/** Someone suspended sees what guests see: their session opens one page only. */
function reader(viewer: Viewer) {
  return viewer.kind === "member" && viewer.standing !== "suspended" ? viewer : null;
}

function stateOrOwn(viewer: Viewer, row: "post" | "thread"): Condition {
  const member = reader(viewer);
  if (member && isModerator(member)) return always;
  if (!member) return visibleState;
  const moderated: Condition[] = member.moderates?.length ? [{ column: "categoryId", among: member.moderates }] : [];
  return {
    any: [
      visibleState,
      { column: "authorId", is: member.id },
      ...(row === "thread" ? moderated : moderated.map((thread) => ({ thread }))),
    ],
  };
}

export function visibleCategories(viewer: Viewer): Condition {
  return reader(viewer) ? always : publicAudience;
}

export function visibleThreads(viewer: Viewer): Condition {
  return {
    all: [stateOrOwn(viewer, "thread"), ...(reader(viewer) ? [] : [publicAudience, { category: publicAudience }])],
  };
}

/** Posts whose text this viewer may read. */
export function readablePosts(viewer: Viewer): Condition {
  return { all: [stateOrOwn(viewer, "post"), { thread: visibleThreads(viewer) }] };
}

/** Posts that every member in good standing may read: for telling many people of one, without asking for each. */
export function postsForAllMembers(): Condition {
  return {
    all: [visibleState, { thread: { all: [visibleState, { category: visibleCategories(someMember) }] } }],
  };
}

/** Posts that have a place on this viewer's page, be it as one neutral line. A held post has none for others. */
export function placedPosts(viewer: Viewer): Condition {
  const place: Condition = {
    any: [{ column: "state", in: ["visible", "hidden", "withdrawn", "removed"] }, stateOrOwn(viewer, "post")],
  };
  return { all: [place, { thread: visibleThreads(viewer) }] };
}

// biome-ignore lint/suspicious/noExplicitAny: one shape serves the `where` of posts, threads and categories
export function asWhere(condition: Condition): any {
  if ("always" in condition) return {};
  if ("all" in condition) return { AND: condition.all.map(asWhere) };
  // Prisma leaves an empty condition out of an OR instead of taking it as true.
  if ("any" in condition) return condition.any.some((one) => "always" in one) ? {} : { OR: condition.any.map(asWhere) };
  if ("thread" in condition) return { thread: asWhere(condition.thread) };
  if ("category" in condition) return { category: asWhere(condition.category) };
  if ("is" in condition) return { [condition.column]: condition.is };
  if ("among" in condition) return { [condition.column]: { in: [...condition.among] } };
  return { [condition.column]: { in: [...condition.in] } };
}

/** Names of the joined tables in the query the SQL goes into. */
export type Aliases = { post?: string; thread?: string; category?: string };

/**
 * The values are words of this file and whole numbers, so the text holds nothing a person typed. `value` says how a
 * viewer's own number stands in it: written out, or as a parameter, so that the statement is the same for everyone.
 */
export function asSql(
  condition: Condition,
  row: keyof Aliases,
  aliases: Aliases,
  value: (of: number) => string = (of) => String(Math.trunc(of)),
): string {
  if ("always" in condition) return "TRUE";
  if ("all" in condition) return `(${condition.all.map((one) => asSql(one, row, aliases, value)).join(" AND ")})`;
  if ("any" in condition) return `(${condition.any.map((one) => asSql(one, row, aliases, value)).join(" OR ")})`;
  if ("thread" in condition) return asSql(condition.thread, "thread", aliases, value);
  if ("category" in condition) return asSql(condition.category, "category", aliases, value);
  const column = `${aliases[row]}."${condition.column}"`;
  if ("is" in condition) return `${column} = ${value(condition.is)}`;
  if ("among" in condition) return `${column} IN (${condition.among.map(value).join(", ")})`;
  return `${column} IN (${condition.in.map((word) => `'${word}'`).join(", ")})`;
}
