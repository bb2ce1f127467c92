import { createPublicKey, type KeyObject } from 'node:crypto';
import { nodeSigner } from '@proofmark/platform/node';
import { type PublicKey, type Signer, toMultikey } from '@proofmark/proofs';
import type { InstanceSettings } from '../config/vc-api-config.js';
import { makeSecretKey, readPrivateJwk, readSecretMultikey } from './secret-key.js';
import { type StatusList, statusListOf } from './status-list.js';

/** One issuer of the VC-API face: a did:key, and what it signs with. */
export interface Instance {
  readonly name: string;
  readonly did: string;
  readonly verificationMethod: string;
  readonly cryptosuite: InstanceSettings['cryptosuite'];
  readonly signer: Signer;
  readonly mandatoryPointers: readonly string[];
  readonly token: string | null;
  /** Null when it attaches no status. */
  readonly statusList: StatusList | null;
}

const ALGORITHMS: Readonly<Record<InstanceSettings['cryptosuite'], readonly Signer['algorithm'][]>> = {
  'eddsa-rdfc-2022': ['Ed25519'],
  'eddsa-jcs-2022': ['Ed25519'],
  'ecdsa-rdfc-2019': ['ES256', 'ES384'],
  'ecdsa-sd-2023': ['ES256'],
};

/** Makes an issuer of what the operator wrote; null when its key is none, or none for the suite. A key that is not given is made, and lasts until the end of the process. */
export function instanceOf(settings: InstanceSettings, baseUrl: string): Instance | null {
  const key = keyOf(settings);
  const signer = key === null ? null : signerOf(key);
  if (key === null || signer === null || !ALGORITHMS[settings.cryptosuite].includes(signer.algorithm)) return null;
  const { name, cryptosuite, mandatoryPointers, token = null, attachStatus } = settings;
  const multikey = toMultikey(publicKeyOf(key, signer.algorithm));
  const did = `did:key:${multikey}`;
  const verificationMethod = `${did}#${multikey}`;
  const statusList = attachStatus
    ? statusListOf({ did, verificationMethod, signer, cryptosuite, base: `${baseUrl}/vc-api/issuers/${name}/status` })
    : null;
  return { name, did, verificationMethod, cryptosuite, signer, mandatoryPointers, token, statusList };
}

function keyOf({ secretKeyMultibase, privateKeyJwk, cryptosuite, curve }: InstanceSettings): KeyObject | null {
  if (secretKeyMultibase !== undefined) return readSecretMultikey(secretKeyMultibase);
  if (privateKeyJwk !== undefined) return readPrivateJwk(privateKeyJwk);
  return makeSecretKey(cryptosuite.startsWith('eddsa') ? 'Ed25519' : (curve ?? 'P-256'));
}

function signerOf(key: KeyObject): Signer | null {
  try {
    return nodeSigner(key);
  } catch {
    return null;
  }
}

function publicKeyOf(key: KeyObject, algorithm: Signer['algorithm']): PublicKey {
  const { kty = '', crv = '', x = '', y } = createPublicKey(key).export({ format: 'jwk' });
  return { algorithm, jwk: y === undefined ? { kty, crv, x } : { kty, crv, x, y } };
}
