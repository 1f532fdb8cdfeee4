import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/error-summary";
import { Notice } from "@/components/notice";
import { PageHead } from "@/components/page-head";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { TypedWords, typedId } from "@/components/typed-words";
import { typedWords } from "@/lib/door/typed-words";
import { type FormState, requestAtHand } from "@/lib/platform/request";
import { reasons } from "@/lib/policy/reasons";
import { isMember, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { loginHref } from "./reading";

type SentForm = { name: string; state: FormState };

function formsWithWords(): SentForm[] {
  return [...(requestAtHand()?.forms ?? [])].flatMap(([name, state]) =>
    typedWords(state.values).length > 0 ? [{ name, state }] : [],
  );
}

/** Somebody's words are on this page until they have logged in, be it in their own form or handed back. */
export function wordsWaitForLogIn(): boolean {
  return formsWithWords().some(({ state }) => state.refusal?.reason === "sign-in") || wordsToHandBack() !== undefined;
}

/** Whether this page is made in place of one that went away while somebody wrote on it. */
export function wordsToHandBack(): (SentForm & { path: string }) | undefined {
  const path = requestAtHand()?.handBack?.path;
  const [form] = formsWithWords();
  return path && form ? { ...form, path } : undefined;
}

export function titleOfWordsBack(viewer: Viewer, sent: SentForm): string {
  if (!isMember(viewer)) return "You are signed out";
  return whyNot(viewer, sent) ? "This was not done" : "The page you were writing on isn’t here any more";
}

/** Undefined where the command said, of what this member can’t see, that it isn’t there. */
function whyNot({ standing }: MemberViewer, { state: { refusal, status } }: SentForm): string | undefined {
  if (standing === "suspended") return reasons.suspended.sentence;
  return status === 404 ? undefined : refusal?.sentence;
}

/** What was typed, where its own page is none of this person's any more: to send again once they are signed in, or to copy. */
export function WordsBack({ viewer, sent }: { viewer: Viewer; sent: SentForm & { path: string } }) {
  const { name, state, path } = sent;
  const words = typedWords(state.values);
  const title = titleOfWordsBack(viewer, sent);
  if (isMember(viewer)) {
    return (
      <>
        <PageHead title={title} />
        <Notice kind="caution" announce>
          <p>
            {whyNot(viewer, sent) ?? "It was taken down while you were writing, or isn’t open to you any more."}{" "}
            {viewer.standing === "suspended" && <Elsewhere href="/suspended">Why, and until when</Elsewhere>}
          </p>
        </Notice>
        <ToCopy words={words} />
        <p>
          <a href="/">Go to the start page</a>
        </p>
      </>
    );
  }
  const shown = new Set(words.map((word) => word.name));
  const others = Object.entries(state.values).filter(([key]) => !shown.has(key));
  return (
    <>
      <PageHead title={title} />
      <Notice kind="caution" announce>
        <p>
          Nothing was sent yet, and your text is still here.{" "}
          <Elsewhere href={loginHref(path)}>Log in in a new window</Elsewhere>, then press “Send it again” on this page.
        </p>
      </Notice>
      <PostForm
        action=""
        hidden={{ ...requestAtHand()?.handBack?.action, form: name, ...Object.fromEntries(others) }}
        className="form"
      >
        <TypedWords words={words} />
        <div className="buttons">
          <SubmitButton>Send it again</SubmitButton>
        </div>
      </PostForm>
    </>
  );
}

/** Refused words whose form isn't on the page that was just rendered, such as of a card that somebody else decided on. */
export function wordsWithoutForm(html: string): ReactNode {
  const lost = formsWithWords().filter(
    ({ name, state }) =>
      !html.includes(`name="form" value="${name}"`) &&
      !typedWords(state.values).every((word) => html.includes(`id="${typedId(word.name)}"`)),
  );
  if (lost.length === 0) return null;
  return lost.map(({ name, state }) => (
    <section key={name} aria-label="What you wrote">
      <ErrorSummary form={{ ...state, errors: {} }} title="This was not done" />
      <ToCopy words={typedWords(state.values)} />
    </section>
  ));
}

function ToCopy({ words }: { words: ReturnType<typeof typedWords> }) {
  return (
    <div className="form">
      <p>It could not be saved. It is here, so that you can copy it:</p>
      <TypedWords words={words} readOnly />
    </div>
  );
}

function Elsewhere({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
