type Props = {
  loginHref: string;
  joinHref: string;
  /** The line stands under every post; screen readers and the keyboard meet it once a page. */
  repeated?: boolean;
};

export function JoinLine({ loginHref, joinHref, repeated = false }: Props) {
  const tabIndex = repeated ? -1 : undefined;
  return (
    <p className="join-line" aria-hidden={repeated || undefined}>
      <a href={loginHref} rel="nofollow" tabIndex={tabIndex}>
        Log in
      </a>{" "}
      or{" "}
      <a href={joinHref} rel="nofollow" tabIndex={tabIndex}>
        create an account
      </a>{" "}
      to join the conversation.
    </p>
  );
}
