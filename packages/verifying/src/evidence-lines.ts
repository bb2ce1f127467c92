import type { EvidenceReport } from '@proofmark/schemas';
import type { WorkFact } from './gather/facts.js';

/** The four lines about each piece of work. A text that may be altered (`isSigned` false) pins nothing. */
export function evidenceLines(work: readonly WorkFact[], isSigned: boolean): readonly EvidenceReport[] {
  return work.map(({ id, pinned }) => ({
    id,
    pinned: isSigned && pinned !== null ? (pinned ? 'yes' : 'no') : 'not-checked',
    sameBytes: 'not-checked',
    kept: 'not-checked',
    theirs: 'not-checked',
  }));
}
