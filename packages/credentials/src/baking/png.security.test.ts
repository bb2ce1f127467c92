import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPng, itxt, pngOf } from './png.fixture.js';
import { bakePng, unbakePng } from './png.js';
import { writeChunk } from './png-chunks.js';
import type { Inflate } from './png-text.js';

// T14 and T5: pictures that are made to harm.

const inflate: Inflate = (data, maxOutputLength) => {
  try {
    return inflateSync(data, { maxOutputLength });
  } catch {
    return null;
  }
};
const badge = { kind: 'json', text: '{}' } as const;

describe('a hostile PNG', () => {
  it('never makes anything throw, with any bytes', () => {
    const prefix = pngOf().subarray(0, 8);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, signed) => {
        const png = signed ? Buffer.concat([prefix, bytes]) : bytes;
        expect(unbakePng(png, inflate)).toHaveProperty('ok');
        expect(bakePng(png, badge)).toHaveProperty('ok');
      }),
    );
  });
  it('is never baked with one flipped bit, and never makes unbaking throw', () => {
    fc.assert(
      fc.property(anyPng, fc.nat(), fc.nat(7), (png, place, bit) => {
        const damaged = Uint8Array.from(png);
        const at = place % damaged.length;
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        expect(bakePng(damaged, badge).ok).toBe(false);
        expect(unbakePng(damaged, inflate)).toHaveProperty('ok');
      }),
    );
  });
  it('is reported as truncated when it is cut anywhere', () => {
    const png = pngOf(itxt('openbadgecredential', '{"a":1}'));
    for (let end = 8; end < png.length; end += 1)
      expect(unbakePng(png.subarray(0, end), inflate)).toEqual({ ok: false, code: 'truncated' });
  });
  it('gives no badge when the checksum of the badge is wrong', () => {
    const chunk = itxt('openbadgecredential', '{"a":1}');
    chunk[chunk.length - 6] = 0x32;
    expect(unbakePng(pngOf(chunk), inflate)).toEqual({ ok: false, code: 'bad-crc' });
  });
  it('is not unpacked when it holds a compressed bomb', () => {
    const png = pngOf(itxt('openbadgecredential', new Uint8Array(64 << 20).fill(0x20), true));
    expect(unbakePng(png, inflate)).toEqual({ ok: false, code: 'undecodable' });
    expect(unbakePng(png, (data) => inflateSync(data))).toEqual({ ok: false, code: 'too-large' });
  });
  it('is not read beyond the limits', () => {
    const limits = { maxImage: 1000, maxText: 100 };
    expect(unbakePng(new Uint8Array(1001), inflate, limits)).toEqual({ ok: false, code: 'too-large' });
    expect(unbakePng(pngOf(itxt('openbadgecredential', `{${' '.repeat(100)}`)), inflate, limits)).toEqual({ ok: false, code: 'too-large' });
    expect(bakePng(pngOf(), { kind: 'json', text: `{${' '.repeat(100)}` }, limits)).toEqual({ ok: false, code: 'too-large' });
  });
  it('is not read when it has more chunks than the limit', () => {
    const png = pngOf();
    const piece = writeChunk('tEXt', new Uint8Array());
    const pieces = Buffer.concat([png.subarray(0, 33), ...Array.from({ length: 30_000 }, () => piece), png.subarray(33)]);
    expect(unbakePng(pieces, inflate)).toEqual({ ok: false, code: 'too-large' });
  });
  it('is undecodable with half an iTXt header', () => {
    const broken = [new Uint8Array(), Uint8Array.of(0), Uint8Array.of(0, 0), Uint8Array.of(0, 0, 0), Uint8Array.of(1, 9, 0, 0, 1)];
    for (const rest of broken) {
      const data = Buffer.concat([Buffer.from('openbadgecredential\0'), rest]);
      expect(unbakePng(pngOf(writeChunk('iTXt', data)), inflate)).toEqual({ ok: false, code: 'undecodable' });
    }
  });
  it('cannot hide a second badge behind its end', () => {
    const png = Buffer.concat([pngOf(), itxt('openbadgecredential', '{}')]);
    expect(unbakePng(png, inflate)).toEqual({ ok: false, code: 'no-badge' });
  });
});
