import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import {
  createSignCryptosuite as createEcdsaJcsSigning,
  createVerifyCryptosuite as createEcdsaJcsVerifying,
} from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { cryptosuite as ecdsa } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import {
  createSignCryptosuite as createEddsaJcsSigning,
  createVerifyCryptosuite as createEddsaJcsVerifying,
} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsa } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import type { JsonObject } from '@proofmark/primitives';
import type { RemoteDocument } from 'jsonld';
import { staticLoader } from './contexts/loader.js';
import { toMultikey } from './keys/multikey.js';
import type { TestKey } from './node-crypto.fixture.js';

/** The issuer of the fixture credential; its key is the fragment. */
export const ISSUER = 'did:web:badges.example:issuers:acme';
export const CREATED = '2026-01-02T03:04:05Z';

export type LibrarySuite =
  | 'eddsa-rdfc-2022'
  | 'eddsa-2022'
  | 'eddsa-jcs-2022'
  | 'ecdsa-rdfc-2019'
  | 'ecdsa-jcs-2019'
  | 'Ed25519Signature2020';

export function methodIdOf(key: TestKey): string {
  return `${ISSUER}#${toMultikey(key.publicKey)}`;
}

/** Signs with @digitalbazaar/vc, which shares no code of ours. */
export async function libraryIssue(credential: JsonObject, suite: LibrarySuite, key: TestKey): Promise<JsonObject> {
  const algorithm = key.publicKey.jwk.crv ?? '';
  const signer = { id: methodIdOf(key), algorithm, sign: async ({ data }: { data: Uint8Array }) => key.signer.sign(data) };
  const signing = suiteFor(suite, { signer, date: CREATED }, SIGNING);
  const signed = await issue({ credential: structuredClone(credential), suite: signing, documentLoader: loaderOf(key, suite) });
  return JSON.parse(JSON.stringify(signed));
}

/** Asks @digitalbazaar/vc whether a credential verifies with this key of the issuer. */
export async function libraryVerifies(credential: JsonObject, suite: LibrarySuite, key: TestKey): Promise<boolean> {
  const answer = await verifyCredential({
    credential: structuredClone(credential),
    suite: suiteFor(suite, undefined, VERIFYING),
    documentLoader: loaderOf(key, suite),
    now: CREATED,
    checkStatus: async () => ({ verified: true }),
  });
  return answer.verified;
}

type Options = ConstructorParameters<typeof Ed25519Signature2020>[0];

interface JcsSuites {
  readonly eddsaJcs: object;
  readonly ecdsaJcs: object;
}

const SIGNING: JcsSuites = { eddsaJcs: createEddsaJcsSigning(), ecdsaJcs: createEcdsaJcsSigning() };
const VERIFYING: JcsSuites = { eddsaJcs: createEddsaJcsVerifying(), ecdsaJcs: createEcdsaJcsVerifying() };

function suiteFor(suite: LibrarySuite, options: Options, { eddsaJcs, ecdsaJcs }: JcsSuites): object {
  if (suite === 'Ed25519Signature2020') return new Ed25519Signature2020(options);
  const cryptosuites = {
    'eddsa-rdfc-2022': eddsa,
    'eddsa-2022': { ...eddsa, name: 'eddsa-2022' },
    'eddsa-jcs-2022': eddsaJcs,
    'ecdsa-jcs-2019': ecdsaJcs,
    'ecdsa-rdfc-2019': ecdsa,
  };
  return new DataIntegrityProof({ ...options, cryptosuite: cryptosuites[suite] });
}

export function loaderOf(key: TestKey, suite: LibrarySuite | 'ecdsa-sd-2023'): (url: string) => Promise<RemoteDocument> {
  const { load } = staticLoader();
  const id = methodIdOf(key);
  const [type, context] =
    suite === 'Ed25519Signature2020'
      ? ['Ed25519VerificationKey2020', 'https://w3id.org/security/suites/ed25519-2020/v1']
      : ['Multikey', 'https://w3id.org/security/multikey/v1'];
  const own: Record<string, object> = {
    [id]: { '@context': context, id, type, controller: ISSUER, publicKeyMultibase: toMultikey(key.publicKey) },
    [ISSUER]: { '@context': 'https://www.w3.org/ns/did/v1', id: ISSUER, assertionMethod: [id] },
  };
  return async (url) => {
    const document = own[url];
    return document === undefined ? load(url) : { contextUrl: null, documentUrl: url, document };
  };
}
