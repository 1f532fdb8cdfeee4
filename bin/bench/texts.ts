import { renderText } from "@/lib/posts/render";

/** Numbers that look random and are the same in every run. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Common words come often and rare ones seldom, as in any language: the n-th is drawn about 1/n as often as the first. */
const common =
  "the I and to a of my was it in that is for have with me they but not you so had on at be this are as we she he or been do after them what when from about if were no can all get an up out like there would just day time week back now then more her his one doctor blood count hospital told went again know take some tired feel good".split(
    " ",
  );
const topical =
  "platelets bruises steroids prednisone count rituximab eltrombopag romiplostim spleen splenectomy remission fatigue haematologist infusion nosebleed petechiae immunoglobulin clinic dose taper ward nurse sister daughter garden train coffee holiday school morning evening insurance pharmacy needle fridge swelling sleep mood appetite bicycle choir winter summer letter phone waiting result laboratory sample arm vein rash gums dentist travel airport bag list question answer friend work boss shift kitchen walk dog neighbour church music book window rain".split(
    " ",
  );
const syllables = "ka lo mi ren tor bel sha vin du or el ta fen gri mo lan is per co ul".split(" ");

/** Words that hardly anybody else uses, so that a search for one of them finds a few posts. */
function rareWord(roll: () => number): string {
  return Array.from(
    { length: 3 + Math.floor(roll() * 2) },
    () => syllables[Math.floor(roll() * syllables.length)],
  ).join("");
}

function word(roll: () => number): string {
  const at = roll();
  if (at < 0.62) return common[Math.floor(common.length ** roll()) - 1] ?? "the";
  return at < 0.985 ? (topical[Math.floor(topical.length ** roll()) - 1] ?? "platelets") : rareWord(roll);
}

function sentence(roll: () => number): string {
  const words = Array.from({ length: 5 + Math.floor(roll() * 16) }, () => word(roll)).join(" ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** From a thank-you to half a page, a few with a list. */
function body(roll: () => number): string {
  const paragraphs = Array.from({ length: 1 + Math.floor(roll() * roll() * 6) }, () =>
    Array.from({ length: 1 + Math.floor(roll() * 5) }, () => sentence(roll)).join(" "),
  );
  if (roll() < 0.08) paragraphs.push(Array.from({ length: 3 }, () => `- ${sentence(roll)}`).join("\n"));
  return paragraphs.join("\n\n");
}

export type BenchText = {
  source: string;
  html: string;
  rendererVersion: number;
  citations: { kind: string; value: string; position: number }[];
};

/** As many distinct posts, each rendered by the code that saves a post; one in eight names a study or two. */
export function makeTexts(count: number, identifiers: string[]): BenchText[] {
  const roll = dice(20);
  const name = () => identifiers[Math.floor(roll() * identifiers.length)] ?? "10.5555/wellcited.randomised";
  return Array.from({ length: count }, (_, at) => {
    const studies = at % 8 === 0 ? [name(), ...(roll() < 0.3 ? [name()] : [])] : [];
    return rendered(
      [body(roll), ...studies.map((identifier) => `See ${identifier} for what they found.`)].join("\n\n"),
    );
  });
}

export function rendered(text: string): BenchText {
  const { source, rendered, rendererVersion } = renderText(text);
  const citations = rendered.citations.map(({ kind, value }, position) => ({ kind, value, position }));
  return { source, html: rendered.html, rendererVersion, citations };
}
