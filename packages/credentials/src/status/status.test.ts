import { gunzipSync, gzipSync } from 'node:zlib';
import { checkSchema } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBits, type DecodedList, decodeList, encodeList, getBit, MIN_LIST_LENGTH, setBit, statusAt } from './bits.js';
import { buildStatusList } from './list.js';

const gzip = (data: Uint8Array): Uint8Array => gzipSync(data);
const gunzip = (data: Uint8Array, maxOutputLength: number): Uint8Array | null => {
  try {
    return gunzipSync(data, { maxOutputLength });
  } catch {
    return null;
  }
};
const decode = (text: string, options = {}): DecodedList => decodeList(text, gunzip, { maxBytes: 1 << 20, ...options }) as DecodedList;

describe('status bits', () => {
  it('are all unset, the first being the most significant', () => {
    const bits = createBits();
    expect(bits.bytes).toHaveLength(16_384);
    setBit(bits, 0, true);
    setBit(bits, 15, true);
    expect([...bits.bytes.subarray(0, 3)]).toEqual([0x80, 1, 0]);
  });
  it('remember exactly what was set', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(MIN_LIST_LENGTH - 1), fc.boolean()), { maxLength: 60 }), (changes) => {
        const bits = createBits();
        const model = new Map<number, boolean>();
        for (const [index, value] of changes) {
          setBit(bits, index, value);
          model.set(index, value);
        }
        for (const [index, value] of model) expect(getBit(bits, index)).toBe(value);
        const count = bits.bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
        expect(count).toBe([...model.values()].filter(Boolean).length);
      }),
    );
  });
  it('survive being written and read', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(MIN_LIST_LENGTH + 799), { maxLength: 40 }), (indexes) => {
        const bits = createBits(MIN_LIST_LENGTH + 800);
        for (const index of indexes) setBit(bits, index, true);
        const text = encodeList(bits, gzip) as string;
        expect(text).toMatch(/^u[\w-]+$/);
        const list = decode(text);
        expect(list.ok && list.bits).toEqual({ length: bits.length, bytes: Buffer.from(bits.bytes) });
      }),
      { numRuns: 30 },
    );
  });
  it('have no value outside the list, and cannot be set there', () => {
    const bits = createBits();
    for (const index of [-1, 0.5, MIN_LIST_LENGTH, Number.NaN, Number.MAX_SAFE_INTEGER]) {
      expect(getBit(bits, index)).toBe(null);
      expect(() => setBit(bits, index, true)).toThrow(RangeError);
    }
    for (const length of [0, 131_071, 131_073, 1e300]) expect(() => createBits(length)).toThrow(RangeError);
  });
  it('can be read several at a time', () => {
    const bits = createBits();
    bits.bytes.set([0b00011011, 0b11110000]);
    expect([0, 1, 2, 3].map((index) => statusAt(bits, index, 2))).toEqual([0, 1, 2, 3]);
    expect(statusAt(bits, 1, 4)).toBe(11);
    expect(statusAt(bits, 0, 32)).toBe(0b00011011_11110000_00000000_00000000);
    expect([statusAt(bits, 0, 0), statusAt(bits, 0, 33), statusAt(bits, MIN_LIST_LENGTH / 2, 2)]).toEqual([null, null, null]);
  });
});

describe('decodeList', () => {
  const good = encodeList(createBits(), gzip) as string;
  it('names the reason when it cannot read a list', () => {
    expect(decode(good.slice(1))).toEqual({ ok: false, code: 'not-multibase' });
    expect(decode(`z${good.slice(1)}`)).toEqual({ ok: false, code: 'not-multibase' });
    expect(decode(`${good}=`)).toEqual({ ok: false, code: 'not-base64url' });
    expect(decode('uAAAA')).toEqual({ ok: false, code: 'not-gzip-or-too-large' });
    expect(decode(`u${Buffer.from(gzip(new Uint8Array(12_500))).toString('base64url')}`)).toEqual({ ok: false, code: 'too-short' });
  });
  it('reads smaller lists, and those without a prefix, when the options allow it', () => {
    const small = Buffer.from(gzip(new Uint8Array(12_500))).toString('base64url');
    expect(decode(small, { multibase: false, minLength: 100_000 })).toMatchObject({ ok: true, bits: { length: 100_000 } });
  });
  it('does not unpack a bomb', () => {
    const bomb = Buffer.from(gzip(new Uint8Array(64 << 20))).toString('base64url');
    expect(decode(`u${bomb}`)).toEqual({ ok: false, code: 'not-gzip-or-too-large' });
    // A host that forgets the limit is not trusted with it.
    expect(decodeList(`u${bomb}`, (data) => gunzipSync(data), { maxBytes: 1 << 20 })).toEqual({ ok: false, code: 'not-gzip-or-too-large' });
  });
  it('reads the list of the example in the specification: gzip of 16 KiB of zeros', () => {
    const list = decode('uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA');
    expect(list).toMatchObject({ ok: true, bits: { length: MIN_LIST_LENGTH } });
    expect(list.ok && list.bits.bytes.every((byte) => byte === 0)).toBe(true);
  });
});

it('buildStatusList writes a credential that conforms', () => {
  const input = { id: 'https://badges.example/status/3', issuer: 'did:web:badges.example:issuers:acme', purpose: 'revocation' as const };
  const list = buildStatusList({
    ...input,
    validFrom: 1_790_000_000_999,
    validUntil: 1_790_086_400_000,
    ttl: 300_000,
    encodedList: 'uAAAA',
  });
  expect(list).toMatchObject({
    validFrom: '2026-09-21T14:13:20Z',
    credentialSubject: { id: `${input.id}#list`, statusPurpose: 'revocation', ttl: 300_000 },
  });
  expect(checkSchema(list, 'BitstringStatusListCredential', 'issue')).toEqual({ violations: [], notes: [] });
});
