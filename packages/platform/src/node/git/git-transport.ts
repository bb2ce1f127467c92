import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';
import type { GitSession, GitTransport, SignaturePort } from '@proofmark/git-reader';
import { type GuardedHttp, guardedHttp, type SafeFetchOptions, type TestSeams } from '../safe-fetch/guarded-http.js';
import { openPgpChecker } from './open-pgp.js';

/** A transport whose connections can be closed. */
export type NodeGitTransport = GitTransport & { close(): Promise<void> };

/** A whole answer of a git server may take longer than a document does. */
const TIMEOUTS = { connect: 3000, total: 30_000 } as const;
/** How long computation may block the event loop at once, in milliseconds. */
const TURN = 15;

/** What reading git repositories needs of Node: the guarded connections of the safe fetch, zlib and hashes. Touches no file. */
export function nodeGitTransport(options: SafeFetchOptions = {}, seams: TestSeams = {}): NodeGitTransport {
  const http = guardedHttp({ ...options, timeouts: { ...TIMEOUTS, ...options.timeouts } }, seams);
  return { begin: (milliseconds) => begin(http, milliseconds), signatures: SIGNATURES, close: () => http.close() };
}

function begin(http: GuardedHttp, milliseconds: number): GitSession {
  const end = performance.now() + milliseconds;
  const signal = AbortSignal.timeout(milliseconds);
  let turn = performance.now();
  return {
    exchange: (request) => http.request({ ...request, signal }),
    inflate,
    hash(algorithm, parts) {
      const state = createHash(algorithm === 'SHA-1' ? 'sha1' : 'sha256');
      for (const part of parts) state.update(part);
      return state.digest();
    },
    breathe() {
      const now = performance.now();
      if (now > end) return false;
      if (now - turn < TURN) return true;
      return setImmediate().then(() => {
        turn = performance.now();
        return turn <= end;
      });
    },
  };
}

function inflate(data: Uint8Array, offset: number, maxBytes: number): ReturnType<GitSession['inflate']> {
  try {
    const options = { info: true, maxOutputLength: maxBytes + 1, chunkSize: Math.min(Math.max(maxBytes + 1, 64), 64 * 1024) };
    // With `info` the answer tells how much of the input the stream took; the types do not know this.
    const { buffer, engine } = inflateSync(data.subarray(offset), options) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    return buffer.length > maxBytes ? null : { bytes: buffer, consumed: engine.bytesWritten };
  } catch {
    return null;
  }
}

const SIGNATURES: SignaturePort = {
  openPgp: openPgpChecker,
  digest: (algorithm, data) => hash(algorithm === 'SHA-256' ? 'sha256' : 'sha512', data, 'buffer'),
  verify({ algorithm, jwk }, data, signature) {
    try {
      const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
      const digest = { Ed25519: null, ES256: 'sha256', RS256: 'sha256', RS512: 'sha512' }[algorithm];
      return verify(digest, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
    } catch {
      return false;
    }
  },
};
