import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkDigest, digestMultibase, parseDigestMultibase } from './digest-multibase.js';
import { checkDigestSRI, digestSRI, parseDigestSRI } from './digest-sri.js';

const sha = (bits: 256 | 384 | 512, text: string): Uint8Array => new Uint8Array(createHash(`sha${bits}`).update(text).digest());
const hello = { algorithm: 'SHA-256', bytes: sha(256, 'hello') } as const;

describe('digestMultibase', () => {
  it('is a sha2-256 multihash in base64url', () => {
    expect(digestMultibase(sha(256, 'hello'))).toBe(`u${Buffer.from([0x12, 0x20, ...sha(256, 'hello')]).toString('base64url')}`);
    expect(digestMultibase(sha(256, 'hello'))).toMatch(/^uEi[A-D]/);
    expect(() => digestMultibase(sha(384, 'hello'))).toThrow(RangeError);
  });

  it('is read back, in base58btc too, and for the longer hashes', () => {
    expect(parseDigestMultibase(digestMultibase(hello.bytes))).toEqual(hello);
    // The multihash of "hello", as IPFS writes it.
    expect(parseDigestMultibase('zQmRN6wdp1S2A5EtjW9A3M1vKSBuQQGcgvuhoMUoEz4iiT5')).toEqual(hello);
    const long = `u${Buffer.from([0x13, 64, ...sha(512, 'hello')]).toString('base64url')}`;
    expect(parseDigestMultibase(long)).toEqual({ algorithm: 'SHA-512', bytes: sha(512, 'hello') });
  });

  it.each([
    '',
    'u',
    'z',
    'uEiA',
    'mEiAs8k26X7CjDiboOyrFueKeGxYbU1VLQ',
    `u${'A'.repeat(1000)}`,
    `z${'1'.repeat(50)}`,
    `u${Buffer.from([0x12, 0x1f, ...sha(256, 'x').slice(1)]).toString('base64url')}`,
    `u${Buffer.from([0x11, 0x20, ...sha(256, 'x')]).toString('base64url')}`,
    `u${Buffer.from([0x12, 0x20, ...sha(256, 'x'), 0]).toString('base64url')}`,
  ])('does not parse %j', (text) => {
    expect(parseDigestMultibase(text)).toBeNull();
  });

  it('distinguishes a match, a change and a digest that cannot be compared', () => {
    expect(checkDigest(digestMultibase(hello.bytes), hello)).toBe('matches');
    expect(checkDigest(digestMultibase(sha(256, 'hullo')), hello)).toBe('changed');
    expect(checkDigest('zabc', hello)).toBe('unreadable');
    expect(checkDigest(digestMultibase(hello.bytes), { algorithm: 'SHA-384', bytes: sha(384, 'hello') })).toBe('unreadable');
  });
});

describe('digestSRI', () => {
  const actual = { algorithm: 'SHA-384', bytes: sha(384, 'hello') } as const;
  const weak = `sha256-${Buffer.from(hello.bytes).toString('base64')}`;

  it('is written with SHA-384', () => {
    expect(digestSRI(actual.bytes)).toBe(`sha384-${Buffer.from(actual.bytes).toString('base64')}`);
    expect(() => digestSRI(hello.bytes)).toThrow(RangeError);
  });

  it('compares only the strongest hashes, any of which may match', () => {
    const other = digestSRI(sha(384, 'other'));
    expect(parseDigestSRI(`${weak} ${other}?ct=text/plain ${digestSRI(actual.bytes)} md5-AAAA sha384-short`)).toEqual([
      { algorithm: 'SHA-384', bytes: sha(384, 'other') },
      actual,
    ]);
    expect(checkDigestSRI(`${other} ${digestSRI(actual.bytes)}`, actual)).toBe('matches');
    expect(checkDigestSRI(`${weak} ${other}`, hello)).toBe('unreadable');
    expect(checkDigestSRI(other, actual)).toBe('changed');
    expect(checkDigestSRI('nonsense', actual)).toBe('unreadable');
    expect(parseDigestSRI('')).toEqual([]);
  });
});
