import type { Metadata } from "next";
import { NotFoundPage } from "@/components/error-page";
import { Frame } from "./_server/frame";

export const metadata: Metadata = { title: "Nothing here", robots: { index: false } };

export default function NotFound() {
  return (
    <Frame path="/" width="text">
      <NotFoundPage />
    </Frame>
  );
}
