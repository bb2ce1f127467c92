import type { EvidenceReport } from '@proofmark/schemas';
import type { Facts } from '../facts/facts.js';

/** The four lines about each piece of work. A text that may be altered (`isSigned` false) pins nothing. */
export function evidenceLines({ work, recheck }: Pick<Facts, 'work' | 'recheck'>, isSigned: boolean): readonly EvidenceReport[] {
  // Nobody looks again at the work of a badge whose signature is not good.
  if (recheck) return recheck.lines;
  return work.map(({ id, pinned, companionOf }) => ({
    id,
    pinned: isSigned && pinned !== null ? (pinned ? 'yes' : 'no') : 'not-checked',
    sameBytes: 'not-checked',
    kept: 'not-checked',
    theirs: 'not-checked',
    ...(companionOf !== undefined && { companionOf }),
  }));
}
