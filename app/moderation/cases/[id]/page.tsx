import type { Metadata } from "next";
import { currentViewer } from "@/app/_server/auth";
import { cardChoices, caseDetails } from "@/app/_server/cases";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { idIn, reading } from "@/app/_server/reading";
import { ApproveForm } from "@/components/approve-form";
import { CardDecisionForm } from "@/components/card-decision-form";
import { CasePage } from "@/components/case-page";
import { DecisionForm } from "@/components/decision-form";
import { Notice } from "@/components/notice";
import { readCase } from "@/lib/moderation/queries";
import { APPROVED, deedLabel } from "@/lib/moderation/rules";
import { DECISION_REASON_MAX } from "@/lib/moderation/schema";
import { kinds } from "@/lib/studies/amendments";
import { decideAction, decideOnCardAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ decided?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Case ${idIn((await params).id)}`, robots: { index: false } };
}

export default async function OneCasePage({ params, searchParams }: Props) {
  const id = idIn((await params).id);
  const here = `/moderation/cases/${id}`;
  const one = await reading(readCase(await currentViewer(), id), here);
  const form = formState("decide");
  const conflict = form.refusal?.reason === "decided-meanwhile";
  return (
    <Frame path={here} here="moderation">
      {(await searchParams).decided && !one.open && (
        <Notice announce>
          Decided, and everyone concerned has been told. <a href="/moderation">To the open cases</a>
        </Notice>
      )}
      <CasePage one={caseDetails(one)}>
        {one.notMine ? (
          <Notice>{one.notMine}</Notice>
        ) : one.kind === "study" ? (
          <CardDecisionForm
            choices={cardChoices(one)}
            kinds={one.study?.correct.includes("kind") ? kinds.map(({ words }) => words) : []}
            textMax={500}
            reasonMax={DECISION_REASON_MAX}
            action={decideOnCardAction}
            hidden={{
              form: "decide",
              id,
              version: one.version,
              requestId: conflict ? crypto.randomUUID() : (form.values.requestId ?? crypto.randomUUID()),
            }}
            form={form}
          />
        ) : (
          <>
            {one.deeds.includes("approve") && (
              <ApproveForm
                action={decideAction}
                hidden={{
                  form: "decide",
                  id,
                  version: one.version,
                  deed: "approve",
                  rulesVersion: one.rules.version,
                  reason: APPROVED,
                  requestId: crypto.randomUUID(),
                }}
              />
            )}
            <DecisionForm
              deeds={one.deeds.map((value) => ({ value, label: deedLabel(one.kind, value) }))}
              rules={one.rules.headings}
              rulesVersion={one.rules.version}
              reasonMax={DECISION_REASON_MAX}
              withUntil={one.deeds.includes("silence")}
              action={decideAction}
              hidden={{
                form: "decide",
                id,
                version: one.version,
                rulesVersion: one.rules.version,
                requestId: conflict ? crypto.randomUUID() : (form.values.requestId ?? crypto.randomUUID()),
              }}
              form={form}
            />
          </>
        )}
      </CasePage>
    </Frame>
  );
}
