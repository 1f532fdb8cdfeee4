import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { origin } from "@/lib/platform/config";
import "@/app/styles/site.css";

/** Every page depends on who is looking or on the page store, never on what was there at build time. */
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(origin()),
    title: { default: "Wellcited · living with ITP, with sources", template: "%s · Wellcited" },
    description:
      "A moderated forum for people with immune thrombocytopenia, where a link to a study becomes a summary you can read and check.",
    openGraph: { siteName: "Wellcited", type: "website", locale: "en_GB" },
    alternates: { types: { "application/atom+xml": "/feed.xml" } },
    icons: { icon: "/favicon.svg" },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <script src="/enhance.js" defer />
      </body>
    </html>
  );
}
