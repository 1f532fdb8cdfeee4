import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { keptAbstract } from "@/lib/studies/abstracts";
import { mergeRecords } from "@/lib/studies/merging";
import type { AbstractSection, SourceRecord } from "@/lib/studies/types";
import type { Case } from "./cases";
import type { Label } from "./labels";

/** As PubMed has it; in a file of its own or in a list. */
type RealAbstract = { pmid: string; title: string; mesh?: string[]; types?: string[]; sections: AbstractSection[] };

const origin = { url: "https://example.org/", retrievedAt: "2026-11-21T10:00:00.000Z" };

/**
 * Real abstracts by their PMIDs, from a folder that REAL_ABSTRACTS names: the texts are their publishers' and stay out of
 * the repository, only what a person read in them is kept (real-labels.txt). None where no folder is named.
 */
export function realCases(set?: string): Case[] {
  const folder = process.env.REAL_ABSTRACTS;
  if (!folder) return [];
  const texts = new Map(textsIn(folder).map((one) => [String(one.pmid), one]));
  return realLabels()
    .filter((one) => !set || one.set === set)
    .flatMap(({ pmid, label }) => {
      const text = texts.get(pmid);
      return text ? [realCase(text, label)] : [];
    });
}

/** Lines of set, PMID, people ("41", "-/220" where another number is right too), harms ("yes", "no", "arguable"), kinds and, since batch p, whether people are counted in one number, between tabs. */
export function realLabels(): { set: string; pmid: string; label: Label }[] {
  return readFileSync(path.join(import.meta.dirname, "real-labels.txt"), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => {
      const [set = "", pmid = "", people = "-", harms = "", kinds = "", total] = line.split("\t");
      const [first = "-", ...others] = people.split("/");
      return {
        set,
        pmid,
        label: {
          id: /^\d+$/.test(pmid) ? `PubMed ${pmid}` : pmid,
          people: first === "-" ? null : Number(first),
          ...(others.length > 0 ? { alsoRight: others.map(Number) } : {}),
          harms: harms === "arguable" ? null : harms === "yes",
          kinds: kinds.split(","),
          ...(total ? { total: total as "yes" | "no" | "arguable" } : {}),
        },
      };
    });
}

function textsIn(folder: string): RealAbstract[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return textsIn(file);
    if (!name.endsWith(".json")) return [];
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    return (Array.isArray(read) ? read : [read]) as RealAbstract[];
  });
}

function realCase({ title, mesh, types, sections }: RealAbstract, label: Label): Case {
  const record: SourceRecord = {
    source: "pubmed",
    subject: "",
    ...origin,
    facts: {
      identifiers: [],
      title,
      ...(mesh ? { subjects: mesh } : {}),
      publicationTypes: (types ?? ["Journal Article"]).map((name) => ({ name })),
      ...keptAbstract(sections, undefined, origin.retrievedAt, { title }),
    },
  };
  return { label, from: "real", heldOut: false, facts: mergeRecords([record]), records: [record] };
}
