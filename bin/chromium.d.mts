import type { Print } from "./steps.mjs";

export function findChromium(): Promise<string | null>;
export function bringChromium(print?: Print): Promise<string>;
