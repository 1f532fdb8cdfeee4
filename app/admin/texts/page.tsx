import type { Metadata } from "next";
import { AdminPage, administrator } from "@/app/_server/admin";
import { ownTextLabels, textsItCameWith } from "@/app/_server/own-texts";
import { formatDay } from "@/components/time";
import { listOwnTexts } from "@/lib/administration/queries";
import type { OwnTextView } from "@/lib/administration/types";

export const metadata: Metadata = { title: "Texts, administration", robots: { index: false } };

export default async function TextsPage() {
  const texts = await listOwnTexts(await administrator());
  return (
    <AdminPage path="/admin/texts" title="Texts" intro="What the forum itself says. Every version is kept.">
      <ul className="set-ups">
        {texts.map((text) => (
          <li key={text.kind}>
            <div>
              <h2>
                <a href={`/admin/texts/${text.kind}`}>{ownTextLabels[text.kind].label}</a>
              </h2>
              <p className="set-up-facts">{stateOf(text)}</p>
            </div>
          </li>
        ))}
      </ul>
    </AdminPage>
  );
}

function stateOf({ kind, version, source, publishedAt }: OwnTextView): string {
  if (publishedAt && source) return `Version ${version}, since ${formatDay(publishedAt)}`;
  return kind in textsItCameWith ? "As the forum came" : "None at the moment";
}
