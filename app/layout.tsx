import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import "@/app/styles/site.css";
import { forumMetadata } from "@/app/_server/forum-metadata";

/** Every page depends on who is looking or on the page store, never on what was there at build time. */
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return forumMetadata();
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default function RootLayout({ children }: { children: ReactNode }) {
  // Beside the style sheet instead of after it, so that even a first visit has it in time (styles/fonts.css).
  preload("/fonts/atkinson-latin.woff2", { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    <html lang="en">
      <body>
        {children}
        <script src="/enhance.js" defer />
      </body>
    </html>
  );
}
