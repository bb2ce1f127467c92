import type { RevokeCredentials, RevokedRow } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { gone, wasErased } from '../access/load-credential.js';
import { changeMany } from '../credentials/change-many.js';
import { done, notFound, type Refused, type Result } from '../result.js';
import { beginActs, type WithActs } from '../status-lists/begin-acts.js';
import type { StatusChanging } from '../status-lists/change-one.js';
import type { StatusOutcome } from '../status-lists/change-status.js';

/**
 * Suspends many badges at once; a job revokes them ten minutes later, unless that is undone. A revocation is for good, also in the specification of status
 * lists: what is to be undone cannot have been one.
 */
export async function revokeUndoably(
  deps: StatusChanging,
  { actor, input }: Request<Omit<RevokeCredentials, 'confirm' | 'undoable'>>,
): Promise<Result<WithActs<RevokedRow>>> {
  const wanted = input.credentials.map(({ id, reason = input.reason ?? null }) => ({ id: id.toLowerCase(), reason }));
  const acts = beginActs(deps, actor, 'revoke');
  const outcomes = await changeMany(deps, actor, wanted, {
    ...{ purpose: 'suspension', value: true, action: 'credentials.suspended' },
    stands: ({ revoked }) => revoked !== null,
    keep: acts.keep,
  });
  if (!outcomes.ok) return outcomes;
  return done({ rows: outcomes.value.map((outcome, row) => rowOf(wanted[row]?.id ?? '', outcome)), acts: await acts.stored() });
}

function rowOf(id: string, outcome: StatusOutcome | null): RevokedRow {
  if (outcome === null) return refusedRow(id, null, notFound('badge'));
  const { revoked, erasedAt } = outcome.standing;
  const erased = erasedAt?.toISOString() ?? null;
  if (revoked !== null) {
    const since = { at: revoked.at.toISOString(), reason: revoked.reason };
    return { id, result: 'already-revoked', revoked: since, erasedAt: erased, problem: null };
  }
  if (wasErased(outcome.standing)) return refusedRow(id, erased, gone({ erasedAt: erasedAt ?? new Date(0) }));
  return { id, result: 'suspended', revoked: null, erasedAt: erased, problem: null };
}

function refusedRow(id: string, erasedAt: string | null, { refusal: { code, detail } }: Refused): RevokedRow {
  return { id, result: 'refused', revoked: null, erasedAt, problem: { code, detail } };
}
