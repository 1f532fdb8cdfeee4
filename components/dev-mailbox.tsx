import { Time } from "./time";
import type { Moment } from "./types";

export type MailLine = { id: string; subject: string; to: string; at: Moment };

/** A demo's mails, which never leave the machine. */
export function DevMailbox({ mails }: { mails: MailLine[] }) {
  return (
    <ul className="mailbox">
      {mails.map((mail) => (
        <li key={mail.id}>
          <a href={`/dev/mailbox/${mail.id}`}>{mail.subject}</a>
          <span className="mail-facts">
            to <bdi>{mail.to}</bdi>, <Time at={mail.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}

export function MailView({ mail }: { mail: MailLine & { text: string } }) {
  return (
    <article className="mail">
      <h1>{mail.subject}</h1>
      <p className="mail-facts">
        to <bdi>{mail.to}</bdi>, <Time at={mail.at} />
      </p>
      <pre className="mail-text">{linked(mail.text)}</pre>
    </article>
  );
}

/** Addresses in a plain-text mail, pressable. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, place) =>
    place % 2 === 1 ? (
      <a key={`${piece} ${text.indexOf(piece)}`} href={piece}>
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}
