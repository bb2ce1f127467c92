import type { KeyFault } from '../keys/key-reading.js';
import { sameKey } from '../keys/same-key.js';
import type { PublicKey } from '../ports.js';
import type { DidDocument, VerificationMethod } from './did-document.js';
import { absoluteId } from './did-url.js';

export type MethodSelection =
  | {
      readonly ok: true;
      readonly key: PublicKey;
      readonly method: VerificationMethod;
      /** Who the method says controls the key; compare it with the document and the issuer. Null when it does not say. */
      readonly controller: string | null;
      /** Whether the document lists the method for the purpose. */
      readonly authorised: boolean;
    }
  | { readonly ok: false; readonly code: KeyFault | 'method-not-found' | 'ambiguous-method' };

/** What a key may be used for: to sign credentials, or to show that one is present. */
export type KeyPurpose = 'assertionMethod' | 'authentication';

/**
 * Finds the key that a proof or a token names in a document, and whether the document lets it be used for the purpose.
 * `methodId` may be absolute, or relative (`#key`) to the document.
 */
export function selectMethod(document: DidDocument, methodId: string, purpose: KeyPurpose): MethodSelection {
  const id = namedMethod(document, methodId);
  const [method, ...others] = document.methods.filter((candidate) => candidate.id === id);
  if (method === undefined) return { ok: false, code: 'method-not-found' };
  const { key } = method;
  if (!key.ok) return { ok: false, code: key.code };
  // The same method may be listed and embedded; two keys under one id would leave open which of them signed, and two copies that differ
  // in their dates or controller whether the key still counts.
  if (others.some((other) => !other.key.ok || !sameKey(other.key.key, key.key) || !sameStanding(other, method)))
    return { ok: false, code: 'ambiguous-method' };
  return { ok: true, key: key.key, method, controller: method.controller, authorised: document[purpose].includes(id) };
}

function sameStanding(a: VerificationMethod, b: VerificationMethod): boolean {
  return a.controller === b.controller && a.expires === b.expires && a.revoked === b.revoked && a.retired === b.retired;
}

/** Some issuers name a did:key or did:jwk without its fragment; such a document has one key only, so it is clear which is meant. */
function namedMethod(document: DidDocument, methodId: string): string {
  const bare = methodId === document.id && /^did:(?:key|jwk):/.test(methodId);
  return bare ? (document.methods[0]?.id ?? methodId) : absoluteId(methodId, document.id);
}
