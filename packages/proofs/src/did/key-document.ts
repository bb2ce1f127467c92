import { isObject, type Json, type JsonObject, listOf, textOrNull } from '@proofmark/primitives';
import { readJwk } from '../keys/jwk.js';
import type { KeyFault } from '../keys/key-reading.js';
import type { PublicKey } from '../ports.js';
import { type DidDocument, readDidDocument, readMethod, type VerificationMethod } from './did-document.js';
import { withoutFragment } from './did-url.js';

/** One key of a JWK Set. `iss` names the issuer it belongs to, where one host serves several. */
export interface ListedKey {
  readonly kid: string | null;
  readonly iss: string | null;
  readonly key: PublicKey;
}

/** What lies at the https address of a verification method or `kid`. Open Badges in the wild use all four. */
export type KeyDocument =
  /** The key alone; its controller must list it, see the implementation guide of OB 3.0. */
  | { readonly kind: 'method'; readonly method: VerificationMethod }
  /** A document with its keys, as an issuer id or a DID document. */
  | { readonly kind: 'controller'; readonly document: DidDocument }
  | { readonly kind: 'jwk'; readonly key: ListedKey }
  | { readonly kind: 'jwks'; readonly keys: readonly ListedKey[] }
  | { readonly kind: 'malformed'; readonly code: KeyFault | 'malformed-document' | 'id-mismatch' | 'limit-exceeded' };

const MAX_KEYS = 1000;

/** Reads what was found at `methodId` (with or without its fragment). A document that bears another id is refused. */
export function readKeyDocument(json: Json | undefined, methodId: string): KeyDocument {
  if (!isObject(json)) return { kind: 'malformed', code: 'malformed-document' };
  if (Array.isArray(json.keys)) return readJwks(json);
  if (json.publicKeyMultibase !== undefined || json.publicKeyJwk !== undefined) {
    const method = readMethod(json, withoutFragment(methodId));
    if (method === null) return { kind: 'malformed', code: 'malformed-document' };
    return method.id === methodId ? { kind: 'method', method } : { kind: 'malformed', code: 'id-mismatch' };
  }
  if (json.kty !== undefined) return readSingle(json);
  const reading = readDidDocument(json, withoutFragment(methodId));
  return reading.ok ? { kind: 'controller', document: reading.document } : { kind: 'malformed', code: reading.code };
}

/** Reads a JWK Set (RFC 7517 section 5). Keys of other kinds and for other uses are left out; one with a private part spoils the set. */
export function readJwks(json: Json | undefined): KeyDocument {
  if (!isObject(json) || !Array.isArray(json.keys)) return { kind: 'malformed', code: 'malformed-document' };
  if (json.keys.length > MAX_KEYS) return { kind: 'malformed', code: 'limit-exceeded' };
  const keys: ListedKey[] = [];
  for (const entry of listOf(json.keys).filter(isObject)) {
    const reading = readJwk(entry);
    if (reading.ok) keys.push(listed(entry, reading.key));
    else if (reading.code === 'private-key') return { kind: 'malformed', code: 'private-key' };
  }
  return { kind: 'jwks', keys };
}

function readSingle(json: JsonObject): KeyDocument {
  const reading = readJwk(json);
  return reading.ok ? { kind: 'jwk', key: listed(json, reading.key) } : { kind: 'malformed', code: reading.code };
}

function listed(json: JsonObject, key: PublicKey): ListedKey {
  return { kid: textOrNull(json.kid), iss: textOrNull(json.iss), key };
}
