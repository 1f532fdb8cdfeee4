import { Time } from "./time";
import type { PlateletCountView } from "./types";

export function PlateletUnit({ unit }: { unit: string }) {
  if (unit === "10^3/uL")
    return (
      <>
        ×10<sup>3</sup>/µL
      </>
    );
  return (
    <>
      ×10<sup>9</sup>/L
    </>
  );
}

/** The newest count as a dated line. Never a colour, a target or a word about what it means. */
export function PlateletLine({ count, old = false }: { count: PlateletCountView; old?: boolean }) {
  return (
    <p className={old ? "platelet-line old" : "platelet-line"}>
      <span className="visually-hidden">Newest platelet count: </span>
      <span className="platelet-value">
        {count.value.toLocaleString("en-GB")} <PlateletUnit unit={count.unit} />
      </span>
      <span className="platelet-day">
        <span className="visually-hidden">, </span>
        <Time at={count.day} dayOnly />
        {old && " (over a year old)"}
      </span>
    </p>
  );
}
