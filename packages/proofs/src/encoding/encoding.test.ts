import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase58, encodeBase58 } from './base58.js';
import { utf8 } from './bytes.js';
import { canonicalJson } from './jcs.js';

/** Base58 by the definition. */
function base58ByDivision(bytes: Uint8Array): string {
  let number = bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
  let text = '';
  for (; number > 0n; number /= 58n) text = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'[Number(number % 58n)] + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(zeros === -1 ? bytes.length : zeros) + text;
}

describe('base58', () => {
  it('is what division says, at every length', () => {
    const bytes = fc.uint8Array({ maxLength: 130 });
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
    expect(encodeBase58(utf8('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
    expect(encodeBase58(Uint8Array.of(0, 0, 0x28, 0x7f, 0xb4, 0xcd))).toBe('11233QC4');
  });

  it('reads back what it wrote, and nothing else reads as the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (data) => {
        const text = encodeBase58(data);
        expect(decodeBase58(text)).toEqual(data);
        expect(decodeBase58(`1${text}`)).not.toEqual(data);
      }),
    );
  });

  it.each(['', '0', 'O', 'I', 'l', 'a b', 'ä', 'z'.repeat(1025)])('refuses %s', (text) => {
    expect(decodeBase58(text)).toBeNull();
  });
});

describe('JCS', () => {
  it('gives the example of RFC 8785 section 3.2.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts by UTF-16 code units (section 3.2.3)', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1F600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1F600}":5,"\ufb33":3}');
  });

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned as never)).toBe(canonicalJson(value as never));
      }),
    );
  });
});
