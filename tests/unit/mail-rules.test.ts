import { expect, it } from "vitest";
import { withoutNames } from "@/lib/mail/rules";

it.each([
  ["karenr@example.org", "k…@example.org"],
  ["550 5.1.1 <karen.r+itp@example.org>: unknown user", "550 5.1.1 <k…@example.org>: unknown user"],
  ["to karen@example.org, luis@example.net", "to k…@example.org, l…@example.net"],
  ["a@example.org", "a…@example.org"],
  ["connect ECONNREFUSED 127.0.0.1:25", "connect ECONNREFUSED 127.0.0.1:25"],
])("an administrator reads %s without whose it is", (text, shown) => expect(withoutNames(text)).toBe(shown));
