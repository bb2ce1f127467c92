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

/** The issuer that a credential names, or null. */
export function issuerOf(credential: JsonObject): string | null {
  return idOf(member(credential, 'issuer'));
}

/** Judges one proof of a credential that names `issuer`, at the time `now`. */
export function judgeProof(proof: ProofFact, credential: JsonObject, now: number): ProofAnswers {
  return {
    signature: proof.signature,
    keyAuthorised: keyAuthorised(proof, credential, now),
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
 * An expired key is judged by the time of signing; a revoked one by now, since a thief of the key can write any date.
 */
function keyAuthorised(proof: ProofFact, credential: JsonObject, now: number): Outcome {
  const { purpose, created, form } = proof;
  if (form === 'data-integrity' && purpose !== null && purpose !== 'assertionMethod') {
    return { outcome: 'failed', code: 'key-not-authorised', detail: { purpose } };
  }
  return keyStanding(
    proof,
    instant(created) ?? instant(member(credential, 'validFrom')) ?? instant(member(credential, 'issuanceDate')),
    now,
  );
}

/** Whether the place where the key was found lets it be used for what it was used for at the time `signed`; null when that time is unknown. */
export function keyStanding({ key }: Pick<ProofFact, 'key'>, signed: number | null, now: number): Outcome {
  if (key.found === 'not-sought') return NOT_REACHED;
  if (key.found === 'not-listed') return { outcome: 'failed', code: 'key-not-authorised', detail: { document: key.documentId } };
  if (key.found === 'none') return { outcome: 'unknown', code: key.code, detail: key.detail };
  if (key.found === 'unbound') return { outcome: 'unknown', code: 'issuer-not-proven' };
  if (key.found === 'key-set') return PASSED;
  if (!key.authorised) return { outcome: 'failed', code: 'key-not-authorised', detail: { document: key.documentId } };
  const expires = key.expires === null ? null : instant(key.expires);
  const revoked = key.revoked === null ? null : instant(key.revoked);
  if (key.expires !== null && (expires === null || signed === null || signed >= expires)) {
    return { outcome: 'failed', code: 'key-not-valid-then', detail: { until: key.expires } };
  }
  if (key.revoked !== null && (revoked === null || revoked <= now)) {
    return { outcome: 'failed', code: 'key-not-valid-then', detail: { revoked: key.revoked } };
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
export function primaryProof(
  { proofs, credential, kind }: Secured,
  now: number,
): { readonly proof: ProofFact; readonly answers: ProofAnswers } | null {
  const judged = proofs.map((proof) => ({ proof, answers: judgeProof(proof, credential, now) }));
  const outcomes = ({ answers }: (typeof judged)[number]): string[] => Object.values(answers).map(({ outcome }: Outcome) => outcome);
  const unsound = kind === 'credential' ? judged.filter(({ answers }) => answers.signature.outcome !== 'passed') : [];
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
