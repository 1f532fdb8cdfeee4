import { PostForm } from "./post-form";
import { SubmitButton } from "./submit-button";
import type { FormTarget, Hidden } from "./types";

/** What nearly everything that waits to be shown needs: one press. */
export function ApproveForm({ action, hidden }: { action: FormTarget; hidden: Hidden }) {
  return (
    <section aria-labelledby="approve" className="decide">
      <h2 id="approve">It waits to be shown</h2>
      <PostForm action={action} hidden={hidden} className="form">
        <p>Its author is told when it is shown. To say something with it, or not to show it, use the form below.</p>
        <div className="buttons">
          <SubmitButton>Show it now</SubmitButton>
        </div>
      </PostForm>
    </section>
  );
}
