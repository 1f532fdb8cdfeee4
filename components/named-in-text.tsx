import type { NamedStudies } from "@/lib/studies/types";
import { StoredHtml } from "./stored-html";

/** Which studies the text above names: after a preview, and with public/composer.js while it is written. */
export function NamedInText({ studies }: { studies?: NamedStudies }) {
  return (
    <>
      <div className="named" data-named="">
        <p className="named-count" role="status">
          {studies?.sentence}
        </p>
        <StoredHtml html={studies?.list ?? ""} />
      </div>
      <script type="module" src="/composer.js" />
    </>
  );
}
