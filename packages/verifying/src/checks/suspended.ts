import type { Check } from './check-context.js';
import { answerPurpose } from './status-answers.js';

/** Whether the issuer has suspended the badge for now (Bitstring Status List 1.0, 2.1 `suspension`). */
export const suspended: Check = (context) => answerPurpose(context, 'suspension', 'suspended');
