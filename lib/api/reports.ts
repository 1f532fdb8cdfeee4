import { z } from "zod";
import { report } from "@/lib/moderation/commands";
import { caseKinds, reportReasons } from "@/lib/moderation/rules";
import { ReportInput } from "@/lib/moderation/schema";
import { route } from "./route";
import { id } from "./shapes";

export const reportRoutes = [
  route({
    method: "POST",
    path: "/reports",
    summary:
      "Reports a post, a thread, a member or what the card of a study says to the moderators, who are volunteers and may not read it for hours. If someone is in danger now, call your emergency number.",
    who: "members",
    status: 201,
    once: true,
    refusals: [404, 409],
    body: z.strictObject({
      kind: z.enum(caseKinds),
      id: id.meta({ description: "A post’s number, a thread’s, a member’s or a study’s id." }),
      reason: z.enum(reportReasons),
      note: ReportInput.shape.note,
    }),
    answer: z.strictObject({ kind: z.enum(caseKinds), id }),
    carryOut: async (reporter, { body, requestId }) => {
      await report(reporter, { ...body, requestId });
      return { kind: body.kind, id: body.id };
    },
  }),
];
