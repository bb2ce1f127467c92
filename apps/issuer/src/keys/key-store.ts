import type { Signer } from '@proofmark/proofs';

/** The algorithms that an issuer's own keys have: Ed25519 for Data Integrity, ES256 (P-256) for JWTs. */
export type SigningAlgorithm = 'Ed25519' | 'ES256';

/** The public half of a key that the store holds. */
export interface StoredKey {
  /** The JWK thumbprint (RFC 7638, SHA-256, base64url). */
  readonly id: string;
  readonly algorithm: SigningAlgorithm;
  /** The public JWK (RFC 7517): `kty`, `crv`, `x` and, for EC, `y`; nothing else. */
  readonly publicJwk: Readonly<Record<string, string>>;
}

/**
 * Where private signing keys live. They are made inside and never leave: a caller gets a Signer. A key is durable when `create` answers.
 * Both methods that read keys throw a KeyStoreError when the store itself is damaged.
 */
export interface KeyStore {
  create(algorithm: SigningAlgorithm): Promise<StoredKey>;
  /** The signer of a key, or null when the store does not hold it. */
  signer(id: string): Promise<Signer | null>;
  /** Every key that the store holds, in the order of their ids. */
  list(): Promise<readonly StoredKey[]>;
  /** Frees what the store holds in memory. */
  close(): Promise<void>;
}

/** A key file that cannot be read or was changed. The message names the file and holds nothing of its content. */
export class KeyStoreError extends Error {
  override readonly name = 'KeyStoreError';
  readonly code: 'key-damaged' | 'key-unwritable';

  constructor(code: 'key-damaged' | 'key-unwritable', message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
