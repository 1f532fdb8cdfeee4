import { z } from "zod";
import { findMemberId, readProfile } from "@/lib/accounts/queries";
import type { ProfileView } from "@/lib/accounts/types";
import { readOwnStanding } from "@/lib/moderation/queries";
import { orNotFound } from "@/lib/platform/errors";
import { refusal } from "@/lib/policy/decision";
import { isMember } from "@/lib/policy/viewer";
import { listPostsBefore } from "@/lib/posts/queries";
import { limit, toSeeMore } from "./cursor";
import { lines, PostLines } from "./posts";
import { route } from "./route";
import { count, html, id, iso, isoOrNull, moment, shape } from "./shapes";

const role = z.enum(["member", "moderator", "administrator"]);

/** What a member says of their health is on their page only: whoever collects it by a program was not asked for consent. */
const Member = shape(
  "Member",
  z.strictObject({
    id: id.meta({ description: "For reporting them." }),
    name: z.string(),
    role,
    title: z.string().nullable(),
    personalText: z.string().nullable(),
    about: html.nullable(),
    joinedAt: moment,
    posts: count,
    thanksReceived: count,
    thanksGiven: count,
  }),
);

function member(profile: ProfileView) {
  const { id, name, role, title, personalText, aboutHtml, joinedAt, posts, thanksReceived, thanksGiven } = profile;
  return {
    id,
    name,
    role,
    title: title ?? null,
    personalText: personalText ?? null,
    about: aboutHtml ?? null,
    joinedAt: iso(joinedAt),
    posts,
    thanksReceived,
    thanksGiven,
  };
}

const name = z.string().max(200);
const before = z.coerce.number().int().min(1).max(2_147_483_647).optional();

export const memberRoutes = [
  route({
    method: "GET",
    path: "/me",
    summary: "Who you are here, and how you stand.",
    who: "members",
    whileSuspended: true,
    answer: z.strictObject({
      id,
      name: z.string(),
      role,
      moderates: z.array(id).meta({ description: "Ids of the categories you moderate." }),
      emailVerified: z.boolean(),
      newRules: z.boolean().meta({ description: "You write again once you have accepted them, on a page." }),
      standing: z.enum(["good", "silenced", "suspended"]),
      standingUntil: moment.nullable(),
      standingReason: z.string().nullable(),
    }),
    carryOut: async (viewer) => {
      if (!isMember(viewer)) throw refusal("sign-in");
      const { standing, until, reason } = await readOwnStanding(viewer);
      const { id, name, role, emailVerified, newRules = false, moderates = [] } = viewer;
      const good = standing === "good";
      return {
        id,
        name,
        role,
        moderates: [...moderates],
        emailVerified,
        newRules,
        standing,
        standingUntil: good ? null : isoOrNull(until),
        standingReason: good ? null : reason,
      };
    },
  }),
  route({
    method: "GET",
    path: "/members/{name}",
    summary: "A member’s own page. Health facts and counts are not given by this API.",
    who: "guests",
    kept: true,
    params: z.strictObject({ name }),
    answer: Member,
    carryOut: async (viewer, { params }) => member(await readProfile(viewer, params.name)),
  }),
  route({
    method: "GET",
    path: "/members/{name}/posts",
    summary: "What a member wrote, the newest first. `before` is a post’s number.",
    who: "guests",
    kept: true,
    params: z.strictObject({ name }),
    query: z.strictObject({ before, limit }),
    answer: PostLines,
    carryOut: async (viewer, { params, query }) => {
      const authorId = orNotFound(await findMemberId(viewer, params.name));
      const rows = await listPostsBefore(viewer, { before: query.before, authorId }, toSeeMore(query.limit));
      return lines(rows, query.limit, `/members/${encodeURIComponent(params.name)}/posts`);
    },
  }),
];
