import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { nameSkeleton, problemOfName, tidyName } from "@/lib/accounts/names";
import { renderPost } from "@/lib/posts/markdown";
import { cleanTitle } from "@/lib/posts/text-rules";
import { categories, members, threads } from "@/prisma/seed/community";
import { isAwake } from "@/prisma/seed/daily-rhythm";
import { documents } from "@/prisma/seed/documents";
import type { MemberKey } from "@/prisma/seed/members";
import type { SeedPost, SeedThread } from "@/prisma/seed/types";

const posts = threads.flatMap((thread) => thread.posts);
const joined = new Map(members.map(({ key, joinedAt }) => [key, joinedAt]));
const breadth = { everyone: 2, members: 1, members_unlisted: 0 };
const today = "2026-11-21T00:00:00.000Z";

describe("the community as a whole", () => {
  test("has about a dozen members, two moderators and one administrator", () => {
    const count = (role: string) => members.filter((member) => member.role === role).length;
    expect(count("moderator")).toBe(2);
    expect(count("administrator")).toBe(1);
    expect(count("member")).toBe(12);
  });

  test("has six categories, one of them for members only", () => {
    expect(categories).toHaveLength(6);
    expect(categories.filter(({ audience }) => audience !== "everyone").map(({ slug }) => slug)).toEqual([
      "kitchen-table",
    ]);
  });

  test("has forty threads and a long one, about six hundred posts", () => {
    expect(threads).toHaveLength(41);
    expect(threads.filter(({ posts }) => posts.length === 300).map(({ title }) => title)).toEqual([
      "Counts and coffee",
    ]);
    expect(posts.length).toBeGreaterThanOrEqual(560);
    expect(posts.length).toBeLessThanOrEqual(640);
  });

  test("has two pinned threads, a locked one, two for members in open categories, edits and two withdrawn posts", () => {
    expect(threads.filter(({ pinned }) => pinned).map(({ title }) => title)).toEqual([
      "Welcome. Start here",
      "How study cards work",
    ]);
    expect(threads.filter(({ locked }) => locked)).toHaveLength(1);
    const openCategories = new Set<string>(
      categories.filter(({ audience }) => audience === "everyone").map(({ slug }) => slug),
    );
    const narrowed = threads.filter(
      ({ category, audience }) => openCategories.has(category) && audience && audience !== "everyone",
    );
    expect(narrowed.map(({ audience }) => audience).sort()).toEqual(["members", "members_unlisted"]);
    expect(posts.filter(({ edit }) => edit).length).toBeGreaterThanOrEqual(3);
    expect(posts.filter(({ withdrawnAt }) => withdrawnAt)).toHaveLength(2);
  });

  test("everybody writes, and everybody is thanked", () => {
    for (const { key } of members) {
      expect(posts.filter(({ by }) => by === key).length, key).toBeGreaterThanOrEqual(5);
      expect(posts.filter(({ by, thankedBy }) => by === key && thankedBy?.length).length, key).toBeGreaterThan(0);
    }
  });
});

describe("members", () => {
  test("have names the forum accepts, each in one script", () => {
    for (const { name } of members) {
      expect(tidyName(name)).toBe(name);
      expect(problemOfName(name), name).toBeNull();
    }
    expect(new Set(members.map(({ name }) => nameSkeleton(name))).size).toBe(members.length);
    expect(members.filter(({ name }) => /^[A-Z]{30}$/.test(name))).toHaveLength(1);
  });

  test("have addresses that can belong to nobody", () => {
    for (const { email } of members) expect(email).toMatch(/^[a-z0-9]+@example\.org$/);
    expect(new Set(members.map(({ email }) => email)).size).toBe(members.length);
  });

  test("show counts only with consent, one a day, none before they could have had it", () => {
    for (const { key, counts, health } of members) {
      if (counts) expect(health, key).toBeDefined();
      const days = counts?.map(({ day }) => day) ?? [];
      expect(days, key).toEqual([...new Set(days)].sort());
      for (const day of days) expect(Number(day.slice(0, 4)), key).toBeGreaterThanOrEqual(health?.diagnosed ?? 0);
    }
    const sandi = members.find(({ key }) => key === "sandi");
    expect(sandi?.health).toMatchObject({ diagnosed: 1998, countsAudience: "everyone" });
    expect(sandi?.counts?.at(-1)).toEqual({ value: 344, unit: "10^9/L", day: "2018-06-09" });
  });
});

describe("time", () => {
  test.each(threads.map((thread) => [thread.title, thread] as const))(
    "runs forward in “%s”",
    (_, thread: SeedThread) => {
      const times = thread.posts.map(({ at }) => at);
      expect(times).toEqual([...new Set(times)].sort());
    },
  );

  test("nobody writes before joining, after today, in their sleep or twice within a minute", () => {
    for (const { by, at, edit, withdrawnAt, text } of posts) {
      expect(at > (joined.get(by) ?? ""), `${by}: ${text}`).toBe(true);
      for (const moment of [at, edit?.at, withdrawnAt]) {
        if (!moment) continue;
        expect(moment >= at && moment < today, `${by}: ${text}`).toBe(true);
        expect(isAwake(by, new Date(moment)), `${by} at ${moment}`).toBe(true);
      }
    }
    for (const { key } of members) {
      const times = posts
        .filter(({ by }) => by === key)
        .map(({ at }) => Date.parse(at))
        .sort((a, b) => a - b);
      for (const [n, time] of times.entries())
        if (n > 0)
          expect(time - (times[n - 1] ?? 0), `${key} at ${new Date(time).toISOString()}`).toBeGreaterThan(60_000);
    }
  });

  test("everybody sleeps at least six hours a day", () => {
    for (const { key } of members) {
      const hours = Array.from({ length: 24 * 6 }, (_, n) => isAwake(key, new Date(n * 600_000)));
      expect(hours.filter((awake) => !awake).length / 6, key).toBeGreaterThanOrEqual(6);
    }
  });
});

describe("texts", () => {
  test("are all different and of a size the forum takes", () => {
    const seen = new Map<string, string>();
    for (const { text, by } of posts) {
      const words = text
        .toLowerCase()
        .replace(/\{\{#[^}]+\}\}/g, "")
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
      expect(seen.get(words), `${by} repeats: ${text}`).toBeUndefined();
      seen.set(words, by);
      expect(text.trim()).toBe(text);
      expect(text, "a count that Markdown would take for a list").not.toMatch(/^\d{2,}[.)] /m);
      expect(text.length).toBeGreaterThan(5);
      expect(text.length).toBeLessThan(8000);
    }
    expect(new Set(threads.map(({ title }) => title)).size).toBe(threads.length);
  });

  test("pass the forum’s own rules for posts and titles", () => {
    for (const { title, posts } of threads) {
      expect(cleanTitle(title)).toBe(title);
      for (const { text, edit } of posts) {
        for (const source of [text, edit?.text ?? text]) {
          const { citations, quotes } = renderPost(source.replace(/\{\{#[\w-]+\}\}/g, "#1"));
          expect(citations.length, source).toBeLessThanOrEqual(10);
          expect(quotes, source).toEqual(source.includes("{{#") ? [1] : []);
        }
      }
    }
    for (const { about } of members) expect(() => renderPost(about)).not.toThrow();
    for (const { source } of documents) expect(() => renderPost(source)).not.toThrow();
  });

  test("quote only what was said before, in their own thread and in its words", () => {
    for (const thread of threads) {
      const said = new Map<string, SeedPost>();
      for (const post of thread.posts) {
        for (const [, key = "", words = ""] of post.text.matchAll(/^> \{\{#([\w-]+)\}\}\n> (.+)$/gm)) {
          expect(said.has(key), `${key} in ${thread.title}`).toBe(true);
          const original = said.get(key);
          expect(post.at < (original?.withdrawnAt ?? today), `${key} was withdrawn before it was quoted`).toBe(true);
          for (const part of words.split(" / "))
            expect(plain(`${original?.text} ${original?.edit?.text ?? ""}`), key).toContain(plain(part));
        }
        const places = post.text.match(/\{\{/g)?.length ?? 0;
        expect(post.text.match(/^> \{\{#[\w-]+\}\}$/gm)?.length ?? 0, post.text).toBe(places);
        if (post.key) said.set(post.key, post);
      }
    }
    const keys = posts.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("thanks", () => {
  test("come from others, once each, who had joined by then", () => {
    for (const { by, at, thankedBy = [], text } of posts) {
      expect(new Set(thankedBy).size).toBe(thankedBy.length);
      expect(thankedBy, text).not.toContain(by);
      for (const thanker of thankedBy)
        expect((joined.get(thanker) ?? "") < at, `${thanker} thanks ${by}: ${text.slice(0, 60)}`).toBe(true);
    }
  });
});

test("no thread is wider than its category", () => {
  for (const { category, audience, title } of threads) {
    const home = categories.find(({ slug }) => slug === category);
    expect(home, title).toBeDefined();
    if (home && audience) expect(breadth[audience], title).toBeLessThanOrEqual(breadth[home.audience]);
  }
});

describe("the threads that must be there", () => {
  const one = (words: string) => {
    const found = threads.filter(({ title }) => title.includes(words));
    expect(found, words).toHaveLength(1);
    return found[0]!;
  };
  const by = (thread: SeedThread, key: MemberKey) => thread.posts.filter((post) => post.by === key);

  test("cord-derived stem cells in 2017: the news, the full text, the question whether it lasts, the thanks", () => {
    const thread = one("Cord-derived stem cells for refractory ITP");
    const [first] = thread.posts;
    expect(first).toMatchObject({ by: "jasond" });
    expect(first?.at).toMatch(/^2017-/);
    expect(first?.text).toMatch(/Exp Ther Med\. 2017 May; 13\(5\):2255-2258$/);
    expect(first?.text).not.toMatch(/10\.\d{4}|PMID/);
    expect(first?.thankedBy).toContain("karenr");
    expect(by(thread, "hal9k")[0]?.text).toContain("https://www.spandidos-publications.com/10.3892/etm.2017.4229");
    expect(by(thread, "hal9k")[0]?.text).toContain("adverse events seem to be skipped");
    expect(by(thread, "sandi")[0]?.text).toContain("does it last?");
    expect(by(thread, "karenr")).toHaveLength(1);
  });

  test("the 2024 trial and the lupus ones name their records", () => {
    expect(one("dose-escalation").posts[0]?.text).toMatch(/10\.1038\/s41392-024-01793-5[\s\S]*NCT04014166/);
    expect(one("Lupus").posts[0]?.text).toMatch(/10\.1136\/lupus-2022-000704[\s\S]*NCT03171194[\s\S]*NCT02633163/);
  });

  test("the pinned one explains cards with invented studies only", () => {
    const dois = one("How study cards work").posts.flatMap(({ text }) => text.match(/10\.\d{4,9}\/\S+/g) ?? []);
    expect(dois.length).toBeGreaterThanOrEqual(7);
    const records = readdirSync(path.join(import.meta.dirname, "../support/registry-records/crossref"));
    for (const doi of dois) {
      expect(doi).toMatch(/^10\.5555\//);
      expect(records).toContain(`${doi.replace("/", "_").replace(/[.,]$/, "")}.json`);
    }
  });
});

describe("the texts of the forum itself", () => {
  test("are there in a first version, with nothing left to fill in but the forum's name and contact", () => {
    expect(documents.map(({ kind, version }) => `${kind} ${version}`)).toEqual(["rules 1", "privacy 1", "health 1"]);
    for (const { source } of documents) {
      for (const [, place] of source.matchAll(/\{\{(.+?)\}\}/g)) expect(["forum", "contact"]).toContain(place);
    }
  });
});

function plain(words: string): string {
  return words
    .replace(/[’‘]/g, "'")
    .replace(/[*“”"]/g, "")
    .toLowerCase();
}
