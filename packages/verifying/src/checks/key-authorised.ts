import { type Check, EARLIER, NOT_REACHED, shapeOf } from './question.js';

/** Whether the issuer lets this key sign credentials, and did when it signed (Data Integrity 1.0, 4.3 `assertionMethod`; Controlled Identifiers 1.0, 2.2). */
export const keyAuthorised: Check = (question) => {
  const shape = shapeOf(question).outcome;
  if (question.speaking === null || shape === 'failed') return EARLIER;
  return shape === 'passed' ? question.speaking.answers.keyAuthorised : NOT_REACHED;
};
