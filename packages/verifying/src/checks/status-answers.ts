import type { Outcome } from '@proofmark/schemas';
import type { StatusFact } from '../gather/facts.js';
import { hostOf } from '../gather/sources.js';
import { instant } from './authenticity.js';
import { absent, type Question, stopped } from './question.js';

/** Purposes that do not speak about withdrawal (Bitstring Status List 1.0, 2.1). Any other one is asked, for it may. */
const HARMLESS = ['refresh', 'message'];

/** The entries that bear on whether the badge still counts. */
export function statusFacts({ facts }: Question): readonly StatusFact[] {
  return facts.status.filter(({ purpose }) => purpose === null || !HARMLESS.includes(purpose));
}

/** Why an entry gives no trustworthy "no"; null when its list is sound and current. */
export function statusFault({ answer, type, purpose, list }: StatusFact, now: number): Outcome | null {
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
  if (!answer.sound) return { outcome: 'unknown', code: 'status-list-invalid', detail: { host, fault: answer.fault ?? '' } };
  const until = answer.validUntil === null ? null : instant(answer.validUntil);
  if (answer.validUntil !== null && (until === null || until < now)) {
    return { outcome: 'unknown', code: 'status-list-invalid', detail: { host, fault: 'stale', date: answer.validUntil } };
  }
  return purpose === 'revocation' || purpose === 'suspension'
    ? null
    : { outcome: 'unknown', code: 'unsupported-status-type', detail: { type: purpose ?? type } };
}

/** Answers one purpose. A set bit that the issuer signed counts even when the list has a fault; a clear one then does not. */
export function answerPurpose(question: Question, purpose: 'revocation' | 'suspension', code: 'revoked' | 'suspended'): Outcome {
  const none = absent(question, 'no-status');
  if (question.facts.status.length === 0) return none;
  const stop = stopped(question);
  if (stop !== null) return stop;
  // An entry that does not say its purpose is one of withdrawal, as in 1EdTechRevocationList.
  const entries = statusFacts(question).filter((fact) => (fact.purpose ?? 'revocation') === purpose);
  const set = entries.find(({ answer }) => answer.kind === 'bit' && answer.set);
  if (set !== undefined) {
    const { reason, date } = set;
    return { outcome: 'failed', code, detail: { ...(reason === null ? {} : { reason }), ...(date === null ? {} : { date }) } };
  }
  if (entries.length === 0) return none;
  return entries.map((fact) => statusFault(fact, question.now)).find((fault) => fault !== null) ?? { outcome: 'passed' };
}
