import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBadge } from './badge-text.fixture.js';
import type { Unbaked } from './outcome.js';
import { anyPng, itxt, pngOf, text } from './png.fixture.js';
import { bakePng, unbakePng } from './png.js';
import { readChunks } from './png-chunks.js';
import type { Inflate } from './png-text.js';

const inflate: Inflate = (data, maxOutputLength) => {
  try {
    return inflateSync(data, { maxOutputLength });
  } catch {
    return null;
  }
};
const unbake = (png: Uint8Array): Unbaked => unbakePng(png, inflate) as Unbaked;
const badge = { kind: 'json', text: '{"name":"Käse 😀"}' } as const;

describe('a baked PNG', () => {
  it('gives back any badge from any PNG', () => {
    fc.assert(
      fc.property(anyPng, anyBadge, (png, any) => {
        const baked = bakePng(png, any);
        expect(baked.ok && unbake(baked.png)).toEqual({ ok: true, kind: any.kind, marker: 'openbadges-3', text: any.text });
      }),
    );
  });
  it('holds one badge only after repeated baking', () => {
    fc.assert(
      fc.property(anyPng, anyBadge, anyBadge, (png, first, second) => {
        const once = bakePng(png, first);
        const twice = once.ok ? bakePng(once.png, second) : once;
        expect(twice).toEqual(bakePng(png, second));
        const chunks = twice.ok ? readChunks(twice.png) : [];
        const keywords = ('ok' in chunks ? [] : chunks).map(({ data }) => Buffer.from(data).toString('latin1').split('\0')[0]);
        expect(keywords.filter((keyword) => ['openbadgecredential', 'openbadges', 'clrcredential'].includes(keyword ?? ''))).toHaveLength(
          1,
        );
      }),
    );
  });
  it('keeps every other chunk as it was, in order', () => {
    const others = [itxt('Comment', 'hello'), text('Author', 'Ada')];
    const baked = bakePng(pngOf(...others, itxt('openbadgecredential', '{}')), badge);
    if (!baked.ok) throw new Error(baked.code);
    const header = 8 + 25;
    const chunk = itxt('openbadgecredential', badge.text);
    expect(Buffer.from(baked.png)).toEqual(Buffer.concat([pngOf(...others).subarray(0, header), chunk, pngOf(...others).subarray(header)]));
  });
  it('is not made from a text that is not of its kind', () => {
    expect(bakePng(pngOf(), { kind: 'jwt', text: '{}' })).toEqual({ ok: false, code: 'not-a-badge-text' });
    expect(bakePng(pngOf(), { kind: 'json', text: 'hello' })).toEqual({ ok: false, code: 'not-a-badge-text' });
    expect(bakePng(pngOf(), { kind: 'json', text: '{"a":"\ud800"}' })).toEqual({ ok: false, code: 'malformed-text' });
  });
});

describe('unbakePng', () => {
  it('reads what other bakers write', () => {
    expect(unbake(pngOf(itxt('openbadges', 'a.b.c')))).toMatchObject({ kind: 'jwt', marker: 'openbadges-2' });
    expect(unbake(pngOf(itxt('clrcredential', '{}')))).toMatchObject({ kind: 'json', marker: 'clr-2' });
    expect(unbake(pngOf(itxt('openbadgecredential', badge.text, true)))).toMatchObject({ text: badge.text });
    expect(unbake(pngOf(text('openbadges', 'https://a.example/assertion')))).toMatchObject({
      kind: 'url',
      text: 'https://a.example/assertion',
    });
    expect(unbake(pngOf(text('openbadges', '{"name":"Caf\u00e9"}')))).toMatchObject({ text: '{"name":"Café"}' });
    expect(unbake(pngOf(itxt('openbadgecredential', ' a.b.c\n')))).toMatchObject({ kind: 'jwt', text: 'a.b.c' });
  });
  it('takes the badge of the current standard, and old chunks only when there is none', () => {
    expect(
      unbake(pngOf(text('openbadges', '{"a":1}'), itxt('openbadgecredential', '{"b":1}'), itxt('openbadges', '{"c":1}'))),
    ).toMatchObject({
      text: '{"b":1}',
    });
  });
  it('names the reason when it finds no badge', () => {
    expect(unbake(pngOf())).toEqual({ ok: false, code: 'no-badge' });
    expect(unbake(pngOf(itxt('Comment', '{}')))).toEqual({ ok: false, code: 'no-badge' });
    expect(unbake(new Uint8Array())).toEqual({ ok: false, code: 'not-a-png' });
    expect(unbake(pngOf().subarray(0, 40))).toEqual({ ok: false, code: 'truncated' });
    expect(unbake(pngOf(itxt('openbadgecredential', 'hello')))).toEqual({ ok: false, code: 'not-a-badge-text' });
    expect(unbake(pngOf(itxt('openbadgecredential', Uint8Array.of(0x7b, 0xff))))).toEqual({ ok: false, code: 'malformed-text' });
  });
  it('waits for a host that inflates later', async () => {
    const png = pngOf(itxt('openbadgecredential', '{}', true));
    expect(await unbakePng(png, async (data) => inflateSync(data))).toMatchObject({ ok: true, text: '{}' });
  });
});
