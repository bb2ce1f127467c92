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

it.each(['A', 'AA==', 'A+/A', 'AA A', 'AB', 'AAB', 'ÄÄ', 'AA\n'])('refuses %j', (text) => {
  expect(decodeBase64url(text)).toBe(null);
});
