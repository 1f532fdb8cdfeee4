import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { listAuthors } from "@/lib/accounts/queries";
import { listCategories } from "@/lib/categories/queries";
import { prisma } from "@/lib/platform/db";
import { newRequest, withRequest } from "@/lib/platform/request";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { replyToThread } from "@/lib/posts/commands";
import { listPosts } from "@/lib/posts/queries";
import { listCitations, listStudies, listWhatStudiesAreAbout, readStudy } from "@/lib/studies/queries";
import { thank } from "@/lib/thanks/commands";
import { listNewestThreads, listThreads, readThread } from "@/lib/threads/queries";
import { resetDatabase, sql } from "../support/database";
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

  it("the front page takes two, a category's page one", async () => {
    expect(await statements(() => Promise.all([listCategories(guest), listNewestThreads(guest, 10)]))).toBe(2);
    expect(await statements(() => Promise.all([listCategories(jasond), listNewestThreads(jasond, 10)]))).toBe(2);
    expect(await statements(() => listThreads(guest, { id: treatments }))).toBe(1);
    expect(await statements(() => listThreads(jasond, { id: treatments }))).toBe(1);
  });

  it("a study's page takes three, the list of studies two", async () => {
    const { studyId } = (await prisma.citation.findFirstOrThrow()) as { studyId: number };
    for (const viewer of [guest, jasond]) {
      expect(await statements(() => readStudy(viewer, studyId))).toBe(3);
      expect(await statements(() => Promise.all([listStudies(viewer, {}), listWhatStudiesAreAbout(viewer)]))).toBe(2);
    }
  });

  it("a reply that cites two studies takes nine, beginning and end apart, and thanks seven", async () => {
    const karenr = await joined("karenr");
    const text = "Both 10.5555/wellcited.randomised and 10.5555/wellcited.review say so.";
    await sql(`UPDATE "Study" SET "checkAfter" = now() + interval '1 day'`);
    const reply = () => replyToThread(karenr, { threadId, text, requestId: randomUUID() });
    expect(await statements(reply)).toBe(9 + 1);
    const [first] = await listPosts(karenr, threadId, 1);
    expect(await statements(() => thank(karenr, { number: first?.number ?? 0 }))).toBe(7 + 1);
  });
});
