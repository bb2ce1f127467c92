import { type Check, EARLIER, NOT_REACHED, shapeOf, signatureOf } from './check-context.js';

/** Whether the badge is unchanged since it was signed (Data Integrity 1.0, 4.4; OB 3.0, 8.2). One good proof of several is enough. */
export const signature: Check = (context) => {
  const shape = shapeOf(context).outcome;
  if (context.primary === null) return signatureOf(context);
  if (shape === 'failed') return EARLIER;
  return shape === 'passed' ? signatureOf(context) : NOT_REACHED;
};
