import { createHmac } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip as nodeGzip } from 'node:zlib';
import { type NodeCrypto, nodeCrypto } from '@proofmark/platform/node';

/** The issuer runs on Node alone, so what Node computes is imported, not injected. Time and randomness are, for the tests. */
export const crypto: NodeCrypto = nodeCrypto();

export function hmacSha256(key: Uint8Array, data: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update(data).digest();
}

export const gzip: (data: Uint8Array) => Promise<Uint8Array> = promisify<Uint8Array, Uint8Array>(nodeGzip);
