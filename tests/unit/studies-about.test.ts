import { describe, expect, it } from "vitest";
import { aboutOf, conditionAsSaid } from "@/lib/studies/about";
import { readFilters } from "@/lib/studies/schema";

const about = (title: string, subjects: string[] = [], conditions: string[] = [], interventions: string[] = []) =>
  aboutOf({ title, subjects, conditions, interventions });

describe("what a study is about", () => {
  it.each([
    ["Eltrombopag in ITP", [], ["Immune thrombocytopenia (ITP)"], ["Platelet-raising agents (TPO-RA)", "Eltrombopag"]],
    ["Chronic disease", ["Purpura, Thrombocytopenic, Idiopathic"], ["Immune thrombocytopenia (ITP)"], []],
    [
      "Umbilical cord-derived mesenchymal stem cells for lupus nephritis",
      [],
      ["Lupus (SLE)"],
      ["Cells from umbilical cord (UC-MSC)", "Mesenchymal stem cells (MSC)"],
    ],
    ["hUC-MSCs again", [], [], ["Cells from umbilical cord (UC-MSC)", "Mesenchymal stem cells (MSC)"]],
    ["A trial", ["Vasculitis, Systemic", "Humans", "Apoptosis", "Prognosis", "Female"], ["Systemic Vasculitis"], []],
    ["A trial", ["Antibodies, Monoclonal", "Bortezomib", "Splenectomy"], [], ["Splenectomy", "Bortezomib"]],
    ["A fitful title, because habit hits", [], [], []],
  ])("%s %j: %j and %j", (title, subjects, conditions, treatments) => {
    expect(about(title, subjects)).toMatchObject({ conditions, treatments });
  });

  it("takes what a registry says of the trial, without its placebo", () => {
    expect(
      about("A trial", [], ["Scurvy", "Immune Thrombocytopenia"], ["Lemons", "Placebo", "Standard of care"]),
    ).toMatchObject({
      conditions: ["Immune thrombocytopenia (ITP)", "Scurvy"],
      treatments: ["Lemons"],
    });
  });

  it("names few things, and each once", () => {
    const many = Array.from({ length: 40 }, (_, n) => `Invented ${n} disease`);
    expect(about("ITP", [...many, ...many]).conditions).toHaveLength(12);
  });
});

describe("an address of the studies page", () => {
  it("is read as far as it can be, and an empty field counts as none", () => {
    expect(
      readFilters({
        q: "  cells ",
        kind: "randomised",
        subject: "ghosts",
        from: "",
        to: "abc",
        free: "yes",
        warning: ["none"],
        page: "4",
      }),
    ).toEqual({ q: "cells", kind: "randomised", free: "yes", warning: "none" });
  });
});

describe("a condition as people call it", () => {
  it.each([
    ["Purpura, Thrombocytopenic, Idiopathic", "Immune thrombocytopenia (ITP)"],
    ["Immune Thrombocytopenia (ITP)", "Immune thrombocytopenia (ITP)"],
    ["Lupus Erythematosus, Systemic", "Lupus (SLE)"],
    ["Sjogren's Syndrome", "Sjögren’s syndrome"],
    ["Graft vs Host Disease", "Graft-versus-host disease"],
    ["Diabetes Mellitus, Type 2", "Type 2 Diabetes Mellitus"],
    // Never wider than what the record says.
    ["Lupus Nephritis", "Lupus Nephritis"],
    ["Lupus Erythematosus, Cutaneous", "Cutaneous Lupus Erythematosus"],
    ["Chronic ITP", "Chronic ITP"],
    ["Hepatitis C, Chronic", "Chronic Hepatitis C"],
    ["Cerebral Hemorrhage", "Cerebral Hemorrhage"],
  ])("%s: %s", (words, said) => {
    expect(conditionAsSaid(words)).toBe(said);
  });
});
