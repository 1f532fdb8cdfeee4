import { describe, expect, test } from "vitest";
import { deviceOf, isOnline, normaliseEmail, safeNext, sessionLife } from "@/lib/accounts/rules";
import { JoinInput, ProfileInput } from "@/lib/accounts/schema";
import { isOld, mayRead, problemOfDay } from "@/lib/health/rules";
import { HealthFactsInput, PlateletCountInput } from "@/lib/health/schema";
import { guest } from "@/lib/policy/viewer";

const HOUR = 3_600_000;
const form = {
  name: "sandi",
  email: "sandi@example.org",
  password: "seventeen bread rolls",
  ofAge: "yes",
  agree: "yes",
  rulesVersion: "1",
  privacyVersion: "1",
  website: "",
  startedAt: "x",
  requestId: crypto.randomUUID(),
};
const problemOf = (field: string, value: string) =>
  JoinInput.safeParse({ ...form, [field]: value }).error?.issues.find(({ path }) => path[0] === field)?.message;

test("the form to join takes what a browser sends", () => {
  const joined = JoinInput.parse(form);
  expect(joined).toMatchObject({ name: "sandi", ofAge: true, agree: true, rulesVersion: 1, next: "/" });
});

test("a box left empty says which box", () => {
  const { ofAge: _, agree: __, ...unticked } = form;
  const fields = JoinInput.safeParse(unticked).error?.issues.map(({ path }) => path[0]);
  expect(fields).toEqual(["ofAge", "agree"]);
});

test.each([
  ["website", "https://clinic.example", "a field that people don’t see is filled in"],
  ["password", "short", "the password is short"],
  ["name", "  ", "there is no name"],
])("the form says so in a sentence: %s", (field, value) => expect(problemOf(field, value)).toMatch(/\.$/));

describe("no address:", () => {
  test.each([
    "karen",
    "karen@",
    "@example.org",
    "karen＠example.org,eve@example.org",
    "karen@example.org, eve@example.org",
    "a@b@example.org",
    "karen@example.org\nBcc: eve@example.org",
    '"karen"@example.org',
    "karen@[127.0.0.1]",
    `${"k".repeat(250)}@example.org`,
    "karen @example.org",
  ])("%j", (email) => expect(problemOf("email", email)).toMatch(/\.$/));
});

test.each([
  [" Karen@Example.ORG ", "karen@example.org"],
  ["ｋａｒｅｎ@example.org", "karen@example.org"],
  ["karen＠example.org", "karen@example.org"],
  ["karen@bücher.example", "karen@xn--bcher-kva.example"],
])("%j is written %s", (raw, email) => expect(normaliseEmail(raw)).toBe(email));

test.each([
  ["/t/12/hello?page=2#p40", "/t/12/hello?page=2#p40"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/a\nb", "/"],
  [undefined, "/"],
])("after logging in, %j leads to %s", (raw, path) => expect(safeNext(raw)).toBe(path));

test("whoever can hide others’ posts logs in every day, remembered or not", () => {
  expect(sessionLife("member", true).absolute).toBe(90 * 24 * HOUR);
  expect(sessionLife("member", false)).toEqual({ idle: 12 * HOUR, absolute: 24 * HOUR });
  expect(sessionLife("moderator", true)).toEqual({ idle: 12 * HOUR, absolute: 24 * HOUR });
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1",
    "Safari on iOS",
  ],
  ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36", "Chrome on Android"],
  ["<script>", "A browser"],
  [null, "A browser"],
])("a session’s device is its browser and system, no more: %s", (agent, device) =>
  expect(deviceOf(agent)).toBe(device),
);

test("online is the last quarter of an hour, and only of those who want it said", () => {
  const moment = new Date("2026-11-22T12:00:00Z");
  const seen = (minutes: number) => new Date(moment.getTime() - minutes * 60_000);
  expect(isOnline({ showOnline: true, lastSeenAt: seen(14) }, moment)).toBe(true);
  expect(isOnline({ showOnline: true, lastSeenAt: seen(16) }, moment)).toBe(false);
  expect(isOnline({ showOnline: false, lastSeenAt: seen(1) }, moment)).toBe(false);
});

test("a personal line is one line of at most 160 characters", () => {
  expect(ProfileInput.parse({ personalText: " Give me\n your platelets ", about: "" }).personalText).toBe(
    "Give me your platelets",
  );
  expect(ProfileInput.safeParse({ personalText: "x".repeat(161), about: "" }).success).toBe(false);
});

test.each([
  ["344", "10^9/L", "2018-06-09", true],
  ["61,5", "10^3/uL", "2026-01-01", true],
  ["3000", "10^9/L", "2018-06-09", true],
  ["3001", "10^9/L", "2018-06-09", false],
  ["150000", "10^9/L", "2018-06-09", false],
  ["-3", "10^9/L", "2018-06-09", false],
  ["344k", "10^9/L", "2018-06-09", false],
  ["344", "mg/dL", "2018-06-09", false],
  ["344", "10^9/L", "9.6.2018", false],
  ["344", "10^9/L", "2018-13-40", false],
])("a count of %s %s on %s: %s", (value, unit, day, fits) =>
  expect(PlateletCountInput.safeParse({ value, unit, day }).success).toBe(fits),
);

test("a count is of a day that has come, and old after a year", () => {
  const moment = new Date("2026-11-22T12:00:00Z");
  expect(problemOfDay(new Date("2026-11-22"), moment)).toBeNull();
  expect(problemOfDay(new Date("2026-11-24"), moment)).toMatch(/still to come/);
  expect(problemOfDay(new Date("1949-12-31"), moment)).toMatch(/check the year/);
  expect(isOld(new Date("2025-11-23"), moment)).toBe(false);
  expect(isOld(new Date("2025-11-21"), moment)).toBe(true);
});

test("a health fact is for members unless its member opens it", () => {
  const facts = HealthFactsInput.parse({ condition: "ITP", diagnosed: "" });
  expect(facts).toMatchObject({ conditionAudience: "members", countsAudience: "members", diagnosed: null });
  expect(mayRead(guest, 7, "members")).toBe(false);
  expect(mayRead(guest, 7, "everyone")).toBe(true);
});
