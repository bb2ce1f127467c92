import type { Check } from './check-context.js';
import { answerPurpose } from './status-answers.js';

/** Whether the issuer has withdrawn the badge for good (Bitstring Status List 1.0, 2.1 `revocation`). Without a list nobody knows. */
export const revoked: Check = (context) => answerPurpose(context, 'revocation', 'revoked');
