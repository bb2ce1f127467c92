import type { Detail, Outcome } from '@proofmark/schemas';
import type { KeyFact } from '../facts/secured.js';
import { instant, REVOKED } from './judge-proof.js';

/** When and why the issuer revoked a key, as far as its document says so. */
export function revocationDetail(key: KeyFact): Detail {
  if (key.found !== 'document') return {};
  const { revoked: date, revocationReason: reason } = key;
  return { ...(instant(date) === null ? {} : { date: date ?? '' }), ...(reason == null ? {} : { reason }) };
}

/** The standing of a key, with when and why it was revoked if it was. */
export function toldRevocation(standing: Outcome, key: KeyFact): Outcome {
  return standing === REVOKED ? { ...standing, detail: revocationDetail(key) } : standing;
}
