import type { Viewer } from "@/lib/policy/viewer";
import { previewPost } from "@/lib/posts/commands";
import { previewStudies } from "@/lib/studies/commands";
import type { NamedStudies } from "@/lib/studies/types";

/** What a composer shows before anything is sent. */
export type Preview = { html: string; named: NamedStudies };

export async function previewText(author: Viewer, input: { text: string }): Promise<Preview> {
  const { html } = await previewPost(author, input);
  return { html, named: await previewStudies(author, input) };
}
