import { type MemberKey, membersByJoining } from "../members";
import { type Line, type Script, says } from "../script";
import { from2014to2018 } from "./counts-and-coffee-2014-2018";
import { from2019to2022 } from "./counts-and-coffee-2019-2022";
import { from2023to2026 } from "./counts-and-coffee-2023-2026";

/** When, who, what, and a key if it is quoted later. */
export type Said = [when: string, by: MemberKey, text: string, key?: string];

/** Every word is written by hand; only who pressed thanks is drawn, from the regulars of that year. */
export const countsAndCoffee: Script = {
  category: "living-with-itp",
  title: "Counts and coffee",
  lines: thankedLines([...from2014to2018, ...from2019to2022, ...from2023to2026]),
};

function thankedLines(all: Said[]): Line[] {
  let year = 2014;
  return all.map(([when, by, text, key], index) => {
    year = Number(/^\d{4}/.exec(when.length === 10 ? when : "")?.[0] ?? year);
    const thanks = thanksFor(index, by, text, year);
    return says(when, by, text, { ...(key && { key }), ...(thanks.length > 0 && { thanks }) });
  });
}

/** Long and quoted ones got more, quick answers fewer; people thank who had joined before that year. */
function thanksFor(index: number, by: MemberKey, text: string, year: number): MemberKey[] {
  const regulars = membersByJoining.filter(({ key, joinedAt }) => key !== by && Number(joinedAt.slice(0, 4)) < year);
  const wanted = text.length < 90 ? [0, 0, 1, 0, 2] : text.length < 170 ? [1, 2, 0, 3, 1] : [3, 5, 2, 4, 6];
  const many = Math.min(wanted[(index * 7) % 5] ?? 0, regulars.length);
  return Array.from({ length: many }, (_, n) => regulars[(index * 5 + n * 3) % regulars.length]?.key).filter(
    (key, n, keys) => key !== undefined && keys.indexOf(key) === n,
  ) as MemberKey[];
}
