import type { Verdict } from '@proofmark/schemas';
import { countEndorsements } from '../credential/endorsement-carriers.js';
import { absence, type Check, EARLIER, integrityBlock } from './check-context.js';

const FAILED: readonly Verdict[] = ['do-not-rely', 'unreadable', 'no-longer-current'];

/**
 * Whether those who vouch inside the badge, or in its work log, really do, for the thing that carries their words, and are somebody else than
 * the issuer and the learner (OB 3.0, verification, step "endorsements").
 */
export const endorsements: Check = (context) => {
  const { credential, facts, contained } = context;
  if (integrityBlock(context)?.outcome === 'not-applicable') return EARLIER;
  const carried = countEndorsements(credential);
  const count = carried + facts.contained.filter(({ from }) => from).length;
  if (count === 0) return absence(context, 'not-present');
  const judged = facts.contained.flatMap(({ role, aboutCarrier }, index) => {
    const report = contained[index];
    return role === 'endorsement' && report !== undefined ? [{ aboutCarrier, verdict: report.verdict, endorser: report.endorser }] : [];
  });
  const bad = judged.filter(({ aboutCarrier, verdict }) => FAILED.includes(verdict) || !aboutCarrier).length;
  if (bad > 0) return { outcome: 'failed', code: 'endorsement-failed', detail: { count, bad } };
  const good = judged.filter(({ verdict }) => verdict.startsWith('genuine')).length;
  if (good < count) return { outcome: 'unknown', code: 'endorsement-unfinished', detail: { count, good } };
  const others = judged.filter(({ endorser }) => endorser === 'other').length;
  // What the issuer or the learner signs in another name is their own word.
  return others === count
    ? { outcome: 'passed', detail: { count } }
    : { outcome: 'unknown', code: 'endorser-not-proven', detail: { count, good: others } };
};
