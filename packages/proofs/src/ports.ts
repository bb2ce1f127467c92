import type { MaybePromise } from '@proofmark/primitives';

/** The signature algorithms that this product can check or make. */
export type Algorithm = 'Ed25519' | 'ES256' | 'ES384' | 'RS256';

/** A public key, always as a JWK without private members (RFC 7517), with the algorithm it is used with. */
export interface PublicKey {
  readonly algorithm: Algorithm;
  readonly jwk: Readonly<Record<string, string>>;
}

/** Hashing and signature checks. Node answers at once and keeps its key objects; a browser answers with a promise. */
export interface CryptoPort {
  digest(algorithm: 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SHA-1' | 'MD5', data: Uint8Array): MaybePromise<Uint8Array>;
  /** The hash of a text's UTF-8 form, in lower-case hex, at once. A host that only answers with promises leaves it out. */
  hashText?(this: void, algorithm: 'SHA-256' | 'SHA-384', text: string): string;
  /**
   * True or false for an answer; `null` when this host cannot check the algorithm at all (an old browser).
   * ECDSA signatures are the raw r‖s form. A malformed key or signature is false, never an exception.
   */
  verify(key: PublicKey, data: Uint8Array, signature: Uint8Array): MaybePromise<boolean | null>;
}

/** Tokens and keys in the formats of JOSE, by a library that the host loads when it is first asked. Bad input is an answer, never an exception. */
export interface TokenPort {
  /**
   * Whether a compact JWS (RFC 7515 section 5.2) is signed by the key, with the algorithm `alg` of its header and no other. `null` when this
   * host cannot tell: it lacks the algorithm, or the library cannot be loaded.
   */
  verifyCompact(token: string, alg: string, key: PublicKey): Promise<boolean | null>;
  /**
   * A public key in PEM (`BEGIN PUBLIC KEY`, RFC 7468 section 13, or `BEGIN RSA PUBLIC KEY`, RFC 8017 appendix A.1.1) as a JWK, for RSA and P-256. `null` for anything else, `undefined` when the
   * library cannot be loaded. Whether the key is strong enough is left to `readJwk`.
   */
  readPem(pem: string): Promise<Readonly<Record<string, string>> | null | undefined>;
  /** The JWK thumbprint of a key: base64url of SHA-256 over its required members (RFC 7638). */
  thumbprint(key: PublicKey): Promise<string>;
}

/** One private key that signs; where it lives (file, KMS, HSM) is its own affair. ECDSA answers raw r‖s. */
export interface Signer {
  readonly algorithm: Algorithm;
  sign(data: Uint8Array): MaybePromise<Uint8Array>;
}
