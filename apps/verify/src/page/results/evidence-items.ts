import { piecesOf } from '@proofmark/badge-element/view';
import type { BadgeSummary, EvidenceReport, Report } from '@proofmark/schemas';

/** A piece of evidence of the badge, with the facts about it. */
export interface EvidenceItem {
  readonly work: BadgeSummary['evidence'][number];
  readonly facts: EvidenceReport;
}

/** The evidence of a badge, without entries that are another name of it (a SWHID, a capture). */
export const evidenceItemsOf = (report: Report): readonly EvidenceItem[] =>
  piecesOf(report).map(({ work, facts }) => ({ work, facts: facts ?? { id: work.id, ...NOT_CHECKED } }));

const NOT_CHECKED = { pinned: 'not-checked', sameBytes: 'not-checked', kept: 'not-checked', theirs: 'not-checked' } as const;

/** Whether evidence can be rechecked: only of a badge that is proved to be its issuer's, and only once. */
export const canLook = ({ verdict, evidence }: Report): boolean =>
  /^(?:genuine|no-longer)/.test(verdict) && evidence.length > 0 && evidence.every(({ checkedAt }) => checkedAt === undefined);
