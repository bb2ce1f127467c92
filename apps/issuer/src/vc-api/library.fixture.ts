import { contexts as vcContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { createDiscloseCryptosuite, createVerifyCryptosuite as createVerifySd } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { createVerifyCryptosuite as createVerifyJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import type { JsonObject } from '@proofmark/schemas';
import { didKeyOf, type TestKey } from '@proofmark/testkit';
import { EXAMPLES, NOW } from './vc-api.fixture.js';

const DATA_INTEGRITY_V2 = {
  '@context': {
    id: '@id',
    type: '@type',
    '@protected': true,
    DataIntegrityProof: {
      '@id': 'https://w3id.org/security#DataIntegrityProof',
      '@context': {
        '@protected': true,
        id: '@id',
        type: '@type',
        created: { '@id': 'http://purl.org/dc/terms/created', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
        cryptosuite: { '@id': 'https://w3id.org/security#cryptosuite', '@type': 'https://w3id.org/security#cryptosuiteString' },
        proofPurpose: {
          '@id': 'https://w3id.org/security#proofPurpose',
          '@type': '@vocab',
          '@context': {
            '@protected': true,
            assertionMethod: { '@id': 'https://w3id.org/security#assertionMethod', '@type': '@id', '@container': '@set' },
            authentication: { '@id': 'https://w3id.org/security#authenticationMethod', '@type': '@id', '@container': '@set' },
          },
        },
        proofValue: { '@id': 'https://w3id.org/security#proofValue', '@type': 'https://w3id.org/security#multibase' },
        verificationMethod: { '@id': 'https://w3id.org/security#verificationMethod', '@type': '@id' },
      },
    },
    proof: { '@id': 'https://w3id.org/security#proof', '@type': '@id', '@container': '@graph' },
  },
};

const SUITES: Readonly<Record<string, () => object>> = {
  'eddsa-rdfc-2022': () => eddsaRdfc,
  'eddsa-jcs-2022': () => createVerifyJcs(),
  'ecdsa-rdfc-2019': () => ecdsaRdfc,
  'ecdsa-sd-2023': () => createVerifySd(),
};

async function documentLoader(url: string): Promise<{ contextUrl: null; documentUrl: string; document: object }> {
  const found =
    vcContexts.get(url) ??
    (url === EXAMPLES ? { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } } : undefined) ??
    (url === 'https://w3id.org/security/data-integrity/v2' ? DATA_INTEGRITY_V2 : undefined) ??
    didKeyDocument(url);
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
  derive(options: object): Promise<JsonObject>;
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

/** What @digitalbazaar/vc derives from a credential with an ecdsa-sd-2023 proof. */
export async function libraryDerives(verifiableCredential: JsonObject, selectivePointers: readonly string[]): Promise<JsonObject> {
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) });
  return library.derive({ verifiableCredential: structuredClone(verifiableCredential), suite, documentLoader });
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
