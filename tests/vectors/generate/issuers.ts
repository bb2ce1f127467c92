import { decodeBase64url, encodeBase58, type Json, type JsonObject } from '@proofmark/primitives';
import { toMultikey } from '@proofmark/proofs';
import type { TestKey } from '@proofmark/testkit';
import { didKey, ed25519, es256, es384 } from './keys.js';

/** The issuer of most vectors: a did:web whose document is among the documents. */
export const SCHOOL = 'did:web:school.example';
export const SCHOOL_DOCUMENT = 'https://school.example/.well-known/did.json';

export const schoolKey: TestKey = ed25519('school');
export const schoolTokenKey: TestKey = es256('school, tokens');
export const school384: TestKey = es384('school, P-384');
export const expiredKey: TestKey = ed25519('school, expired');
export const revokedKey: TestKey = ed25519('school, revoked');
export const retiredKey: TestKey = ed25519('school, retired');
export const loginKey: TestKey = ed25519('school, authentication only');
export const secretsKey: TestKey = es256('school, encryption');
export const namedTokenKey: TestKey = es256('school, named by its JWK');
export const olderKey: TestKey = ed25519('school, in base58');
export const stranger: TestKey = ed25519('stranger');

/** An issuer that is its own key. */
export const acmeKey: TestKey = ed25519('acme');
export const ACME: string = didKey(acmeKey).did;
export const ACME_METHOD: string = didKey(acmeKey).method;

/** Another issuer with a document. */
export const OTHER = 'did:web:other.example';
export const OTHER_DOCUMENT = 'https://other.example/.well-known/did.json';
export const otherKey: TestKey = ed25519('other');

const method = (id: string, controller: string, { publicKey }: TestKey, more: JsonObject = {}): JsonObject => ({
  id,
  type: 'Multikey',
  controller,
  publicKeyMultibase: toMultikey(publicKey),
  ...more,
});

const inJwk = (id: string, { publicKey }: TestKey, more: JsonObject): JsonObject => ({
  id,
  type: 'JsonWebKey',
  controller: SCHOOL,
  publicKeyJwk: { ...publicKey.jwk, ...more },
});

const base58Of = ({ publicKey }: TestKey): string => encodeBase58(decodeBase64url(publicKey.jwk.x ?? '') ?? new Uint8Array());

function documentOf(did: string, methods: readonly JsonObject[], assertionMethod: readonly Json[], more: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod,
    ...more,
  };
}

export const schoolDocument: JsonObject = documentOf(
  SCHOOL,
  [
    method(`${SCHOOL}#key`, SCHOOL, schoolKey),
    method(`${SCHOOL}#token`, SCHOOL, schoolTokenKey),
    method(`${SCHOOL}#p384`, SCHOOL, school384),
    method(`${SCHOOL}#expired`, SCHOOL, expiredKey, { expires: '2026-06-01T00:00:00Z' }),
    method(`${SCHOOL}#revoked`, SCHOOL, revokedKey, { revoked: '2027-01-15T00:00:00Z' }),
    method(`${SCHOOL}#retired`, SCHOOL, retiredKey, { retired: '2026-11-22T08:59:59Z' }),
    method(`${SCHOOL}#login`, SCHOOL, loginKey),
    inJwk(`${SCHOOL}#secrets`, secretsKey, { use: 'enc' }),
    inJwk(`${SCHOOL}#1`, namedTokenKey, { kid: 'tokens-2026', use: 'sig', alg: 'ES256' }),
    { id: `${SCHOOL}#older`, type: 'Ed25519VerificationKey2018', controller: SCHOOL, publicKeyBase58: base58Of(olderKey) },
  ],
  ['key', 'token', 'p384', 'expired', 'revoked', 'retired', 'secrets', '1', 'older'].map((name) => `${SCHOOL}#${name}`),
  { authentication: [`${SCHOOL}#login`] },
);

export const otherDocument: JsonObject = documentOf(OTHER, [method(`${OTHER}#key`, OTHER, otherKey)], [`${OTHER}#key`]);

/** A document that says that it is another DID's. */
export const strayDocument: JsonObject = documentOf(OTHER, [method(`${OTHER}#key`, OTHER, otherKey)], [`${OTHER}#key`]);
