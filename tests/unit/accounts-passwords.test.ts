import { describe, expect, test } from "vitest";
import { problemOfPassword, tidyPassword } from "@/lib/accounts/password-rules";
import { hashPassword, isOutdated, isPassword } from "@/lib/accounts/passwords";

const karen = { name: "karen_r", email: "karen.rees@bakery.example.org" };

describe("a password can be", () => {
  test.each([
    ["a few words", "correct horse battery staple"],
    ["words without spaces", "seventeenbreadrolls"],
    ["letters of any alphabet", "облака над рекой"],
    ["signs and digits", "7!kLq#92vTz$"],
    ["what a manager makes", "kJ8sd0-aXeq2vB"],
    ["a long one", "x7".concat("kite ".repeat(200))],
  ])("%s", (_what, password) => expect(problemOfPassword(password, karen)).toBeNull());
});

describe("a password can't be", () => {
  test.each([
    ["eleven characters", "7!kLq#92vTz"],
    ["more than 1,024 bytes", "日".repeat(342)],
    ["with a NUL in it", "abcd\0efghijklmno"],
    ["half a character", "seventeen bread\ud800"],
    ["on the list of common ones", "1q2w3e4r5t6y"],
    ["a common one with digits behind", "password123456"],
    ["a common one said twice", "dragondragon"],
    ["one letter", "aaaaaaaaaaaa"],
    ["two letters", "abababababab"],
    ["the alphabet", "abcdefghijklmn"],
    ["a row of keys", "qwertyuiop1234"],
    ["a row of keys, backwards", "0987654321poiuy"],
    ["one’s name", "karen_r-karen_r"],
    ["one’s address", "karen.rees@bakery.example.org"],
    ["one’s address with a year", "karenrees2026"],
    ["the forum", "wellcited2026"],
    ["the illness", "Platelets123!"],
  ])("%s", (_what, password) => expect(problemOfPassword(password, karen)).toMatch(/\.$/));
});

test("a password fits itself and no other, and nobody has none", async () => {
  const hashed = await hashPassword("seventeen bread rolls");
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(isOutdated(hashed)).toBe(false);
  expect(await isPassword("seventeen bread rolls", hashed)).toBe(true);
  expect(await isPassword("seventeen bread roll", hashed)).toBe(false);
  expect(await isPassword("seventeen bread rolls", null)).toBe(false);
});

test("the same keys on another keyboard are the same password", () => {
  expect(tidyPassword("Zu\u0308rich am Abend")).toBe(tidyPassword("Zürich am Abend"));
});

test("a flood of log-ins is asked to wait instead of being queued without end", async () => {
  const answers = await Promise.allSettled(Array.from({ length: 60 }, () => isPassword("whatever it is", null)));
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({ reason: { status: 503, more: { retryAfter: 5 } } });
  expect(await isPassword("whatever it is", null)).toBe(false);
});
