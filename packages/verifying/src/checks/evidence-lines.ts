import type { EvidenceReport } from '@proofmark/schemas';
import type { Facts } from '../facts/facts.js';

/** The four lines about each piece of work. A text that may be altered (`isSigned` false) pins nothing. */
export function evidenceLines({ work, recheck }: Pick<Facts, 'work' | 'recheck'>, isSigned: boolean): readonly EvidenceReport[] {
  // The evidence of a badge without a good signature is not rechecked.
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
