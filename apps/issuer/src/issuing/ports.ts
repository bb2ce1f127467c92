import type { KeyObject } from 'node:crypto';
import type { Signer } from '@proofmark/proofs';
import type { Report } from '@proofmark/schemas';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import type { VerifyInput } from '@proofmark/verifying';
import type { KeyName, Repositories, SealedHalf, SigningKeyRecord } from '../store/index.js';

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

/** A text that is kept sealed, and the data key that opens it, itself sealed. */
export interface SealedText {
  readonly dataKey: Uint8Array;
  readonly sealed: Uint8Array;
}

/** Seals what is kept of one person. Who destroys the data key has destroyed the text, also where copies of it are left. */
export interface PersonalSeal {
  /** @param context whose text it is: only with the same one it opens */
  seal(text: string, context: string): SealedText;
  /** Null where it was sealed under another keyring or for something else, or was changed. */
  open(text: SealedText, context: string): string | null;
}

/** A private key that a key store holds; `newSince` is when it was made, for one that was not kept for good yet. */
export interface HeldKey extends KeyName {
  readonly newSince: Date | null;
}

/** Signs with a private key that is kept. */
export interface KeptSigner extends Signer {
  /** The key itself, for signing threads of this process alone; null where it never leaves its store. */
  readonly privateKey: KeyObject | null;
}

/** Why there is no signer: the store does not hold the key, or holds something that does not open. */
export type KeyLack = 'lost' | 'unreadable';

/** What a key store makes. `sealed` is what the database keeps of the private half; null for a store that keeps it elsewhere. */
export interface NewKey {
  /** The JWK thumbprint (RFC 7638). */
  readonly id: string;
  readonly publicJwk: Readonly<Record<string, string>>;
  readonly sealed: SealedHalf | null;
}

/** The rows that a key store reads: those of the store, or of a transaction, which then needs no second connection. */
export type SealedRows = Pick<Repositories['signingKeys'], 'findSealed' | 'deleteSealed'>;

/**
 * Where private keys live: sealed in the database, in a KMS, in an HSM. Unless a store gives its signers' keys away, they never leave it. Every
 * store passes the one contract suite.
 */
export interface KeyStore {
  /** What the row of each key says of where its private half is. */
  readonly name: SigningKeyRecord['keptIn'];
  /**
   * Makes a key pair. It is durable with the transaction that writes `sealed`, or, where that is null, when this answers. It is new until `keep`
   * is called: what a transaction makes that is then rolled back, nobody else knows of.
   */
  create(issuerId: string, algorithm: SigningAlgorithm): Promise<NewKey>;
  signer(key: Pick<SigningKeyRecord, 'issuerId' | 'id' | 'algorithm'>, rows?: SealedRows): Promise<KeptSigner | KeyLack>;
  /** Says that the database knows the key. Again, or for a key that is not there, it does nothing. */
  keep(key: KeyName): Promise<void>;
  /** Removes the private half for good. Again it does nothing. */
  destroy(key: KeyName, rows?: SealedRows): Promise<void>;
  /** Every key that the store holds, in pages, in no order. */
  held(): AsyncIterable<readonly HeldKey[]>;
}

/** Seals small secrets for the database, under what all processes of the service share. */
export interface Sealer {
  /** @param name what it is, and whose: the same must be given to open it */
  seal(plain: Uint8Array, name: readonly string[]): SealedHalf;
  /** Null when it was sealed under another secret or name, or was changed. */
  open(sealed: unknown, name: readonly string[]): Uint8Array | null;
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
