import { listOf, member } from '@proofmark/primitives';
import type { JsonObject, NotApplicableReason, Outcome, Report } from '@proofmark/schemas';
import type { ProofAnswers } from '../authenticity/judge-proof.js';
import type { Facts, ProofFact, Secured } from '../facts/facts.js';
import type { Policy } from '../ports.js';

/** What a check sees: plain values only. The same context always gives the same answer. */
export interface CheckContext {
  readonly facts: Facts;
  readonly secured: Secured;
  readonly credential: JsonObject;
  /** The proof that speaks for the badge, or null when it has none. */
  readonly primary: { readonly proof: ProofFact; readonly answers: ProofAnswers } | null;
  readonly policy: Policy;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** The reports about the credentials inside, in the order of `facts.contained`. */
  readonly contained: readonly Report[];
}

/** One check: one file, pure, exactly one of the four outcomes. */
export type Check = (context: CheckContext) => Outcome;

export const passed: Outcome = { outcome: 'passed' };
export const EARLIER: Outcome = { outcome: 'not-applicable', reason: 'earlier-check-failed' };
export const NOT_REACHED: Outcome = { outcome: 'unknown', code: 'not-reached' };
export const NOT_PRESENT: Outcome = { outcome: 'not-applicable', reason: 'not-present' };

/**
 * What keeps a check from being answered at all: text that may be altered is not judged further (`failed`), and no request is made
 * about a badge whose signature could not be checked (`unknown`). Null when nothing blocks it.
 */
export function integrityBlock(context: CheckContext): Outcome | null {
  const outcomes = [shapeOf(context), signatureOf(context)];
  if (outcomes.some(({ outcome }) => outcome === 'failed')) return EARLIER;
  return outcomes.every(({ outcome }) => outcome === 'passed') ? null : NOT_REACHED;
}

/**
 * What to answer about something that the badge does not have. Where the holder may withhold what is not mandatory (VC-DI-ECDSA, 3.4
 * `ecdsa-sd-2023`), its absence says nothing.
 */
export function absence({ primary }: CheckContext, reason: NotApplicableReason): Outcome {
  return { outcome: 'not-applicable', reason: primary?.proof.suite === 'ecdsa-sd-2023' ? 'may-be-withheld' : reason };
}

/** The outcome of the gate that the primary proof needs. */
export function shapeOf({ secured, primary }: CheckContext): Outcome {
  return primary?.proof.signs === 'bytes' ? secured.keySafety : secured.gate;
}

/** The outcome of the signature that speaks for the badge. */
export function signatureOf({ secured, primary }: CheckContext): Outcome {
  if (primary !== null) return primary.answers.signature;
  return listOf(member(secured.credential, 'proof')).length > 0
    ? { outcome: 'unknown', code: 'limit-exceeded', detail: { limit: 'proofs' } }
    : { outcome: 'failed', code: 'no-proof' };
}

/** As `integrityBlock`, but also when the badge is not proved to be its issuer's. */
export function issuerBlock(context: CheckContext): Outcome | null {
  const { primary } = context;
  const stop = integrityBlock(context);
  if (stop !== null || primary === null) return stop ?? EARLIER;
  const { keyAuthorised, issuerBinding } = primary.answers;
  const outcomes = [keyAuthorised.outcome, issuerBinding.outcome];
  if (outcomes.includes('failed')) return EARLIER;
  return outcomes.every((outcome) => outcome === 'passed') ? null : NOT_REACHED;
}
