import type { Outcome } from '@proofmark/schemas';
import { issuerOf } from '../authenticity/judge-proof.js';
import { type Check, EARLIER, NOT_REACHED, shapeOf } from './check-context.js';

/** Whether the document that holds the issuer's keys could be had (DID Core 1.0, 7; Controlled Identifiers 1.0, 3). */
export const issuerResolved: Check = (context) => {
  const issuer = issuerOf(context.credential);
  if (issuer === null) return { outcome: 'failed', code: 'issuer-missing' };
  const shape = shapeOf(context).outcome;
  const { primary } = context;
  if (primary === null || shape === 'failed') return EARLIER;
  if (shape !== 'passed') return NOT_REACHED;
  const { key } = primary.proof;
  const found: Outcome = { outcome: 'passed', detail: { issuer } };
  if (key.found === 'none') {
    return key.code === 'key-not-found'
      ? { outcome: 'unknown', code: 'key-not-found', detail: { method: primary.proof.verificationMethod ?? '' } }
      : { outcome: 'unknown', code: key.code, detail: key.detail };
  }
  return key.found === 'unbound' ? { outcome: 'unknown', code: 'issuer-not-proven', detail: { issuer } } : found;
};
