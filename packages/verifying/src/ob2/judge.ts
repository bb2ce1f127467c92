import { isEarly, member } from '@proofmark/primitives';
import type { Checks, Json, Outcome, Report } from '@proofmark/schemas';
import { evidenceLines } from '../checks/evidence-lines.js';
import { domainOutcome } from '../checks/issuer-domain.js';
import { trustOutcome } from '../checks/issuer-trusted.js';
import { domainAnswers } from '../checks/proven-domains.js';
import type { Policy } from '../ports.js';
import { verdictOf } from '../report/verdict.js';
import { authenticityOf, speakingKey, unanswered, withdrawal } from './answers.js';
import { parseOlderDate, writtenDate } from './dates.js';
import { documentOf, type OlderFacts } from './facts.js';
import { lacksOfAssertion, lacksOfBadgeClass, lacksOfIssuer, notesOf } from './schema.js';
import { summariseOlder } from './summary.js';
import { foreignContext, versionOf } from './vocabulary.js';

const NOT_REACHED: Outcome = { outcome: 'unknown', code: 'not-reached' };
const EARLIER: Outcome = { outcome: 'not-applicable', reason: 'earlier-check-failed' };
const NOT_PRESENT: Outcome = { outcome: 'not-applicable', reason: 'not-present' };

/** Judges an Open Badges 2.0 badge by the checks and the verdict of all others: pure, so that it can be replayed. */
export function judgeOlder(facts: OlderFacts, policy: Policy): Report {
  const { resolved, binding, authorised, signature } = authenticityOf(facts);
  const vouched = [resolved, binding, authorised, signature];
  const stop = vouched.some(({ outcome }) => outcome === 'failed')
    ? EARLIER
    : vouched.some(({ outcome }) => outcome === 'unknown')
      ? NOT_REACHED
      : null;
  const { list, revoked } = withdrawal(facts);
  const issuer = facts.issuerId ?? '';
  const evidence = evidenceLines({ work: facts.work, recheck: null }, stop === null);
  const checks: Checks = {
    format: { outcome: 'passed', detail: { container: facts.container, standard: 'Open Badges 2.0' } },
    shape: vocabularyOf(facts),
    schema: schemaOf(facts),
    'issuer-resolved': resolved,
    'issuer-binding': binding,
    'key-authorised': authorised,
    signature,
    claims: { outcome: 'not-applicable', reason: 'not-a-jwt' },
    'valid-from': stop ?? beginning(facts, policy.at),
    'valid-until': stop ?? end(facts, policy.at),
    refresh: NOT_PRESENT,
    'status-list': stop ?? list,
    // Its own address may withdraw a badge before anything else about it is known.
    revoked: facts.form === 'hosted' && revoked.outcome === 'failed' ? revoked : (stop ?? revoked),
    suspended:
      stop ??
      (facts.form === 'hosted' ? { outcome: 'not-applicable', reason: 'hosted' } : { outcome: 'not-applicable', reason: 'no-status' }),
    'issuer-domain': stop ?? domainOutcome(issuer, domainAnswers(issuer, { domains: [] }, policy.at)),
    'issuer-trusted': trustOutcome(issuer, { domains: [], registries: facts.registries }, policy, stop),
    recipient: recipientOf(facts, stop),
    evidence: stop === EARLIER ? EARLIER : worksOf(evidence.length, evidence.filter(({ pinned }) => pinned === 'yes').length),
    endorsements: stop === EARLIER ? EARLIER : endorsementsOf(facts.endorsements),
  };
  const key = speakingKey(facts);
  const proof = { form: 'jwt', suite: facts.alg ?? '', verificationMethod: key?.id ?? null, created: null } as const;
  return {
    ...verdictOf(checks),
    checks,
    proofs: facts.alg === null ? [] : [{ ...proof, signature, keyAuthorised: authorised, issuerBinding: binding }],
    evidence,
    contained: [],
    badge: summariseOlder(facts),
    notes: notesOf(objectOf(facts.badgeClass), objectOf(facts.issuer)),
    checkedAt: new Date(policy.at).toISOString(),
    contacted: facts.contacted,
  };
}

function objectOf(linked: OlderFacts['issuer']) {
  return linked.kind === 'document' ? linked.json : null;
}

function schemaOf({ assertion, badgeClass, issuer, form }: OlderFacts): Outcome {
  const json = documentOf(assertion);
  // A withdrawn badge may be reduced to its id, and need not lead anywhere.
  if (json === undefined) return form === 'hosted' ? NOT_REACHED : { outcome: 'failed', code: 'schema-violation' };
  const lacks = [
    ...lacksOfAssertion(json),
    ...(badgeClass.kind === 'document' ? lacksOfBadgeClass(badgeClass.json) : []),
    ...(issuer.kind === 'document' ? lacksOfIssuer(issuer.json) : []),
  ];
  const [first] = lacks;
  if (first !== undefined) {
    return { outcome: 'failed', code: 'schema-violation', detail: { ...first, count: lacks.length } };
  }
  return badgeClass.kind === 'document' ? { outcome: 'passed' } : unanswered(badgeClass, 'badge-unreachable');
}

function beginning({ assertion }: OlderFacts, now: number): Outcome {
  const { date, time } = dateOf(documentOf(assertion), 'issuedOn');
  if (date === null || time === null) return NOT_REACHED;
  return isEarly(time, now) ? { outcome: 'failed', code: 'not-yet-valid', detail: { date } } : { outcome: 'passed' };
}

function end({ assertion }: OlderFacts, now: number): Outcome {
  const json = documentOf(assertion);
  if (member(json, 'expires') === undefined) return { outcome: 'not-applicable', reason: 'no-expiry' };
  const { date, time } = dateOf(json, 'expires');
  if (date === null || time === null) return NOT_REACHED;
  return now > time ? { outcome: 'failed', code: 'expired', detail: { date } } : { outcome: 'passed', detail: { date } };
}

function dateOf(assertion: Json | undefined, name: 'issuedOn' | 'expires') {
  const [value, version] = [member(assertion, name), versionOf(assertion)];
  return { date: writtenDate(value, version), time: parseOlderDate(value, version) };
}

/** Whether all documents speak the vocabulary of Open Badges 1.1 or 2.0 and no other. */
function vocabularyOf({ assertion, badgeClass, issuer }: OlderFacts): Outcome {
  const documents = [documentOf(assertion), documentOf(badgeClass), documentOf(issuer)];
  const foreign = documents.map(foreignContext).find((context) => context !== null);
  const isUnnamed = documents[0] !== undefined && versionOf(documents[0]) === null;
  if (foreign === undefined && !isUnnamed) return { outcome: 'passed' };
  return { outcome: 'unknown', code: 'unsupported-vocabulary', detail: { term: foreign ?? '@context' } };
}

function recipientOf({ recipient }: OlderFacts, stop: Outcome | null): Outcome {
  if (recipient === 'not-asked') return { outcome: 'not-applicable', reason: 'not-asked' };
  if (stop !== null) return stop;
  if (recipient === 'not-an-address') return { outcome: 'unknown', code: 'not-an-address' };
  if (recipient === 'names-nobody') return NOT_PRESENT;
  return recipient === 'match' ? { outcome: 'passed' } : { outcome: 'failed', code: 'recipient-mismatch' };
}

function worksOf(count: number, pinned: number): Outcome {
  return count === 0 ? NOT_PRESENT : { outcome: 'unknown', code: 'evidence-not-checked', detail: { count, pinned } };
}

function endorsementsOf(count: number): Outcome {
  return count === 0 ? NOT_PRESENT : { outcome: 'unknown', code: 'endorsement-unfinished', detail: { count, good: 0 } };
}
