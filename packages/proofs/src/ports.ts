import type { MaybePromise } from '@proofmark/schemas';

/** The signature algorithms that this product can check or make. */
export type Algorithm = 'Ed25519' | 'ES256' | 'ES384' | 'RS256';

/** A public key, always as a JWK without private members (RFC 7517), with the algorithm it is used with. */
export interface PublicKey {
  readonly algorithm: Algorithm;
  readonly jwk: Readonly<Record<string, string>>;
}

/** Hashing and signature checks. Node answers at once and keeps its key objects; a browser answers with a promise. */
export interface CryptoPort {
  digest(algorithm: 'SHA-256' | 'SHA-384' | 'SHA-512' | 'MD5', data: Uint8Array): MaybePromise<Uint8Array>;
  /** The hash of a text's UTF-8 form, in lower-case hex, at once. A host that only answers with promises leaves it out. */
  hashText?(this: void, algorithm: 'SHA-256' | 'SHA-384', text: string): string;
  /**
   * True or false for an answer; `null` when this host cannot check the algorithm at all (an old browser).
   * ECDSA signatures are the raw r‖s form. A malformed key or signature is false, never an exception.
   */
  verify(key: PublicKey, data: Uint8Array, signature: Uint8Array): MaybePromise<boolean | null>;
}

/** One private key that signs; where it lives (file, KMS, HSM) is its own affair. ECDSA answers raw r‖s. */
export interface Signer {
  readonly algorithm: Algorithm;
  sign(data: Uint8Array): MaybePromise<Uint8Array>;
}
