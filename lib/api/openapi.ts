import { z } from "zod";
import { BASE, type Route } from "./route";
import { shape } from "./shapes";

type Schema = Record<string, unknown>;

export const Problem = shape(
  "Problem",
  z.strictObject({
    type: z.string(),
    title: z.string().meta({ description: "The reason, as one word." }),
    status: z.int(),
    detail: z.string().meta({ description: "The sentence that a page would show." }),
    errors: z.record(z.string(), z.string()).optional().meta({ description: "Sentences by field." }),
    present: z
      .strictObject({ text: z.string(), version: z.int(), by: z.string(), at: z.iso.datetime() })
      .optional()
      .meta({ description: "Of an edit that someone else’s came before: the text that stands now." }),
    id: z.string().optional().meta({ description: "Of a fault of ours: what to tell us." }),
  }),
);

const common: Record<number, string> = {
  400: "The body can’t be read.",
  401: "Nobody is signed in, or the token isn’t valid.",
  403: "Not allowed; the reason says why.",
  404: "It isn’t there, or not for you.",
  406: "Only JSON can be had here.",
  409: "Something happened meanwhile.",
  413: "The body is longer than 1 MB.",
  415: "The body has to be JSON.",
  422: "A value isn’t as it should be.",
  429: "Too fast; Retry-After says when to come back.",
  500: "A fault of ours.",
  503: "The forum can’t do this for a moment.",
};

let made: Schema | null = null;

/** The whole table as OpenAPI 3.1, from the same schemas that the requests pass. */
export function openApi(routes: Route[]): Schema {
  made ??= documentOf(routes);
  return made;
}

function documentOf(routes: Route[]): Schema {
  const shapes: Record<string, Schema> = {};
  const paths: Record<string, Record<string, Schema>> = {};
  for (const route of routes) {
    const path = `${BASE}${route.path}`;
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operation(route, shapes);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "The forum’s API",
      version: "1",
      description:
        "How to begin is at /help/api. Times are in UTC. There are no headers for other sites’ scripts (CORS).",
    },
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(shapes).sort(([one], [other]) => (one < other ? -1 : 1))),
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token made at /settings/tokens." },
        session: { type: "apiKey", in: "cookie", name: "wellcited", description: "Pages of the forum itself." },
      },
    },
  };
}

function operation(route: Route, shapes: Record<string, Schema>): Schema {
  const { method, path, summary, who, query, body, answer, status, once } = route;
  const parameters = [...parametersIn("path", route.params, shapes), ...parametersIn("query", query, shapes)];
  if (once) {
    parameters.push({
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description: "Sent again with the same body, it does nothing twice and answers the same.",
      schema: { type: "string", format: "uuid" },
    });
  }
  const signedIn = [{ token: [] }, { session: [] }];
  return {
    operationId: `${method.toLowerCase()} ${path}`.replace(/[^a-z]+(\w)?/gi, (_, letter = "") => letter.toUpperCase()),
    summary,
    security: who === "guests" ? [{}, ...signedIn] : signedIn,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: jsonSchema(body, "input", shapes) } },
          },
        }
      : {}),
    responses: {
      [status]: answer
        ? { description: "As asked.", content: { "application/json": { schema: jsonSchema(answer, "input", shapes) } } }
        : { description: "Done; there is nothing to say." },
      ...Object.fromEntries(statusesOf(route).map((one) => [one, refusalWith(one, shapes)])),
    },
  };
}

/** The statuses of refusals that a route can give. */
export function statusesOf({ method, path, who, body, query, once, whileSuspended, refusals }: Route): number[] {
  const statuses = new Set<number>([406, 429, 500, 503, 401, ...refusals]);
  if (path.includes("{")) statuses.add(404);
  if (Object.keys(query.shape).length > 0) statuses.add(422);
  if (who !== "guests" || method !== "GET" || !whileSuspended) statuses.add(403);
  if (body) for (const one of [400, 413, 415, 422]) statuses.add(one);
  if (once) for (const one of [400, 422]) statuses.add(one);
  return [...statuses].sort((one, other) => one - other);
}

function refusalWith(status: number, shapes: Record<string, Schema>): Schema {
  return {
    description: common[status] ?? "Refused.",
    content: { "application/problem+json": { schema: jsonSchema(Problem, "input", shapes) } },
  };
}

function parametersIn(place: "path" | "query", schema: z.ZodObject, shapes: Record<string, Schema>): Schema[] {
  const { properties = {}, required = [] } = jsonSchema(schema, "input", shapes) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description ? { description } : {}),
    schema: rest,
  }));
}

/** A schema whose named shapes are put beside the others and referred to. */
function jsonSchema(schema: z.ZodType, io: "input" | "output", shapes: Record<string, Schema>): Schema {
  const text = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: "any", override }));
  const { $schema: _, $defs = {}, ...made } = JSON.parse(text.replaceAll("#/$defs/", "#/components/schemas/"));
  for (const [name, one] of Object.entries($defs as Record<string, Schema>)) shapes[name] = withoutId(one);
  if (typeof made.id !== "string") return made;
  shapes[made.id] = withoutId(made);
  return { $ref: `#/components/schemas/${made.id}` };
}

function withoutId({ id: _, $id: __, ...schema }: Schema): Schema {
  return schema;
}

/** zod spells out what a date or a number of JavaScript can be; "date-time" and "integer" say as much. */
function override({ jsonSchema: made }: { jsonSchema: Schema }): void {
  if (made.format) delete made.pattern;
  if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
  if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
}
