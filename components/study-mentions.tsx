import { Chip } from "./chip";
import { MemberName } from "./member-name";
import { Time } from "./time";
import type { Moment, Named } from "./types";

export type MentionLine = {
  number: number;
  href: string;
  threadTitle: string;
  author: Named;
  at: Moment;
  /** Others don't see this post. */
  withheld: boolean;
  /** The post's own sentence; null where it names the study only in what it quotes. */
  sentence: string | null;
};

/** Where members talk of a study: each with its own words around the link. */
export function StudyMentions({ mentions }: { mentions: MentionLine[] }) {
  return (
    <ul className="post-list mentions">
      {mentions.map((mention) => (
        <li key={mention.number}>
          <h3>
            <a href={mention.href} dir="auto">
              {mention.threadTitle}
            </a>
          </h3>
          {mention.sentence ? (
            <p className="mention-words" dir="auto">
              {mention.sentence}
            </p>
          ) : (
            <p className="mention-none">Named in a quote from another post.</p>
          )}
          <p className="post-list-facts">
            <MemberName {...mention.author} />, <Time at={mention.at} dayOnly />
            {mention.withheld && (
              <>
                {" "}
                <Chip tone="caution">Not shown to others</Chip>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
