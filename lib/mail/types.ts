/** A mail of a demo's mailbox. */
export type DemoMail = { id: string; to: string; subject: string; text: string; at: Date };

/** A mail that did not go out, without what it says and without the name in its address. */
export type FailedMail = {
  id: string;
  kind: string;
  to: string;
  error: string;
  attempts: number;
  createdAt: Date;
  /** Nothing tries it any more. */
  stopped: boolean;
};

/** What became of a mail to oneself. */
export type TestMail = { to: string; createdAt: Date; sentAt: Date | null; error: string | null; stopped: boolean };
