import { statedEnds } from '../authenticity/instants.js';
import { absence, type Check, integrityBlock, NOT_REACHED } from './check-context.js';

/** Whether the badge is still valid (VC Data Model 2.0, 4.9; OB 3.0, verification, step "status"). The earliest end that it states counts. */
export const validUntil: Check = (context) => {
  const stop = integrityBlock(context);
  if (stop !== null) return stop;
  const times = [...statedEnds(context.secured, context.primary)].sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
  const [first] = times;
  if (first === undefined) return absence(context, 'no-expiry');
  if (times.some(({ time }) => time === null)) return NOT_REACHED;
  const detail = { date: first.text };
  return first.time !== null && context.now > first.time ? { outcome: 'failed', code: 'expired', detail } : { outcome: 'passed', detail };
};
