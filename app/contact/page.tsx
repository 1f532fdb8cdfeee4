import type { Metadata } from "next";
import { Frame } from "@/app/_server/frame";
import { TextPage } from "@/components/text-page";
import { config } from "@/lib/platform/config";

export const metadata: Metadata = { title: "Contact", alternates: { canonical: "/contact" } };

export default function ContactPage() {
  const address = config().CONTACT_EMAIL;
  return (
    <Frame path="/contact" width="text">
      <TextPage title="Contact">
        <p>The forum is run by volunteers. They read mail when they can, which may take a day or two.</p>
        {address ? (
          <p>
            Write to <a href={`mailto:${address}`}>{address}</a>.
          </p>
        ) : (
          <p>This is a demo, so nobody is at the other end.</p>
        )}
        <p>
          They can’t give medical advice. If someone is bleeding and it won’t stop, or has hit their head, call your
          emergency number now.
        </p>
      </TextPage>
    </Frame>
  );
}
