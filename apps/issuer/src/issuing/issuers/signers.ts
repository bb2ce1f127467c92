import type { Signer } from '@proofmark/proofs';
import type { SigningKeyRecord } from '../../store/index.js';
import type { KeyStore, Repositories } from '../ports.js';

/** A published key, and what signs with its private half. */
export interface SigningKey {
  readonly key: SigningKeyRecord;
  readonly signer: Signer;
}

type SigningKeys = Pick<Repositories['signingKeys'], 'use' | 'find'>;

/**
 * The public half of the key with which an issuer signs at `now`; it stays published from then on. An issuer always has one of each
 * algorithm; without it this throws. In a transaction that is to be signed with it, `lockForSigning` comes first.
 */
export async function activeKey(
  signingKeys: Pick<SigningKeys, 'use'>,
  issuerId: string,
  algorithm: 'Ed25519' | 'ES256',
  now: Date,
): Promise<SigningKeyRecord> {
  const key = await signingKeys.use(issuerId, algorithm, now);
  if (key === null) throw new Error('an issuer lacks an active signing key');
  return key;
}

/** As `activeKey`, with what signs. */
export async function activeSigner(
  keys: KeyStore,
  signingKeys: Pick<SigningKeys, 'use'>,
  issuerId: string,
  algorithm: 'Ed25519' | 'ES256',
  now: Date,
): Promise<SigningKey> {
  const key = await activeKey(signingKeys, issuerId, algorithm, now);
  const signer = await keys.signer(key.id);
  if (signer === null) throw new Error('an issuer lacks a signing key that it needs');
  return { key, signer };
}

/** A key by its id, current or retired; null when the key store does not hold it. */
export async function signerById(
  keys: KeyStore,
  signingKeys: Pick<SigningKeys, 'find'>,
  issuerId: string,
  id: string,
): Promise<SigningKey | null> {
  const [key, signer] = await Promise.all([signingKeys.find(issuerId, id), keys.signer(id)]);
  return key === null || signer === null ? null : { key, signer };
}
