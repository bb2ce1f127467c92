import { listOf, member, textOf } from '@proofmark/primitives';
import type { Canonicalise } from '@proofmark/proofs';
import type { JsonObject, Outcome } from '@proofmark/schemas';

const NAMESPACE = 'https://www.w3.org/2018/credentials#';

/** What decides who issued a credential, about whom, and whether it still counts. */
const GUARDED = [
  'issuer',
  'credentialSubject',
  'credentialStatus',
  'credentialSchema',
  'refreshService',
  'termsOfUse',
  'evidence',
  'relatedResource',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
];

/**
 * The invariant of the shape gate for credentials of any vocabulary: every statement about the credential that a check reads comes from
 * its root object, under the term that the check reads. Their terms cannot be listed as those of badges can, so the statements themselves
 * are compared with the JSON. `canonicalise` has to be the one that the signature is checked with.
 */
export async function ownTerms(credential: JsonObject, canonicalise: Canonicalise): Promise<Outcome> {
  const id = textOf(credential, 'id');
  // No other node can speak about a root that has no name.
  if (id === null) return { outcome: 'passed' };
  const { proof: _, ...unsecured } = credential;
  const canonical = await canonicalise(unsecured, 'SHA-256');
  // The signature cannot be checked either, and says why.
  if (!canonical.ok) return { outcome: 'passed' };
  const statements = canonical.nquads.split('\n');
  for (const term of GUARDED) {
    const stated = statements.filter((statement) => statement.startsWith(`<${id}> <${NAMESPACE}${term}> `)).length;
    const written = listOf(member(credential, term)).length;
    if (stated > written || (stated === 0 && written > 0)) {
      return { outcome: 'failed', code: 'restructured', detail: { term, pointer: `/${term}` } };
    }
  }
  return { outcome: 'passed' };
}
