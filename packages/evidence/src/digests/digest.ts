/** The hash functions that digests in credentials use. */
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** A digest, apart from its spelling. */
export interface Digest {
  readonly algorithm: HashName;
  readonly bytes: Uint8Array;
}

export const HASH_LENGTH: Readonly<Record<HashName, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };
