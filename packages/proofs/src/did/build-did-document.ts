import type { JsonObject } from '@proofmark/primitives';
import { DID_CONFIGURATION_CONTEXT } from '../contexts/did-configuration.js';
import { toMultikey } from '../keys/multikey.js';
import type { PublicKey } from '../ports.js';
import { ISSUANCE_RECORD } from './issuance-record.js';

const CONTEXTS = [
  'https://www.w3.org/ns/did/v1',
  'https://w3id.org/security/multikey/v1',
  'https://w3id.org/security/jwk/v1',
  'https://w3id.org/security/suites/jws-2020/v1',
];

/** The members of our own, for who reads the document as JSON-LD. */
const OWN_TERMS: JsonObject = {
  retired: { '@id': 'urn:proofmark:retired', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
  revocationReason: 'urn:proofmark:revocationReason',
  suspended: { '@id': 'urn:proofmark:suspended', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
  suspensionReason: 'urn:proofmark:suspensionReason',
};

/** The words of the service entry that leads to the issuer's record. */
const RECORD_TERMS: JsonObject = {
  [ISSUANCE_RECORD]: 'urn:proofmark:IssuanceRecord',
  recordKey: { '@id': 'urn:proofmark:recordKey', '@container': '@set' },
};

/** A key to publish. `id` is absolute: `<did>#<fragment>`. */
export interface PublishedKey {
  readonly id: string;
  readonly publicKey: PublicKey;
  /** RFC 3339: when the issuer stopped signing with the key, because another took its place. */
  readonly retired?: string;
  /** RFC 3339: since when the key must not be relied on (stolen, lost). A key that was merely replaced has none. */
  readonly revoked?: string;
  /** Why it was revoked, for readers. */
  readonly revocationReason?: string;
}

export interface DidDocumentContent {
  readonly did: string;
  /** Who may change the document, where it is not the subject itself (DID Core 1.0, 5.1.2). */
  readonly controller?: string;
  readonly keys: readonly PublishedKey[];
  /** That whoever serves the document has suspended its subject: since when (RFC 3339), and why. */
  readonly suspended?: { readonly since: string; readonly reason: string };
  readonly alsoKnownAs?: readonly string[];
  readonly services?: readonly {
    readonly id: string;
    readonly type: string;
    readonly serviceEndpoint: string | readonly string[] | JsonObject;
  }[];
  /** Where the issuer's record of what it issued is, and the keys that sign it. They sign nothing else. */
  readonly record?: { readonly endpoint: string; readonly keys: readonly PublishedKey[] };
}

/**
 * The DID document of an issuer: Ed25519 as Multikey, everything else as JsonWebKey, absolute ids, and both arrays written out,
 * since the official validator reads no keys that stand only in `assertionMethod`.
 *
 * Each key stands a second time as JsonWebKey2020, under the same id written relative to the document: for verifiers that know no Multikey
 * or no JsonWebKey. Who compares ids as they are written finds the first form.
 *
 * A key that was replaced stays in both arrays: its old badges must verify, and `expires` on a method tells other verifiers to refuse all
 * of its proofs (Controlled Identifiers 1.0 section 2.2). So the end of its service stands in `retired`, a member of our own.
 * A revoked key stays listed with the time and the reason, in one form, and may no longer assert.
 * A suspended issuer keeps its keys, since what they signed was signed: that it is suspended stands in `suspended`, another member of our own.
 * The keys of the issuer's record stand in its service entry alone: no verifier looks for the key of a badge there.
 * Throws when an id does not belong to the DID: misuse.
 */
export function buildDidDocument(content: DidDocumentContent): JsonObject {
  const { did, controller, keys, suspended, alsoKnownAs, record } = content;
  for (const { id } of [...keys, ...(record?.keys ?? [])]) {
    if (!id.startsWith(`${did}#`)) throw new TypeError('a key id must be the DID with a fragment');
  }
  const services: readonly JsonObject[] = [
    ...((content.services ?? []) as readonly JsonObject[]),
    ...(record === undefined ? [] : [recordService(record, did)]),
  ];
  const standing = keys.filter(({ revoked }) => revoked === undefined);
  const linked = services.some(({ type }) => type === 'LinkedDomains');
  const ownTerms =
    suspended !== undefined ||
    [...keys, ...(record?.keys ?? [])].some(({ retired, revocationReason }) => (retired ?? revocationReason) !== undefined);
  return {
    '@context': [
      ...CONTEXTS,
      ...(linked ? [DID_CONFIGURATION_CONTEXT] : []),
      ...(ownTerms ? [OWN_TERMS] : []),
      ...(record === undefined ? [] : [RECORD_TERMS]),
    ],
    id: did,
    ...(controller === undefined ? {} : { controller }),
    ...(suspended === undefined ? {} : { suspended: suspended.since, suspensionReason: suspended.reason }),
    ...(alsoKnownAs && alsoKnownAs.length > 0 ? { alsoKnownAs } : {}),
    // The second forms come first: some verifiers take the first entry whose id fits, and need a JWK there.
    verificationMethod: [...standing.map((key) => twinOf(key, did)), ...keys.map((key) => methodOf(key, did))],
    assertionMethod: [...standing.map(({ id }) => id), ...standing.map(({ id }) => id.slice(did.length))],
    ...(services.length > 0 ? { service: services } : {}),
  };
}

function recordService({ endpoint, keys }: NonNullable<DidDocumentContent['record']>, did: string): JsonObject {
  const recordKey = keys.map((key) => methodOf(key, did));
  return { id: `${did}#issuance-record`, type: ISSUANCE_RECORD, serviceEndpoint: endpoint, recordKey };
}

/** One entry of `verificationMethod`. */
export function methodOf({ id, publicKey, ...dates }: PublishedKey, controller: string): JsonObject {
  const key =
    publicKey.algorithm === 'Ed25519'
      ? { type: 'Multikey', controller, publicKeyMultibase: toMultikey(publicKey) }
      : { type: 'JsonWebKey', controller, publicKeyJwk: publicKey.jwk };
  return { id, ...key, ...standingOf(dates) };
}

/** The same key as a JWK of the type that older verifiers know. */
function twinOf({ id, publicKey, ...dates }: PublishedKey, did: string): JsonObject {
  return { id: id.slice(did.length), type: 'JsonWebKey2020', controller: did, publicKeyJwk: publicKey.jwk, ...standingOf(dates) };
}

function standingOf({ retired, revoked, revocationReason }: Pick<PublishedKey, 'retired' | 'revoked' | 'revocationReason'>): JsonObject {
  return {
    ...(retired === undefined ? {} : { retired }),
    ...(revoked === undefined ? {} : { revoked }),
    ...(revocationReason === undefined ? {} : { revocationReason }),
  };
}
