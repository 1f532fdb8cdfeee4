import { counted } from "./counted";
import { Time } from "./time";
import type { Moment } from "./types";

type Props = {
  since: Moment;
  guestsAnswers: number;
  fromMemory: number;
  madeAnew: number;
  pagesKept: number;
  bytesKept: number;
  bytesAtMost: number;
  pagesDroppedForRoom: number;
  memory: number;
  statements: number;
  searches: number;
  searchesSentAway: number;
};

/** "182 MB" */
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024).toLocaleString("en-GB")} MB`;

/** How one process does, each figure with what it means. */
export function RunningFigures(figures: Props) {
  const { since, guestsAnswers, fromMemory, madeAnew, pagesKept, bytesKept, bytesAtMost } = figures;
  const { pagesDroppedForRoom, memory, statements, searches, searchesSentAway } = figures;
  const ofHundred = Math.floor((100 * fromMemory) / Math.max(1, guestsAnswers));
  return (
    <dl className="running">
      <div>
        <dt>Running since</dt>
        <dd>
          <Time at={since} relative />
        </dd>
      </div>
      <div>
        <dt>Guests’ pages</dt>
        <dd>
          {guestsAnswers === 0 ? "No guest has asked yet." : `Of 100 guests’ pages ${ofHundred} came from memory.`}
          <p>
            {counted(guestsAnswers, "answer")} so far, {counted(madeAnew, "page")} made anew. A page is made when
            somebody asks for it the first time, and again when something on it has changed. This counts pages that are
            the same for every guest, feeds, and answers of the API to guests.
          </p>
        </dd>
      </div>
      <div>
        <dt>Kept in memory now</dt>
        <dd>
          {counted(pagesKept, "page")}, {megabytes(bytesKept)} of {megabytes(bytesAtMost)}
          <p>
            {pagesDroppedForRoom === 0
              ? "None had to go for want of room."
              : `${counted(pagesDroppedForRoom, "page")} had to go for want of room; those asked for least went first.`}
          </p>
        </dd>
      </div>
      <div>
        <dt>Memory of the process</dt>
        <dd>{megabytes(memory)}</dd>
      </div>
      <div>
        <dt>Asked of the database</dt>
        <dd>{counted(statements, "statement")}, for pages, writing and jobs</dd>
      </div>
      <div>
        <dt>Searches</dt>
        <dd>
          {counted(searches, "search", "searches")}, {searchesSentAway.toLocaleString("en-GB")} asked to come back
          because too many were waiting
        </dd>
      </div>
    </dl>
  );
}
