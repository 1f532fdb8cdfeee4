import { z } from "zod";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import { caseRoutes } from "./cases";
import { categoryRoutes } from "./categories";
import { memberRoutes } from "./members";
import { noticeRoutes } from "./notices";
import { openApi } from "./openapi";
import { postRoutes } from "./posts";
import { reportRoutes } from "./reports";
import { type Route, route } from "./route";
import { searchRoutes } from "./search";
import { studyRoutes } from "./studies";
import { threadRoutes } from "./threads";

/** Everything there is. A route that isn't here isn't anywhere. */
export const routes: Route[] = [
  ...categoryRoutes,
  ...threadRoutes,
  ...postRoutes,
  ...memberRoutes,
  ...studyRoutes,
  ...searchRoutes,
  ...noticeRoutes,
  ...reportRoutes,
  ...caseRoutes,
  route({
    method: "GET",
    path: "/openapi.json",
    summary: "This description.",
    who: "guests",
    kept: true,
    whileSuspended: true,
    answer: z.record(z.string(), z.unknown()),
    carryOut: async () => {
      seen(tags.documents());
      return openApi(routes);
    },
  }),
];
