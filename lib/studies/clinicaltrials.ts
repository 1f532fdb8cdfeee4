import { z } from "zod";
import { found, jsonOf, list, present, type SourceAnswer, text } from "./answers";
import { ask } from "./fetch";
import { asIdentifier } from "./identifiers";
import { plainText } from "./markup";
import type { Asking } from "./registries";
import type { SourceFacts, Trial } from "./types";

// https://clinicaltrials.gov/data-api/about-api/study-data-structure
const Dated = z.looseObject({ date: text }).optional().catch(undefined);
const Study = z.looseObject({
  hasResults: z.boolean().optional().catch(undefined),
  protocolSection: z.looseObject({
    identificationModule: z.looseObject({
      nctId: z.string(),
      briefTitle: text,
      officialTitle: text,
      nctIdAliases: list(z.string()),
    }),
    statusModule: z
      .looseObject({
        overallStatus: text,
        lastKnownStatus: text,
        whyStopped: text,
        statusVerifiedDate: text,
        startDateStruct: Dated,
        lastUpdatePostDateStruct: Dated,
      })
      .optional()
      .catch(undefined),
    sponsorCollaboratorsModule: z
      .looseObject({ leadSponsor: z.looseObject({ name: text }).optional().catch(undefined) })
      .optional()
      .catch(undefined),
    conditionsModule: z
      .looseObject({ conditions: list(z.string()) })
      .optional()
      .catch(undefined),
    armsInterventionsModule: z
      .looseObject({
        interventions: list(z.looseObject({ name: text })),
        armGroups: list(z.looseObject({ label: text, interventionNames: list(z.string()) })),
      })
      .optional()
      .catch(undefined),
    designModule: z
      .looseObject({
        studyType: text,
        phases: list(z.string()),
        designInfo: z
          .looseObject({
            allocation: text,
            interventionModel: text,
            maskingInfo: z.looseObject({ masking: text }).optional().catch(undefined),
          })
          .optional()
          .catch(undefined),
        enrollmentInfo: z
          .looseObject({ count: z.number().int().nonnegative(), type: z.enum(["ACTUAL", "ESTIMATED"]) })
          .optional()
          .catch(undefined),
      })
      .optional()
      .catch(undefined),
  }),
});
type Study = z.infer<typeof Study>;

/** Whole records carry results of several megabytes; these are the parts a card reads. */
const MODULES = [
  "IdentificationModule",
  "StatusModule",
  "SponsorCollaboratorsModule",
  "ConditionsModule",
  "DesignModule",
  "ArmsInterventionsModule",
  "HasResults",
];

export async function askClinicalTrials(registries: Asking, nct: string): Promise<SourceAnswer> {
  const url = `https://clinicaltrials.gov/study/${nct}`;
  const address = new URL(`${registries.urls.clinicaltrials}/studies/${nct}`);
  address.searchParams.set("fields", MODULES.join(","));

  const reply = await ask(registries, "clinicaltrials", address, "application/json");
  if (reply.outcome === "answered" && (reply.status === 404 || reply.status === 400)) {
    return { outcome: "not-found", url, retrievedAt: reply.retrievedAt };
  }
  const answer = jsonOf(reply, Study);
  if (!("json" in answer)) return answer;
  const retrievedAt = reply.outcome === "answered" ? reply.retrievedAt : "";
  const { nctId, nctIdAliases } = answer.json.protocolSection.identificationModule;
  // An old number redirects to its trial, which then lists it among its aliases.
  const names = [nctId, ...nctIdAliases].map((name) => asIdentifier("nct", name)?.value);
  if (!names.includes(nct)) return { outcome: "refused", url, retrievedAt };
  return found(() => factsOf(answer.json, names[0] ?? nct), { url, retrievedAt });
}

function factsOf(study: Study, nct: string): SourceFacts {
  const trial = trialOf(study, nct);
  return {
    identifiers: [{ kind: "nct", value: nct }],
    ...present({ title: trial.title }),
    trial,
  };
}

function trialOf({ hasResults, protocolSection }: Study, nct: string): Trial {
  const { identificationModule: identification, statusModule: status, designModule: design } = protocolSection;
  const updated = status?.lastUpdatePostDateStruct?.date;
  const verified = status?.statusVerifiedDate;
  return {
    nct,
    ...present({
      title: plainText(identification.officialTitle ?? identification.briefTitle ?? "") || undefined,
      status: status?.overallStatus,
      lastKnownStatus: status?.lastKnownStatus,
      statusDate: updated
        ? { date: updated, what: "updated" as const }
        : verified
          ? { date: verified, what: "verified" as const }
          : undefined,
      whyStopped: plainText(status?.whyStopped ?? "") || undefined,
      studyType: design?.studyType,
      phases: design?.phases,
      allocation: design?.designInfo?.allocation,
      interventionModel: design?.designInfo?.interventionModel,
      masking: design?.designInfo?.maskingInfo?.masking,
      enrolment: design?.enrollmentInfo
        ? { count: design.enrollmentInfo.count, type: design.enrollmentInfo.type }
        : undefined,
      conditions: protocolSection.conditionsModule?.conditions.map(plainText),
      interventions: interventionsOf(protocolSection.armsInterventionsModule),
      arms: armsOf(protocolSection.armsInterventionsModule),
      sponsor: plainText(protocolSection.sponsorCollaboratorsModule?.leadSponsor?.name ?? "") || undefined,
      startDate: status?.startDateStruct?.date,
      resultsPosted: hasResults,
    }),
  };
}

function interventionsOf(module: Study["protocolSection"]["armsInterventionsModule"]): string[] | undefined {
  const names = (module?.interventions ?? []).map(({ name }) => plainText(name ?? "")).filter(Boolean);
  return names.length > 0 ? names.slice(0, 20) : undefined;
}

/** As the registry labels them, with what each is given; "Drug: " before a name is the registry's sorting. */
function armsOf(module: Study["protocolSection"]["armsInterventionsModule"]): Trial["arms"] {
  const arms = (module?.armGroups ?? []).flatMap(({ label, interventionNames }) => {
    const called = plainText(label ?? "");
    const given = interventionNames
      .map((name) => plainText(name).replace(/^[A-Z][a-z]+(?: [A-Z][a-z]+)?: /, ""))
      .filter(Boolean);
    return called ? [{ label: called, ...(given.length > 0 ? { given } : {}) }] : [];
  });
  return arms.length > 0 ? arms.slice(0, 20) : undefined;
}
