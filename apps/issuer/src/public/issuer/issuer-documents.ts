import { formatInstant } from '@proofmark/primitives';
import { buildDidDocument, type DidDocumentContent, type PublicKey, type PublishedKey } from '@proofmark/proofs';
import { assessorDid, type JsonObject, OB3_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import type { PublicIssuer, PublicSigningKey } from '../reads.js';

// What a public key consists of, by kind (RFC 7518, 6; RFC 8037). Nothing else of a stored key is ever published.
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Ed25519: ['kty', 'crv', 'x'],
  ES256: ['kty', 'crv', 'x', 'y'],
  RS256: ['kty', 'n', 'e'],
};

/** The DID document of an issuer, with every key that it ever signed with, and until when it did, the origins of the web domains that it claims, and its record. */
export function didDocument(
  { did, suspended }: PublicIssuer,
  keys: readonly PublicSigningKey[],
  domains: readonly string[],
  record: { readonly endpoint: string; readonly keys: readonly PublicSigningKey[] } | null,
): JsonObject {
  const asPublished = (key: PublicSigningKey): PublishedKey => ({
    id: key.verificationMethod,
    publicKey: publicKey(key),
    ...standingOf(key),
  });
  const published = keys.map(asPublished);
  const [first, ...more] = domains;
  // One origin as text: every reader of LinkedDomains understands that form.
  const serviceEndpoint = more.length === 0 && first !== undefined ? first : { origins: domains };
  const services = first === undefined ? [] : [{ id: `${did}#linked-domains`, type: 'LinkedDomains', serviceEndpoint }];
  return buildDidDocument({
    did,
    keys: published,
    ...suspension(suspended),
    services,
    ...(record === null ? {} : { record: { endpoint: record.endpoint, keys: record.keys.map(asPublished) } }),
  });
}

/**
 * The DID document of a person for whom an issuer signs endorsements: the issuer's own keys under the person's id, and the issuer as the
 * one who controls it. It says nothing about who the person is.
 */
export function assessorDidDocument(
  { did: controller, suspended }: PublicIssuer,
  id: string,
  keys: readonly PublicSigningKey[],
): JsonObject {
  const did = assessorDid(controller, id);
  const published = keys
    .filter(({ algorithm }) => algorithm === 'Ed25519')
    .map((key) => ({
      id: `${did}${key.verificationMethod.slice(controller.length)}`,
      publicKey: publicKey(key),
      ...standingOf(key),
    }));
  return buildDidDocument({ did, controller, keys: published, ...suspension(suspended) });
}

/** The service says it in its own name: it serves the document, and the issuer's keys sign nothing of it. */
function suspension(suspended: PublicIssuer['suspended']): Pick<DidDocumentContent, 'suspended'> {
  return suspended === null ? {} : { suspended: { since: formatInstant(suspended.at.getTime()), reason: suspended.reason } };
}

/** What became of a key. Of a revoked one, when its service ended says nothing any more. */
function standingOf({ retiredAt, revoked }: PublicSigningKey): Pick<PublishedKey, 'retired' | 'revoked' | 'revocationReason'> {
  if (revoked === null) return retiredAt === null ? {} : { retired: formatInstant(retiredAt.getTime()) };
  const { at, reason } = revoked;
  return { revoked: formatInstant(at.getTime()), ...(reason === null ? {} : { revocationReason: reason }) };
}

/** The public members of a stored key and nothing else. */
function publicKey(key: PublicSigningKey): PublicKey {
  const jwk: Record<string, string> = {};
  for (const name of MEMBERS[key.algorithm] ?? []) {
    const value = key.jwk[name];
    if (typeof value === 'string') jwk[name] = value;
  }
  return { algorithm: key.algorithm as PublicKey['algorithm'], jwk };
}

const CONTEXT: readonly string[] = [VC2_CONTEXT, OB3_CONTEXT];

/** An issuer as a document of its own (Open Badges 3.0, Profile): what it says of itself. */
export function profileDocument(issuer: PublicIssuer): JsonObject {
  const { description, email } = issuer.profile;
  return {
    '@context': CONTEXT,
    id: issuer.did,
    type: ['Profile'],
    name: issuer.mode === 'test' ? `${issuer.name} (TEST)` : issuer.name,
    ...(issuer.url === null ? {} : { url: issuer.url }),
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof email === 'string' ? { email } : {}),
  };
}

/** The JOSE name of each kind of key (RFC 8037 for Ed25519). */
const ALG: Readonly<Record<string, string>> = { Ed25519: 'EdDSA', ES256: 'ES256', RS256: 'RS256' };

/**
 * One key alone (RFC 7517). `kid` is what the badges name. `iss` tells whose key it is, since one host serves several
 * issuers: a key of one must not speak for another (Open Badges 3.0 implementation guide, key provenance).
 */
export function jwk(key: PublicSigningKey): JsonObject {
  return { ...publicKey(key).jwk, kid: key.verificationMethod, use: 'sig', alg: ALG[key.algorithm] ?? key.algorithm, iss: key.issuerDid };
}

/** A JWK Set (RFC 7517, 5). It has no word for a revoked key, so such a key is not in it. */
export function jwks(keys: readonly PublicSigningKey[]): JsonObject {
  return { keys: keys.filter(({ revoked }) => revoked === null).map(jwk) };
}
