import { expect, test } from "vitest";
import { openApi } from "@/lib/api/openapi";
import { BASE } from "@/lib/api/route";
import { routes } from "@/lib/api/routes";

// biome-ignore lint/suspicious/noExplicitAny: a document, looked into from outside
const document = openApi(routes) as any;
const named = routes.map((route) => ({ ...route, title: `${route.method} ${route.path}` }));

test.each(named)("$title is in the document, with what it takes and gives", (route) => {
  const operation = document.paths[`${BASE}${route.path}`]?.[route.method.toLowerCase()];
  expect(operation.summary.length).toBeGreaterThan(5);
  const inPath = (operation.parameters ?? []).filter((one: { in: string }) => one.in === "path");
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  expect(inPath.map(({ name }: { name: string }) => name)).toEqual(names);
  expect(Object.keys(route.params.shape)).toEqual(names);
  expect(Boolean(operation.requestBody)).toBe(route.body !== null);
  expect(Boolean(operation.responses[route.status].content)).toBe(route.answer !== null);
  expect(operation.responses[500].content["application/problem+json"]).toBeDefined();
});

test("the document names no route that isn't there", () => {
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path.slice(BASE.length)}`),
  );
  expect(documented.sort()).toEqual(named.map(({ title }) => title).sort());
  expect(new Set(documented).size).toBe(documented.length);
});

test("whatever the document refers to is in it, and each operation has a name of its own", () => {
  const text = JSON.stringify(document);
  const referred = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, at = ""]) => at);
  expect(referred.length).toBeGreaterThan(10);
  for (const at of referred) {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(at)?.[1];
    expect(document.components.schemas[name ?? ""], at).toBeDefined();
  }
  const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(routes.length);
});

test("only reading needs no one signed in, and only guests' reading is kept", () => {
  for (const { method, who, kept, body, once, title } of named) {
    if (method === "GET") expect([body, once], title).toEqual([null, false]);
    else expect([who === "guests", kept], title).toEqual([false, false]);
    if (kept) expect(who, title).toBe("guests");
  }
});
