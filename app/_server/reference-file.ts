import { isRefusal } from "@/lib/platform/errors";
import { readReference } from "@/lib/studies/queries";
import { currentViewer } from "./auth";

const files = {
  ris: { type: "application/x-research-info-systems", ending: "ris" },
  bibtex: { type: "application/x-bibtex", ending: "bib" },
} as const;

/** The reference of a study as a file, for whoever may see its page. */
export async function referenceFile(form: keyof typeof files, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { type, ending } = files[form];
  try {
    if (!/^[1-9]\d{0,8}$/.test(id)) return nothing();
    const reference = await readReference(await currentViewer(), Number(id));
    return new Response(reference[form], {
      headers: {
        "content-type": `${type}; charset=utf-8`,
        "content-disposition": `attachment; filename="wellcited-study-${reference.id}.${ending}"`,
        "cache-control": "private, no-cache",
        "x-robots-tag": "noindex",
      },
    });
  } catch (error) {
    if (isRefusal(error)) return nothing();
    throw error;
  }
}

function nothing(): Response {
  return new Response("There is nothing here.\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
