import type { Signer } from '@proofmark/proofs';
import type { Report } from '@proofmark/schemas';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import type { VerifyInput } from '@proofmark/verifying';

export type { Repositories, Store } from '../store/index.js';

/** What time it is. */
export interface Clock {
  now(): Date;
}

/** Cryptographically strong random bytes. */
export interface RandomSource {
  bytes(length: number): Uint8Array;
}

/** What a new id is made of. */
export interface IdSource {
  readonly clock: Clock;
  readonly random: RandomSource;
}

/** A private key that a key store holds; `newSince` is when it was made, for one that was not kept for good yet. */
export interface HeldKey {
  readonly id: string;
  readonly newSince: Date | null;
}

/** Where private keys live: an encrypted file, a KMS, an HSM. Private halves never leave it. */
export interface KeyStore {
  /**
   * Makes a key pair that is durable when this answers. `id` is the JWK thumbprint (RFC 7638). It is new until `keep` is called: what a
   * transaction makes that is then rolled back, nobody else knows of.
   */
  create(algorithm: SigningAlgorithm): Promise<{ readonly id: string; readonly publicJwk: Readonly<Record<string, string>> }>;
  /** The signer of a key; null when the store does not hold it. */
  signer(id: string): Promise<Signer | null>;
  /** Says that the database knows the key. Again, or for a key that is not there, it does nothing. */
  keep(id: string): Promise<void>;
  /** Removes the private half for good. Again it does nothing. */
  destroy(id: string): Promise<void>;
  /** Every key that the store holds, in no order. */
  held(): Promise<readonly HeldKey[]>;
}

/** Verifies what somebody brings who is not its issuer. */
export interface BadgeVerifier {
  /**
   * The report, or why there is none: it takes more than one verification is given, or there is no room for it now.
   *
   * @param client who pays for the time that it takes
   */
  verify(input: VerifyInput, at: number, client: string): Promise<Report | 'limit' | 'busy'>;
}
