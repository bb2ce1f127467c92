import { decodeUtf8 } from '@proofmark/primitives';
import type { LearnerRequestRecord } from '../../store/index.js';
import { appendEvent } from '../events/append-event.js';
import type { IdSource, Repositories, Sealer } from '../ports.js';

/** What a learner says is right; null where it is right already. */
export interface Proposal {
  readonly name: string | null;
  /** Canonical. */
  readonly email: string | null;
}

/** What a learner wants corrected, for its issuer. `proposal` is null once it was decided, or where it was sealed under a lost keyring. */
export interface Correction {
  readonly id: string;
  readonly request: LearnerRequestRecord;
  readonly proposal: Proposal | null;
}

export function openCorrection(sealer: Sealer, request: LearnerRequestRecord): Correction {
  const { issuerId, id, proposal: sealed } = request;
  const plain = sealed === null ? null : sealer.open(JSON.parse(sealed), sealName(issuerId, id));
  return { id, request, proposal: plain === null ? null : (JSON.parse(decodeUtf8(plain) ?? 'null') as Proposal | null) };
}

/** Tells the issuer's systems that a correction waits to be decided. */
export function correctionWaits(deps: IdSource, tx: Pick<Repositories, 'events'>, { id, ...badge }: LearnerRequestRecord): Promise<void> {
  return appendEvent(deps, tx, 'correction.waiting', badge, { correctionId: id });
}

/** What a proposal is bound to. */
export function sealName(issuerId: string, id: string): readonly string[] {
  return ['correction', issuerId, id];
}
