/** Facts for search engines. `<` is written as an escape, so that no text of a member can end the element. */
export function JsonLd({ facts }: { facts: object }) {
  const json = JSON.stringify(facts).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, escaped above
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
