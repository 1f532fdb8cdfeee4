import { Time } from "./time";
import type { Moment } from "./types";

export type PostLine = { number: number; threadTitle: string; writtenAt: Moment; excerpt: string };

/** Posts out of their thread: a member's newest, the threads that discuss a study. */
export function PostList({ posts }: { posts: PostLine[] }) {
  return (
    <ul className="post-list">
      {posts.map((post) => (
        <li key={post.number}>
          <h3>
            <a href={`/p/${post.number}`}>
              <bdi>{post.threadTitle}</bdi>
            </a>
          </h3>
          <p className="post-excerpt" dir="auto">
            {post.excerpt}
          </p>
          <p className="post-list-facts">
            <Time at={post.writtenAt} /> · #{post.number}
          </p>
        </li>
      ))}
    </ul>
  );
}
