import type { Metadata } from "next";
import { Frame } from "@/app/_server/frame";
import { TextPage } from "@/components/text-page";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";

export const metadata: Metadata = { title: "Help", description: "How to read, join, write and cite here.", alternates: { canonical: "/help" } };

export default function HelpPage() {
  seen(tags.documents());
  return (
    <Frame path="/help" here="help" width="text">
      <TextPage title="Help">
        <h2>Reading</h2>
        <p>Everyone can read the open threads. Some categories and threads are for members only; you see them once you are logged in.</p>
        <p>Each post has a number, such as #65740, that never changes. Press it for an address you can send to someone. Times are in UTC.</p>
        <h2>Joining</h2>
        <p>
          <a href="/register">Create an account</a> with a name, an e-mail address and a password of at least 12 characters. You must be 16 or older. We send you a mail; once you press the link in
          it you can post and thank. Your address is never shown to anyone.
        </p>
        <h2>Writing</h2>
        <p>Write as you would in a letter; a blank line starts a new paragraph. These signs do more:</p>
        <table>
          <thead>
            <tr>
              <th scope="col">You write</th>
              <th scope="col">It becomes</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>
                <code>**bold**</code>, <code>*italic*</code>
              </td>
              <td>
                <strong>bold</strong>, <em>italic</em>
              </td>
            </tr>
            <tr>
              <td>
                <code>- a line</code> or <code>1. a line</code>
              </td>
              <td>a list</td>
            </tr>
            <tr>
              <td>
                <code>&gt; a line</code>
              </td>
              <td>a quote</td>
            </tr>
            <tr>
              <td>
                <code>[words](https://address)</code>
              </td>
              <td>a link</td>
            </tr>
          </tbody>
        </table>
        <p>Pictures from elsewhere become links, so that nobody else learns what you read. “Preview” shows your post before you send it.</p>
        <p>You can edit your post; earlier versions are kept for you and the moderators. You can withdraw it, and bring it back within 24 hours. If an earlier version holds something personal, strike it: its text is deleted.</p>
        <h2>Citing a study</h2>
        <p>
          Put a DOI (10.3892/etm.2017.4229), a PubMed number (PMID 28565834), a PMC number (PMC5443306), a trial number (NCT04014166) or a link to the paper into your post. The forum asks the study
          registries and adds a card with what their records say. Your words are never sent to them, only the number.
        </p>
        <p>A card says only what a record says, and names the record. It doesn’t judge whether a study is good. “Retracted” and “corrected” come from PubMed, Europe PMC and Crossref.</p>
        <h2>Thanking</h2>
        <p>“Thank you” is the warmest button here. You can take thanks back until the thread is locked.</p>
        <h2>Your own facts</h2>
        <p>If you like, and only after you agree to it separately, you can keep your platelet counts and a few facts on your page. You choose for each who sees it. Take your agreement back and they are deleted.</p>
        <h2>What this forum is not</h2>
        <p>It is members’ experience, not medical advice. After a blow to the head, or when bleeding won’t stop, call your emergency number; don’t wait for an answer here.</p>
      </TextPage>
    </Frame>
  );
}
