import { ageOfEvidence } from '@proofmark/evidence';
import { formatInstant } from '@proofmark/primitives';
import { credentialUrl, type Evidence, type Json } from '@proofmark/schemas';
import type { EvidenceFinding } from '@proofmark/schemas/api';
import {
  type Authorship,
  type Capture,
  type LoggedEvidence,
  type SameBytes,
  WORK_LOG_TYPE,
  type WorkLogDocument,
} from '@proofmark/schemas/evidence';
import { readEndorsement, type SignedEndorsement } from './signed-endorsement.js';

/** What is known of the work of a badge since it was issued. */
export interface WorkHistory {
  /** The evidence as the badge names it; each has its finding at the same index. */
  readonly evidence: readonly Evidence[];
  readonly findings: readonly EvidenceFinding[];
  /** Newest first. `piece` is the index of the evidence. */
  readonly looks: readonly { readonly piece: number; readonly at: Date; readonly sameBytes: SameBytes; readonly reason: string | null }[];
  /** What archives were asked to save, and what became of it. `piece` is the index of the evidence. */
  readonly archived: readonly (Capture & { readonly piece: number })[];
  /** Oldest first. */
  readonly endorsements: readonly (SignedEndorsement & {
    readonly id: string;
    readonly assessorId: string | null;
    readonly createdAt: Date;
  })[];
  /** The dates of the badge. */
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}

/** How many results of each piece of evidence are shown. */
export const LOOKS_SHOWN = 20;

/** Each piece of evidence with its recheck results, captures and authorship, of which an endorsement is one method. */
export function loggedWork(history: WorkHistory, now: Date): readonly LoggedEvidence[] {
  const { evidence, findings, looks, archived, endorsements, validFrom, validUntil } = history;
  const assessors = endorsements.map(assessor);
  return findings.flatMap(({ changedAt, kept, theirs }, piece) => {
    const id = evidence[piece]?.id;
    if (id === undefined) return [];
    const dates = { changedAt, validFrom: second(validFrom), validUntil: validUntil === null ? null : second(validUntil) };
    return [
      {
        id,
        age: ageOfEvidence(dates, now.getTime()),
        looks: looks.filter((look) => look.piece === piece).map(({ at, sameBytes, reason }) => ({ at: second(at), sameBytes, reason })),
        kept: kept.map((copy) => sinceThen(copy, archived, piece)),
        theirs: [...theirs, ...assessors],
      },
    ];
  });
}

/** The work log of a badge. `base` is the service's public address; ids are those of badges. */
export function workLogDocument(
  base: string,
  badge: { readonly id: string; readonly successor: string | null; readonly predecessor: string | null },
  history: WorkHistory,
  now: Date,
): WorkLogDocument {
  const address = (id: string | null): string | null => (id === null ? null : credentialUrl(base, id));
  return {
    type: WORK_LOG_TYPE,
    credential: credentialUrl(base, badge.id),
    successor: address(badge.successor),
    predecessor: address(badge.predecessor),
    items: loggedWork(history, now),
    endorsements: history.endorsements.map(({ form, body }) => (form === 'jwt' ? body : (JSON.parse(body) as Json))),
  };
}

/** An archive was asked when the badge was issued; what it has done since then counts. */
function sinceThen(copy: Capture, archived: WorkHistory['archived'], at: number): Capture {
  const now = archived.find(({ piece, by }) => piece === at && by === copy.by);
  if (now === undefined) return copy;
  const { piece: _, ...known } = now;
  return known;
}

function assessor(endorsement: WorkHistory['endorsements'][number]): Authorship {
  const view = readEndorsement(endorsement);
  const { name, id } = view?.endorser ?? { name: null, id: null };
  // What was brought here may say it of anybody.
  const domain = endorsement.assessorId === null ? null : (view?.provenEmailDomain ?? null);
  const whom = { method: 'assessor', by: name ?? id ?? '' } as const;
  return { ...whom, at: second(endorsement.createdAt), share: null, ...(domain === null ? {} : { domain }) };
}

function second(date: Date): string {
  return formatInstant(date.getTime());
}
