import { type Check, integrityBlock, NOT_REACHED } from './check-context.js';

/**
 * Whether the claims of a VC-JWT say the same as the credential that it carries (OB 3.0, 8.2.4: iss, sub, jti, nbf, exp). They were compared
 * when the token was read: it alone decides that.
 */
export const claims: Check = (context) => {
  const { jwt } = context.secured;
  if (jwt === null) return { outcome: 'not-applicable', reason: 'not-a-jwt' };
  return integrityBlock(context) ?? jwt.agreement ?? NOT_REACHED;
};
