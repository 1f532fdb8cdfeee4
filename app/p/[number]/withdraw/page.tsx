import type { Metadata } from "next";
import { currentViewer } from "@/app/_server/auth";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { idIn, reading } from "@/app/_server/reading";
import { FormPage } from "@/components/form-page";
import { StoredHtml } from "@/components/stored-html";
import { SubmitButton } from "@/components/submit-button";
import { ensure } from "@/lib/policy/decision";
import { readPost } from "@/lib/posts/queries";
import { postPath } from "@/lib/threads/paths";
import { withdrawAction } from "./actions";

export const metadata: Metadata = { title: "Withdraw a post", robots: { index: false } };

export default async function WithdrawPage({ params }: { params: Promise<{ number: string }> }) {
  const number = idIn((await params).number);
  const here = `${postPath(number)}/withdraw`;
  const viewer = await currentViewer();
  const post = await reading(
    readPost(viewer, number).then((found) => {
      ensure(found.can.withdraw);
      return found;
    }),
    here,
  );
  return (
    <Frame path={here} width="text">
      <FormPage
        title={`Withdraw post #${number}?`}
        intro="Nobody but you and the moderators will see it any more; a line keeps its place. You can bring it back within 24 hours."
        action={withdrawAction}
        hidden={{ form: "withdraw", number }}
        form={formState("withdraw")}
      >
        <StoredHtml className="post-text prose quoted-post" dir="auto" html={post.html} />
        <div className="buttons">
          <SubmitButton kind="stop">Withdraw it</SubmitButton>
          <a href={postPath(number)}>Keep it</a>
        </div>
      </FormPage>
    </Frame>
  );
}
