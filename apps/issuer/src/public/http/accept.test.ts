import { slowness } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { negotiate, readAccept } from './accept.js';

const OFFERS = [
  'text/html',
  'application/vc',
  'application/ld+json',
  'application/json',
  'application/vc+jwt',
  'image/png',
  'image/svg+xml',
] as const;
const FIREFOX = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const CHROMIUM_IMAGE = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

describe('negotiate', () => {
  it.each([
    [undefined, 'text/html', 'no header accepts everything'],
    ['', 'text/html', 'an empty header does too'],
    ['*/*', 'text/html', 'the most welcome offer'],
    [FIREFOX, 'text/html', 'a browser'],
    [CHROMIUM_IMAGE, 'image/png', 'a browser that fills an <img>'],
    ['image/svg+xml,image/*;q=0.5', 'image/svg+xml', 'a liking for SVG'],
    ['application/json', 'application/json', 'one type'],
    ['application/ld+json, application/json;q=0.9', 'application/ld+json', 'by weight'],
    ['application/json;q=0.9, application/ld+json;q=0.2', 'application/json', 'by weight, whatever the order'],
    ['text/html;q=0, */*', 'application/vc', 'a refusal beats the wildcard'],
    ['application/*;q=0.5, application/vc;q=0, text/html;q=0.1', 'application/ld+json', 'the more specific range decides'],
    ['Application/VC', 'application/vc', 'types have no case'],
    ['application/json;profile="a,b"', 'application/json', 'a parameter is passed over, even a quoted comma'],
    ['application/vc+jwt ; q=1.0 , text/html;q=0.999', 'application/vc+jwt', 'spaces'],
    ['text/html;q=nonsense, image/png;q=0.5', 'image/png', 'a broken weight is the least'],
    ['text/html;q=2', 'text/html', 'a weight above one still accepts'],
  ])('%s → %s (%s)', (accept, expected, _why) => {
    expect(negotiate(readAccept(accept), OFFERS)).toBe(expected);
  });

  it.each(['application/xml', 'text/*;q=0', '*/*;q=0', 'audio/*, video/*'])('%s → nothing', (accept) => {
    expect(negotiate(readAccept(accept), OFFERS)).toBeNull();
  });

  it('reads a header that is no Accept header as if it were absent, and never throws', () => {
    for (const header of ['/', ';;;', 'text', 'a/b/c', '*/html', 'text/', '\u0000', ','.repeat(10_000)]) {
      expect(negotiate(readAccept(header), OFFERS)).toBe('text/html');
    }
  });

  it('is quick about a long header', () => {
    const start = performance.now();
    negotiate(readAccept('a/b;q=0.1,'.repeat(100_000)), OFFERS);
    expect(performance.now() - start).toBeLessThan(200 * slowness());
  });
});
