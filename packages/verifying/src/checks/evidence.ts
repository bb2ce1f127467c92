import { evidenceLines } from '../evidence-lines.js';
import { absent, type Check, EARLIER, stopped } from './question.js';

/** Whether the work behind the badge is still what was judged (VC Data Model 2.0, 5.3; OB 3.0, Evidence). Nothing is fetched here: see the four lines. */
export const evidence: Check = (question) => {
  if (stopped(question)?.outcome === 'not-applicable') return EARLIER;
  const lines = evidenceLines(question.facts.work, stopped(question) === null);
  if (lines.length === 0) return absent(question, 'not-present');
  const told = lines.some((line) => line.pinned !== 'not-checked');
  const pinned = told ? { pinned: lines.filter((line) => line.pinned === 'yes').length } : {};
  return { outcome: 'unknown', code: 'evidence-not-checked', detail: { count: lines.length, ...pinned } };
};
