import type { GitSource, SignaturePort } from '@proofmark/git-reader';
import type { CryptoPort, Signer } from '@proofmark/proofs';
import type { MaybePromise } from '@proofmark/schemas';
import type { SigningAlgorithm } from '@proofmark/schemas/api';
import type { DocumentSource, Ports as VerifierPorts } from '@proofmark/verifying';
import type { Archives } from './evidence/archive-ports.js';
import type { Forge } from './evidence/forge-ports.js';
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
  /** Makes a key pair that is durable when this answers. `id` is the JWK thumbprint (RFC 7638). */
  create(algorithm: SigningAlgorithm): Promise<{ readonly id: string; readonly publicJwk: Readonly<Record<string, string>> }>;
  /** The signer of a key, current or retired; null when the store does not hold it. */
  signer(id: string): Promise<Signer | null>;
}

/** What became of copying a page. `notes`: stable codes of what a reader of the copy should know. */
export type PageCapture =
  | { readonly ok: true /** UTF-8, one whole HTML document. */; readonly bytes: Uint8Array; readonly notes: readonly string[] }
  | { readonly ok: false; readonly code: string };

/** Takes copies of web pages, each as one HTML document in which nothing runs and that loads nothing. */
export interface PageCapturer {
  capture(url: string): Promise<PageCapture>;
}

/** Everything that the use cases need from outside. */
export interface IssuingDeps {
  readonly store: Store;
  readonly keys: KeyStore;
  /** The secret with which recipients' addresses are hashed for look-ups: 32 bytes, made once and kept with the keys. */
  readonly pepper: Uint8Array;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly crypto: CryptoPort;
  /** HMAC-SHA-256. */
  hmac(key: Uint8Array, data: Uint8Array): Uint8Array;
  gzip(data: Uint8Array): MaybePromise<Uint8Array>;
  /** The safe fetch, for links to work. */
  readonly documents: DocumentSource;
  readonly pages: PageCapturer;
  readonly archives: Archives;
  readonly forges: readonly Forge[];
  /** Checks the signatures of SSH keys. */
  readonly signatures: SignaturePort;
  /** The text of a small file that says whose a site is; null when there is none, or another origin answers. */
  readMark(url: string): Promise<string | null>;
  /** Reads the repositories that links lead into. */
  readonly git: GitSource;
  /** What verifying a credential that was signed elsewhere needs. */
  readonly verifier: VerifierPorts;
  /** The service's public URL without a slash at the end. */
  readonly baseUrl: string;
  /** The service's address is loopback: plain http to loopback may be named and fetched. */
  readonly local: boolean;
  /** Every how many days the work behind each badge is looked at again; null for never. */
  readonly recheckDays: number | null;
}
