import { type Check, shapeOf } from './check-context.js';

/**
 * Whether every statement of the badge stands where readers look for it (Data Integrity 1.0, 4.6 and 5: what is signed is a set of
 * statements, not the JSON). For proofs over bytes only key safety and limits are asked.
 */
export const shape: Check = (context) => shapeOf(context);
