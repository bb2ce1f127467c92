import { randomBytes } from 'node:crypto';
import { isUuid } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issuerNumberOf } from '../store/distributed/public-ids.js';
import { newId, newIssuerNumber, newPublicId } from './identifiers.js';

const at = (time: number) => ({ clock: { now: () => new Date(time) }, random: { bytes: (length: number) => randomBytes(length) } });

describe('the public id of what an issuer has', () => {
  it('is a UUIDv7 of its time that leads to the number of the issuer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 2 ** 48 - 1 }), (number, time) => {
        const id = newPublicId(at(time), { number });
        expect(isUuid(id)).toBe(true);
        expect(id[14]).toBe('7');
        expect('89ab').toContain(id[19]);
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(time);
        expect(issuerNumberOf(id)).toBe(number);
        expect(issuerNumberOf(id.toUpperCase())).toBe(number);
      }),
    );
  });

  it('has 42 random bits beside the number: whatever is not fixed changes', () => {
    const ids = Array.from({ length: 200 }, () => newPublicId(at(1_764_000_000_000), { number: 7 }).replaceAll('-', ''));
    const values = Array.from({ length: 32 }, (_, digit) => new Set(ids.map((id) => id[digit])).size);
    // Two of the four bits of the first digit of rand_b are the variant.
    const expected = [...Array(12).fill(1), 1, 16, 16, 16, 4, ...Array(7).fill(16), ...Array(8).fill(1)];
    expect(values).toEqual(expected);
  });

  it('sorts by time, as other ids do', () => {
    const ids = [1, 2, 3].map((n) => newPublicId(at(1_764_000_000_000 + n), { number: 9 - n }));
    expect(ids.toSorted()).toEqual(ids);
    expect(newId(at(1_764_000_000_000)) < ids[0]!).toBe(true);
  });
});

describe('the number of an issuer', () => {
  it('takes all of its 32 bits from the random source', () => {
    expect(newIssuerNumber({ bytes: () => Uint8Array.of(0xff, 0xff, 0xff, 0xff) })).toBe(2 ** 32 - 1);
    expect(newIssuerNumber({ bytes: () => Uint8Array.of(1, 2, 3, 4) })).toBe(0x01020304);
  });
});
