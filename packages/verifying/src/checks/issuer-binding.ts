import { issuerOf } from './authenticity.js';
import { type Check, EARLIER, NOT_REACHED, shapeOf } from './question.js';

/**
 * Whether the key is that of the issuer whom the badge names (OB 3.0 implementation guide, key provenance). Never `passed` for a key
 * that stands only in the token's own header, or for a did:key that is not the issuer's id.
 */
export const issuerBinding: Check = (question) => {
  if (issuerOf(question.credential) === null) return { outcome: 'failed', code: 'issuer-missing' };
  const shape = shapeOf(question).outcome;
  if (question.speaking === null || shape === 'failed') return EARLIER;
  return shape === 'passed' ? question.speaking.answers.issuerBinding : NOT_REACHED;
};
