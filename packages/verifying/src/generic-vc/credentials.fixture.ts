import { type PublicKey, toMultikey } from '@proofmark/proofs';
import { type SuiteSigning, signWithSuite } from '@proofmark/proofs/sign';
import { type JsonObject, VC1_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import { acmeJwt, namedKey, portsOf, type TestKey } from '../fixtures/badges.fixture.js';

export const WORDS = 'https://words.example/v1';
/** A vocabulary that defines any word at all. */
export const contexts: ReadonlyMap<string, object> = new Map([[WORDS, { '@context': { '@vocab': 'https://words.example/#' } }]]);

export const issuer: TestKey = namedKey('a generic issuer');
export const other: TestKey = namedKey('somebody else');
export const p256: TestKey = acmeJwt;

export const didOf = (publicKey: PublicKey): string => `did:key:${toMultikey(publicKey)}`;
export const methodIdOf = ({ publicKey }: TestKey): string => `${didOf(publicKey)}#${toMultikey(publicKey)}`;

/** An unsigned credential that is no badge. */
export function plain(changes: JsonObject = {}): JsonObject {
  const all: JsonObject = {
    '@context': [VC2_CONTEXT, WORDS],
    id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000001',
    type: ['VerifiableCredential', 'AlumniCredential'],
    issuer: didOf(issuer.publicKey),
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:ada', alumniOf: 'Acme' },
  };
  return Object.fromEntries(Object.entries({ ...all, ...changes }).filter(([, value]) => value !== undefined));
}

/** The same in VC 1.1. */
export function older(changes: JsonObject = {}): JsonObject {
  const dates = { validFrom: undefined, issuanceDate: '2026-01-01T00:00:00Z' } as unknown as JsonObject;
  return plain({ '@context': [VC1_CONTEXT, WORDS], ...dates, ...changes });
}

/** Adds a proof to a document. */
export async function sign(
  document: JsonObject,
  key: TestKey = issuer,
  options: JsonObject = {},
  cryptosuite: SuiteSigning['cryptosuite'] = key.signer.algorithm === 'Ed25519' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019',
): Promise<JsonObject> {
  const { crypto } = portsOf({});
  const verificationMethod = methodIdOf(key);
  const answer = await signWithSuite({
    document,
    cryptosuite,
    verificationMethod,
    created: '2026-01-01T00:00:00Z',
    signer: key.signer,
    crypto,
    contexts,
    options,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.reason));
  return answer.document;
}
