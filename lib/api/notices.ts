import { z } from "zod";
import { followThread, markAllNoticesRead, markNoticeRead, unfollowThread } from "@/lib/notices/commands";
import { listNotices } from "@/lib/notices/queries";
import { noticeKinds } from "@/lib/notices/rules";
import { nextAddress } from "./cursor";
import { route } from "./route";
import { count, id, iso, moment, Next, Person, person, shape } from "./shapes";

const Notice = shape(
  "Notice",
  z.strictObject({
    id,
    kind: z.enum(noticeKinds),
    at: moment,
    unread: z.boolean(),
    people: z.array(Person).meta({ description: "Who wrote or thanked." }),
    posts: count.meta({ description: "New posts of a thread." }),
    threadTitle: z.string().nullable(),
    text: z.string().meta({ description: "Of a decision, of what came of a report, or of what happened to a study." }),
  }),
);

export const noticeRoutes = [
  route({
    method: "GET",
    path: "/notices",
    summary: "What you were told, the newest first, fifty at once. `before` is a notice’s id.",
    who: "members",
    query: z.strictObject({ before: z.coerce.number().int().min(1).max(2_147_483_647).optional() }),
    answer: z.strictObject({ notices: z.array(Notice), next: Next }),
    carryOut: async (viewer, { query }) => {
      const { notices, next } = await listNotices(viewer, query.before ?? null);
      return {
        notices: notices.map(({ at, people, ...notice }) => ({ ...notice, at: iso(at), people: people.map(person) })),
        next: next === null ? null : nextAddress("/notices", { before: next }),
      };
    },
  }),
  route({
    method: "PUT",
    path: "/notices/{id}/read",
    summary: "Counts one of your notices as read.",
    who: "members",
    params: z.strictObject({ id }),
    carryOut: async (viewer, { params }) => void (await markNoticeRead(viewer, params)),
  }),
  route({
    method: "PUT",
    path: "/notices/read",
    summary: "Counts all of your notices as read.",
    who: "members",
    carryOut: async (viewer) => void (await markAllNoticesRead(viewer, {})),
  }),
  route({
    method: "PUT",
    path: "/threads/{id}/following",
    summary: "Follows a thread: you are told of its replies.",
    who: "members",
    params: z.strictObject({ id }),
    carryOut: async (viewer, { params }) => void (await followThread(viewer, { threadId: params.id })),
  }),
  route({
    method: "DELETE",
    path: "/threads/{id}/following",
    summary: "Follows a thread no more.",
    who: "members",
    params: z.strictObject({ id }),
    carryOut: async (viewer, { params }) => void (await unfollowThread(viewer, { threadId: params.id })),
  }),
];
