import type { Kind, Reading } from "./types";

/** Who took part in animals' or other people's studies isn't a number of people in this one, and of a plan nobody did. */
export function readingAbout(kind: Kind | undefined, { people, pooled, arms, ...rest }: Reading): Reading {
  if (!isOfPeople(kind) || isPlan(kind)) return rest;
  return kind?.subject === "papers"
    ? { ...rest, ...(pooled ? { pooled } : {}) }
    : { ...rest, ...(people ? { people } : {}), ...(arms ? { arms } : {}) };
}

export function isOfPeople(kind: Kind | undefined): boolean {
  return kind?.subject !== "animals" && kind?.subject !== "cells";
}

/** Else a registered trial that a paper names isn't what it tells of: a case report may name one in passing. */
export function isOfTrial(kind: Pick<Kind, "words" | "also"> | undefined): boolean {
  return [kind?.words, kind?.also].some((words) => /^Plan of|\b(?<!outside a )trial\b/i.test(words ?? ""));
}

function isPlan(kind: Kind | undefined): boolean {
  return [kind?.words, kind?.also].some((words) => words?.startsWith("Plan of"));
}
