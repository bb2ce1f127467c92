import { absence, type Check, EARLIER, integrityBlock } from './check-context.js';
import { evidenceLines } from './evidence-lines.js';

/**
 * Whether the evidence is still what was judged (VC Data Model 2.0, 5.3; OB 3.0, Evidence). Known only after a recheck;
 * without one the outcome gives the number of pinned items. See the four lines. It never changes the verdict.
 */
export const evidence: Check = (context) => {
  const stop = integrityBlock(context);
  if (stop?.outcome === 'not-applicable') return EARLIER;
  const known = context.facts.recheck?.outcome;
  if (known) return known;
  const lines = evidenceLines(context.facts, stop === null).filter(({ companionOf }) => companionOf === undefined);
  if (lines.length === 0) return absence(context, 'not-present');
  const told = lines.some((line) => line.pinned !== 'not-checked');
  const pinned = told ? { pinned: lines.filter((line) => line.pinned === 'yes').length } : {};
  return { outcome: 'unknown', code: 'evidence-not-checked', detail: { count: lines.length, ...pinned } };
};
