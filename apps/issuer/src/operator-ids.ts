import { randomBytes } from 'node:crypto';
import type { IdSource } from './issuing/ports.js';

/** The clock and the random source of the commands that an operator runs. */
export const OPERATOR_IDS: IdSource = { clock: { now: () => new Date() }, random: { bytes: (length) => randomBytes(length) } };
