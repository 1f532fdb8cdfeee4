/**
 * A power that lost its superscript ("0.5 × 106 cells"), a formula that couldn't be written as text, or markup that came
 * through: a sentence with one of these would say another dose than the paper, so it is never quoted.
 */
const damaged = [
  /[×x*·⋅∙]\s?10\s?[-−–]?\d{1,2}(?![\d.,]*\d|\s?%|\()/i,
  /\b10[-−–][3-9]\s?(?:M|mol|mmol|nM|g\/l)\b/,
  /\b10(?:[5-9]|1[0-2])\s?(?:cells|\/\s?(?:l|ml|kg|µl|μl)\b|platelets|copies|cfu|pfu|vg\b|CAR)/i,
  /\[formula\]|\uFFFC|\uFFFD/,
  /<\/?[a-z][a-z0-9:]{0,20}(?:\s[^<>]{0,200})?\/?>|&(?:[a-z]{2,8}|#\d{1,6});/i,
];

export function isDamaged(text: string): boolean {
  return damaged.some((pattern) => pattern.test(text));
}
