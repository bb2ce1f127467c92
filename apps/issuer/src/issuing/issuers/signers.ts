import type { Signer } from '@proofmark/proofs';
import type { SigningKeyRecord } from '../../store/index.js';
import type { KeyStore, Repositories } from '../ports.js';

/** A published key, and what signs with its private half. */
export interface SigningKey {
  readonly key: SigningKeyRecord;
  readonly signer: Signer;
}

type SigningKeys = Pick<Repositories['signingKeys'], 'active' | 'find'>;

/** The public half of the key with which an issuer signs now. An issuer always has one of each algorithm; without it this throws. */
export async function activeKey(
  signingKeys: Pick<SigningKeys, 'active'>,
  issuerId: string,
  algorithm: 'Ed25519' | 'ES256',
): Promise<SigningKeyRecord> {
  const key = await signingKeys.active(issuerId, algorithm);
  if (key === null) throw new Error('an issuer lacks an active signing key');
  return key;
}

/** As `activeKey`, with what signs. */
export async function activeSigner(
  keys: KeyStore,
  signingKeys: Pick<SigningKeys, 'active'>,
  issuerId: string,
  algorithm: 'Ed25519' | 'ES256',
): Promise<SigningKey> {
  return signerFor(keys, await activeKey(signingKeys, issuerId, algorithm));
}

/** A key by its id, current or retired. Throws when the key store does not hold it. */
export async function signerById(
  keys: KeyStore,
  signingKeys: Pick<SigningKeys, 'find'>,
  issuerId: string,
  id: string,
): Promise<SigningKey> {
  return signerFor(keys, await signingKeys.find(issuerId, id));
}

async function signerFor(keys: KeyStore, key: SigningKeyRecord | null): Promise<SigningKey> {
  const signer = key === null ? null : await keys.signer(key.id);
  if (key === null || signer === null) throw new Error('an issuer lacks a signing key that it needs');
  return { key, signer };
}
