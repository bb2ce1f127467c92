import { CHECK_IDS, type CheckId, type Checks, isTest, type Outcome, type Report } from '@proofmark/schemas';
import { judgeProof, primaryProof } from '../authenticity/judge-proof.js';
import { type CheckContext, EARLIER, NOT_REACHED } from '../checks/check-context.js';
import { evidenceLines } from '../checks/evidence-lines.js';
import { CHECKS } from '../checks/index.js';
import type { Facts } from '../facts/facts.js';
import type { Policy } from '../ports.js';
import { summarise } from './summary.js';
import { verdictOf } from './verdict.js';

/** Judges gathered facts: pure, so that a verdict can be replayed from saved facts at another time or under another policy. */
export function judge(facts: Facts, policy: Policy): Report {
  const contained = facts.contained.map(({ facts: inner, role, aboutCarrier, endorser = 'issuer', from }): Report => {
    const report = { ...judge(inner, policy), role, ...(from && { from }) };
    return role === 'endorsement' ? { ...report, aboutCarrier, endorser } : report;
  });
  const notJudged = facts.skipped > 0 ? [{ code: 'not-judged', pointer: '' }] : [];
  const checkedAt = new Date(policy.at).toISOString();
  const { secured } = facts;
  if (secured === null) {
    const rest = facts.format.outcome === 'failed' ? EARLIER : NOT_REACHED;
    const checks = record((id) => (id === 'format' ? facts.format : rest));
    const { contacted } = facts;
    return { ...verdictOf(checks), checks, proofs: [], evidence: [], contained, badge: null, notes: notJudged, checkedAt, contacted };
  }
  const { credential } = secured;
  const primary = primaryProof(secured, policy.at);
  const context: CheckContext = { facts, secured, credential, primary, policy, now: policy.at, contained };
  const checks = record((id) => CHECKS[id](context));
  return {
    ...verdictOf(checks, isTest(credential)),
    checks,
    proofs: secured.proofs.map((proof) => {
      const { form, suite, verificationMethod, created } = proof;
      return { form, suite, verificationMethod, created, ...judgeProof(proof, secured, policy.at) };
    }),
    evidence: evidenceLines(facts, checks.signature.outcome === 'passed'),
    contained,
    badge: summarise(credential),
    notes: [...(secured.schema?.notes ?? []), ...notJudged],
    checkedAt,
    contacted: facts.contacted,
  };
}

/** Asks every check, in order. */
function record(answer: (id: CheckId) => Outcome): Checks {
  return Object.fromEntries(CHECK_IDS.map((id) => [id, answer(id)])) as Record<CheckId, Outcome>;
}
