import { concatBytes, decodeBase64url, encodeBase58, encodeBase64url, encodeUtf8, type JsonObject } from '@proofmark/primitives';
import { readMultikey } from '../keys/multikey.js';
import { canonicalParts } from './canonical-parts.js';
import type { ProofOutcome, ProofQuestion } from './proof-question.js';

const MALFORMED: ProofOutcome = { outcome: 'invalid', reason: 'proof-value' };
const INVALID: ProofOutcome = { outcome: 'invalid', reason: 'signature' };
/** Some 2,000 statements; a badge has a hundred. */
const MAX_LENGTH = 200_000;

/**
 * Checks a derived `ecdsa-sd-2023` proof against the issuer's P-256 key (VC-DI-ECDSA 3.5.8 and 3.6.7): the issuer's signature covers
 * the proof's options, the ephemeral key and the mandatory statements; the ephemeral key signed each other statement that is here.
 * This file is loaded with the first such proof. The answer is about what is disclosed: `selective` says that more may have been signed.
 */
export async function checkDerived(question: ProofQuestion, previous: readonly JsonObject[]): Promise<ProofOutcome> {
  const { proof, key, crypto } = question;
  const { proofValue } = proof.source;
  if (typeof proofValue !== 'string' || !proofValue.startsWith('u')) return MALFORMED;
  if (proofValue.length > MAX_LENGTH) return { outcome: 'limit-exceeded' };
  const bytes = decodeBase64url(proofValue.slice(1));
  if (bytes === null) return MALFORMED;
  // A page that is offline, or a saved copy of one, may lack this part.
  const lazy = await import('../sd/derived.js').catch(() => null);
  if (lazy === null) return { outcome: 'unsupported', reason: 'host' };
  const { readDerivedParts, relabel } = lazy;
  const reading = readDerivedParts(bytes);
  if (!reading.ok) return reading.code === 'base-proof' ? { outcome: 'unsupported', reason: 'base-proof' } : MALFORMED;
  const { baseSignature, ephemeralBytes, signatures, labels, mandatoryIndexes } = reading.parts;
  const ephemeral = readMultikey(`z${encodeBase58(ephemeralBytes)}`);
  if (!ephemeral.ok || ephemeral.key.algorithm !== 'ES256') return MALFORMED;

  const texts = await canonicalParts(question, previous, 'SHA-256');
  if (!texts.ok) return texts.outcome;
  const signedLabels = new Map([...labels].map(([number, label]) => [`c14n${number}`, `u${encodeBase64url(label)}`]));
  const relabelled = relabel(texts.document, signedLabels);
  if (!relabelled.ok) return relabelled.code === 'malformed' ? { outcome: 'malformed-document' } : INVALID;
  const mandatory = relabelled.statements.filter((_, i) => mandatoryIndexes.has(i));
  const others = relabelled.statements.filter((_, i) => !mandatoryIndexes.has(i));
  // Every index must mean a statement: one that is gone was withheld. Every other statement must have its signature, of which there is no
  // other number (VC-DI-ECDSA 3.6.7).
  if (mandatory.length !== mandatoryIndexes.size) return INVALID;
  if (others.length !== signatures.length) return { outcome: 'invalid', reason: 'signature-count' };

  const optionsHash = await crypto.digest('SHA-256', encodeUtf8(texts.options));
  const mandatoryHash = await crypto.digest('SHA-256', encodeUtf8(mandatory.join('')));
  const base = await crypto.verify(key, concatBytes(optionsHash, ephemeralBytes, mandatoryHash), baseSignature);
  if (base !== true) return base === null ? { outcome: 'unsupported', reason: 'host' } : INVALID;
  for (const [i, statement] of others.entries()) {
    const answer = await crypto.verify(ephemeral.key, encodeUtf8(statement), signatures[i]!);
    if (answer !== true) return answer === null ? { outcome: 'unsupported', reason: 'host' } : INVALID;
  }
  return { outcome: 'valid', selective: true };
}
