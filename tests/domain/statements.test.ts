import { beforeEach, describe, expect, it } from "vitest";
import { listAuthors } from "@/lib/accounts/queries";
import { listCategories } from "@/lib/categories/queries";
import { newRequest, withRequest } from "@/lib/platform/request";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { listPosts } from "@/lib/posts/queries";
import { listCitations } from "@/lib/studies/queries";
import { thank } from "@/lib/thanks/commands";
import { listNewestThreads, listThreads, readThread } from "@/lib/threads/queries";
import { resetDatabase } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

let jasond: MemberViewer;
let treatments: number;
let threadId: number;

beforeEach(async () => {
  await resetDatabase();
  jasond = await joined("jasond");
  treatments = await category("treatments");
  const started = await starts(jasond, treatments, "See 10.5555/wellcited.randomised.");
  threadId = started.threadId;
  for (let n = 0; n < 6; n++) {
    const person = await joined(`member${n}`);
    await replies(person, threadId, `> #${started.number}\n> See\n\nI read 10.5555/wellcited.review too.`);
    await thank(person, { number: started.number });
  }
});

/** How many statements a page's reading costs, whatever is on the page. */
async function statements(read: () => Promise<unknown>): Promise<number> {
  const request = newRequest("a page", "127.0.0.1");
  await withRequest(request, read);
  return request.statements;
}

async function readThreadPage(viewer: MemberViewer | typeof guest) {
  await readThread(viewer, threadId);
  const posts = await listPosts(viewer, threadId, 1);
  const authorIds = posts.flatMap((post) => (post.kind === "post" ? [post.authorId] : []));
  await listAuthors(viewer, authorIds);
  await listCitations(
    viewer,
    posts.map(({ number }) => number),
  );
}

describe("a page costs the same few statements however much is on it", () => {
  it("a thread's page takes four, and one for who is looking", async () => {
    expect(await statements(() => readThreadPage(guest))).toBe(4);
    expect(await statements(() => readThreadPage(jasond))).toBe(4);
  });

  it("the front page takes two, a category's page two", async () => {
    expect(await statements(() => Promise.all([listCategories(guest), listNewestThreads(guest, 10)]))).toBe(2);
    expect(await statements(() => Promise.all([listCategories(jasond), listNewestThreads(jasond, 10)]))).toBe(2);
    expect(await statements(() => listThreads(guest, { id: treatments }, 1))).toBe(2);
    expect(await statements(() => listThreads(jasond, { id: treatments }, 1))).toBe(2);
  });
});
