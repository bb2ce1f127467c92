import type { ProofOutcome } from '@proofmark/proofs';
import type { Outcome } from '@proofmark/schemas';
import type { KeyFact } from '../facts/facts.js';

export const NOT_REACHED: Outcome = { outcome: 'unknown', code: 'not-reached' };
export const NOT_SOUGHT: KeyFact = { found: 'not-sought' };

/** A signature that does not hold; `reason` is for those who look closer. */
export function invalid(reason: string): Outcome {
  return { outcome: 'failed', code: 'signature-invalid', detail: { reason } };
}

/** What became of an embedded proof, as an outcome. Only a signature that was computed and differs has failed. */
export function proofOutcome(outcome: ProofOutcome, suite: string): Outcome {
  switch (outcome.outcome) {
    case 'valid':
      return { outcome: 'passed' };
    case 'invalid':
      return invalid(outcome.reason);
    case 'unsupported':
      return outcome.reason === 'host'
        ? { outcome: 'unknown', code: 'unsupported-by-host', detail: { suite } }
        : { outcome: 'unknown', code: 'unsupported-suite', detail: { suite, reason: outcome.reason } };
    case 'unsupported-vocabulary':
      return { outcome: 'unknown', code: 'unsupported-vocabulary', detail: { term: outcome.url ?? '@context' } };
    case 'data-loss':
      return { outcome: 'unknown', code: 'unsupported-vocabulary', detail: { term: outcome.term ?? '' } };
    case 'limit-exceeded':
      // Nothing was computed: too much for us is no sign of forgery.
      return { outcome: 'unknown', code: 'limit-exceeded' };
    case 'malformed-document':
      return invalid('malformed-document');
  }
}
