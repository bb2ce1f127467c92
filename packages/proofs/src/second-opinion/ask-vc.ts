import { verifyCredential } from '@digitalbazaar/vc';
import { isObject, type JsonObject } from '@proofmark/primitives';
import { staticLoader } from '../contexts/loader.js';
import type { DataIntegrityProof } from '../data-integrity/read-proofs.js';
import { toMultikey } from '../keys/multikey.js';
import type { PublicKey } from '../ports.js';
import { admit } from '../rdf/limits.js';
import type { LibraryAnswer } from './library-answer.js';
import { librarySuite } from './library-suites.js';

/**
 * Asks @digitalbazaar/vc about one embedded proof. It gets the pinned contexts and the key, nothing is fetched, and what it would decide beside the
 * signature (whose key it is, dates, status) is answered for it.
 */
export async function askVc({
  document,
  proof,
  key,
}: {
  readonly document: JsonObject;
  readonly proof: DataIntegrityProof;
  readonly key: PublicKey;
}): Promise<LibraryAnswer> {
  if (proof.source.previousProof !== undefined) return { answer: 'cannot-tell', reason: 'chained-proof' };
  if (admit(document).code !== 'ok') return { answer: 'cannot-tell', reason: 'limit-exceeded' };
  const suite = key.algorithm === 'RS256' ? null : await librarySuite(proof);
  if (suite === null) return { answer: 'cannot-tell', reason: 'unsupported-suite' };
  // The library changes what it is given.
  const credential = structuredClone({ ...document, proof: proof.source });
  const { load, refused } = staticLoader();
  const own = keyDocuments(document, proof, key);
  const result = await verifyCredential({
    credential,
    suite,
    documentLoader: async (url) => {
      const found = own.get(url);
      return found === undefined ? load(url) : { contextUrl: null, documentUrl: url, document: structuredClone(found) };
    },
    now: beginOf(document),
    checkStatus: async () => ({ verified: true }),
  });
  if (result.verified) return { answer: 'valid' };
  if (refused() !== null) return { answer: 'cannot-tell', reason: 'unsupported-context' };
  return isAboutSignature(result.error) ? { answer: 'invalid' } : { answer: 'cannot-tell', reason: 'refused-document' };
}

/** The key as its own document, listed by a controller that is the credential's issuer: who may sign is not asked here. */
function keyDocuments(document: JsonObject, proof: DataIntegrityProof, key: PublicKey): ReadonlyMap<string, object> {
  const id = proof.verificationMethod;
  const issuer = isObject(document.issuer) ? document.issuer.id : document.issuer;
  const controller = typeof issuer === 'string' && issuer !== id ? issuer : id.replace(/#.*$/s, '');
  const [type, context] =
    proof.type === 'Ed25519Signature2020'
      ? ['Ed25519VerificationKey2020', 'https://w3id.org/security/suites/ed25519-2020/v1']
      : ['Multikey', 'https://w3id.org/security/multikey/v1'];
  return new Map([
    [id, { '@context': context, id, type, controller, publicKeyMultibase: toMultikey(key) }],
    [controller, { '@context': 'https://www.w3.org/ns/did/v1', id: controller, assertionMethod: [id] }],
  ]);
}

/** A time at which the credential is valid, as far as it has one. */
function beginOf({ validFrom, issuanceDate }: JsonObject): string {
  const begin = [validFrom, issuanceDate].find((date) => typeof date === 'string' && !Number.isNaN(Date.parse(date)));
  return typeof begin === 'string' ? begin : '2000-01-01T00:00:00Z';
}

/** The library has no codes: a signature that does not hold is an error with this message among others. */
function isAboutSignature(error: unknown): boolean {
  const { message, errors } = error as { readonly message?: unknown; readonly errors?: unknown };
  return message === 'Invalid signature.' || (Array.isArray(errors) && errors.some(isAboutSignature));
}
