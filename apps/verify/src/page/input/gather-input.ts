import { addressOf, type Candidate, type Input } from './candidate.js';
import type { NotRead } from './from-file.js';

/** How many badges are checked at a time. */
export const MAX_BADGES = 200;

/** All input of one action of the reader, read. */
export interface GatheredInput {
  readonly candidates: readonly Candidate[];
  readonly receipts: readonly string[];
  readonly passedOver: readonly string[];
  readonly notRead: readonly NotRead[];
  /** How many candidates were left out because there were more than {@link MAX_BADGES}. */
  readonly leftOut: number;
}

/** Joins the content of several texts or files: each address once, and at most MAX_BADGES candidates. */
export function gatherInput(inputs: readonly Input[], notRead: GatheredInput['notRead'] = []): GatheredInput {
  const seen = new Set<string>();
  const candidates = inputs
    .flatMap((one) => one.candidates)
    .filter((candidate) => {
      const address = addressOf(candidate);
      if (address === null) return true;
      return seen.has(address) ? false : seen.add(address);
    });
  return {
    candidates: candidates.slice(0, MAX_BADGES),
    receipts: inputs.flatMap(({ receipts = [] }) => receipts),
    passedOver: [...new Set(inputs.flatMap(({ passedOver }) => passedOver))],
    notRead,
    leftOut: Math.max(0, candidates.length - MAX_BADGES),
  };
}
