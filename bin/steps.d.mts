export type Print = (line: string) => void;
export function step<T>(what: string, done: string, work: () => Promise<T>, print?: Print): Promise<T>;
export function runToEnd(
  program: string,
  args: string[],
  options?: { env?: NodeJS.ProcessEnv; describe?: string },
): Promise<string>;
export function stopChildren(): void;
export function npm(): [program: string, first: string[]];
