import type { Check } from './check-context.js';
import { answerPurpose } from './status-answers.js';

/** Whether the issuer has revoked the badge (Bitstring Status List 1.0, 2.1 `revocation`). Without a list there is no answer. */
export const revoked: Check = (context) => answerPurpose(context, 'revocation', 'revoked');
