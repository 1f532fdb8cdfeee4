import { AudienceMark } from "./audience-mark";
import { Chip } from "./chip";
import { counted } from "./counted";
import { MemberName } from "./member-name";
import { Time } from "./time";
import type { Audience, Moment, Named } from "./types";

export type CategoryRow = {
  slug: string;
  name: string;
  description: string;
  audience: Audience;
  locked?: boolean;
  threads: number;
  posts: number;
  newest?: { threadTitle: string; href: string; by: Named; at: Moment };
};

export function CategoryList({ categories }: { categories: CategoryRow[] }) {
  return (
    <ul className="categories">
      {categories.map((category) => (
        <li key={category.slug} className="category">
          <div className="category-about">
            <h3>
              <a href={`/c/${category.slug}`}>
                <bdi>{category.name}</bdi>
              </a>
            </h3>
            {(category.audience !== "everyone" || category.locked) && (
              <p className="marks">
                <AudienceMark audience={category.audience} />
                {category.locked && <Chip icon="lock">Locked</Chip>}
              </p>
            )}
            <p className="category-description" dir="auto">
              {category.description}
            </p>
            <p className="category-counts">
              {counted(category.threads, "thread")} · {counted(category.posts, "post")}
            </p>
          </div>
          {category.newest ? (
            <p className="newest">
              <span className="newest-label">Newest</span>
              <a className="newest-title" href={category.newest.href}>
                <bdi>{category.newest.threadTitle}</bdi>
              </a>
              <span className="newest-by">
                <MemberName {...category.newest.by} />, <Time at={category.newest.at} relative />
              </span>
            </p>
          ) : (
            <p className="newest none">No posts yet</p>
          )}
        </li>
      ))}
    </ul>
  );
}
