import type { Outcome } from '@proofmark/schemas';
import { issuerOf } from '../authenticity/judge-proof.js';
import { platformOf } from '../credential/issuer-domains.js';
import { type Check, issuerBlock } from './check-context.js';
import { type DomainAnswer, domainAnswers } from './proven-domains.js';

/**
 * Which domain the issuer is proved to hold (DIF Well Known DID Configuration): its document names the domain, and the domain names it.
 * A DID or address below a path proves only the platform that serves it, where anyone may have an account. One proven domain is enough;
 * claims of others that do not hold are named beside it.
 */
export const issuerDomain: Check = (context) => {
  const stop = issuerBlock(context);
  if (stop !== null) return stop;
  const issuer = issuerOf(context.credential) ?? '';
  return domainOutcome(issuer, domainAnswers(issuer, context.facts.issuer, context.now));
};

/** The same for an issuer by its id, and what is known of the domains that it claims. */
export function domainOutcome(issuer: string, answers: readonly DomainAnswer[]): Outcome {
  const [proven, ...more] = ofKind(answers, 'proven');
  const [mismatch, ...mismatches] = ofKind(answers, 'mismatch');
  if (proven !== undefined) {
    const others = more.map(({ domain }) => domain);
    const unproven = answers.filter(({ kind }) => kind !== 'proven').map(({ domain }) => domain);
    const detail = { domain: proven.domain, ...(others.length > 0 ? { others } : {}), ...(unproven.length > 0 ? { unproven } : {}) };
    return { outcome: 'passed', detail };
  }
  if (mismatch !== undefined) {
    const domains = mismatches.map(({ domain }) => domain);
    const detail = { domain: mismatch.domain, fault: mismatch.fault, ...(domains.length > 0 ? { others: domains } : {}) };
    return { outcome: 'failed', code: 'domain-mismatch', detail };
  }
  return unanswered(answers) ?? { outcome: 'not-applicable', reason: 'no-linked-domain', ...platform(issuer) };
}

function unanswered(answers: readonly DomainAnswer[]): Outcome | null {
  const [undecided] = ofKind(answers, 'undecided');
  if (undecided !== undefined) {
    const { domain, suite } = undecided;
    return { outcome: 'unknown', code: 'unsupported-suite', detail: { domain, suite } };
  }
  const [unreachable] = ofKind(answers, 'unreachable');
  if (unreachable === undefined) return null;
  const { domain, reason } = unreachable;
  return reason === 'offline'
    ? { outcome: 'unknown', code: 'offline', detail: { host: domain } }
    : { outcome: 'unknown', code: 'domain-unreachable', detail: { domain, reason } };
}

function ofKind<K extends DomainAnswer['kind']>(answers: readonly DomainAnswer[], kind: K): readonly Extract<DomainAnswer, { kind: K }>[] {
  return answers.filter((answer): answer is Extract<DomainAnswer, { kind: K }> => answer.kind === kind);
}

function platform(issuer: string): { readonly detail?: { readonly platform: string } } {
  const host = platformOf(issuer);
  return host === '' ? {} : { detail: { platform: host } };
}
