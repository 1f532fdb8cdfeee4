/** A mail of a demo's mailbox. */
export type DemoMail = { id: string; to: string; subject: string; text: string; at: Date };
