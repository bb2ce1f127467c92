import { type Check, EARLIER, NOT_REACHED, shapeOf, signatureOf } from './question.js';

/** Whether the badge is unchanged since it was signed (Data Integrity 1.0, 4.4; OB 3.0, 8.2). One good proof of several is enough. */
export const signature: Check = (question) => {
  const shape = shapeOf(question).outcome;
  if (question.speaking === null) return signatureOf(question);
  if (shape === 'failed') return EARLIER;
  return shape === 'passed' ? signatureOf(question) : NOT_REACHED;
};
