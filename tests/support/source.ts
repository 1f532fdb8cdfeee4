import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Module, parseSync } from "@swc/core";

export type SourceFile = { path: string; text: string };

/** The project's own files under these folders, for tests that read code. */
export function readSources(folders: string[], matching: RegExp = /\.tsx?$/): SourceFile[] {
  return folders
    .flatMap((folder) => walk(folder))
    .filter((file) => matching.test(file) && !file.includes("prisma-client/"))
    .map((file) => ({ path: file, text: readFileSync(file, "utf8") }));
}

function walk(folder: string): string[] {
  let entries: import("node:fs").Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // a folder that isn't there yet holds nothing
  }
  return entries.flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? walk(file) : [file];
  });
}

export function parse({ path: file, text }: SourceFile): Module {
  return parseSync(text, { syntax: "typescript", tsx: file.endsWith("x"), target: "es2022" });
}

/** The code without its comments, so that a word in an explanation is not taken for a deed. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}
