import type { Role } from "@/lib/policy/viewer";
import type { OwnText } from "./schema";

/** Someone who looks after the forum: all of it, or these categories. */
export type Keeper = { id: number; name: string; role: Role; categories: { id: number; name: string }[] };

/** A text of the forum as an administrator finds it; version 0 and empty while it is the one the forum came with. */
export type OwnTextView = { kind: OwnText; version: number; source: string; publishedAt: Date | null };

export type TextVersion = { version: number; publishedAt: Date; by: string | null };

/** How far the forum is, and what waits for an administrator. */
export type Overview = {
  categories: number;
  administrators: number;
  /** The rules or the privacy text have a version of their own. */
  ownRules: boolean;
  mailWent: boolean;
  stoppedMails: number;
  failedJobs: number;
};
