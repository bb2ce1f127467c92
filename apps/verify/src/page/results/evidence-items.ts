import type { BadgeSummary, EvidenceReport, Report } from '@proofmark/schemas';

/** A piece of evidence of the badge, with the facts about it. */
export interface EvidenceItem {
  readonly work: BadgeSummary['evidence'][number];
  readonly facts: EvidenceReport;
}

/** The evidence of a badge, without entries that are another name of it (a SWHID, a capture). */
export function evidenceItemsOf({ badge, evidence }: Report): readonly EvidenceItem[] {
  return (badge?.evidence ?? []).flatMap((work, index): EvidenceItem[] => {
    // By its id, since the order of a list is not signed.
    const facts =
      work.id === null
        ? evidence.length === badge?.evidence.length
          ? evidence[index]
          : undefined
        : evidence.find(({ id }) => id === work.id);
    return facts?.companionOf === undefined ? [{ work, facts: facts ?? { id: work.id, ...NOT_CHECKED } }] : [];
  });
}

const NOT_CHECKED = { pinned: 'not-checked', sameBytes: 'not-checked', kept: 'not-checked', theirs: 'not-checked' } as const;

/** Whether evidence can be rechecked: only of a badge that is proved to be its issuer's, and only once. */
export const canLook = ({ verdict, evidence }: Report): boolean =>
  /^(?:genuine|no-longer)/.test(verdict) && evidence.length > 0 && evidence.every(({ checkedAt }) => checkedAt === undefined);
