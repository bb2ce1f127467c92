import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { nodeSigner } from '@proofmark/platform/node';
import { type PublicKey, type Signer, toMultikey } from '@proofmark/proofs';
import type { SuiteSigning } from '@proofmark/proofs/sign';
import { type StatusList, statusListOf } from './status-list.js';

/** What makes one issuer of the face. */
export interface InstanceSettings {
  /** Its part of the address: small letters, digits, `-`. */
  readonly name: string;
  readonly cryptosuite: SuiteSigning['cryptosuite'] | 'ecdsa-sd-2023';
  /** For an ECDSA suite; `P-256` by default. */
  readonly curve?: 'P-256' | 'P-384';
  /** Whether it signs a token and answers with it in an envelope; false by default. */
  readonly enveloping?: boolean;
  /** Whether each VC 2.0 credential gets an entry of a status list for revocation; false by default. */
  readonly attachStatus?: boolean;
  /** For `ecdsa-sd-2023`: what no holder may withhold, unless a request says otherwise; `/issuer` by default. */
  readonly mandatoryPointers?: readonly string[];
}

/** One issuer of the face: a did:key, and what it signs with. */
export interface Instance {
  readonly name: string;
  readonly did: string;
  readonly verificationMethod: string;
  readonly cryptosuite: InstanceSettings['cryptosuite'];
  readonly signer: Signer;
  readonly enveloping: boolean;
  readonly mandatoryPointers: readonly string[];
  /** Null when it attaches no status. */
  readonly statusList: StatusList | null;
}

/** Makes an issuer with a new key, which lasts until the end of the process. */
export function instanceOf(settings: InstanceSettings, baseUrl: string): Instance {
  const { name, cryptosuite, curve = 'P-256', enveloping = false, attachStatus = false, mandatoryPointers = ['/issuer'] } = settings;
  const { privateKey } = cryptosuite.startsWith('eddsa')
    ? generateKeyPairSync('ed25519')
    : generateKeyPairSync('ec', { namedCurve: curve });
  const signer = nodeSigner(privateKey);
  const multikey = toMultikey(publicKeyOf(privateKey, signer.algorithm));
  const did = `did:key:${multikey}`;
  const verificationMethod = `${did}#${multikey}`;
  const statusList = attachStatus
    ? statusListOf({ did, verificationMethod, signer, cryptosuite, base: `${baseUrl}/vc-api/issuers/${name}/status` })
    : null;
  return { name, did, verificationMethod, cryptosuite, signer, enveloping, mandatoryPointers, statusList };
}

function publicKeyOf(key: KeyObject, algorithm: Signer['algorithm']): PublicKey {
  const { kty = '', crv = '', x = '', y } = createPublicKey(key).export({ format: 'jwk' });
  return { algorithm, jwk: y === undefined ? { kty, crv, x } : { kty, crv, x, y } };
}
