import type { Print } from "./steps.mjs";

export const root: string;
export function makeReady(print?: Print): Promise<void>;
export function hashOf(paths: string[]): string;
