import { transaction } from "@/lib/platform/db";
import type { Identifier } from "@/lib/studies/types";
import { attachCitations } from "@/lib/studies/writes";
import { sql } from "./database";

/** A thread with one post that cites these, by a member and in a category made for it; the post's number. */
export async function postCiting(identifiers: Identifier[]): Promise<number> {
  await sql(
    `INSERT INTO "Member" (name, "nameKey", "nameSkeleton") VALUES ('jasond', 'jasond', 'jasond') ON CONFLICT DO NOTHING`,
  );
  await sql(
    `INSERT INTO "Category" (slug, name, description, position) VALUES ('research', 'Research', '', 1) ON CONFLICT DO NOTHING`,
  );
  const [thread] = await sql<{ id: number }>(
    `INSERT INTO "Thread" ("categoryId", "authorId", title, slug, audience, "lastPosition")
     SELECT c.id, m.id, 'About cells', 'about-cells', 'everyone', 1 FROM "Category" c, "Member" m WHERE c.slug = 'research' AND m.name = 'jasond' RETURNING id`,
  );
  const [post] = await sql<{ number: number }>(
    `INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state)
     SELECT $1, 1, "authorId", '', '', 1, 'visible' FROM "Thread" WHERE id = $1 RETURNING number`,
    [thread?.id],
  );
  const number = post?.number as number;
  await transaction((tx) => attachCitations(tx, number, identifiers));
  return number;
}
