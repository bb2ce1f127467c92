import type { JsonObject, NotApplicableReason, Outcome, Report, SchemaFindings } from '@proofmark/schemas';
import type { Facts, ProofFact, Secured } from '../gather/facts.js';
import { listOf, member } from '../json.js';
import type { Policy } from '../ports.js';
import type { ProofAnswers } from './authenticity.js';

/** What a check is asked: plain values only. The same question always gets the same answer. */
export interface Question {
  readonly facts: Facts;
  readonly secured: Secured;
  readonly credential: JsonObject;
  readonly schema: SchemaFindings;
  /** The proof that speaks for the badge, or null when it has none. */
  readonly speaking: { readonly proof: ProofFact; readonly answers: ProofAnswers } | null;
  readonly policy: Policy;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** The reports about the credentials inside, in the order of `facts.contained`. */
  readonly contained: readonly Report[];
}

/** One check: one file, pure, exactly one of the four outcomes. */
export type Check = (question: Question) => Outcome;

export const passed: Outcome = { outcome: 'passed' };
export const EARLIER: Outcome = { outcome: 'not-applicable', reason: 'earlier-check-failed' };
export const NOT_REACHED: Outcome = { outcome: 'unknown', code: 'not-reached' };
export const NOT_PRESENT: Outcome = { outcome: 'not-applicable', reason: 'not-present' };

/**
 * What keeps a check from being answered at all: text that may be altered is not judged further (`failed`), and nobody is asked
 * about a badge whose signature could not be checked (`unknown`). Null when the way is free.
 */
export function stopped(question: Question): Outcome | null {
  const outcomes = [shapeOf(question), signatureOf(question)];
  if (outcomes.some(({ outcome }) => outcome === 'failed')) return EARLIER;
  return outcomes.every(({ outcome }) => outcome === 'passed') ? null : NOT_REACHED;
}

/**
 * What to answer about something that the badge does not have. Where the holder may withhold what is not mandatory (VC-DI-ECDSA, 3.4
 * `ecdsa-sd-2023`), its absence says nothing.
 */
export function absent({ speaking }: Question, reason: NotApplicableReason): Outcome {
  return { outcome: 'not-applicable', reason: speaking?.proof.suite === 'ecdsa-sd-2023' ? 'may-be-withheld' : reason };
}

/** The outcome of the gate that the speaking proof needs. */
export function shapeOf({ secured, speaking }: Question): Outcome {
  return speaking?.proof.signs === 'bytes' ? secured.keySafety : secured.gate;
}

/** The outcome of the signature that speaks for the badge. */
export function signatureOf({ secured, speaking }: Question): Outcome {
  if (speaking !== null) return speaking.answers.signature;
  return listOf(member(secured.credential, 'proof')).length > 0
    ? { outcome: 'failed', code: 'limit-exceeded', detail: { limit: 'proofs' } }
    : { outcome: 'failed', code: 'no-proof' };
}

/** As `stopped`, but also when the badge is not proved to be its issuer's. */
export function unproved(question: Question): Outcome | null {
  const { speaking } = question;
  const stop = stopped(question);
  if (stop !== null || speaking === null) return stop ?? EARLIER;
  const { keyAuthorised, issuerBinding } = speaking.answers;
  const outcomes = [keyAuthorised.outcome, issuerBinding.outcome];
  if (outcomes.includes('failed')) return EARLIER;
  return outcomes.every((outcome) => outcome === 'passed') ? null : NOT_REACHED;
}
