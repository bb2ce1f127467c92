import { type JsonObject, member, parseDateTimeZ } from '@proofmark/primitives';
import type { Outcome } from '@proofmark/schemas';
import { idOf } from '../credential/nodes.js';
import type { ProofFact, Secured } from '../facts/facts.js';

/** The three answers about one proof. */
export interface ProofAnswers {
  readonly signature: Outcome;
  readonly keyAuthorised: Outcome;
  readonly issuerBinding: Outcome;
}

const PASSED: Outcome = { outcome: 'passed' };
const NOT_REACHED: Outcome = { outcome: 'unknown', code: 'not-reached' };
/** What a revoked key signed is neither genuine nor forged by its signature alone, whatever dates it states. */
export const REVOKED: Outcome = { outcome: 'unknown', code: 'key-revoked' };

/** The issuer that a credential names, or null. */
export function issuerOf(credential: JsonObject): string | null {
  return idOf(member(credential, 'issuer'));
}

/** Judges one proof of a credential, at the time `now`. */
export function judgeProof(proof: ProofFact, secured: Pick<Secured, 'credential' | 'recorded'>, now: number): ProofAnswers {
  const { credential } = secured;
  return {
    signature: proof.signature,
    keyAuthorised: keyAuthorised(proof, secured, now),
    issuerBinding: issuerBinding(proof, issuerOf(credential)),
  };
}

/**
 * Whether the key belongs to the issuer that the badge names (OB 3.0 implementation guide, key provenance; Data Integrity 1.0, 4.3).
 * A key that only the badge itself names proves no issuer.
 */
function issuerBinding({ key }: ProofFact, issuer: string | null): Outcome {
  if (issuer === null) return { outcome: 'failed', code: 'issuer-missing' };
  switch (key.found) {
    case 'document':
      if (key.documentId === issuer && (key.controller === null || key.controller === issuer)) return PASSED;
      return key.selfContained
        ? { outcome: 'unknown', code: 'issuer-not-proven', detail: { issuer } }
        : { outcome: 'failed', code: 'issuer-mismatch', detail: { issuer, controller: key.controller ?? key.documentId } };
    case 'key-set':
      return key.iss === null || key.iss === issuer
        ? PASSED
        : { outcome: 'failed', code: 'issuer-mismatch', detail: { issuer, controller: key.iss } };
    case 'not-sought':
      return NOT_REACHED;
    case 'unbound':
      return { outcome: 'unknown', code: 'issuer-not-proven', detail: { issuer } };
    case 'other-use':
    case 'not-listed':
      return key.documentId === issuer ? PASSED : { outcome: 'unknown', code: 'issuer-not-proven', detail: { issuer } };
    case 'none':
      return key.code === 'key-not-found'
        ? { outcome: 'unknown', code: 'issuer-not-proven', detail: { issuer } }
        : { outcome: 'unknown', code: key.code, detail: key.detail };
  }
}

/**
 * Whether the key may sign credentials, and might when this one was signed (Data Integrity 1.0, 4.3; Controlled Identifiers 1.0, 2.2).
 * An expired or retired key is judged by the time of signing; a revoked one by now, since a thief of the key can write any date: what it
 * signed stands by the issuer's record alone.
 */
function keyAuthorised(proof: ProofFact, { credential, recorded }: Pick<Secured, 'credential' | 'recorded'>, now: number): Outcome {
  const { purpose, created, form } = proof;
  if (form === 'data-integrity' && purpose !== null && purpose !== 'assertionMethod') {
    return { outcome: 'failed', code: 'key-not-authorised', detail: { purpose } };
  }
  const standing = keyStanding(
    proof,
    instant(created) ?? instant(member(credential, 'validFrom')) ?? instant(member(credential, 'issuanceDate')),
    now,
  );
  return standing === REVOKED ? (recorded ?? standing) : standing;
}

/** Whether the place where the key was found lets it be used for what it was used for at the time `signed`; null when that time is unknown. */
export function keyStanding(
  { key, form, created }: Pick<ProofFact, 'key' | 'form' | 'created'>,
  signed: number | null,
  now: number,
): Outcome {
  if (key.found === 'not-sought') return NOT_REACHED;
  if (key.found === 'not-listed') return { outcome: 'failed', code: 'key-not-authorised', detail: { document: key.documentId } };
  // RFC 7517, 4.2 to 4.4: what a key says that it is for binds it, wherever it is published.
  if (key.found === 'other-use') return { outcome: 'failed', code: 'key-not-authorised', detail: { use: 'other' } };
  if (key.found === 'none') return { outcome: 'unknown', code: key.code, detail: key.detail };
  if (key.found === 'unbound') return { outcome: 'unknown', code: 'issuer-not-proven' };
  if (key.found === 'key-set') return PASSED;
  // A revoked key is listed for nothing any more; that it was revoked says more.
  if (key.revoked !== null && !((instant(key.revoked) ?? now) > now)) return REVOKED;
  if (!key.authorised) return { outcome: 'failed', code: 'key-not-authorised', detail: { document: key.documentId } };
  const expires = key.expires === null ? null : instant(key.expires);
  if (key.expires !== null && (expires === null || signed === null || signed >= expires)) {
    return { outcome: 'failed', code: 'key-not-valid-then', detail: { until: key.expires } };
  }
  // When a token was signed, nothing says. A proof says it, and its issuer writes no proof without a time.
  const retired = key.retired == null || form === 'jwt' ? null : instant(key.retired);
  if (retired !== null && !((instant(created) ?? Number.POSITIVE_INFINITY) <= retired)) {
    return { outcome: 'failed', code: 'key-not-valid-then', detail: { until: key.retired ?? '' } };
  }
  return PASSED;
}

/** The instant of a date with a zone, or null. */
export function instant(value: unknown): number | null {
  return typeof value === 'string' ? parseDateTimeZ(value) : null;
}

/**
 * The proof that speaks for a credential: the first good one; else one that failed; else the first. Null when there is none.
 * For a credential that is no badge, a proof whose signature does not hold speaks louder: a set is good when all of it is (Data Integrity 1.0, 4.5).
 */
export function primaryProof(secured: Secured, now: number): { readonly proof: ProofFact; readonly answers: ProofAnswers } | null {
  const judged = secured.proofs.map((proof) => ({ proof, answers: judgeProof(proof, secured, now) }));
  const outcomes = ({ answers }: (typeof judged)[number]): string[] => Object.values(answers).map(({ outcome }: Outcome) => outcome);
  const unsound = secured.kind === 'credential' ? judged.filter(({ answers }) => answers.signature.outcome !== 'passed') : [];
  return (
    unsound.find(({ answers }) => answers.signature.outcome === 'failed') ??
    unsound[0] ??
    judged.find((one) => outcomes(one).every((outcome) => outcome === 'passed')) ??
    judged.find((one) => outcomes(one).includes('failed')) ??
    judged.find((one) => one.answers.signature.outcome === 'passed') ??
    judged[0] ??
    null
  );
}

/** Whether a credential is proved to be its issuer's: some proof is good in all three respects. */
export function isAuthentic(secured: Secured, now: number): boolean {
  const primary = primaryProof(secured, now);
  return primary !== null && Object.values(primary.answers).every(({ outcome }: Outcome) => outcome === 'passed');
}
