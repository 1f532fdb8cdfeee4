import { afterEach, describe, expect, test } from "vitest";
import { readOptions, settle } from "@/bin/settings";

const LIVE = {
  ORIGIN: "https://forum.example",
  SMTP_URL: "smtp://mail.example:587",
  MAIL_FROM: "Forum <forum@forum.example>",
  AUTH_SECRET: "a secret of more than thirty-two characters",
  CONTACT_EMAIL: "help@forum.example",
};

const shell = { ...process.env };
const given = (variables: Record<string, string>) => Object.assign(process.env, variables);

afterEach(() => {
  process.env = { ...shell };
});

describe("a demo", () => {
  test("listens on this machine only", () => {
    expect(settle(readOptions([])).HOST).toBe("127.0.0.1");
    given({ HOST: "0.0.0.0" });
    expect(() => settle(readOptions([]))).toThrow(/listens on this machine only and HOST is 0\.0\.0\.0/);
  });

  test("is public when that was asked for", () => {
    given({ HOST: "" });
    expect(() => settle(readOptions(["--public-demo"]))).toThrow(/needs ORIGIN, the address people open it at/);
    given({ ORIGIN: "http://192.168.1.5:3000" });
    expect(settle(readOptions(["--public-demo"])).HOST).toBe("0.0.0.0");
  });

  test("sends no mail out, whatever the shell says", () => {
    given({ SMTP_URL: LIVE.SMTP_URL });
    settle(readOptions([]));
    expect(process.env.SMTP_URL).toBeUndefined();
  });
});

describe("a live forum", () => {
  test("starts with what it needs", () => {
    given(LIVE);
    expect(settle(readOptions(["--live"]))).toMatchObject({ ORIGIN: LIVE.ORIGIN });
  });

  test.each(Object.keys(LIVE))("does not start without %s, and says so", (name) => {
    given({ ...LIVE, [name]: "" });
    expect(() => settle(readOptions(["--live"]))).toThrow(new RegExp(`also needs ${name} in its environment`));
  });
});

test.each([
  [["--port", "abc"], {}, /PORT/],
  [[], { PORT: "70000" }, /PORT/],
  [[], { ORIGIN: "forum.example" }, /ORIGIN/],
  [[], { DATABASE_URL: "mysql://here" }, /DATABASE_URL/],
  [["--life"], {}, /Unknown option '--life'; npm start knows --live/],
  [["--live", "--public-demo"], LIVE, /either live or a demo/],
])("%j with %j is refused in a sentence that names it", (args, variables, sentence) => {
  given(variables as Record<string, string>);
  expect(() => settle(readOptions(args))).toThrow(sentence);
});

test("an option wins over the variable", () => {
  given({ PORT: "3000" });
  expect(settle(readOptions(["--port", "3001"])).PORT).toBe(3001);
});
