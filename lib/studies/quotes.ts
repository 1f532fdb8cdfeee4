import type { Piece, Quote, Reading } from "./types";

/** Of these quotes around a shown fact only the words stay. Results, conclusion, harms and summary are as they were. */
export function withoutQuotes<R extends Partial<Reading>>(reading: R, unwanted: (quote: Quote) => boolean): R {
  const bare = <P extends Piece & { quote?: Quote }>({ quote, ...piece }: P) =>
    quote && !unwanted(quote) ? { ...piece, quote } : piece;
  const { people, pooled, duration, arms, design, subjects } = reading;
  const { animalWords, cellWords } = subjects ?? {};
  return {
    ...reading,
    ...(people ? { people: bare(people) } : {}),
    ...(pooled ? { pooled: bare(pooled) } : {}),
    ...(duration ? { duration: bare(duration) } : {}),
    ...(arms ? { arms: bare(arms) } : {}),
    ...(design ? { design: design.map(bare) } : {}),
    ...(subjects
      ? {
          subjects: {
            ...subjects,
            ...(animalWords ? { animalWords: bare(animalWords) } : {}),
            ...(cellWords ? { cellWords: bare(cellWords) } : {}),
          },
        }
      : {}),
  };
}
