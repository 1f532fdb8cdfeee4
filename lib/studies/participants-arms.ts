/** "A total of 1455 patients received A, 1456 received B": the first of the arms, whatever stands before it. Parts that add up to it are none. */
export function isFirstOfArms(text: string, value: number, start: number, nounEnd: number): boolean {
  const rest = text.slice(nounEnd, nounEnd + 300);
  if (
    !/^[^.;(\d]{0,30}\b(?:received|got|were (?:given|assigned|allocated|randomi[sz]ed|treated)|to receive|prescribed|took|used|taking|using|exposed)\b/i.test(
      rest,
    )
  )
    return false;
  const others = [
    ...rest.matchAll(
      /,?\s(?:and\s)?(\d{1,3}(?:,\d{3})+|\d+)(?:\s(?:patients?|participants?|people|subjects?|children|adults|women|men|infants))?\s(?:received|got|(?:were )?(?:given|assigned|allocated|randomi[sz]ed|treated|prescribed|exposed)|took|used|taking|using|to (?!\d)[a-z]+)/gi,
    ),
  ].map((match) => Number((match[1] as string).replace(/,/g, "")));
  const sum = others.reduce((total, one) => total + one, 0);
  // "56 patients received ILF and 58 ELF".
  if (
    /^\s+(?:received|got|took)\s(?:[\w+/-]+\s){1,4}(?:and|while|,)\s?\d+\s(?!(?:mg|g|ml|mcg|weeks?|days?|months?|years?|cycles?|doses?|times|patients)\b)[A-Za-z]/.test(
      rest,
    )
  )
    return true;
  return (
    start >= 0 &&
    others.length > 0 &&
    others.some((one) => one > value * 0.4) &&
    (others.length === 1 || Math.abs(sum - value) > value * 0.02)
  );
}

/** "12 healthy men and 12 healthy women", "336 patients in one group and 165 in the other", "14 had this, 10 had that": nobody says how many in all. */
export function isOneOfSome(text: string, value: number, start: number, nounEnd: number): boolean {
  const before = text.slice(Math.max(0, start - 70), start);
  const rest = text.slice(nounEnd, nounEnd + 200);
  return (
    /\b(?:\d+|\w+teen|twelve|eleven|ten|nine|eight|seven|six|five|four)\s(?:[\w-]+\s){0,3}(?:males?|females?|men|women|boys|girls)\sand\s$/i.test(
      before,
    ) ||
    (/^\s+in (?:the\s)?[\w-]+(?: [\w-]+){0,3} (?:group|arm),? and (?:in )?\d/i.test(rest) &&
      !isSumOfArms(text, value, nounEnd)) ||
    (/^[^.;]{0,120}?,\s\d+\s(?:\([^)]{0,20}\)\s)?(?:with|had)\b[^.;]{0,100}?,?\sand\s\d+\s(?:\([^)]{0,20}\)\s)?(?:with|had)\b/i.test(
      rest,
    ) &&
      !partsAddUp(text, value, nounEnd)) ||
    /^\s+had\b[^.;]{0,110},\s(?:and\s)?(?:\d+|\w+teen|\w+ty(?:-\w+)?|ten|nine|eight|seven|six|five|four)\s(?:[\w-]+\s)?had\b/i.test(
      rest,
    )
  );
}

/** Numbers looked at for arms; a table in disguise has hundreds. */
const MOST_ARMS = 12;

export const isShare =
  /^\s*[([]\s*[\d.,·]+\s?%(?!,? (?:girls|boys|women|men|females?|males?|of (?:them|whom) (?:were )?(?:girls|women|men|females?|males?))\b)/i;

/** "435 patients were randomized 214 to surgery and 221 to surgery plus radiotherapy": the arms add up to it, so it is the whole. */
export function isSumOfArms(text: string, value: number, nounEnd: number): boolean {
  const rest = text.slice(nounEnd, nounEnd + 400);
  const told = /\b(?:randomi[sz]ed|assigned|allocated|divided)\b/i.exec(rest);
  return Boolean(told) && (told?.index ?? 0) <= 180 && partsAddUp(text, value, nounEnd);
}

/** Two or three numbers after it make it up. */
export function partsAddUp(text: string, value: number, nounEnd: number): boolean {
  const rest = text.slice(nounEnd, nounEnd + 400);
  const arms = [...rest.matchAll(/(?<![\d.,·])(\d{1,3}(?:,\d{3})+|\d+)(?![\d.,·]*\d|\s?%|[-–/])/g)]
    .slice(0, MOST_ARMS)
    .map((match) => Number((match[1] as string).replace(/,/g, "")));
  return arms.some(
    (one, at) =>
      one > 1 &&
      arms.some(
        (other, next) =>
          next > at &&
          other > 1 &&
          (one + other === value ||
            arms.some((third, last) => last > next && third > 1 && one + other + third === value)),
      ),
  );
}

export function controlsJoined(text: string, nounEnd: number): boolean {
  return /^(?:\s+with[^,.;]{0,60}|\s*\([^)]{0,60}\))?,?\s+(?:and|plus|as well as|versus|vs\.?)\s+(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)\s+(?:[\w-]+\s+){0,5}(?:controls?|volunteers|donors|relatives|siblings|partners|caregivers|carers|parents|mothers|infants|clinicians|physicians|nurses)\b/i.test(
    text.slice(nounEnd, nounEnd + 160),
  );
}
