import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createDiscloseCryptosuite, createSignCryptosuite, createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { derive, issue, verifyCredential } from '@digitalbazaar/vc';
import { decodeBase58, type JsonObject } from '@proofmark/primitives';
import { credential as fullCredential } from '../credential.fixture.js';
import { checkProof } from '../data-integrity/check-proof.js';
import type { ProofOutcome } from '../data-integrity/proof-question.js';
import { readProofs } from '../data-integrity/read-proofs.js';
import { toMultikey } from '../keys/multikey.js';
import { CREATED, loaderOf, methodIdOf } from '../library.fixture.js';
import { newKey, nodeCrypto, type TestKey } from '../node-crypto.fixture.js';
import type { PublicKey } from '../ports.js';
import { canonicalise } from '../rdf/canonicalise.js';

export const issuerKey: TestKey = newKey('ES256');

/** What an issuer of badges would not let a holder withhold. */
export const MANDATORY = ['/issuer', '/validFrom', '/validUntil', '/credentialStatus', '/credentialSubject/id'];

/** The fixture credential without its ordered list, which the library cannot sign in parts. */
export function plainCredential(changes: JsonObject = {}): JsonObject {
  const text = JSON.stringify(fullCredential(changes)).replace('"allowedValue":["C","B","A"]', '"valueMax":"A"');
  return JSON.parse(text);
}

/** The outcome of our check of the only proof of a document. */
export async function outcomeOf(document: JsonObject, key: PublicKey = issuerKey.publicKey): Promise<ProofOutcome> {
  const [reading] = readProofs(document) ?? [];
  if (!reading?.ok) throw new Error('no proof');
  return checkProof({ document, proof: reading.proof, key, crypto: nodeCrypto, canonicalise });
}

/** Signs with the library, which shares no code of ours. */
export async function signed(credential: JsonObject, mandatoryPointers: readonly string[] = MANDATORY): Promise<JsonObject> {
  const signer = {
    id: methodIdOf(issuerKey),
    algorithm: 'P-256',
    sign: async ({ data }: { data: Uint8Array }) => issuerKey.signer.sign(data),
  };
  const suite = new DataIntegrityProof({ signer, date: CREATED, cryptosuite: createSignCryptosuite({ mandatoryPointers }) });
  const documentLoader = loaderOf(issuerKey, 'ecdsa-sd-2023');
  return plain(await issue({ credential: structuredClone(credential), suite, documentLoader }));
}

/** Derives with the library. */
export async function derived(credential: JsonObject, selectivePointers: readonly string[]): Promise<JsonObject> {
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) });
  const documentLoader = loaderOf(issuerKey, 'ecdsa-sd-2023');
  return plain(await derive({ verifiableCredential: structuredClone(credential), suite, documentLoader }));
}

/** Whether the library takes a derived proof. */
export async function libraryTakes(credential: JsonObject): Promise<boolean> {
  const answer = await verifyCredential({
    credential: structuredClone(credential),
    suite: new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }),
    documentLoader: loaderOf(issuerKey, 'ecdsa-sd-2023'),
    now: CREATED,
    checkStatus: async () => ({ verified: true }),
  });
  return answer.verified;
}

function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}

/** The bytes of a public key as a proof value holds it: a Multikey without its multibase. */
export function ephemeralBytesOf(key: PublicKey): Uint8Array {
  return decodeBase58(toMultikey(key).slice(1)) as Uint8Array;
}
