import type { JsonObject } from '@proofmark/primitives';
import { makeCanonicalise } from '../data-integrity/make-canonicalise.js';
import type { CryptoPort } from '../ports.js';
import { type SafetyProblem, safetyProblems } from './safety-problems.js';

/**
 * All that would be lost if the document were signed with an embedded proof; empty when it is safe. What compiled contexts cover is
 * safe at once; the full processor is only loaded to say what is wrong. To sign it afterwards, use `prepareCredential`, which checks the same.
 */
export async function checkSafe(document: JsonObject, crypto: Pick<CryptoPort, 'hashText'> = {}): Promise<readonly SafetyProblem[]> {
  const result = await makeCanonicalise(crypto)(document, 'SHA-256');
  return result.ok ? [] : safetyProblems(document, result);
}
