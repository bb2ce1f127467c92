import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite as createVerifyEcdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { createVerifyCryptosuite as createVerifySd } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { createVerifyCryptosuite as createVerifyJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { EXAMPLE_CONTEXT } from '@proofmark/issuer/vc-api';
import type { JsonObject } from '@proofmark/primitives';
import { CONTEXT_DOCUMENTS } from '@proofmark/proofs/jsonld';
import { didKeyOf, type TestKey } from '@proofmark/testkit';
import { NOW } from './face.fixture.js';

const SUITES: Readonly<Record<string, () => object>> = {
  'eddsa-rdfc-2022': () => eddsaRdfc,
  'eddsa-jcs-2022': () => createVerifyJcs(),
  'ecdsa-rdfc-2019': () => ecdsaRdfc,
  'ecdsa-jcs-2019': () => createVerifyEcdsaJcs(),
  'ecdsa-sd-2023': () => createVerifySd(),
};

async function documentLoader(url: string): Promise<{ contextUrl: null; documentUrl: string; document: object }> {
  const found = CONTEXT_DOCUMENTS.get(url) ?? EXAMPLE_CONTEXT.get(url) ?? didKeyDocument(url);
  if (found === null) throw new Error(`not at hand: ${url}`);
  return { contextUrl: null, documentUrl: url, document: found };
}

function didKeyDocument(url: string): object | null {
  const [, multikey = '', fragment] = /^did:key:(z\w+)(#z\w+)?$/.exec(url) ?? [];
  if (multikey === '') return null;
  const id = `did:key:${multikey}`;
  const method = `${id}#${multikey}`;
  if (fragment === undefined)
    return { '@context': 'https://www.w3.org/ns/did/v1', id, assertionMethod: [method], authentication: [method] };
  return {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: method,
    type: 'Multikey',
    controller: id,
    publicKeyMultibase: multikey,
  };
}

interface Library {
  verifyCredential(options: object): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
  signPresentation(options: object): Promise<JsonObject>;
  issue(options: object): Promise<JsonObject>;
}
const library = vc as unknown as Library;

/** Whether @digitalbazaar/vc takes a credential that a did:key signed; its error when it does not. */
export async function libraryVerifies(credential: JsonObject, cryptosuite: string): Promise<true | unknown> {
  const suite = new DataIntegrityProof({ cryptosuite: SUITES[cryptosuite]?.() ?? {} });
  const checkStatus = async () => ({ verified: true });
  const { verified, error } = await library.verifyCredential({
    credential: structuredClone(credential),
    suite,
    documentLoader,
    checkStatus,
    now: NOW,
  });
  return verified ? true : error;
}

function signing(key: TestKey): object {
  const { verificationMethod: id } = didKeyOf(key);
  const signer = { id, algorithm: 'Ed25519', sign: async ({ data }: { data: Uint8Array }) => key.signer.sign(data) };
  return new DataIntegrityProof({ cryptosuite: eddsaRdfc, signer, date: '2026-11-22T09:00:00Z' });
}

/** What @digitalbazaar/vc makes of a presentation and the unsigned credentials in it, all signed with one key. */
export async function libraryPresents(presentation: JsonObject, key: TestKey, challenge: string, domain: string): Promise<JsonObject> {
  const credentials = [];
  for (const credential of (presentation.verifiableCredential ?? []) as JsonObject[]) {
    credentials.push(await library.issue({ credential: structuredClone(credential), suite: signing(key), documentLoader }));
  }
  const whole = { ...presentation, verifiableCredential: credentials };
  return library.signPresentation({ presentation: whole, suite: signing(key), challenge, domain, documentLoader });
}
