import {
  type DidDocument,
  type KeyPurpose,
  type ListedKey,
  locate,
  type PublicKey,
  readDidDocument,
  readJwks,
  readKeyDocument,
  sameKey,
  selectMethod,
  type VerificationMethod,
} from '@proofmark/proofs';
import { readJson } from '../documents/read-json.js';
import { issuerRequest } from '../documents/requests.js';
import { hostOf, type Sources } from '../documents/sources.js';
import type { KeyFact } from '../facts/facts.js';
import { LIMITS } from '../limits.js';

/** A key, if one was found, and how. */
export interface FoundKey {
  readonly key: PublicKey | null;
  readonly fact: KeyFact;
}

const JWKS_ACCEPT = 'application/jwk-set+json, application/json;q=0.9, */*;q=0.1';

type Missing = Extract<KeyFact, { found: 'none' }>;

const missing = (code: Missing['code'], detail: Missing['detail']): FoundKey => ({ key: null, fact: { found: 'none', code, detail } });

/** What a request for a key document failed with, as a fact. */
function failure(code: string, host: string): FoundKey {
  if (code === 'offline') return missing('offline', { host });
  return code === 'malformed' ? missing('issuer-document-invalid', { host }) : missing('issuer-unreachable', { host, reason: code });
}

type Resolved =
  | { readonly document: DidDocument; readonly selfContained: boolean }
  | { readonly document: null; readonly missing: FoundKey };

/** The document of a DID, or of an https issuer. */
async function resolve(id: string, sources: Sources): Promise<Resolved> {
  const place = locate(id);
  if (place.kind === 'inline') return { document: place.document, selfContained: true };
  if (place.kind === 'unsupported') return { document: null, missing: missing('unsupported-did-method', { method: place.what }) };
  if (place.kind === 'malformed') return { document: null, missing: missing('key-not-found', {}) };
  const answer = await readJson(issuerRequest(place.url), sources);
  if (!answer.ok) return { document: null, missing: failure(answer.code, answer.host) };
  const reading = readDidDocument(answer.json, place.id);
  if (!reading.ok)
    return { document: null, missing: missing('issuer-document-invalid', { host: hostOf(place.url), reason: reading.code }) };
  return { document: reading.document, selfContained: false };
}

/** The key that a verification method names: by its DID, or at its https address (Data Integrity 1.0, 4.3; OB 3.0, 8.3). */
export async function findKey(methodId: string, sources: Sources, purpose: KeyPurpose = 'assertionMethod'): Promise<FoundKey> {
  const place = locate(methodId);
  if (place.kind !== 'fetch') {
    const resolved = await resolve(methodId, sources);
    return resolved.document === null ? resolved.missing : pick(resolved.document, methodId, resolved.selfContained, purpose);
  }
  const answer = await readJson(issuerRequest(place.url), sources);
  if (!answer.ok) return failure(answer.code, answer.host);
  const found = readKeyDocument(answer.json, methodId);
  switch (found.kind) {
    case 'controller':
      return pick(found.document, methodId, false, purpose);
    case 'method': {
      // The key alone: only its controller can say that it may sign.
      const { controller } = found.method;
      if (!found.method.key.ok) return pickFault(found.method.key.code);
      if (controller === null) return unbound(found.method.key.key);
      const resolved = await resolve(controller, sources);
      if (resolved.document === null) return resolved.missing;
      const own = pick(resolved.document, methodId, false, purpose);
      return own.fact.found === 'not-listed' ? listed(resolved.document, found.method, found.method.key.key, false, purpose) : own;
    }
    case 'jwk':
      return unbound(found.key.key);
    case 'jwks': {
      const [named, ...others] = found.keys.filter(({ kid }) => kid !== null && (kid === methodId || methodId.endsWith(`#${kid}`)));
      return named === undefined || others.length > 0 ? missing('key-not-found', { host: hostOf(place.url) }) : unbound(named.key);
    }
    case 'malformed':
      return missing('issuer-document-invalid', { host: hostOf(place.url), reason: found.code });
  }
}

/** The key that a bare `kid` names in the issuer's own document (VC-JOSE-COSE, 3.3). */
export async function findIssuerKey(issuer: string, kid: string, sources: Sources): Promise<FoundKey> {
  const resolved = await resolve(issuer, sources);
  if (resolved.document === null) return resolved.missing;
  return pick(resolved.document, kid.startsWith('#') ? kid : `#${kid}`, resolved.selfContained);
}

/**
 * Looks for a key, which was found elsewhere, at the issuer: in its document, or in the key set of its host
 * (OB 3.0 implementation guide, key provenance). `unbound` when the issuer does not have it or does not answer.
 */
async function bindKey(key: PublicKey, issuer: string, sources: Sources): Promise<KeyFact> {
  if (/^https?:\/\//.test(issuer) && URL.canParse(issuer)) {
    const url = `${new URL(issuer).origin}/.well-known/jwks.json`;
    const answer = await readJson({ url, accept: JWKS_ACCEPT, maxBytes: LIMITS.documentBytes, for: 'issuer' }, sources);
    const set = answer.ok ? readJwks(answer.json) : null;
    const same = set?.kind === 'jwks' ? set.keys.filter((entry) => sameKey(entry.key, key)) : [];
    const mine = same.find((entry: ListedKey) => entry.iss === null || entry.iss === issuer) ?? same[0];
    if (mine !== undefined) return { found: 'key-set', url, iss: mine.iss };
  }
  const resolved = await resolve(issuer, sources);
  if (resolved.document === null) {
    const { fact } = resolved.missing;
    return fact.found === 'none' && (fact.code === 'offline' || fact.code === 'issuer-unreachable') ? fact : { found: 'unbound' };
  }
  const { document } = resolved;
  const method = document.methods.find((candidate) => candidate.key.ok && sameKey(candidate.key.key, key));
  return method === undefined ? { found: 'unbound' } : pick(document, method.id, resolved.selfContained).fact;
}

/** A key that nothing ties to the issuer is looked for there: to be called once its signature has proved good. */
export async function bindFound(found: FoundKey, issuer: string | null, sources: Sources): Promise<KeyFact> {
  return found.fact.found === 'unbound' && found.key !== null && issuer !== null ? bindKey(found.key, issuer, sources) : found.fact;
}

function unbound(key: PublicKey): FoundKey {
  return { key, fact: { found: 'unbound' } };
}

function pickFault(code: string): FoundKey {
  return missing(code === 'unsupported-key-type' ? 'unsupported-suite' : 'issuer-document-invalid', { reason: code });
}

function pick(document: DidDocument, methodId: string, selfContained: boolean, purpose: KeyPurpose = 'assertionMethod'): FoundKey {
  const selected = selectMethod(document, methodId, purpose);
  if (selected.ok) return listed(document, selected.method, selected.key, selfContained, purpose);
  // The document's own id names no key, so nothing follows from its not being listed.
  if (selected.code === 'method-not-found' && methodId === document.id) return missing('key-not-found', {});
  return selected.code === 'method-not-found'
    ? { key: null, fact: { found: 'not-listed', documentId: document.id } }
    : pickFault(selected.code);
}

function listed(document: DidDocument, method: VerificationMethod, key: PublicKey, selfContained: boolean, purpose: KeyPurpose): FoundKey {
  const { controller, expires, revoked } = method;
  const linkedDomains = document.services.filter(({ types }) => types.includes('LinkedDomains')).flatMap(({ endpoints }) => endpoints);
  const authorised = document[purpose].includes(method.id);
  return {
    key,
    fact: { found: 'document', documentId: document.id, selfContained, controller, authorised, expires, revoked, linkedDomains },
  };
}
