import type { Outcome } from '@proofmark/schemas';

/** Whether what a check asks for is absent, and the holder of the badge may have left it out: then nobody knows that there is none. */
export const mayBeWithheld = (outcome: Outcome): boolean => 'reason' in outcome && outcome.reason === 'may-be-withheld';
