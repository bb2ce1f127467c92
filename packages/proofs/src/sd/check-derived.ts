import type { JsonObject } from '@proofmark/schemas';
import { canonicalParts } from '../data-integrity/canonical-parts.js';
import type { ProofOutcome, ProofQuestion } from '../data-integrity/proof-question.js';
import { concat, utf8 } from '../encoding/bytes.js';
import { readDerivedValue } from './proof-value.js';
import { relabel } from './relabel.js';

const INVALID_SIGNATURE: ProofOutcome = { outcome: 'invalid', reason: 'signature' };

/**
 * Checks a derived `ecdsa-sd-2023` proof against the issuer's P-256 key (VC-DI-ECDSA 3.5.8 and 3.6.7): the issuer's signature covers
 * the proof's options, the ephemeral key and the mandatory statements; the ephemeral key signed each other statement that is here.
 * The answer is about what is disclosed: `selective` says that more may have been signed.
 */
export async function checkDerived(question: ProofQuestion, previous: readonly JsonObject[]): Promise<ProofOutcome> {
  const { proof, key, crypto } = question;
  const reading = readDerivedValue(proof.source.proofValue);
  if (!reading.ok) {
    if (reading.code === 'limit-exceeded') return { outcome: 'limit-exceeded' };
    if (reading.code === 'other-kind') return { outcome: 'unsupported', reason: 'base-proof' };
    return { outcome: 'invalid', reason: 'proof-value' };
  }
  const { baseSignature, ephemeralBytes, ephemeralKey, signatures, labels, mandatoryIndexes } = reading.value;
  const parts = await canonicalParts(question, previous, 'SHA-256');
  if (!parts.ok) return parts.outcome;
  const relabelled = relabel(parts.document, labels);
  if (!relabelled.ok) return relabelled.code === 'malformed' ? { outcome: 'malformed-document' } : INVALID_SIGNATURE;
  const { statements } = relabelled;
  const mandatory = statements.filter((_, i) => mandatoryIndexes.has(i));
  const others = statements.filter((_, i) => !mandatoryIndexes.has(i));
  // Every index must mean a statement, and every other statement have its signature.
  if (mandatory.length !== mandatoryIndexes.size || others.length !== signatures.length) return INVALID_SIGNATURE;

  const optionsHash = await crypto.digest('SHA-256', utf8(parts.options));
  const mandatoryHash = await crypto.digest('SHA-256', utf8(mandatory.join('')));
  const base = await crypto.verify(key, concat(optionsHash, ephemeralBytes, mandatoryHash), baseSignature);
  if (base !== true) return base === null ? { outcome: 'unsupported', reason: 'host' } : INVALID_SIGNATURE;
  for (const [i, statement] of others.entries()) {
    const answer = await crypto.verify(ephemeralKey, utf8(statement), signatures[i]!);
    if (answer !== true) return answer === null ? { outcome: 'unsupported', reason: 'host' } : INVALID_SIGNATURE;
  }
  return { outcome: 'valid', selective: true };
}
