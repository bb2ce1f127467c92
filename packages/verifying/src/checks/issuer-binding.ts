import { issuerOf } from '../authenticity/judge-proof.js';
import { type Check, EARLIER, NOT_REACHED, shapeOf } from './check-context.js';

/**
 * Whether the key is that of the issuer whom the badge names (OB 3.0 implementation guide, key provenance). Never `passed` for a key
 * that stands only in the token's own header, or for a did:key that is not the issuer's id.
 */
export const issuerBinding: Check = (context) => {
  if (issuerOf(context.credential) === null) return { outcome: 'failed', code: 'issuer-missing' };
  const shape = shapeOf(context).outcome;
  if (context.primary === null || shape === 'failed') return EARLIER;
  return shape === 'passed' ? context.primary.answers.issuerBinding : NOT_REACHED;
};
