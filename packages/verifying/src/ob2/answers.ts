import { isUrl, listOf, member, textOf } from '@proofmark/primitives';
import type { Outcome } from '@proofmark/schemas';
import { idOf } from '../credential/nodes.js';
import { sameAs, sameId } from '../gather/same-id.js';
import { documentOf, type KeyTried, type Linked, type OlderFacts } from './facts.js';
import { isInScope, isOfIssuer } from './scope.js';

const PASSED: Outcome = { outcome: 'passed' };
const NOT_REACHED: Outcome = { outcome: 'unknown', code: 'not-reached' };
const HOSTED: Outcome = { outcome: 'not-applicable', reason: 'hosted' };

/** What the issuer's profile, scope and keys say: on these rests whether the badge is genuine. */
export interface Authenticity {
  readonly resolved: Outcome;
  readonly binding: Outcome;
  readonly authorised: Outcome;
  readonly signature: Outcome;
}

/** The key that speaks for a signed badge: the first that is the issuer's and fits; else one that fits; else the first. */
export function speakingKey({ keys }: OlderFacts): KeyTried | null {
  const fits = keys.filter(({ signature }) => signature.outcome === 'passed');
  return fits.find(({ owned }) => owned) ?? fits[0] ?? keys.find(({ signature }) => signature.outcome === 'unknown') ?? keys[0] ?? null;
}

export function authenticityOf(facts: OlderFacts): Authenticity {
  return facts.form === 'hosted' ? hosted(facts) : signed(facts);
}

/** A hosted badge is proven by its address, and only where the issuer's profile declares that its badges are hosted there. */
function hosted(facts: OlderFacts): Authenticity {
  const resolved = resolution(facts);
  const { id, issuerId, issuer, assertion } = facts;
  const signature = assertion.kind === 'document' || assertion.kind === 'gone' ? HOSTED : unanswered(assertion, 'badge-unreachable');
  if (id === null || issuerId === null || issuer.kind !== 'document') {
    return { resolved, binding: resolved.outcome === 'passed' ? NOT_REACHED : resolved, authorised: HOSTED, signature };
  }
  const classId = idOf(documentOf(facts.badgeClass));
  const outside = !isInScope(id, issuerId, issuer.json)
    ? id
    : classId === null || isOfIssuer(classId, issuerId, issuer.json)
      ? null
      : classId;
  const binding: Outcome =
    outside === null
      ? { outcome: 'passed', detail: { form: 'hosted', issuer: issuerId } }
      : {
          outcome: 'failed',
          code: 'issuer-mismatch',
          detail: {
            form: 'hosted',
            ...(outside === id ? {} : { part: 'class' }),
            issuer: issuerId,
            controller: isUrl(outside) ? new URL(outside).host : outside.slice(0, 200),
          },
        };
  return { resolved, binding, authorised: HOSTED, signature };
}

function signed(facts: OlderFacts): Authenticity {
  const resolved = resolution(facts);
  if (facts.alg === null) {
    return { resolved, binding: NOT_REACHED, authorised: NOT_REACHED, signature: { outcome: 'failed', code: 'no-proof' } };
  }
  if (resolved.outcome !== 'passed') return { resolved, binding: resolved, authorised: resolved, signature: NOT_REACHED };
  const key = speakingKey(facts);
  const issuer = facts.issuerId ?? '';
  if (key === null) {
    const none: Outcome = { outcome: 'unknown', code: 'key-not-found', detail: { issuer } };
    return { resolved, binding: none, authorised: none, signature: NOT_REACHED };
  }
  const { signature } = key;
  if (!key.listed) {
    const foreign: Outcome = { outcome: 'failed', code: 'key-not-authorised', detail: { document: issuer } };
    return { resolved, binding: NOT_REACHED, authorised: foreign, signature };
  }
  if (signature.outcome === 'unknown') return { resolved, binding: NOT_REACHED, authorised: NOT_REACHED, signature };
  const owned: Outcome = key.owned ? PASSED : { outcome: 'failed', code: 'issuer-mismatch', detail: { issuer } };
  return { resolved, binding: owned, authorised: PASSED, signature };
}

function resolution({ issuer, issuerId, badgeClass, form }: OlderFacts): Outcome {
  // A badge class that could not be had is told as such, by `schema`.
  if (badgeClass.kind !== 'document') return NOT_REACHED;
  switch (issuer.kind) {
    case 'document':
      return { outcome: 'passed', detail: { form, issuer: issuerId ?? '' } };
    case 'unnamed':
      return issuerId === null
        ? { outcome: 'failed', code: 'issuer-missing' }
        : { outcome: 'unknown', code: 'unsupported-did-method', detail: { method: issuerId.split(':').slice(0, 2).join(':') } };
    case 'unreachable':
      return unanswered(issuer, 'issuer-unreachable');
    default:
      return { outcome: 'unknown', code: 'issuer-document-invalid', detail: { host: issuer.host } };
  }
}

/** A document that could not be had, as an outcome. */
export function unanswered(
  linked: Exclude<Linked, { kind: 'document' }>,
  code: 'badge-unreachable' | 'issuer-unreachable' | 'status-unreachable',
): Outcome {
  if (linked.kind === 'unnamed') return { outcome: 'unknown', code };
  if (linked.kind !== 'unreachable') return { outcome: 'unknown', code, detail: { host: linked.host, reason: linked.kind } };
  const { host, code: reason, status } = linked;
  if (reason === 'offline') return { outcome: 'unknown', code: 'offline', detail: { host } };
  return { outcome: 'unknown', code, detail: { host, reason, ...(status === undefined ? {} : { status }) } };
}

/** Whether the badge was withdrawn, and whether the place that would say so could be asked. */
export function withdrawal(facts: OlderFacts): { readonly list: Outcome; readonly revoked: Outcome } {
  if (facts.form === 'hosted') {
    const { assertion } = facts;
    const json = documentOf(assertion);
    if (assertion.kind === 'gone' || member(json, 'revoked') === true) return { list: HOSTED, revoked: withdrawn(json) };
    return { list: HOSTED, revoked: json === undefined ? NOT_REACHED : { outcome: 'passed', detail: { form: 'hosted' } } };
  }
  const { revocations, assertion, issuerId } = facts;
  const json = documentOf(assertion);
  const none: Outcome = { outcome: 'not-applicable', reason: 'no-status' };
  if (member(json, 'revoked') === true) return { list: none, revoked: withdrawn(json) };
  if (revocations.kind === 'none') return { list: none, revoked: none };
  const { answer, host } = revocations;
  if (answer.kind !== 'document') {
    const open = answer.kind === 'other' ? invalidList(host, 'not-a-list') : unanswered(answer, 'status-unreachable');
    return { list: open, revoked: open };
  }
  const issuer = idOf(member(answer.json, 'issuer'));
  const entries = member(answer.json, 'revokedAssertions');
  const faulty = issuer !== null && issuerId !== null && !sameId(issuer, issuerId);
  if (faulty || entries === undefined) {
    const open: Outcome = faulty
      ? { outcome: 'unknown', code: 'status-list-untrusted', detail: { host, fault: 'issuer' } }
      : invalidList(host, 'not-a-list');
    return { list: open, revoked: open };
  }
  const names = [idOf(json), textOf(json, 'uid')].filter((name) => name !== null).map(sameAs);
  const found = listOf(entries).find((entry) => names.some((isName) => isName(idOf(entry)) || isName(textOf(entry, 'uid'))));
  return { list: PASSED, revoked: found === undefined ? PASSED : withdrawn(found) };
}

function invalidList(host: string, fault: string): Outcome {
  return { outcome: 'unknown', code: 'status-list-invalid', detail: { host, fault } };
}

function withdrawn(source: Parameters<typeof textOf>[0]): Outcome {
  const reason = textOf(source, 'revocationReason')?.slice(0, 500);
  return { outcome: 'failed', code: 'revoked', ...(reason === undefined ? {} : { detail: { reason } }) };
}
