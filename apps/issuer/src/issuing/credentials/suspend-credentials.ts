import type { ChangedRow, ResumeCredentials, SuspendCredentials } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { gone, wasErased } from '../access/load-credential.js';
import { done, notFound, type Refused, type Result } from '../result.js';
import { beginActs, type WithActs } from '../status-lists/begin-acts.js';
import { isRevoked, type StatusChanging } from '../status-lists/change-one.js';
import type { StatusOutcome } from '../status-lists/change-status.js';
import { changeMany, type ManyChange } from './change-many.js';

/** Suspends many badges until they are resumed. What is suspended already keeps its reason and date; revoked ones are refused. An act of it can be undone. */
export async function suspendCredentials(
  deps: StatusChanging,
  { actor, input }: Request<SuspendCredentials>,
): Promise<Result<WithActs<ChangedRow>>> {
  const acts = input.undoable === true ? beginActs(deps, actor, 'suspend') : null;
  const rows = await suspendAll(deps, { actor, input }, { value: true, ...(acts === null ? {} : { keep: acts.keep }) });
  return rows.ok ? done({ rows: rows.value, acts: acts === null ? [] : await acts.stored() }) : rows;
}

/** Lifts the suspensions of many badges. What is not suspended stays as it is; revoked ones are refused. */
export function resumeCredentials(
  deps: StatusChanging,
  { actor, input }: Request<ResumeCredentials>,
): Promise<Result<readonly ChangedRow[]>> {
  return suspendAll(deps, { actor, input }, { value: false });
}

async function suspendAll(
  deps: StatusChanging,
  { actor, input }: Request<SuspendCredentials>,
  { value, keep }: Pick<ManyChange, 'value' | 'keep'>,
): Promise<Result<readonly ChangedRow[]>> {
  const wanted = input.credentials.map(({ id }) => ({ id: id.toLowerCase(), reason: input.reason ?? null }));
  const outcomes = await changeMany(deps, actor, wanted, {
    ...{ purpose: 'suspension', value, action: value ? 'credentials.suspended' : 'credentials.resumed' },
    ...(keep === undefined ? {} : { keep }),
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
