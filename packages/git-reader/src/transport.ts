import type { GitFailureCode } from './failure.js';
import type { SignatureOutcome } from './signature.js';

/** What reading a repository needs from outside. */
export interface GitTransport {
  /** Begins one reading, which ends by itself after so many milliseconds. */
  begin(milliseconds: number): GitSession;
  readonly signatures: SignaturePort;
}

export interface GitSession {
  /** GET, with redirects; or POST, without any. */
  exchange(request: GitExchange): Promise<GitExchanged>;
  /** Decompresses one zlib stream that begins at `offset`; null when it is malformed or longer than `maxBytes`. */
  inflate(data: Uint8Array, offset: number, maxBytes: number): { readonly bytes: Uint8Array; readonly consumed: number } | null;
  hash(algorithm: 'SHA-1' | 'SHA-256', parts: readonly Uint8Array[]): Uint8Array;
  /** To be awaited often during long work: lets other work proceed; false when time is up. */
  breathe(): boolean | Promise<boolean>;
}

export interface GitExchange {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** With a body it is a POST. */
  readonly body?: Uint8Array;
  readonly maxBytes: number;
}

export type GitExchanged =
  | { readonly ok: true; readonly url: string; readonly mediaType: string; readonly body: Uint8Array }
  | {
      readonly ok: false;
      readonly code: Extract<
        GitFailureCode,
        | 'offline'
        | 'refused-address'
        | 'unreachable'
        | 'timeout'
        | 'too-large'
        | 'too-many-redirects'
        | 'malformed-response'
        | 'http-status'
      >;
      readonly status?: number;
    };

/** Checks the signatures that SSH keys make. ECDSA signatures are raw r‖s; malformed keys and signatures are false. */
export interface SignaturePort {
  digest(algorithm: 'SHA-256' | 'SHA-512', data: Uint8Array): Uint8Array | Promise<Uint8Array>;
  verify(
    key: { readonly algorithm: 'Ed25519' | 'ES256' | 'RS256' | 'RS512'; readonly jwk: Readonly<Record<string, string>> },
    data: Uint8Array,
    signature: Uint8Array,
  ): boolean | Promise<boolean>;
  /** A checker of OpenPGP signatures by these public keys (ASCII armour); left out where no library for it is at hand. */
  openPgp?(keys: readonly string[]): Promise<OpenPgpChecker>;
}

/** Checks one armoured OpenPGP signature of a commit. `key` of a valid one is the fingerprint. */
export type OpenPgpChecker = (armoured: string, payload: Uint8Array) => Promise<SignatureOutcome>;
