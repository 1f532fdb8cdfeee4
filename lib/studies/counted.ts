import type { Kind, Reading, StudyFacts } from "./types";

/** Who took part in animals' or other people's studies isn't a number of people in this one, and of a plan nobody did. */
export function readingAbout(kind: Kind | undefined, { people, pooled, arms, ...rest }: Reading): Reading {
  if (!isOfPeople(kind) || isPlan(kind)) return rest;
  return kind?.subject === "papers"
    ? { ...rest, ...(pooled ? { pooled } : {}) }
    : { ...rest, ...(people ? { people } : {}), ...(arms ? { arms } : {}) };
}

/** The facts of a study that turned out to be this: without what a record says of people who weren't in it. */
export function factsAbout(kind: Kind, { participants, conditions, reading, ...rest }: StudyFacts): StudyFacts {
  return {
    ...rest,
    ...(reading ? { reading: { ...reading, value: readingAbout(kind, reading.value) } } : {}),
    ...(participants && isOfPeople(kind) && kind.subject !== "papers" ? { participants } : {}),
    ...(conditions && isOfPeople(kind) ? { conditions } : {}),
  };
}

export function isOfPeople(kind: Kind | undefined): boolean {
  return kind?.subject !== "animals" && kind?.subject !== "cells";
}

function isPlan(kind: Kind | undefined): boolean {
  return [kind?.words, kind?.also].some((words) => words?.startsWith("Plan of"));
}
