import { describe, expect, test } from "vitest";
import { nameKey, nameSkeleton, problemOfName, tidyName } from "@/lib/accounts/names";

describe("a name can be", () => {
  test.each([
    "sandi",
    "gus_the_bus",
    "hal9k",
    "karen.r",
    "Jürgen",
    "Zoë-Ann",
    "Łukasz",
    "Ольга",
    "Ελένη",
    "محمد",
    "שרה",
    "देवी",
    "สมชาย",
    "さくら",
    "田中さん",
    "김민수",
    "Mary7",
    "badminton_fan",
    "modest",
    "Theodora",
    "stafford",
    "W".repeat(30),
  ])("%s", (name) => expect(problemOfName(tidyName(name))).toBeNull());
});

describe("a name can't be", () => {
  test.each([
    ["too short", "jo"],
    ["too long", "a".repeat(31)],
    ["two words", "mary lou"],
    ["an address", "mary@example.org"],
    ["markup", "<b>mary"],
    ["all digits", "12345"],
    ["ending in a dot", "mary."],
    ["two dashes in a row", "mary--lou"],
    ["Latin with one Cyrillic letter", "mаry"],
    ["Latin with one Greek letter", "jοhn"],
    ["stacked with accents", "a\u0301\u0302\u0303bc"],
    ["made to run backwards", "mary\u202egnp"],
    ["with an invisible joiner", "ma\u200dry"],
    ["a smiley", "mary😀"],
    ["half a character", "mary\ud800"],
    ["the administrator", "Admin"],
    ["an administrator with digits", "4dm1n"],
    ["an administrator by number", "admin42"],
    ["a moderator", "the_moderator"],
    ["moderators run together", "ForumModerators"],
    ["the forum", "Wellcited"],
    ["the forum, respelt", "we11cited"],
    ["someone who left", "former.member"],
    ["nobody", "null"],
    ["a guest", "guest"],
    ["staff", "staff-anna"],
    ["a moderator in Cyrillic letters", "мod"],
  ])("%s: %s", (_what, name) => expect(problemOfName(tidyName(name))).toMatch(/\.$/));
});

describe("two names are one person’s when they differ only in capitals:", () => {
  test.each([
    ["Sandi", "sANDI"],
    ["Jürgen", "JÜRGEN"],
    ["Strauß", "STRAUSS"],
    ["Ольга", "ОЛЬГА"],
    ["ｓａｎｄｉ", "sandi"],
  ])("%s and %s", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));
});

describe("two names look alike:", () => {
  test.each([
    ["coco", "сосо", "Latin and Cyrillic"],
    ["Ian", "lan", "capital i and small L"],
    ["B1ll", "Bill".replace("i", "l"), "one and small L"],
    ["Bob0", "BobO", "zero and O"],
    ["modern", "rnodern", "m and rn"],
    ["AOX", "ΑΟΧ", "Latin and Greek"],
    ["jose", "JOSE", "capitals"],
  ])("%s and %s (%s)", (one, other) => expect(nameSkeleton(one)).toBe(nameSkeleton(other)));
});

describe("two names are two people’s:", () => {
  test.each([
    ["sandi", "sandy"],
    ["mary1", "mary2"],
    ["gus_the_bus", "gus.the.bus"],
    ["jose", "josé"],
    ["karen", "karenr"],
  ])("%s and %s", (one, other) => expect(nameSkeleton(one)).not.toBe(nameSkeleton(other)));
});
