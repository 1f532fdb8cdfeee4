import type { Places } from "./community";
import { firstVisits } from "./first-visits";
import type { Target } from "./measure";

/** `bare`: not the forum but the limit beside it. */
export type Scenario = {
  name: string;
  target: Target;
  bare?: boolean;
  /** Measured with so many at once, too. */
  alsoAt?: number;
};

/** `expire` tells the page store that these threads have changed. */
export function guestScenarios(
  url: string,
  places: Places,
  bareUrl: string,
  expire: (threadIds: number[]) => void,
): Scenario[] {
  const guest = (name: string, address: string): Scenario => ({
    name: `guest: ${name}`,
    target: { url: url + address, quick: true },
  });
  return [
    { name: "guest: bare node:http, the same bytes", target: { url: bareUrl, quick: true }, bare: true },
    guest("thread, 20 posts, 6 cards", places.thread),
    guest("category", places.category),
    guest("home", "/"),
    guest("member's page", places.member),
    { name: "guest: first visit, each time another thread", target: reading(url, firstVisits(places.pages, expire)) },
  ];
}

function reading(url: string, nextPath: () => string, headers?: Record<string, string>): Target {
  return { url, headers, next: () => ({ method: "GET", path: nextPath() }) };
}

/** A search that was given up is answered with 200, too. */
export function searching(url: string, words: string, cookie: string): Target {
  return { url: `${url}/search?q=${encodeURIComponent(words)}`, headers: { cookie }, shows: "search-count" };
}

export function memberScenarios(
  url: string,
  places: Places,
  { tokens, memberIds }: { tokens: string[]; memberIds: number[] },
  moderator: string,
): Scenario[] {
  let turn = 0;
  const cookie = `wellcited=${tokens[0]}`;
  const page = (name: string, address: string, as = cookie): Scenario => ({
    name: `member: ${name}`,
    target: { url: url + address, headers: { cookie: as } },
  });
  const search = (name: string, words: string): Scenario => ({
    name: `member: search, ${name}`,
    target: searching(url, words, cookie),
  });
  const write = (name: string, next: NonNullable<Target["next"]>): Scenario => ({
    name: `member: ${name}`,
    target: { url, next },
  });
  const asSomeone = (someone = turn++ % tokens.length) => ({
    cookie: `wellcited=${tokens[someone]}`,
    origin: url,
    "sec-fetch-site": "same-origin",
    "content-type": "application/json",
  });
  const among = <One>(all: One[]): One => all[Math.floor(Math.random() * all.length)] as One;
  return [
    page("thread, 20 posts, 6 cards", places.thread),
    {
      name: "member: each time another thread",
      target: reading(
        url,
        firstVisits(places.pages, () => {}),
        { cookie },
      ),
    },
    page("page 1 of 5,000 posts", places.long),
    page("page 250 of 5,000 posts", `${places.long}?page=250`),
    page("category", places.category),
    page("home", "/"),
    page("member's page", places.member),
    page("first unread post of 5,000", `${places.long}/unread`),
    page("notices", "/notices"),
    page("studies", "/studies"),
    page("studies of a condition", `/studies?condition=${encodeURIComponent(places.condition)}`),
    page("study, named most often", places.study),
    page("moderators’ queue", "/moderation", `wellcited=${moderator}`),
    search("rare word", places.rareWord),
    search("common word", "doctor"),
    search("phrase", '"blood count"'),
    page(
      "thread as JSON",
      `/api/v1${places.thread.split("/").slice(0, 3).join("/").replace("/t/", "/threads/")}/posts`,
    ),
    {
      ...write("reply by API, two citations", () => ({
        method: "POST",
        path: `/api/v1/threads/${among(places.threadIds)}/posts`,
        headers: { ...asSomeone(), "idempotency-key": crypto.randomUUID() },
        body: JSON.stringify({
          text: `I read 10.5555/wellcited.randomised and ${among(places.identifiers)} today. ${Math.random()}`,
        }),
      })),
      alsoAt: 8,
    },
    write("thanks by API", () => {
      const giver = turn++ % tokens.length;
      const own = (post: number) => places.postAuthors.get(post) === memberIds[giver];
      let post = among(places.postNumbers);
      while (own(post)) post = among(places.postNumbers);
      return { method: "PUT", path: `/api/v1/posts/${post}/thanks`, headers: asSomeone(giver), body: "{}" };
    }),
  ];
}
