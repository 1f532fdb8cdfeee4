/** Facts for search engines. `<` can't stand in a script element, whatever someone wrote. */
export function JsonLd({ facts }: { facts: object }) {
  const json = JSON.stringify(facts).replace(/</g, "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a data block, escaped above
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
