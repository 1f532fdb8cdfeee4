import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { RENDERER_VERSION, type Rendered, recogniseCited, renderPost } from "./markdown";
import { cleanText, cleanTitle } from "./text-rules";

/** A text as it is kept, with everything that is made of it when it is saved. */
export type RenderedText = { source: string; rendered: Rendered; rendererVersion: number };

export function renderText(raw: string): RenderedText {
  return refusing(() => {
    const source = cleanText(raw);
    const rendered = renderPost(source);
    if (rendered.netCaughtSomething)
      log.error("the second net caught something in a post; it was kept as escaped text");
    return { source, rendered, rendererVersion: RENDERER_VERSION };
  });
}

/** What a text that is still being written will cite. */
export function citedIn(text: string): Rendered["citations"] {
  return refusing(() => recogniseCited(text));
}

export function tidyTitle(raw: string): string {
  return refusing(() => cleanTitle(raw));
}

/** The rules of texts know nothing of forms; here their refusals get the status that a form answers with. */
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { name, reason, sentence, field } = error as {
      name?: string;
      reason: string;
      sentence: string;
      field: string;
    };
    if (name === "TextRefusal") throw new Refusal(reason, sentence, { field });
    throw error;
  }
}
