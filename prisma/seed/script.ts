/**
 * How a thread is written down: who says what, and when, on a day ("2017-10-14"), at a time of it in UTC ("2017-10-14 13:20") or some time after the
 * post before it ("40m", "3h", "2d"). `daily-rhythm.ts` turns that into times at which the person is awake.
 */

import { laterMoment, momentOf } from "./daily-rhythm";
import type { MemberKey } from "./members";
import type { SeedPost, SeedThread } from "./types";

export type Line = {
  when: string;
  by: MemberKey;
  text: string;
  key?: string;
  thanks?: MemberKey[];
  edit?: { after: string; text: string; reason: string };
  withdrawnAfter?: string;
};

export type Script = Omit<SeedThread, "posts"> & { lines: Line[] };

export function says(
  when: string,
  by: MemberKey,
  text: string,
  more: Pick<Line, "key" | "thanks" | "edit" | "withdrawnAfter"> = {},
): Line {
  return { when, by, text: text.trim(), ...more };
}

export function threadFrom({ lines, ...thread }: Script): SeedThread {
  const posts: SeedPost[] = [];
  let before: Date | undefined;
  for (const { when, by, text, key, thanks, edit, withdrawnAfter } of lines) {
    const at = momentOf(when, by, before, text);
    before = at;
    posts.push({
      by,
      at: at.toISOString(),
      text,
      ...(key && { key }),
      ...(thanks && { thankedBy: thanks }),
      ...(edit && {
        edit: {
          at: laterMoment(at, edit.after, by, edit.text).toISOString(),
          text: edit.text.trim(),
          reason: edit.reason,
        },
      }),
      ...(withdrawnAfter && { withdrawnAt: laterMoment(at, withdrawnAfter, by, text).toISOString() }),
    });
  }
  return { ...thread, posts };
}
