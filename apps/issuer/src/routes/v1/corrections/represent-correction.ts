import type { Correction } from '@proofmark/schemas/api';
import type { Correction as FoundCorrection } from '../../../issuing/learners/correction.js';

export function representCorrection({ request, proposal }: FoundCorrection): Correction {
  const { id, issuerId, credentialId, state, provesAddress, createdAt, decidedAt } = request;
  return {
    ...{ id, issuerId, credentialId },
    // What was not proven is listed nowhere.
    state: state === 'accepted' || state === 'refused' ? state : 'waiting',
    proposed: proposal,
    provesAddress,
    createdAt: createdAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}
