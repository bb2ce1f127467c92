import { hostOf, isEarly } from '@proofmark/primitives';
import type { Outcome } from '@proofmark/schemas';
import { instant } from '../authenticity/judge-proof.js';
import type { StatusFact } from '../facts/facts.js';
import { LIMITS } from '../limits.js';
import { absence, type CheckContext, integrityBlock } from './check-context.js';
import { issuerTrusted, trustOutcome } from './issuer-trusted.js';

/** Purposes that do not speak about withdrawal (Bitstring Status List 1.0, 2.1). Any other one is asked, for it may. */
const HARMLESS = ['refresh', 'message'];

/** The entries that bear on whether the badge still counts. What the purpose of a mechanism means that is not known here, nobody knows. */
export function statusFacts({ facts }: CheckContext): readonly StatusFact[] {
  return facts.status.filter(({ purpose, answer }) => purpose === null || answer.kind === 'unsupported' || !HARMLESS.includes(purpose));
}

/** What the issuer lets the badge's entries say by now (purpose `message`), from lists that are sound. */
export function statusMessages(context: CheckContext): readonly string[] {
  const messages = context.facts.status.filter(({ purpose }) => purpose === 'message');
  return messages.flatMap(({ answer, list }) =>
    answer.kind === 'bit' && answer.message && listFault(answer, list, context) === null ? [answer.message] : [],
  );
}

/** Why an entry gives no trustworthy "no"; null when its list is sound and current. */
export function statusFault({ answer, type, purpose, list }: StatusFact, context: CheckContext): Outcome | null {
  const host = list === null ? '' : hostOf(list);
  switch (answer.kind) {
    case 'unsupported':
      return { outcome: 'unknown', code: 'unsupported-status-type', detail: { type } };
    case 'unreachable':
      return answer.code === 'offline'
        ? { outcome: 'unknown', code: 'offline', detail: { host: answer.host } }
        : { outcome: 'unknown', code: 'status-unreachable', detail: { host: answer.host, reason: answer.code } };
    case 'untrusted':
      return { outcome: 'unknown', code: 'status-list-untrusted', detail: { host, fault: answer.fault } };
    case 'invalid':
      return { outcome: 'unknown', code: 'status-list-invalid', detail: { host, fault: answer.fault } };
    case 'not-asked':
      return { outcome: 'unknown', code: 'not-reached' };
    case 'bit':
      break;
  }
  const fault = listFault(answer, list, context);
  if (fault !== null) return fault;
  return purpose === 'revocation' || purpose === 'suspension'
    ? null
    : { outcome: 'unknown', code: 'unsupported-status-type', detail: { type: purpose ?? type } };
}

type Bit = Extract<StatusFact['answer'], { kind: 'bit' }>;

function listFault({ fault, foreignIssuer, entries, from, until }: Bit, list: string | null, context: CheckContext): Outcome | null {
  const { now, policy } = context;
  const invalid = (name: string, date?: string): Outcome => ({
    outcome: 'unknown',
    code: 'status-list-invalid',
    detail: { host: list === null ? '' : hostOf(list), fault: name, ...(date === undefined ? {} : { date }) },
  });
  if (fault !== null) return invalid(fault);
  if (foreignIssuer !== null && !areBothTrusted(foreignIssuer, context)) {
    return { outcome: 'unknown', code: 'status-list-untrusted', detail: { host: list === null ? '' : hostOf(list), fault: 'issuer' } };
  }
  if (entries !== null && entries < (policy.leastStatusEntries ?? LIMITS.statusListEntries)) return invalid('too-short');
  const early = from.find((date) => isEarly(instant(date) ?? Number.POSITIVE_INFINITY, now));
  if (early !== undefined) return invalid('not-yet-valid', early);
  const late = until.find((date) => !((instant(date) ?? Number.NEGATIVE_INFINITY) >= now));
  return late === undefined ? null : invalid('stale', late);
}

/** A list of another issuer counts where the reader knows both (Bitstring Status List 1.0, 2.2 leaves it to the verifier). */
function areBothTrusted(listIssuer: string, context: CheckContext): boolean {
  if (issuerTrusted(context).outcome !== 'passed') return false;
  return trustOutcome(listIssuer, { domains: [], registries: [] }, context.policy, null).outcome === 'passed';
}

/**
 * Answers one purpose. A withdrawal is for good: a bit that the issuer set and signed counts even when its list has a fault or is out of
 * date, while a clear one then says nothing. A suspension may have ended since, so such a list says nothing about it either way.
 */
export function answerPurpose(context: CheckContext, purpose: 'revocation' | 'suspension', code: 'revoked' | 'suspended'): Outcome {
  const stop = integrityBlock(context);
  if (stop !== null) return stop;
  // An entry that does not say its purpose is one of withdrawal.
  const entries = statusFacts(context).filter((fact) => (fact.purpose ?? 'revocation') === purpose);
  const faults = entries.map((fact) => statusFault(fact, context));
  const set = entries.find(({ answer }, i) => answer.kind === 'bit' && answer.set && (purpose === 'revocation' || faults[i] === null));
  if (set !== undefined) {
    const { reason, date, answer } = set;
    const said = reason ?? (answer.kind === 'bit' && answer.message);
    return { outcome: 'failed', code, detail: { ...(said ? { reason: said } : {}), ...(date === null ? {} : { date }) } };
  }
  if (entries.length === 0) return absence(context, 'no-status');
  return faults.find((fault) => fault !== null) ?? { outcome: 'passed' };
}
