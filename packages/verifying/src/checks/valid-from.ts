import { isEarly } from '@proofmark/primitives';
import { statedBeginnings } from '../authenticity/instants.js';
import { type Check, integrityBlock, NOT_PRESENT, NOT_REACHED, passed } from './check-context.js';

/**
 * Whether the badge is valid already (VC Data Model 2.0, 4.9; OB 3.0, verification, step "status"). Instants are compared, not texts, with a minute's
 * grace for clocks that differ.
 * A badge has to say since when it counts; any other credential may leave it out.
 */
export const validFrom: Check = (context) => {
  const stop = integrityBlock(context);
  if (stop !== null) return stop;
  const times = statedBeginnings(context.secured);
  if (times.length === 0 && context.secured.kind === 'credential') return NOT_PRESENT;
  if (times.length === 0 || times.some(({ time }) => time === null)) return NOT_REACHED;
  const late = times.find(({ time }) => time !== null && isEarly(time, context.now));
  return late === undefined ? passed : { outcome: 'failed', code: 'not-yet-valid', detail: { date: late.text } };
};
