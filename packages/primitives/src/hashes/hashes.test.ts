import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHex } from '../base-n/hex.js';
import { hmacSha256, sha256, sha384, sha512 } from './hashes.js';
import { md5, sha1 } from './legacy-hashes.js';

describe.each([
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
  ['sha1', sha1],
  ['md5', md5],
] as const)('%s', (name, hash) => {
  it('agrees with node:crypto on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        expect(encodeHex(hash(data))).toBe(createHash(name).update(data).digest('hex'));
      }),
    );
  });

  it('agrees with node:crypto at every length around the ends of blocks', () => {
    for (let length = 0; length < 260; length++) {
      const data = new Uint8Array(length).fill(7);
      expect(encodeHex(hash(data))).toBe(createHash(name).update(data).digest('hex'));
    }
  });
});

it('makes the HMAC that node:crypto makes, for short and long keys', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 150 }), fc.uint8Array({ maxLength: 150 }), (key, data) => {
      expect(encodeHex(hmacSha256(key, data))).toBe(createHmac('sha256', key).update(data).digest('hex'));
    }),
  );
});
