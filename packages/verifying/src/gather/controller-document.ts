import { hostOf } from '@proofmark/primitives';
import {
  type DidDocument,
  type KeyPurpose,
  locate,
  type PublicKey,
  readDidDocument,
  sameKey,
  selectMethod,
  type VerificationMethod,
} from '@proofmark/proofs';
import { type JsonDocument, readJson } from '../documents/read-json.js';
import { issuerRequest } from '../documents/requests.js';
import type { Sources } from '../documents/sources.js';
import type { KeyFact } from '../facts/facts.js';
import { lazily } from '../lazy.js';

/** A key, if one was found, and how. */
export interface FoundKey {
  readonly key: PublicKey | null;
  readonly fact: KeyFact;
}

type Missing = Extract<KeyFact, { found: 'none' }>;

/** No key, and why. */
export const missing = (code: Missing['code'], detail: Missing['detail']): FoundKey => ({
  key: null,
  fact: { found: 'none', code, detail },
});

/** What a request for a key document failed with, as a fact. */
export function failure(code: string, host: string): FoundKey {
  if (code === 'offline') return missing('offline', { host });
  return code === 'malformed' ? missing('issuer-document-invalid', { host }) : missing('issuer-unreachable', { host, reason: code });
}

type Resolved =
  | { readonly document: DidDocument; readonly selfContained: boolean }
  | { readonly document: null; readonly missing: FoundKey };

/** What lies at the address of a key document. Few have keys in base58 alone, so that what reads them is loaded only then. */
export async function readKeys(url: string, sources: Sources): Promise<JsonDocument> {
  const answer = await readJson(issuerRequest(url), sources);
  if (!answer.ok || !JSON.stringify(answer.json).includes('"publicKeyBase58"')) return answer;
  const older = await lazily(() => import('./older-keys.js'));
  return { ok: true, json: older?.inMultikeys(answer.json) ?? answer.json };
}

/** The document of a DID, or of an https issuer. */
export async function resolve(id: string, sources: Sources): Promise<Resolved> {
  const place = locate(id);
  if (place.kind === 'inline') return { document: place.document, selfContained: true };
  if (place.kind === 'unsupported') return { document: null, missing: missing('unsupported-did-method', { method: place.what }) };
  if (place.kind === 'malformed') return { document: null, missing: missing('key-not-found', {}) };
  const answer = await readKeys(place.url, sources);
  if (!answer.ok) return { document: null, missing: failure(answer.code, answer.host) };
  const reading = readDidDocument(answer.json, place.id);
  if (!reading.ok)
    return { document: null, missing: missing('issuer-document-invalid', { host: hostOf(place.url), reason: reading.code }) };
  return { document: reading.document, selfContained: false };
}

/** A key that is none that may sign here, and the document that has it. */
export function pickFault(code: string, documentId: string | null): FoundKey {
  if (code === 'other-use') return { key: null, fact: { found: code, documentId } };
  return missing(code === 'unsupported-key-type' ? 'unsupported-suite' : 'issuer-document-invalid', { reason: code });
}

/** A key that a document names, and what the document says about it. */
export function pick(document: DidDocument, methodId: string, selfContained: boolean, purpose: KeyPurpose = 'assertionMethod'): FoundKey {
  const selected = selectMethod(document, methodId, purpose);
  if (selected.ok) return listed(document, selected.method, selected.key, selfContained, purpose);
  // The document's own id names no key, so nothing follows from its not being listed.
  if (selected.code === 'method-not-found' && methodId === document.id) return missing('key-not-found', {});
  return selected.code === 'method-not-found'
    ? { key: null, fact: { found: 'not-listed', documentId: document.id } }
    : pickFault(selected.code, document.id);
}

/** A key that a document is known to list. */
export function listed(
  document: DidDocument,
  method: VerificationMethod,
  key: PublicKey,
  selfContained: boolean,
  purpose: KeyPurpose,
): FoundKey {
  const { controller, expires, retired } = method;
  // A key may stand under several ids, in several forms. Who revokes one of them gives up the key.
  const { revoked, revocationReason } =
    document.methods.find((other) => other.revoked !== null && other.key.ok && sameKey(other.key.key, key)) ?? method;
  const linkedDomains = document.services.filter(({ types }) => types.includes('LinkedDomains')).flatMap(({ endpoints }) => endpoints);
  const authorised = document[purpose].includes(method.id);
  return {
    key,
    fact: {
      found: 'document',
      documentId: document.id,
      selfContained,
      controller,
      authorised,
      expires,
      revoked,
      revocationReason,
      retired,
      linkedDomains,
      ...(document.suspended === null ? {} : { suspended: document.suspended }),
    },
  };
}
