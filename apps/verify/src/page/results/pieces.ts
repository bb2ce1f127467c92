import type { BadgeSummary, EvidenceReport, Report } from '@proofmark/schemas';

/** A piece of work as the badge names it, with the facts about it. */
export interface Piece {
  readonly work: BadgeSummary['evidence'][number];
  readonly facts: EvidenceReport;
}

/** The pieces of work of a badge. What only names a piece once more (its SWHID, a captured copy of it) is none by itself. */
export function piecesOf({ badge, evidence }: Report): readonly Piece[] {
  return (badge?.evidence ?? []).flatMap((work, index): Piece[] => {
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

/** Whether there is work to look at: only that of a badge that is proved to be its issuer's, and what was looked at is not looked at twice. */
export const canLook = ({ verdict, evidence }: Report): boolean =>
  /^(?:genuine|no-longer)/.test(verdict) && evidence.length > 0 && evidence.every(({ checkedAt }) => checkedAt === undefined);
