import { counted } from "./counted";
import { PostForm } from "./post-form";
import { formatDay, Time } from "./time";
import type { Moment, Named, Press } from "./types";

export type NoticeLine = {
  id: number;
  kind: "quote" | "mention" | "reply" | "thanks" | "study" | "decision" | "outcome";
  at: Moment;
  unread: boolean;
  /** Where it leads; none where all is said already. */
  href?: string;
  people: Named[];
  /** New posts of a thread. */
  posts: number;
  morePosts?: boolean;
  threadTitle: string;
  text: string;
  markRead?: Press;
};

/** What a member was told, newest first, under the days it happened. */
export function NoticeList({ notices }: { notices: NoticeLine[] }) {
  const days = new Map<string, NoticeLine[]>();
  for (const notice of notices) {
    const day = formatDay(notice.at);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...days].map(([day, ofDay]) => (
    <div key={day} className="notices-day">
      <h2>{day}</h2>
      <ul className="notices">
        {ofDay.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} />
        ))}
      </ul>
    </div>
  ));
}

function NoticeItem({ notice }: { notice: NoticeLine }) {
  const { at, unread, href, text, markRead } = notice;
  const words = text ? <span dir="auto">{text}</span> : <Sentence notice={notice} />;
  return (
    <li className={unread ? "notice-line unread" : "notice-line"}>
      <p className="notice-words">
        {unread && <span className="notice-new">New</span>} {text && <strong>{labels[notice.kind]}</strong>}{" "}
        {href && !text ? <a href={href}>{words}</a> : words}{" "}
        {href && text && (
          <a href={href} className="notice-look">
            Look at it
          </a>
        )}
      </p>
      <div className="notice-foot">
        <Time at={at} relative />
        {markRead && (
          <PostForm action={markRead.action} hidden={markRead.hidden}>
            <button type="submit" className="button plain">
              Mark as read<span className="visually-hidden">: notice {notice.id}</span>
            </button>
          </PostForm>
        )}
      </div>
    </li>
  );
}

const labels: Partial<Record<NoticeLine["kind"], string>> = {
  decision: "From the moderators.",
  outcome: "About your report.",
  study: "About a study.",
};

function Sentence({ notice }: { notice: NoticeLine }) {
  const { kind, people, posts, morePosts, threadTitle } = notice;
  const title = (
    <>
      “<bdi>{threadTitle}</bdi>”
    </>
  );
  switch (kind) {
    case "quote":
      return (
        <>
          <People people={people} /> quoted you in {title}
        </>
      );
    case "mention":
      return (
        <>
          <People people={people} /> called you by name in {title}
        </>
      );
    case "thanks":
      return (
        <>
          <People people={people} /> thanked you for a post in {title}
        </>
      );
    default:
      return (
        <>
          {morePosts ? "More than 99 new posts" : counted(posts, "new post")} by <People people={people} /> in {title}
        </>
      );
  }
}

/** "Jason and Karen", "Jason, Karen and 3 others" */
function People({ people }: { people: Named[] }) {
  const named = people.length > 3 ? people.slice(0, 2) : people;
  const others = people.length - named.length;
  return named.map(({ name, former }, place) => (
    <span key={name}>
      {place > 0 && (place === named.length - 1 && others === 0 ? " and " : ", ")}
      {former ? "a former member" : <bdi>{name}</bdi>}
      {place === named.length - 1 && others > 0 && ` and ${counted(others, "other")}`}
    </span>
  ));
}
