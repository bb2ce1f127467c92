/** Hears of long work: what is done, and how many rows of how many. */
export interface Progress {
  step(text: string): void;
  rows(table: string, done: number, of: number): void;
}

/** Milliseconds between two lines about the same table. */
const PAUSE = 2000;

/** Writes lines of progress to a terminal, at a limited rate. */
export function tellProgress(write: (line: string) => void, now: () => number = () => performance.now()): Progress {
  let last = now();
  return {
    step(text) {
      last = now();
      write(text);
    },
    rows(table, done, of) {
      if (now() - last < PAUSE) return;
      last = now();
      // The number of rows is an estimate of the server: what is done may be more.
      write(`  ${table}: ${done.toLocaleString('en')}${of > done ? ` of about ${of.toLocaleString('en')}` : ''} rows`);
    },
  };
}
