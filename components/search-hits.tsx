import { AudienceMark } from "./audience-mark";
import { MemberName } from "./member-name";
import { Time } from "./time";
import type { Audience, Moment, Named } from "./types";

type Piece = { text: string; found: boolean };

export type SearchLine = {
  number: number;
  href: string;
  threadTitle: Piece[];
  /** Left out where only the title was found and its first post isn't shown. */
  excerpt?: Piece[];
  author: Named;
  writtenAt: Moment;
  category: { name: string; href: string };
  audience: Audience;
};

/** Posts that were found, each under its thread's title, with the words in question marked. */
export function SearchHits({ hits }: { hits: SearchLine[] }) {
  return (
    <ol className="search-hits post-list">
      {hits.map((hit) => (
        <li key={hit.number}>
          <h2>
            <a href={hit.href}>
              <bdi>
                <Pieces of={hit.threadTitle} />
              </bdi>
            </a>
          </h2>
          {hit.excerpt && (
            <p className="post-excerpt" dir="auto">
              <Pieces of={hit.excerpt} />
            </p>
          )}
          <p className="post-list-facts">
            <MemberName {...hit.author} />, <Time at={hit.writtenAt} dayOnly /> in{" "}
            <a href={hit.category.href}>{hit.category.name}</a> <AudienceMark audience={hit.audience} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Pieces({ of: pieces }: { of: Piece[] }) {
  let at = 0;
  return pieces.map(({ text, found }) => {
    const key = at;
    at += text.length;
    return found ? <mark key={key}>{text}</mark> : text;
  });
}
