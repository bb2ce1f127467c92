import type { CryptoPort, PublicKey, Signer } from '@proofmark/proofs';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import type { DocumentSource } from '@proofmark/verifying';
import type { Store } from './store-ports.js';

export type { Repositories, Store } from './store-ports.js';

/** What time it is. */
export interface Clock {
  now(): Date;
}

/** Cryptographically strong random bytes. */
export interface RandomSource {
  bytes(length: number): Uint8Array;
}

/** Where private keys live: an encrypted file, a KMS, an HSM. Private halves never leave it. */
export interface KeyStore {
  /**
   * Makes a key pair for an issuer; its private half is durable before this answers.
   * `id` is the fragment of the key's DID URL: the multikey of an Ed25519 key, the JWK thumbprint (RFC 7638) of any other.
   */
  create(issuerId: string, algorithm: SigningAlgorithm): Promise<{ readonly id: string; readonly publicKey: PublicKey }>;
  /** The signer of a key of ours, current or retired. Throws when the key is not there: the store and the keys do not belong together. */
  signer(issuerId: string, id: string): Promise<Signer>;
  /** The secret with which recipients' addresses are hashed for look-ups; 32 bytes, made once and kept with the keys. */
  pepper(): Promise<Uint8Array>;
}

/** Everything that the use cases need from outside. */
export interface IssuingDeps {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly crypto: CryptoPort;
  /** The safe fetch, for links to work. */
  readonly documents: DocumentSource;
  /** The service's public URL without a slash at the end. */
  readonly baseUrl: string;
  /** The service's address is loopback: plain http to loopback may be named and fetched. */
  readonly local: boolean;
}
