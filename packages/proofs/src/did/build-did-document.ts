import type { JsonObject } from '@proofmark/primitives';
import { DID_CONFIGURATION_CONTEXT } from '../contexts/did-configuration.js';
import { toMultikey } from '../keys/multikey.js';
import type { PublicKey } from '../ports.js';

const CONTEXTS = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1', 'https://w3id.org/security/jwk/v1'];

/** A key to publish. `id` is absolute: `<did>#<fragment>`. */
export interface PublishedKey {
  readonly id: string;
  readonly publicKey: PublicKey;
  /** RFC 3339: since when the key must not be relied on (stolen, lost). A key that was merely replaced has none. */
  readonly revoked?: string;
}

export interface DidDocumentContent {
  readonly did: string;
  /** Who may change the document, where it is not the subject itself (DID Core 1.0, 5.1.2). */
  readonly controller?: string;
  readonly keys: readonly PublishedKey[];
  readonly alsoKnownAs?: readonly string[];
  readonly services?: readonly {
    readonly id: string;
    readonly type: string;
    readonly serviceEndpoint: string | readonly string[] | JsonObject;
  }[];
}

/**
 * The DID document of an issuer: Ed25519 as Multikey, everything else as JsonWebKey, absolute ids, and both arrays written out,
 * since the official validator reads no keys that stand only in `assertionMethod`.
 *
 * A key that was replaced stays in both arrays, unmarked: its old badges must verify, and `expires` on a method tells other verifiers
 * to refuse all of its proofs (Controlled Identifiers 1.0 section 2.2). A revoked key stays listed with the time, but may no longer assert.
 * Throws when an id does not belong to the DID: misuse.
 */
export function buildDidDocument(content: DidDocumentContent): JsonObject {
  const { did, controller, keys, alsoKnownAs, services } = content;
  for (const { id } of keys) if (!id.startsWith(`${did}#`)) throw new TypeError('a key id must be the DID with a fragment');
  return {
    '@context': [...CONTEXTS, ...(services?.some(({ type }) => type === 'LinkedDomains') ? [DID_CONFIGURATION_CONTEXT] : [])],
    id: did,
    ...(controller === undefined ? {} : { controller }),
    ...(alsoKnownAs && alsoKnownAs.length > 0 ? { alsoKnownAs } : {}),
    verificationMethod: keys.map((key) => methodOf(key, did)),
    assertionMethod: keys.filter((key) => key.revoked === undefined).map((key) => key.id),
    ...(services && services.length > 0 ? { service: services } : {}),
  };
}

/** One entry of `verificationMethod`; also what is served at the key's own address. */
export function methodOf({ id, publicKey, revoked }: PublishedKey, controller: string): JsonObject {
  const key =
    publicKey.algorithm === 'Ed25519'
      ? { type: 'Multikey', controller, publicKeyMultibase: toMultikey(publicKey) }
      : { type: 'JsonWebKey', controller, publicKeyJwk: publicKey.jwk };
  return { id, ...key, ...(revoked === undefined ? {} : { revoked }) };
}
