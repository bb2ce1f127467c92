import { ends } from './instants.js';
import { absent, type Check, NOT_REACHED, stopped } from './question.js';

/** Whether the badge is still valid (VC Data Model 2.0, 4.9; OB 3.0, verification, step "status"). The earliest end that it states counts. */
export const validUntil: Check = (question) => {
  const stop = stopped(question);
  if (stop !== null) return stop;
  const times = [...ends(question)].sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
  const [first] = times;
  if (first === undefined) return absent(question, 'no-expiry');
  if (times.some(({ time }) => time === null)) return NOT_REACHED;
  const detail = { date: first.text };
  return first.time !== null && question.now > first.time ? { outcome: 'failed', code: 'expired', detail } : { outcome: 'passed', detail };
};
