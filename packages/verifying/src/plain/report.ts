import { CHECK_IDS, type CheckId, type JsonObject, type Outcome, type Report } from '@proofmark/schemas';
import { isEarly } from '../authenticity/clock.js';
import { evidenceLines } from '../checks/evidence-lines.js';
import { nodesOf } from '../json.js';
import { verdictOf } from '../report/verdict.js';
import { didWeb } from './did-web.js';
import { text } from './must.js';
import { date } from './scalars.js';
import type { Proved } from './secured.js';
import type { StatusOutcomes } from './status.js';
import { plainSummary } from './summary.js';
import { describeWork } from './work.js';

/** All that was found out about a badge whose shape, schema and proof are good. */
export interface Findings {
  readonly credential: JsonObject;
  readonly proof: Proved;
  readonly status: StatusOutcomes;
  readonly domains: readonly string[];
  readonly now: number;
}

const PASSED: Outcome = { outcome: 'passed' };
const notApplicable = (reason: Extract<Outcome, { outcome: 'not-applicable' }>['reason']): Outcome => ({
  outcome: 'not-applicable',
  reason,
});

/** The report, word for word as the full verification would write it. */
export function reportOf(findings: Findings): Omit<Report, 'contacted'> {
  const { credential, proof, now } = findings;
  const evidence = evidenceLines({ work: describeWork(nodesOf(credential, 'evidence')), recheck: null }, true);
  const pieces = evidence.filter(({ companionOf }) => companionOf === undefined);
  const checks = outcomes(findings, pieces.length, pieces.filter(({ pinned }) => pinned === 'yes').length);
  const { issuer: _issuer, linkedDomains: _linkedDomains, ...said } = proof;
  return {
    ...verdictOf(checks),
    checks,
    proofs: [{ ...said, signature: PASSED, keyAuthorised: PASSED, issuerBinding: PASSED }],
    evidence,
    contained: [],
    badge: plainSummary(credential),
    notes: [],
    checkedAt: new Date(now).toISOString(),
  };
}

function outcomes({ credential, proof, status, domains, now }: Findings, count: number, pinned: number): Report['checks'] {
  const { issuer, form } = proof;
  const [domain, ...others] = domains;
  const platform = didWeb(issuer)?.host;
  const known: Partial<Record<CheckId, Outcome>> = {
    format: { outcome: 'passed', detail: { container: form === 'jwt' ? form : 'json' } },
    'issuer-resolved': { outcome: 'passed', detail: { issuer } },
    claims: form === 'jwt' ? PASSED : notApplicable('not-a-jwt'),
    'valid-from': begun(credential, now),
    'valid-until': ended(credential, now),
    refresh: notApplicable('not-present'),
    ...status,
    'issuer-domain':
      domain === undefined
        ? { ...notApplicable('no-linked-domain'), ...(platform === undefined ? {} : { detail: { platform } }) }
        : { outcome: 'passed', detail: { domain, ...(others.length > 0 ? { others } : {}) } },
    'issuer-trusted': notApplicable('no-trust-list'),
    recipient: notApplicable('not-asked'),
    evidence: count > 0 ? { outcome: 'unknown', code: 'evidence-not-checked', detail: { count, pinned } } : notApplicable('not-present'),
    endorsements: notApplicable('not-present'),
  };
  return Object.fromEntries(CHECK_IDS.map((id) => [id, known[id] ?? PASSED])) as Record<CheckId, Outcome>;
}

function begun({ validFrom }: JsonObject, now: number): Outcome {
  return isEarly(date(validFrom), now) ? { outcome: 'failed', code: 'not-yet-valid', detail: { date: text(validFrom) } } : PASSED;
}

function ended({ validUntil }: JsonObject, now: number): Outcome {
  if (validUntil === undefined) return notApplicable('no-expiry');
  const detail = { date: text(validUntil) };
  return now > date(validUntil) ? { outcome: 'failed', code: 'expired', detail } : { outcome: 'passed', detail };
}
