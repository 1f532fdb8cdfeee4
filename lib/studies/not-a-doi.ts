// Patients write dates, prices, doses and phone numbers that have the shape of a DOI.

const YEAR = /^(?:19\d\d|20[0-4]\d)$/;
const DATES =
  /^(?:(?:\d\d?\.){0,2}(?:19|20)\d\d|\d\d?(?:\.\d\d?)?)(?:[/-](?:(?:\d\d?\.){0,2}(?:19|20)\d\d|\d\d?(?:\.\d\d?)?))*$/;
const UNIT =
  /^(?:[µμumkndc]?(?:l|g|mol|m)|iu|hpf|mm[3³²2]?|(?:hour|hr|h|day|d|night|week|wk|w|month|mo|mth|m|quarter|year|yr|y|min|sec|dose|pill|tablet|tab|capsule|vial|unit|bag|bottle|pack|box|visit|session|infusion|person|patient|people|head|cell|piece|each|ea)s?)$/i;
const PRICE_BEFORE =
  /(?:\p{Sc}|\b(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|INR|JPY|CNY|SEK|NOK|DKK|PLN|Rs\.?|euros?|dollars?|pounds?))\s*$/iu;
const PHONE_BEFORE =
  /(?:\+\d{0,3}[\s.-]?|(?:\btel|\btelephone|\bphone|\bfax|\bmobile|\bcell|\btelefon|\bcall|\bring|\bdial|\brang|☎)\s?[.:]?\s?)$/i;
const VERSION_BEFORE = /\b(?:versions?|build|firmware|release|ver\.?|v\.?|windows|macos|ios|android|kernel)\s$/i;
const NUMBERS_ONLY = /^[\d.\s-]+$/;

/** True where "10.registrant/suffix" is something else. `textBefore` is the text just before it; a new line begins anew. */
export function readsAsSomethingElse(textBefore: string, registrant: string, suffix: string): boolean {
  const before = textBefore.slice(textBefore.lastIndexOf("\n") + 1);
  const [first = ""] = registrant.split(".");
  if (first.startsWith("0")) return true;
  // "10.5000/2.5000": two numbers of the same rounding.
  if (/00$/.test(registrant) && new RegExp(`^\\d{1,3}\\.\\d{${first.length}}$`).test(suffix)) return true;
  if (YEAR.test(registrant) && DATES.test(suffix)) return true;
  if (UNIT.test(suffix) || PRICE_BEFORE.test(before)) return true;
  return NUMBERS_ONLY.test(suffix) && (PHONE_BEFORE.test(before) || VERSION_BEFORE.test(before));
}
