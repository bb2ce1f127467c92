import { CHECK_IDS, type CheckId, type Outcome, type Report } from '@proofmark/schemas';
import type { Sources } from '../documents/sources.js';
import type { Policy } from '../ports.js';
import { verdictOf } from '../report/verdict.js';

/** The report about something that was not read, for a reason that says neither yes nor no: nothing else is known then. */
export function notRead(format: Outcome, { at }: Pick<Policy, 'at'>, sources: Sources): Report {
  const outcome = (id: CheckId): Outcome => (id === 'format' ? format : { outcome: 'unknown', code: 'not-reached' });
  const checks = Object.fromEntries(CHECK_IDS.map((id) => [id, outcome(id)])) as Record<CheckId, Outcome>;
  const nothing = { proofs: [], evidence: [], contained: [], badge: null, notes: [] };
  return { ...verdictOf(checks), checks, ...nothing, checkedAt: new Date(at).toISOString(), contacted: sources.contacted() };
}
