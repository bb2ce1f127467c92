import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateTime, did, duration, email, isWebUrl, language, text, uri, workUrl } from './fields.js';

const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean => schema.safeParse(value).success;

describe('the fields of requests', () => {
  it.each(['https://acme.example', 'https://acme.example:8443/a?b#c', 'http://localhost:3000/x', 'http://127.0.0.1/', 'http://[::1]:80/'])(
    'takes the address %s',
    (url) => expect(isWebUrl(url)).toBe(true),
  );

  it.each([
    'http://acme.example',
    'https://ada@acme.example',
    'https://:pw@acme.example',
    'ftp://acme.example',
    'javascript:alert(1)',
    'https://',
    'https:/\n/acme.example',
    ' https://acme.example',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    '//acme.example',
    'https://acme.example/\ud800',
  ])('refuses the address %j', (url) => expect(isWebUrl(url)).toBe(false));

  it('takes persistent names of evidence, and no other scheme', () => {
    expect(takes(workUrl(), 'swh:1:dir:0976b2c1d3e4f5a6b7c8d9e0f1a2b3c4d5e6f708')).toBe(true);
    expect(takes(workUrl(), 'doi:10.1000/182')).toBe(true);
    expect(takes(workUrl(), 'data:text/html,x')).toBe(false);
    expect(takes(uri(), 'urn:isbn:0451450523')).toBe(true);
    expect(takes(uri(), 'relative/path')).toBe(false);
  });

  it.each(['2026-11-22T09:00:00Z', '2026-11-22T09:00:00.123+05:30', '2024-02-29T00:00:00-00:00'])('takes the time %s', (time) =>
    expect(takes(dateTime(), time)).toBe(true),
  );

  it.each([
    '2026-11-22',
    '2026-11-22T09:00:00',
    '2026-11-22 09:00:00Z',
    '2025-02-29T00:00:00Z',
    '1899-12-31T00:00:00Z',
    '3000-01-01T00:00:00Z',
    '+012026-01-01T00:00:00Z',
  ])('refuses the time %s', (time) => expect(takes(dateTime(), time)).toBe(false));

  it.each(['did:key:z6Mk', 'did:web:acme.example%3A3000:issuers:acme'])('takes the DID %s', (value) =>
    expect(takes(did(), value)).toBe(true),
  );
  it.each(['did:', 'did:key', 'did:KEY:x', 'did:web:a#k', 'did:web:a?x', 'did:web:a/b', 'did:web:%zz', 'did:web:a:'])(
    'refuses the DID %s',
    (value) => expect(takes(did(), value)).toBe(false),
  );

  it.each(['P2Y', 'P6M', 'P90D', 'P1Y6M', 'P2W'])('takes the duration %s', (value) => expect(takes(duration(), value)).toBe(true));
  it.each(['P', 'P0D', 'PT1H', '2Y', 'P-1Y', 'P999Y', 'P1.5Y'])('refuses the duration %s', (value) =>
    expect(takes(duration(), value)).toBe(false),
  );

  it('takes text of any script, and none with NUL, half a surrogate pair or nothing in it', () => {
    for (const good of ['Ada', '数学', '🎓', '\u200fعدن', 'a\nb']) expect(takes(text(10), good)).toBe(true);
    for (const bad of ['', ' \n', '\u202e', '\u200b\u2060', '\u0007', '\u3164', 'a\0', '\ud800', 'x'.repeat(11)])
      expect(takes(text(10), bad)).toBe(false);
  });

  it('takes international addresses of people, and refuses what is no address (RFC 6531)', () => {
    for (const good of ['ada@example.org', ' Ada@Example.ORG ', 'ada@bücher.example', 'josé@example.org', "o'brien+x/y@example.org"])
      expect(takes(email(), good)).toBe(true);
    for (const bad of [
      'ada',
      'ada@',
      'ada@localhost',
      'ada@@bücher.example',
      'ada@bücher',
      'ada,eve@example.org',
      'ada\u202e@example.org',
      '<ada@example.org>',
    ])
      expect(takes(email(), bad)).toBe(false);
  });

  it('answers at once for any text, since length is checked before pattern (T22)', () => {
    const schemas = [email(), did(), dateTime(), duration(), language(), workUrl(), uri(), text(100)];
    const hostile = fc
      .tuple(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.integer({ min: 1, max: 50_000 }))
      .map(([part, times]) => part.repeat(times));
    const start = performance.now();
    fc.assert(
      fc.property(hostile, (value) => {
        for (const schema of schemas) schema.safeParse(value);
      }),
    );
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
