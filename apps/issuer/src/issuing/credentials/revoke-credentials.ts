import type { RevokeCredentials, RevokedRow } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { done, notFound, type Result } from '../result.js';
import type { StatusChanging } from '../status-lists/change-one.js';
import type { StatusOutcome } from '../status-lists/change-status.js';
import { changeMany } from './change-many.js';

/** Revokes many badges for good. What is revoked already keeps its first reason and date. */
export async function revokeCredentials(
  deps: StatusChanging,
  { actor, input }: Request<Omit<RevokeCredentials, 'confirm' | 'undoable'>>,
): Promise<Result<readonly RevokedRow[]>> {
  const wanted = input.credentials.map(({ id, reason = input.reason ?? null }) => ({ id: id.toLowerCase(), reason }));
  const outcomes = await changeMany(deps, actor, wanted, {
    ...{ purpose: 'revocation', value: true, action: 'credentials.revoked' },
    stands: ({ revoked }) => revoked !== null,
  });
  if (!outcomes.ok) return outcomes;
  return done(outcomes.value.map((outcome, row) => (outcome === null ? unknownRow(wanted[row]?.id ?? '') : rowOf(outcome))));
}

function unknownRow(id: string): RevokedRow {
  const { code, detail } = notFound('badge').refusal;
  return { id, result: 'refused', revoked: null, erasedAt: null, problem: { code, detail } };
}

function rowOf({ result, standing: { id, revoked, erasedAt } }: StatusOutcome): RevokedRow {
  const since = revoked === null ? null : { at: revoked.at.toISOString(), reason: revoked.reason };
  return {
    id,
    result: result === 'changed' ? 'revoked' : 'already-revoked',
    revoked: since,
    erasedAt: erasedAt?.toISOString() ?? null,
    problem: null,
  };
}
