import type { ChangedRow, ResumeCredentials, SuspendCredentials } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { gone, wasErased } from '../access/load-credential.js';
import { done, notFound, type Refused, type Result } from '../result.js';
import { isRevoked, type StatusChanging } from '../status-lists/change-one.js';
import type { StatusOutcome } from '../status-lists/change-status.js';
import { changeMany } from './change-many.js';

/** Suspends many badges until they are resumed. What is suspended already keeps its reason and date; revoked ones are refused. */
export function suspendCredentials(
  deps: StatusChanging,
  { actor, input }: Request<SuspendCredentials>,
): Promise<Result<readonly ChangedRow[]>> {
  return suspendAll(deps, { actor, input }, true);
}

/** Lifts the suspensions of many badges. What is not suspended stays as it is; revoked ones are refused. */
export function resumeCredentials(
  deps: StatusChanging,
  { actor, input }: Request<ResumeCredentials>,
): Promise<Result<readonly ChangedRow[]>> {
  return suspendAll(deps, { actor, input }, false);
}

async function suspendAll(
  deps: StatusChanging,
  { actor, input }: Request<SuspendCredentials>,
  value: boolean,
): Promise<Result<readonly ChangedRow[]>> {
  const wanted = input.credentials.map(({ id }) => ({ id: id.toLowerCase(), reason: input.reason ?? null }));
  const outcomes = await changeMany(deps, actor, wanted, {
    ...{ purpose: 'suspension', value, action: value ? 'credentials.suspended' : 'credentials.resumed' },
    stands: (standing) => (standing.suspended !== null) === value && standing.revoked === null && !wasErased(standing),
  });
  if (!outcomes.ok) return outcomes;
  return done(outcomes.value.map((outcome, row) => rowOf(wanted[row]?.id ?? '', outcome)));
}

function rowOf(id: string, outcome: StatusOutcome | null): ChangedRow {
  if (outcome === null) return refusedRow(id, notFound('badge'));
  const { result, standing } = outcome;
  if (result === 'refused-revoked') return refusedRow(id, isRevoked());
  if (result === 'refused-erased') return refusedRow(id, gone({ erasedAt: standing.erasedAt ?? new Date(0) }));
  const { suspended } = standing;
  return { id, result, suspended: suspended === null ? null : { at: suspended.at.toISOString(), reason: suspended.reason }, problem: null };
}

function refusedRow(id: string, { refusal: { code, detail } }: Refused): ChangedRow {
  return { id, result: 'refused', suspended: null, problem: { code, detail } };
}
