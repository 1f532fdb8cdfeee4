import { describe, expect, test } from "vitest";
import { readAbstract } from "@/lib/studies/reading";
import { harmSentences } from "../support/harm-sentences";

const before = [
  "We treated 30 adults with refractory disease for one year.",
  "The main score rose from 12 to 30 (p = 0.01).",
];
const after = "The treatment works, and larger studies are needed to learn for how long.";
const title = "A new treatment for refractory disease";

// Alone in an abstract that says nothing else of harms. Of three lots, 60, 52 and 67 in 100 were seen at their first look.
describe("an abstract that tells of a harm is never called silent", () => {
  test.each(harmSentences)("%s", (sentence) => {
    const labelled = [
      { label: "METHODS", text: before[0] as string },
      { label: "RESULTS", text: `${before[1]} ${sentence}` },
      { label: "CONCLUSIONS", text: after },
    ];
    expect(readAbstract(labelled, { title }).harmsState).not.toBe("none-found");
    expect(readAbstract([{ text: [...before, sentence, after].join(" ") }], { title }).harmsState).not.toBe(
      "none-found",
    );
  });
});

// Abstracts of one or two sentences: the harm is what the report is about, and often its first words.
describe("a report of somebody who came to harm is never called silent", () => {
  test.each([
    ["A swelling after penicillin", "A case of anaphylaxis by mouth is described. Its prevention is reviewed."],
    ["The child's brain", "We present a girl of five who had a crisis of anaemia induced by an antibiotic."],
    [
      "Delayed palsy following an operation on the ear",
      "We report six cases of palsy occurring between four and ten days after stapedectomy.",
    ],
    [
      "Fentanyl and the chest",
      "A case of rigidity is described in an elderly patient who received a dose of fentanyl.",
    ],
    ["Then and now", "A rare case is described secondary to the ingestion of methysergide by a woman."],
    ["A balloon", "A case of ruptured balloon with separation from the catheter is presented."],
  ])("%s: %s", (title, text) => {
    expect(readAbstract([{ text }], { title }).harmsState).not.toBe("none-found");
  });
});

describe("what was studied is not called a harm", () => {
  test.each([
    ["Prophylaxis in severe haemophilia", "The annual bleeding rate was 2.9 and 23.3."],
    ["Aspirin and death after stroke", "Death within a year occurred in 12% and 15%."],
  ])("%s: %s", (title, sentence) => {
    const reading = readAbstract(
      [
        { label: "AIM", text: "The primary outcome was bleeding or death." },
        { label: "RESULTS", text: `We followed 400 people. ${sentence}` },
        { label: "CONCLUSIONS", text: after },
      ],
      { title },
    );
    expect(reading.harmsUnsure).toBe(true);
    expect(reading.harms.map(({ text }) => text)).toEqual([sentence]);
  });

  test.each([
    "The score rose from 12 to 30 (p = 0.01).",
    "Patients with anaemia had a longer history of fatigue.",
    "Of 44 adults, 41 reached a response.",
  ])("%s", (sentence) => {
    const reading = readAbstract([
      { label: "METHODS", text: "We asked 44 adults." },
      { label: "RESULTS", text: sentence },
    ]);
    expect(reading.harmsUnsure || reading.harmsState === "none-found").toBe(true);
  });
});
