import { hostOf, isObject } from '@proofmark/primitives';
import { type KeyPurpose, locate, readDidDocument, withoutFragment } from '@proofmark/proofs';
import type { Sources } from '../documents/sources.js';
import type { KeyFact } from '../facts/facts.js';
import { lazily } from '../lazy.js';
import { type FoundKey, failure, missing, pick, readKeys, resolve } from './controller-document.js';

/** The key that a verification method names: by its DID, or at its https address (Data Integrity 1.0, 4.3; OB 3.0, 8.3). */
export async function findKey(methodId: string, sources: Sources, purpose: KeyPurpose = 'assertionMethod'): Promise<FoundKey> {
  const place = locate(methodId);
  if (place.kind !== 'fetch') {
    const resolved = await resolve(methodId, sources);
    return resolved.document === null ? resolved.missing : pick(resolved.document, methodId, resolved.selfContained, purpose);
  }
  const answer = await readKeys(place.url, sources);
  if (!answer.ok) return failure(answer.code, answer.host);
  if (isObject(answer.json) && KEY_MEMBERS.every((member) => !Object.hasOwn(answer.json as object, member))) {
    const reading = readDidDocument(answer.json, withoutFragment(methodId));
    return reading.ok
      ? pick(reading.document, methodId, false, purpose)
      : missing('issuer-document-invalid', { host: hostOf(place.url), reason: reading.code });
  }
  const reader = await lazily(() => import('./key-document.js'));
  return reader?.findKeyIn(answer.json, methodId, place.url, sources, purpose) ?? missing('unsupported-by-host', {});
}

/** Members of what is no DID or controller document, but a key or a set of keys. */
const KEY_MEMBERS = ['keys', 'kty', 'publicKeyJwk', 'publicKeyMultibase'];

/** A key that nothing ties to the issuer is looked for there: to be called once its signature has proved good. */
export async function bindFound({ key, fact }: FoundKey, issuer: string | null, sources: Sources): Promise<KeyFact> {
  if (fact.found !== 'unbound' || key === null || issuer === null) return fact;
  const reader = await lazily(() => import('./key-document.js'));
  return reader?.bindKey(key, issuer, sources) ?? fact;
}
