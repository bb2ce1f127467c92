import { addressOf, type Candidate, type Taken } from './candidate.js';
import { type FileTaken, type NotRead, takeFile } from './from-file.js';

/** How many badges are checked at a time. */
export const MOST = 200;

/** All that was handed in at once, looked through. */
export interface HandedIn {
  readonly candidates: readonly Candidate[];
  readonly receipts: readonly string[];
  readonly passedOver: readonly string[];
  readonly notRead: readonly NotRead[];
  /** How many candidates were left out because there were more than {@link MOST}. */
  readonly leftOut: number;
}

/** Puts together what several texts or files held: each address once, and no more than can be checked. */
export function handedIn(taken: readonly Taken[], notRead: HandedIn['notRead'] = []): HandedIn {
  const seen = new Set<string>();
  const candidates = taken
    .flatMap((one) => one.candidates)
    .filter((candidate) => {
      const address = addressOf(candidate);
      if (address === null) return true;
      return seen.has(address) ? false : seen.add(address);
    });
  return {
    candidates: candidates.slice(0, MOST),
    receipts: taken.flatMap(({ receipts = [] }) => receipts),
    passedOver: [...new Set(taken.flatMap(({ passedOver }) => passedOver))],
    notRead,
    leftOut: Math.max(0, candidates.length - MOST),
  };
}

/** Looks through files, one after the other: a folder may hold more than fits into memory at once. */
export async function handInFiles(files: readonly File[], onProgress: (done: number, total: number) => void): Promise<HandedIn> {
  const all: FileTaken[] = [];
  for (const [index, file] of files.entries()) {
    onProgress(index, files.length);
    all.push(await takeFile(file));
  }
  return handedIn(
    all.flatMap(({ taken }) => taken),
    all.flatMap(({ notRead }) => notRead),
  );
}
