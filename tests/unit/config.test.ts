import { describe, expect, it } from "vitest";
import { readConfig } from "@/lib/platform/config";

describe("a variable that can't be used", () => {
  it.each([
    ["PORT", "abc", "PORT can’t be used: it must be a whole number from 0 to 65535."],
    ["PORT", "70000", "PORT can’t be used: it must be a whole number from 0 to 65535."],
    ["ORIGIN", "forum.example", "ORIGIN can’t be used: it must be a web address such as https://forum.example."],
    ["AUTH_SECRET", "short", "AUTH_SECRET can’t be used: it must be at least 32 characters long."],
    ["CONTACT_EMAIL", "nobody", "CONTACT_EMAIL can’t be used: it must be an e-mail address."],
    [
      "TRUSTED_PROXIES",
      "10.0.0.1/99",
      "TRUSTED_PROXIES can’t be used: it lists addresses or subnets, such as 10.0.0.1 or 10.0.0.0/8, with commas between.",
    ],
  ])("%s=%s is named in one sentence", (name, value, sentence) => {
    expect(() => readConfig({ [name]: value })).toThrow(sentence);
  });

  it("an empty variable counts as not set", () => {
    expect(readConfig({ PORT: "", ORIGIN: "" })).toMatchObject({ PORT: 3000, HOST: "127.0.0.1" });
  });

  it("an origin loses its path and its last slash", () => {
    expect(readConfig({ ORIGIN: "https://forum.example/" }).ORIGIN).toBe("https://forum.example");
  });
});
