import { hostOf, isUrl } from '@proofmark/primitives';
import { type KeyPurpose, type ListedKey, type PublicKey, readJwks, readKeyDocument, sameKey } from '@proofmark/proofs';
import type { Json } from '@proofmark/schemas';
import { readJson } from '../documents/read-json.js';
import type { Sources } from '../documents/sources.js';
import type { KeyFact } from '../facts/facts.js';
import { LIMITS } from '../limits.js';
import type { FetchFailure } from '../ports.js';
import { type FoundKey, failure, listed, missing, pick, pickFault, resolve } from './controller-document.js';

const JWKS_ACCEPT = 'application/jwk-set+json, application/json;q=0.9, */*;q=0.1';

/**
 * The key in what was found at the address of a method, when that is a key alone or a set of keys (OB 3.0, 8.3). This file is loaded for
 * the first key that its issuer's own document does not hold.
 */
export async function findKeyIn(json: Json, methodId: string, url: string, sources: Sources, purpose: KeyPurpose): Promise<FoundKey> {
  const found = readKeyDocument(json, methodId);
  switch (found.kind) {
    case 'controller':
      return pick(found.document, methodId, false, purpose);
    case 'method': {
      // The key alone: only its controller can say that it may sign.
      const { controller } = found.method;
      if (!found.method.key.ok) return pickFault(found.method.key.code, null);
      if (controller === null) return unbound(found.method.key.key);
      const resolved = await resolve(controller, sources);
      if (resolved.document === null) return resolved.missing;
      const own = pick(resolved.document, methodId, false, purpose);
      if (own.fact.found === 'not-listed') return listed(resolved.document, found.method, found.method.key.key, false, purpose);
      // The key's own address may say that it was revoked, where the controller's copy does not.
      const { revoked, revocationReason } = found.method;
      return own.fact.found === 'document' && own.fact.revoked === null
        ? { ...own, fact: { ...own.fact, revoked, revocationReason } }
        : own;
    }
    case 'jwk':
      return unbound(found.key.key);
    case 'jwks': {
      const [named, ...others] = found.keys.filter(({ kid }) => kid !== null && (kid === methodId || methodId.endsWith(`#${kid}`)));
      return named === undefined || others.length > 0 ? missing('key-not-found', { host: hostOf(url) }) : unbound(named.key);
    }
    case 'malformed':
      if (found.code === 'other-use') return pickFault(found.code, null);
      return missing('issuer-document-invalid', { host: hostOf(url), reason: found.code });
  }
}

/**
 * Looks for a key, which was found elsewhere, at the issuer: in its document, or in the key set of its host
 * (OB 3.0 implementation guide, key provenance). `unbound` when the issuer does not have it or does not answer.
 */
export async function bindKey(key: PublicKey, issuer: string, sources: Sources): Promise<KeyFact> {
  const set = await keySetOf(issuer, sources);
  const same = set?.keys?.filter((entry) => sameKey(entry.key, key)) ?? [];
  const mine = same.find((entry: ListedKey) => entry.iss === null || entry.iss === issuer) ?? same[0];
  if (set !== null && mine !== undefined) return { found: 'key-set', url: set.url, iss: mine.iss };
  const resolved = await resolve(issuer, sources);
  if (resolved.document === null) {
    const { fact } = resolved.missing;
    return fact.found === 'none' && (fact.code === 'offline' || fact.code === 'issuer-unreachable') ? fact : { found: 'unbound' };
  }
  const { document } = resolved;
  const method = document.methods.find((candidate) => candidate.key.ok && sameKey(candidate.key.key, key));
  return method === undefined ? { found: 'unbound' } : pick(document, method.id, resolved.selfContained).fact;
}

/** The key that a bare `kid` names in the key set of the issuer's host; null when there is no set, or none or two of that name in it. */
export async function findInKeySet(issuer: string, kid: string, sources: Sources): Promise<FoundKey | null> {
  const set = await keySetOf(issuer, sources);
  if (set === null || set.failed === 'http-status') return null;
  if (set.keys === null) return failure(set.failed, hostOf(set.url));
  const [named, ...others] = set.keys.filter((entry) => entry.kid === kid && (entry.iss === null || entry.iss === issuer));
  if (named === undefined || others.length > 0) return null;
  return { key: named.key, fact: { found: 'key-set', url: set.url, iss: named.iss } };
}

type KeySet = { readonly url: string } & (
  | { readonly keys: readonly ListedKey[]; readonly failed: null }
  | { readonly keys: null; readonly failed: FetchFailure | 'malformed' }
);

/** Only an issuer with a web address has a host of which this is asked. */
async function keySetOf(issuer: string, sources: Sources): Promise<KeySet | null> {
  if (!/^https?:\/\//.test(issuer) || !isUrl(issuer)) return null;
  const url = `${new URL(issuer).origin}/.well-known/jwks.json`;
  const answer = await readJson({ url, accept: JWKS_ACCEPT, maxBytes: LIMITS.documentBytes, for: 'issuer' }, sources);
  if (!answer.ok) return { url, keys: null, failed: answer.code };
  const set = readJwks(answer.json);
  return set.kind === 'jwks' ? { url, keys: set.keys, failed: null } : { url, keys: null, failed: 'malformed' };
}

function unbound(key: PublicKey): FoundKey {
  return { key, fact: { found: 'unbound' } };
}
