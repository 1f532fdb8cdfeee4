import { origin } from "@/lib/platform/config";

/** What every page says of itself unless it says something else. */
export function forumMetadata() {
  return {
    metadataBase: new URL(origin()),
    title: { default: "Wellcited · living with ITP, with sources", template: "%s · Wellcited" },
    description:
      "A moderated forum for people with immune thrombocytopenia, where a link to a study becomes a summary you can read and check.",
    openGraph: { siteName: "Wellcited", type: "website" as const, locale: "en_GB" },
    alternates: { types: { "application/atom+xml": "/feed.xml" } },
    icons: { icon: "/favicon.svg" },
  };
}
