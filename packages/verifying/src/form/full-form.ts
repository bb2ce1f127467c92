import type { JsonObject } from '@proofmark/primitives';
import type { CryptoPort } from '@proofmark/proofs';
import { checkSchema, documentClassOf, type Outcome } from '@proofmark/schemas';
import type { Processing } from '../documents/sources.js';
import type { ProofFact } from '../facts/secured.js';
import { proofGate, shapeGate } from '../shape/gate.js';
import { keySafety } from '../shape/key-safety.js';
import { canonicaliser } from './canonicaliser.js';
import type { DocumentForm } from './document-form.js';

export { canonicaliser };

/** The form of any credential. This file is loaded for the first one that is not of the issuer's profile. */
export function fullForm(credential: JsonObject, isToken: boolean, crypto: CryptoPort, processing: Processing): DocumentForm {
  const safety = keySafety(credential);
  return {
    gate: isToken || safety.outcome !== 'passed' ? safety : shapeGate(credential),
    keySafety: safety,
    schema: checkSchema(credential, documentClassOf(credential) ?? 'AchievementCredential', 'read'),
    canonicalise: canonicaliser(crypto, processing),
    proofShape,
  };
}

/** The gate for one proof: its members in their one spelling, or, where it signs bytes, their names and the limits alone. */
export function proofShape(proof: JsonObject, signs: ProofFact['signs']): Outcome {
  return signs === 'bytes' ? keySafety(proof) : proofGate(proof);
}
