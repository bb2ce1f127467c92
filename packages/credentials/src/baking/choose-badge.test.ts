import { encodeBase64url, encodeUtf8 } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import type { Unbaked } from './outcome.js';
import { itxt, pngOf, text } from './png.fixture.js';
import { unbakePng } from './png.js';
import { unbakeSvg } from './svg.js';

// T14: a picture with two badges.

const ONE = '{"name":"One"}';
const TWO = '{"name":"Two"}';
const TOKEN = `e30.${encodeBase64url(encodeUtf8(ONE))}.c2ln`;
const OPENBADGES = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';

const png = (...chunks: readonly Uint8Array[]): Unbaked => unbakePng(pngOf(...chunks), () => null) as Unbaked;
const svg = (...elements: readonly string[]): Unbaked => unbakeSvg(`<svg ${OPENBADGES}>${elements.join('')}</svg>`);
const element = (json: string): string => `<openbadges:credential><![CDATA[${json}]]></openbadges:credential>`;
const older = (json: string): string => `<o:assertion xmlns:o="http://openbadges.org"><![CDATA[${json}]]></o:assertion>`;

describe('an image with several badges', () => {
  it('is not reduced to the first one', () => {
    const badges = [{ text: ONE }, { text: TWO }];
    expect(png(itxt('openbadgecredential', ONE), itxt('openbadgecredential', TWO))).toMatchObject({ code: 'several-badges', badges });
    expect(png(itxt('openbadgecredential', ONE), itxt('clrcredential', TWO))).toMatchObject({ code: 'several-badges', badges });
    expect(png(itxt('openbadgecredential', ONE), text('openbadgecredential', TWO))).toMatchObject({ code: 'several-badges', badges });
    expect(png(itxt('openbadges', ONE), itxt('openbadges', TWO))).toMatchObject({ code: 'several-badges', badges });
    expect(svg(element(ONE), element(TWO))).toMatchObject({ code: 'several-badges', badges });
    expect(svg(older(ONE), older(TWO))).toMatchObject({ code: 'several-badges', badges });
  });

  it('is one with a single badge when all of them are the same text', () => {
    expect(png(itxt('openbadgecredential', ONE), itxt('openbadgecredential', ONE))).toEqual({
      ok: true,
      kind: 'json',
      marker: 'openbadges-3',
      text: ONE,
    });
    expect(svg(element(ONE), element(ONE))).toMatchObject({ ok: true, text: ONE });
  });

  it('is told when one of them cannot be read', () => {
    const broken = itxt('openbadgecredential', TWO);
    broken.set([0, 0, 0, 0], broken.length - 4);
    expect(png(itxt('openbadgecredential', ONE), broken)).toMatchObject({ code: 'several-badges', badges: [{ text: ONE }] });
    expect(svg(element(ONE), element('no badge'))).toMatchObject({ code: 'several-badges', badges: [{ text: ONE }] });
  });

  it('is read as far as eight of them', () => {
    const chunks = Array.from({ length: 300 }, (_, i) => itxt('openbadgecredential', `{"n":${i}}`));
    const found = png(...chunks);
    expect('badges' in found && found.badges).toHaveLength(8);
  });
});

describe('a badge of the current standard', () => {
  it('comes before one of Open Badges 2.0, wherever it stands, which is mentioned', () => {
    for (const found of [
      png(itxt('openbadges', TWO), itxt('openbadgecredential', ONE)),
      png(itxt('openbadgecredential', ONE), text('openbadges', TWO)),
      svg(older(TWO), element(ONE)),
    ]) {
      expect(found).toMatchObject({ ok: true, marker: 'openbadges-3', text: ONE, hasOlder: true });
    }
  });

  it('is alone where the address of an old badge stands beside its assertion', () => {
    expect(png(text('openbadges', 'https://a.example/1'), itxt('openbadges', ONE))).toEqual({
      ok: true,
      kind: 'json',
      marker: 'openbadges-2',
      text: ONE,
    });
  });
});

describe('an element with a token and with JSON', () => {
  it('holds two badges when the JSON is not what the token signs', () => {
    const both = (json: string): string => `<openbadges:credential verify="${TOKEN}"><![CDATA[${json}]]></openbadges:credential>`;
    expect(svg(both(TWO))).toMatchObject({ code: 'several-badges', badges: [{ kind: 'jwt' }, { text: TWO }] });
    expect(svg(both(` ${ONE}`))).toMatchObject({ ok: true, kind: 'jwt' });
  });
});

describe('a text that begins with a byte order mark', () => {
  it('is read without it', () => {
    expect(png(itxt('openbadgecredential', `\ufeff${ONE}`))).toMatchObject({ ok: true, text: ONE });
    expect(svg(element(`\ufeff${ONE}`))).toMatchObject({ ok: true, text: ONE });
  });
});
