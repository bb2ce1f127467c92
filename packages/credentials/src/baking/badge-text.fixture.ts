import { isWellFormed } from '@proofmark/primitives';
import fc from 'fast-check';
import type { Bakeable } from './outcome.js';

const json = fc
  .oneof(
    fc.string({ unit: 'binary' }).map((rest) => `{${rest}`),
    fc
      .dictionary(fc.string(), fc.constantFrom(']]>', '<![CDATA[', ']]', '</svg>', '&amp;', '"', '\r\n', 'é😀'))
      .map((value) => JSON.stringify(value)),
  )
  .filter(isWellFormed)
  .map((text): Bakeable => ({ kind: 'json', text }));

const part = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 1 });
const jwt = fc.tuple(part, part, part).map((parts): Bakeable => ({ kind: 'jwt', text: parts.join('.') }));

/** Texts of badges: anything that begins as JSON does, and compact JWSs. */
export const anyBadge: fc.Arbitrary<Bakeable> = fc.oneof(json, jwt);
