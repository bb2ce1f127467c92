import type { JsonObject } from '@proofmark/primitives';
import { type CryptoPort, readProofs, suiteOf } from '@proofmark/proofs';
import { checkSchema, documentClassOf, type Outcome } from '@proofmark/schemas';
import type { Processing } from '../documents/sources.js';
import type { ProofFact } from '../facts/secured.js';
import { proofGate, readShape, type Shape } from '../shape/gate.js';
import { keySafety } from '../shape/key-safety.js';
import { canonicaliser } from './canonicaliser.js';
import type { DocumentForm } from './document-form.js';

export { canonicaliser };

/** The form of any credential. This file is loaded for the first one that is not of the issuer's profile. */
export function fullForm(credential: JsonObject, isToken: boolean, crypto: CryptoPort, processing: Processing): DocumentForm {
  const safety = keySafety(credential);
  const { reading, outcome } = safety.outcome === 'passed' ? shapeOf(credential, isToken) : { reading: credential, outcome: safety };
  // Of what is too large to be read, the reading is not the whole.
  const isTooLarge = outcome.outcome === 'unknown' && outcome.code === 'limit-exceeded';
  const keySafetyOutcome = isTooLarge ? outcome : safety;
  return {
    credential: reading,
    gate: isToken ? keySafetyOutcome : outcome,
    keySafety: keySafetyOutcome,
    schema: checkSchema(credential, documentClassOf(credential) ?? 'AchievementCredential', 'read'),
    canonicalise: canonicaliser(crypto, processing),
    proofShape,
  };
}

/** Where all proofs sign bytes, each statement has its place, and its own place decides what a term says. */
export function shapeOf(credential: JsonObject, isToken: boolean): Shape {
  const proofs = readProofs(credential) ?? [];
  const signsBytes = isToken || (proofs.length > 0 && proofs.every((read) => read.ok && suiteOf(read.proof)?.form === 'jcs'));
  return readShape(credential, signsBytes ? 'own-value' : 'no-value');
}

/** The gate for one proof: its members in their one spelling, or, where it signs bytes, their names and the limits alone. */
export function proofShape(proof: JsonObject, signs: ProofFact['signs']): Outcome {
  return signs === 'bytes' ? keySafety(proof) : proofGate(proof);
}
