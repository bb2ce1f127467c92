import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { gunzipSync, inflateSync } from 'node:zlib';
import type { Ports } from './ports.js';

/** What the suite needs of its host. In a browser another file stands in for this one: see `tests/browser`. */
type Host = Pick<Ports, 'crypto' | 'gunzip' | 'inflate'>;

const HASHES = { Ed25519: null, ES256: 'sha256', ES384: 'sha384', RS256: 'sha256' } as const;

const capped = (unzip: (data: Uint8Array, options: { maxOutputLength: number }) => Buffer) => (data: Uint8Array, maxBytes: number) => {
  try {
    return new Uint8Array(unzip(data, { maxOutputLength: maxBytes }));
  } catch {
    return null;
  }
};

export const host: Host = {
  crypto: {
    digest: (algorithm, data) => new Uint8Array(createHash(algorithm.replace('-', '').toLowerCase()).update(data).digest()),
    verify(key, data, signature) {
      try {
        const object = createPublicKey({ key: { ...key.jwk }, format: 'jwk' });
        return verifySignature(HASHES[key.algorithm], data, { key: object, dsaEncoding: 'ieee-p1363' }, signature);
      } catch {
        return false;
      }
    },
  },
  gunzip: capped(gunzipSync),
  inflate: capped(inflateSync),
};
