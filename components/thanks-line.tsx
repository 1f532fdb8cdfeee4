import { counted } from "./counted";
import { MemberName } from "./member-name";
import { PostForm } from "./post-form";
import type { Named, Press } from "./types";

export type ThanksView = {
  /** The first ten in order of time. */
  names: Named[];
  others: number;
};

/** What is refused is said at the top of the page, also where the address ends in #p123. */
export const noticePlace = "#main";

type Props = {
  thanks: ThanksView;
  number: number;
  /** Missing for those who can't thank here. */
  press?: Press & { thanked: boolean };
};

/** The button and who has thanked, swapped as one piece by public/enhance.js. */
export function ThanksLine({ thanks, number, press }: Props) {
  if (!press && thanks.names.length === 0) return null;
  return (
    <div className="thanks">
      {press && (
        <PostForm action={press.action} hidden={press.hidden} enhance="thanks">
          <button
            type="submit"
            formAction={noticePlace}
            className={press.thanked ? "thank-button thanked" : "thank-button"}
          >
            {press.thanked ? "Take back thanks" : "Thank you"}
            <span className="visually-hidden"> for post {number}</span>
          </button>
        </PostForm>
      )}
      {thanks.names.length > 0 && (
        <p className="thanks-names">
          {thanks.names.map((who, place) => (
            <span key={who.name + String(place)}>
              {separator(place, thanks.names.length, thanks.others)}
              <MemberName {...who} />
            </span>
          ))}
          {thanks.others > 0 && ` and ${counted(thanks.others, "other")}`} said thank you
        </p>
      )}
    </div>
  );
}

function separator(place: number, names: number, others: number): string {
  if (place === 0) return "";
  return place === names - 1 && others === 0 ? " and " : ", ";
}
