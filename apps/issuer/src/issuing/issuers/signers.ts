import type { SigningKeyRecord } from '../../store/index.js';
import type { KeptSigner, KeyLack, KeyStore, Repositories, SealedRows } from '../ports.js';

/** A published key, and what signs with its private half. */
export interface SigningKey {
  readonly key: SigningKeyRecord;
  readonly signer: KeptSigner;
}

/** An issuer cannot sign: the private half of a key of its is not here, or does not open. Its message holds nothing secret. */
export class KeyUnusable extends Error {
  override readonly name = 'KeyUnusable';
  readonly why: KeyLack;

  constructor({ issuerId, id }: Pick<SigningKeyRecord, 'issuerId' | 'id'>, why: KeyLack) {
    super(`the private half of the key ${id} of the issuer ${issuerId} is ${why}`);
    this.why = why;
  }
}

type SigningKeys = Pick<Repositories['signingKeys'], 'use' | 'find'> & SealedRows;

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

/** As `activeKey`, with what signs. Throws a KeyUnusable. */
export async function activeSigner(
  keys: KeyStore,
  signingKeys: Pick<SigningKeys, 'use'> & SealedRows,
  issuerId: string,
  algorithm: 'Ed25519' | 'ES256',
  now: Date,
): Promise<SigningKey> {
  for (let before: string | null = null; ; ) {
    const key = await activeKey(signingKeys, issuerId, algorithm, now);
    const signer = await keys.signer(key, signingKeys);
    if (typeof signer !== 'string') return { key, signer };
    // It may have been replaced, and its private half destroyed, since its row was read: then there is another key by now.
    if (signer === 'unreadable' || key.id === before) throw new KeyUnusable(key, signer);
    before = key.id;
  }
}

/** A key by its id, current or retired; null when the key store does not hold it. Throws a KeyUnusable for one that does not open. */
export async function signerById(keys: KeyStore, signingKeys: SigningKeys, issuerId: string, id: string): Promise<SigningKey | null> {
  const key = await signingKeys.find(issuerId, id);
  if (key === null) return null;
  const signer = await keys.signer(key, signingKeys);
  if (signer === 'unreadable') throw new KeyUnusable(key, signer);
  return signer === 'lost' ? null : { key, signer };
}

/** What signs with a key. Throws a KeyUnusable. */
export async function signerOf(keys: KeyStore, key: SigningKeyRecord, rows: SealedRows): Promise<KeptSigner> {
  const signer = await keys.signer(key, rows);
  if (typeof signer === 'string') throw new KeyUnusable(key, signer);
  return signer;
}
