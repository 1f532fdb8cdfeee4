import { publishDocument } from "@/lib/accounts/writes";
import { transaction } from "@/lib/platform/db";
import { renderPost } from "@/lib/posts/markdown";
import { documents } from "./seed/documents";

/** The rules, the privacy text and the wording of the consent to health facts, as a new forum has them. Those that are there stay. */
export async function publishFirstDocuments(names: { forum: string; contact: string }): Promise<void> {
  await transaction(async (tx) => {
    for (const { kind, version, source } of documents) {
      const text = source.replaceAll("{{forum}}", names.forum).replaceAll("{{contact}}", names.contact);
      await publishDocument(tx, { kind, version, source: text, html: renderPost(text).html });
    }
  });
}
