import { encode } from 'cborg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCbor } from './decode-cbor.js';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

describe('decodeCbor', () => {
  it.each<[string, unknown]>([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1_000_000],
    ['40', new Uint8Array()],
    ['4401020304', Uint8Array.of(1, 2, 3, 4)],
    ['80', []],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    ['a10102', new Map([[1, 2]])],
    ['d840420102', Uint8Array.of(1, 2)],
  ])('reads %s (RFC 8949, appendix A)', (text, value) => {
    expect(decodeCbor(hex(text))).toEqual(value);
  });

  it('reads what the library writes, and nothing that is cut off or longer', () => {
    const leaf = fc.oneof(fc.nat(0xffffffff), fc.uint8Array({ maxLength: 300 }));
    const labels = fc.uniqueArray(fc.tuple(fc.nat(300), leaf), { selector: ([key]) => key });
    const value = fc.tuple(leaf, leaf, fc.array(leaf), labels, fc.array(leaf));
    fc.assert(
      fc.property(value, ([first, second, third, pairs, last]) => {
        // The library writes maps in the order of their keys.
        const items = [first, second, third, new Map(pairs), last];
        const bytes = Uint8Array.from(encode(items));
        expect(decodeCbor(bytes)).toEqual(items);
        expect(decodeCbor(bytes.subarray(0, -1))).toBeNull();
        expect(decodeCbor(Uint8Array.from([...bytes, 0]))).toBeNull();
      }),
    );
  });

  it('never throws, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const value = decodeCbor(bytes);
        // One spelling for each value, but for the mark of a typed array and the order of a map.
        if (value !== null && !bytes.includes(0xd8) && !(value instanceof Map)) expect(encode(value).length).toBe(bytes.length);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['20', 'a negative number'],
    ['f5', 'a simple value'],
    ['f6', 'null'],
    ['f7', 'undefined'],
    ['f93c00', 'a float that is a whole number'],
    ['1b0000000100000000', 'a number of eight bytes'],
    ['1817', 'a number that is not in its shortest form'],
    ['190017', 'a number in two bytes that fits into one'],
    ['1a0000ffff', 'a number in four bytes that fits into two'],
    ['580100', 'a length that is not in its shortest form'],
    ['5f4101ff', 'an indefinite length'],
    ['9f01ff', 'an indefinite array'],
    ['bf0102ff', 'an indefinite map'],
    ['1c', 'a reserved head'],
    ['a201020102', 'a key that comes twice'],
    ['6449455446', 'a text'],
    ['c11a514b67b0', 'a tag'],
    ['d84001', 'a typed array that is no byte string'],
    ['d84080', 'a typed array that is an array'],
    ['9affffffff', 'an array longer than the bytes'],
    ['baffffffff', 'a map longer than the bytes'],
    ['5affffffff', 'bytes that are not there'],
    ['818181818180', 'deep nesting'],
    ['', 'nothing'],
  ])('refuses %s, %s', (text) => {
    expect(decodeCbor(hex(text))).toBeNull();
  });

  it('refuses a hundred thousand nested arrays without recursion', () => {
    expect(decodeCbor(new Uint8Array(100_000).fill(0x81))).toBeNull();
  });

  it('refuses a hundred thousand nested tags without recursion', () => {
    expect(decodeCbor(new Uint8Array(100_000).map((_, i) => (i % 2 === 0 ? 0xd8 : 64)))).toBeNull();
  });
});
