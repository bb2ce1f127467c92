import { type Check, EARLIER, NOT_REACHED, shapeOf } from './check-context.js';

/** Whether the issuer lets this key sign credentials, and did when it signed (Data Integrity 1.0, 4.3 `assertionMethod`; Controlled Identifiers 1.0, 2.2). */
export const keyAuthorised: Check = (context) => {
  const shape = shapeOf(context).outcome;
  if (context.primary === null || shape === 'failed') return EARLIER;
  return shape === 'passed' ? context.primary.answers.keyAuthorised : NOT_REACHED;
};
