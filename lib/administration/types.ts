import type { Role } from "@/lib/policy/viewer";

/** Someone who looks after the forum: all of it, or these categories. */
export type Keeper = { id: number; name: string; role: Role; categories: { id: number; name: string }[] };
