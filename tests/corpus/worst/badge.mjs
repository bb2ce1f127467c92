// What the inputs of this corpus are made from: a badge with a proof that does not hold, the same signed, and tokens.
import { encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import { signDataIntegrity } from '@proofmark/proofs/sign';
import { didKeyOf, namedEd25519Key, sampleCredential } from '@proofmark/testkit';

/** Where strangers' documents stand, unless the caller serves them elsewhere. */
export const ORIGIN = 'https://stranger.example';

export const VC2 = 'https://www.w3.org/ns/credentials/v2';
const VC1 = 'https://www.w3.org/2018/credentials/v1';
export const OB3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';

const key = namedEd25519Key('stranger');
const { did, verificationMethod } = didKeyOf(key);

export { did };

export const range = (count, item = (index) => index) => Array.from({ length: count }, (_, index) => item(index));

const FALSE_SIGNATURE = `z5${'3'.repeat(86)}`;

/** An embedded proof of the right form that no text was signed with. */
export const falseProof = (more = {}) => ({
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-11-22T09:00:00Z',
  verificationMethod,
  proofPurpose: 'assertionMethod',
  proofValue: FALSE_SIGNATURE,
  ...more,
});

/** The sample badge as a plain object of a stranger, unsigned; `more` replaces whole members. */
export const unsigned = (more = {}) => ({
  ...JSON.parse(JSON.stringify(sampleCredential({ issuer: { id: did, name: 'A stranger' } }))),
  ...more,
});

/** The same with a proof that does not hold: everything before the signature is done for it. */
export const badge = (more = {}, proof = falseProof()) => ({ ...unsigned(more), proof });

/** A badge with another achievement. */
export const withAchievement = (more, rest = {}) => {
  const { credentialSubject } = unsigned();
  return badge({ ...rest, credentialSubject: { ...credentialSubject, achievement: { ...credentialSubject.achievement, ...more } } });
};

/** A badge with another subject. */
export const withSubject = (more, rest = {}) => badge({ ...rest, credentialSubject: { ...unsigned().credentialSubject, ...more } });

/** A badge of VC 1.1, which only the full JSON-LD processor reads. */
export const older = (more = {}, proof = falseProof()) => {
  const { validFrom: _, evidence, ...rest } = unsigned();
  return { ...rest, '@context': [VC1, OB3, DATA_INTEGRITY], issuanceDate: '2026-11-22T09:00:00Z', evidence, ...more, proof };
};

/** A credential that is no badge. */
export const generic = (more = {}, proof = falseProof()) => ({
  '@context': [VC2],
  id: 'urn:uuid:0198c0de-0000-7000-8000-00000000000a',
  type: ['VerifiableCredential'],
  issuer: did,
  validFrom: '2026-11-22T09:00:00Z',
  credentialSubject: { id: 'urn:uuid:0198c0de-0000-7000-8000-00000000000b' },
  ...more,
  proof,
});

/** A credential whose signature holds. */
export const signed = (credential) =>
  signDataIntegrity({ credential, verificationMethod, created: '2026-11-22T09:00:00Z', signer: key.signer });

const part = (value) => encodeBase64url(encodeUtf8(typeof value === 'string' ? value : JSON.stringify(value)));

/** A compact JWS with any header and payload, as JSON or as text, and a signature that does not hold. */
export const token = (header, payload, signature = 'A'.repeat(86)) => `${part(header)}.${part(payload)}.${signature}`;

/** The DID of a web address, as did:web writes it. */
export const didWebOf = (origin, ...path) => ['did:web', new URL(origin).host.replace(':', '%3A'), ...path].join(':');
