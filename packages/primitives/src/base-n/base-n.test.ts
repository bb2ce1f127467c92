import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../bytes/text.js';
import { decodeBase58, encodeBase58 } from './base58.js';
import { decodeBase64, decodeBase64url, encodeBase64, encodeBase64url } from './base64.js';
import { decodeHex, encodeHex } from './hex.js';
import { decodeMultibase, encodeMultibase } from './multibase.js';

const bytes = fc.uint8Array({ maxLength: 200 });

describe.each([
  ['base64url', encodeBase64url, decodeBase64url, 'base64url', /^[A-Za-z0-9_-]{0,12}$/],
  ['base64', encodeBase64, decodeBase64, 'base64', /^[A-Za-z0-9+/]{0,10}={0,2}$/],
  ['hex', encodeHex, decodeHex, 'hex', /^[0-9a-f]{0,12}$/],
] as const)('%s', (_, encode, decode, node, alphabet) => {
  it('writes what Node writes, and reads it back', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const text = encode(data);
        expect(text).toBe(Buffer.from(data).toString(node));
        expect(decode(text)).toEqual(data);
      }),
    );
  });

  it('accepts each byte string in one spelling only', () => {
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(alphabet), fc.string({ maxLength: 12 })), (text) => {
        const data = decode(text);
        if (data !== null) expect(encode(data)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

it.each(['A', 'AA==', 'QQ=', 'A+/A', '+/8', 'AA A', 'Q Q', 'AB', 'QR', 'AAB', 'ÄÄ', 'ä', 'AA\n', 'ĀAAA', 'AAA\u{1F600}'])(
  'base64url refuses %j',
  (text) => {
    expect(decodeBase64url(text)).toBeNull();
  },
);

it.each(['QQ', 'QQ=', 'QR==', 'Q===', '====', 'QUI=QQ==', 'QQ==\n', ' QQ==', 'Q-==', '_w=='])('base64 refuses %j', (text) => {
  expect(decodeBase64(text)).toBeNull();
});

it.each(['0', 'AB', '0g', '0x', ' 00', '00\n', 'ａｂ'])('hex refuses %j', (text) => {
  expect(decodeHex(text)).toBeNull();
});

/** Base58 by the definition. */
function base58ByDivision(data: Uint8Array): string {
  let number = data.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
  let text = '';
  for (; number > 0n; number /= 58n) text = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'[Number(number % 58n)] + text;
  const zeros = data.findIndex((byte) => byte !== 0);
  return '1'.repeat(zeros === -1 ? data.length : zeros) + text;
}

describe('base58', () => {
  it('is what division says, at every length', () => {
    const extremes = fc
      .tuple(fc.nat(5), fc.nat(70), fc.constantFrom(0, 1, 255))
      .map(([zeros, length, byte]) => Uint8Array.from([...Array(zeros).fill(0), ...Array(length).fill(byte)]));
    fc.assert(
      fc.property(fc.oneof(bytes, extremes), (data) => {
        const text = base58ByDivision(data);
        expect(encodeBase58(data)).toBe(text);
        if (text !== '') expect(decodeBase58(text)).toEqual(data);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the published examples', () => {
    expect(encodeBase58(encodeUtf8('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
    expect(encodeBase58(Uint8Array.of(0, 0, 0x28, 0x7f, 0xb4, 0xcd))).toBe('11233QC4');
  });

  it('never reads two texts as the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (data) => {
        expect(decodeBase58(`1${encodeBase58(data)}`)).not.toEqual(data);
      }),
    );
  });

  it.each(['', '0', 'O', 'I', 'l', 'a b', 'ä', 'z'.repeat(1025)])('refuses %s', (text) => {
    expect(decodeBase58(text)).toBeNull();
  });

  it('does not begin to decode a text that is too long, which would take time with the square of its length', () => {
    const began = performance.now();
    for (let i = 0; i < 1000; i++) decodeBase58('z'.repeat(3_000_000));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('multibase', () => {
  it('reads back what it wrote in both bases', () => {
    fc.assert(
      fc.property(fc.constantFrom('base58btc', 'base64url'), fc.uint8Array({ minLength: 1, maxLength: 200 }), (base, data) => {
        expect(decodeMultibase(encodeMultibase(base, data))).toEqual(data);
      }),
    );
  });

  it.each(['', 'z', 'b00', 'Z2NEpo7TZRRrLZSi2U', 'mQQ==', 'uQQ=='])('refuses %j', (text) => {
    expect(decodeMultibase(text)).toBeNull();
  });
});
