import { CHECK_IDS, type Checks, type Outcome, type Report } from '@proofmark/schemas';

/** What a check answers that was too heavy for where it ran: nothing was found out. `at` is "now", in milliseconds. */
export function tooHeavy(at: number): Report {
  const answer = (id: string): Outcome => ({ outcome: 'unknown', code: id === 'format' ? 'too-heavy' : 'not-reached' });
  return {
    verdict: 'unfinished',
    because: ['format'],
    checks: Object.fromEntries(CHECK_IDS.map((id) => [id, answer(id)])) as unknown as Checks,
    proofs: [],
    evidence: [],
    contained: [],
    badge: null,
    notes: [],
    checkedAt: new Date(at).toISOString(),
    contacted: [],
  };
}
