import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, equalBytes, joinBytes, startsWithBytes } from './bytes.js';
import { decodeLatin1, decodeUtf8, decodeUtf8Document, decodeUtf8Lossy, encodeUtf8 } from './text.js';

const bytes = fc.uint8Array({ maxLength: 40 });
const wellFormed = fc.string({ unit: 'binary' });

describe('bytes', () => {
  it('concatenates arrays in their order', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 5 }), (parts) => {
        expect([...concatBytes(...parts)]).toEqual(parts.flatMap((part) => [...part]));
      }),
    );
  });

  it('joins a list that is too long to be spread into arguments', () => {
    expect(joinBytes(new Array<Uint8Array>(1_000_000).fill(Uint8Array.of(7)))).toHaveLength(1_000_000);
  });

  it('finds an array equal to its copy and to nothing that differs in one byte or in length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (data, seed) => {
        const changed = Uint8Array.from(data);
        changed[seed % data.length]! ^= 1;
        expect(equalBytes(data, Uint8Array.from(data))).toBe(true);
        expect(equalBytes(data, changed)).toBe(false);
        expect(equalBytes(data, data.subarray(1))).toBe(false);
        expect(equalBytes(data.subarray(1), data)).toBe(false);
      }),
    );
  });

  it('knows the beginning of an array, given as bytes or as ASCII', () => {
    fc.assert(
      fc.property(bytes, bytes, (head, tail) => {
        expect(startsWithBytes(concatBytes(head, tail), head)).toBe(true);
      }),
    );
    expect(startsWithBytes(encodeUtf8('PACK\0'), 'PACK')).toBe(true);
    expect(startsWithBytes(encodeUtf8('PAC'), 'PACK')).toBe(false);
    expect(startsWithBytes(encodeUtf8('PICK'), 'PACK')).toBe(false);
  });
});

it('reads each byte as the character of its code in ISO 8859-1', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (data) => {
      expect(decodeLatin1(data)).toBe(Buffer.from(data).toString('latin1'));
    }),
  );
});

describe('UTF-8', () => {
  it('reads back every well-formed text that it wrote, a byte order mark at its start included', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '\ufeff'), wellFormed, (mark, text) => {
        expect(decodeUtf8(encodeUtf8(mark + text))).toBe(mark + text);
      }),
    );
  });

  it('accepts each text in one spelling only: what it reads, it writes as the same bytes', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const text = decodeUtf8(data);
        if (text !== null) expect(encodeUtf8(text)).toEqual(data);
      }),
    );
  });

  it.each([
    ['a lone continuation byte', [0x80]],
    ['a sequence that is cut off', [0x61, 0xc3]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a code point beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
  ])('refuses %s, and goes on reading afterwards', (_, data) => {
    expect(decodeUtf8(Uint8Array.from(data))).toBeNull();
    expect(decodeUtf8Document(Uint8Array.from(data))).toBeNull();
    expect(decodeUtf8Lossy(Uint8Array.from(data))).toContain('\ufffd');
    expect(decodeUtf8(Uint8Array.of(0x61))).toBe('a');
  });

  it('drops one byte order mark at the start of a document, and only there', () => {
    expect(decodeUtf8Document(encodeUtf8('\ufeff{}'))).toBe('{}');
    expect(decodeUtf8Document(encodeUtf8('\ufeff\ufeff{}'))).toBe('\ufeff{}');
    expect(decodeUtf8Document(encodeUtf8('{}\ufeff'))).toBe('{}\ufeff');
    expect(decodeUtf8Document(encodeUtf8(''))).toBe('');
    expect(decodeUtf8(encodeUtf8('\ufeff{}'))).toBe('\ufeff{}');
    expect(decodeUtf8Lossy(encodeUtf8('\ufeffa'))).toBe('\ufeffa');
  });
});
