import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from './base64url.js';

it('writes what Node writes, and reads it back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = encodeBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64url(text)).toEqual(bytes);
    }),
  );
});

it('accepts each byte string in one spelling only', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{0,12}$/), (text) => {
      const bytes = decodeBase64url(text);
      if (bytes !== null) expect(encodeBase64url(bytes)).toBe(text);
    }),
  );
});

it.each(['A', 'AA==', 'QQ=', 'A+/A', '+/8', 'AA A', 'Q Q', 'AB', 'QR', 'AAB', 'QUJ', 'ÄÄ', 'ä', 'AA\n', 'ĀAAA', 'AAA\u{1F600}'])(
  'refuses %j',
  (text) => {
    expect(decodeBase64url(text)).toBe(null);
  },
);
