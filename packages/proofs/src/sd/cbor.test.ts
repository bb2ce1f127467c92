import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CborValue, decodeCbor, encodeCbor } from './cbor.js';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

/** RFC 8949 appendix A, as far as it lies in this part of CBOR. */
const EXAMPLES: [string, CborValue][] = [
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['40', new Uint8Array()],
  ['4401020304', Uint8Array.of(1, 2, 3, 4)],
  ['60', ''],
  ['6449455446', 'IETF'],
  ['63e6b0b4', '水'],
  ['80', []],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
  [
    'a201020304',
    new Map([
      [1, 2],
      [3, 4],
    ]),
  ],
  ['98190102030405060708090a0b0c0d0e0f101112131415161718181819', Array.from({ length: 25 }, (_, i) => i + 1)],
];

describe('CBOR', () => {
  it.each(EXAMPLES)('%s', (text, value) => {
    expect(decodeCbor(hex(text))).toEqual(value);
    expect(Buffer.from(encodeCbor(value)).toString('hex')).toBe(text);
  });

  it('reads back what it wrote, and nothing that is cut off or longer', () => {
    const leaf = fc.oneof(fc.nat(0xffffffff), fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 300 }));
    const entries = fc.uniqueArray(fc.tuple(fc.nat(300), leaf), { selector: ([key]) => key });
    const value = fc.array(
      fc.oneof(
        leaf,
        fc.array(leaf),
        entries.map((pairs) => new Map<number, CborValue>(pairs)),
      ),
    );
    fc.assert(
      fc.property(value, (items) => {
        const bytes = encodeCbor(items);
        expect(decodeCbor(bytes)).toEqual(items);
        expect(decodeCbor(bytes.subarray(0, -1))).toBeNull();
        expect(decodeCbor(Uint8Array.from([...bytes, 0]))).toBeNull();
      }),
    );
  });

  it('has one spelling for each value, but for the mark of a typed array', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const value = decodeCbor(bytes);
        if (value !== null && !bytes.includes(0xd8)) expect(encodeCbor(value)).toEqual(bytes);
      }),
      { numRuns: 2_000 },
    );
    expect(decodeCbor(hex('d840420102'))).toEqual(Uint8Array.of(1, 2));
  });

  it.each([
    ['20', 'a negative number'],
    ['f5', 'a simple value'],
    ['f97e00', 'a float'],
    ['1b0000000100000000', 'a number of eight bytes'],
    ['1817', 'a number that is not in its shortest form'],
    ['190017', 'likewise'],
    ['1a0000ffff', 'likewise'],
    ['580100', 'a length that is not in its shortest form'],
    ['5f4101ff', 'an indefinite length'],
    ['9f01ff', 'an indefinite array'],
    ['1c', 'a reserved head'],
    ['a201020102', 'a key that comes twice'],
    ['a1616101', 'a key that is a text'],
    ['61ff', 'a text that is no UTF-8'],
    ['c11a514b67b0', 'a tag'],
    ['d84001', 'a typed array that is no byte string'],
    ['9affffffff', 'an array longer than the bytes'],
    ['baffffffff', 'a map longer than the bytes'],
    ['5affffffff', 'bytes that are not there'],
    ['818181818180', 'deep nesting'],
    ['', 'nothing'],
  ])('refuses %s, %s', (text) => {
    expect(decodeCbor(hex(text))).toBeNull();
  });

  it('refuses to write what has no such form', () => {
    for (const value of [-1, 1.5, 2 ** 32, Number.NaN]) expect(() => encodeCbor(value)).toThrow(TypeError);
  });
});
