import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalHost } from '../host-names/canonical-host.js';
import { canonicalEmail } from './canonical-email.js';
import { decodeLabel } from './decode-label.js';
import { emailSpellings } from './email-spellings.js';

describe('canonicalEmail', () => {
  it.each([
    ['  Ada@Example.COM\n', 'ada@example.com'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@BÜCHER.example', 'ada@xn--bcher-kva.example'],
    ['ada@bu\u0308cher.example', 'ada@xn--bcher-kva.example'],
    ['ada@XN--BCHER-KVA.example', 'ada@xn--bcher-kva.example'],
    ['ada@bücher。example', 'ada@xn--bcher-kva.example'],
    ['jose\u0301@example.org', 'jos\u00e9@example.org'],
    ['JOSÉ@example.org', 'jos\u00e9@example.org'],
    ['用户@例子.中国', '用户@xn--fsqu00a.xn--fiqs8s'],
    ['संपर्क@डाटामेल.भारत', 'संपर्क@xn--c2bd4bq1db8d.xn--h2brj9c'],
    ["o'brien+tag/x=1{2}@mail.example.co.uk", "o'brien+tag/x=1{2}@mail.example.co.uk"],
    ['a@r3---sn.example', 'a@r3---sn.example'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('writes %j as %j', (text, canonical) => {
    expect(canonicalEmail(text)).toBe(canonical);
    expect(canonicalEmail(canonical)).toBe(canonical);
  });

  it.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@example',
    'ada@localhost',
    'ada@.example.org',
    'ada@example..org',
    'ada@example.org.',
    'ada@example.org。',
    'ada@-example.org',
    'ada@exa_mple.org',
    'ada@ex%61mple.org',
    'ada@[127.0.0.1]',
    'ada@127.0.0.1',
    'ada@1.2',
    'ada@example.org:25',
    'ada@example.org/x',
    'ada@xn--zzzzzz.example',
    'ada@@example.org',
    'a@b@example.org',
    '.ada@example.org',
    'ada.@example.org',
    'a..da@example.org',
    'a da@example.org',
    'ada\u202e@example.org',
    'ada\u200b@example.org',
    'ada\u0000@example.org',
    'ada\ud800@example.org',
    'ada@exam\ud800ple.org',
    '"ada"@example.org',
    'Ada <ada@example.org>',
    'mailto:ada@example.org,eve@example.org',
    `${'a'.repeat(65)}@example.org`,
    `${'é'.repeat(33)}@example.org`,
    `a@${'b'.repeat(64)}.example`,
    `a@${'b.'.repeat(126)}example`,
    'a'.repeat(100_000),
    `${'a.'.repeat(50_000)}@example.org`,
  ])('returns null for %j', (text) => {
    expect(canonicalEmail(text)).toBeNull();
  });

  it('gives one spelling for whatever cases, compositions and labels a person types', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abXY09éüñ语ก'), minLength: 1, maxLength: 8 });
    const typed = fc.constantFrom<(address: string) => string>(
      (x) => x,
      (x) => x.normalize('NFD'),
      (x) => x.toUpperCase(),
      (x) => ` ${x}\t`,
    );
    fc.assert(
      fc.property(letters, letters, typed, (local, name, as) => {
        const canonical = canonicalEmail(`${local}@${name}.example`);
        // A label may not begin with a sign that combines with the letter before it.
        fc.pre(canonical !== null);
        expect(canonicalEmail(as(`${local}@${name}.example`))).toBe(canonical);
        expect(canonicalEmail(canonical!)).toBe(canonical);
      }),
    );
  });

  it('never throws, and what it gives is canonical', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
        const canonical = canonicalEmail(text);
        if (canonical !== null) expect(canonicalEmail(canonical)).toBe(canonical);
      }),
    );
  });
});

describe('emailSpellings', () => {
  it('gives the domain in letters and as labels, composed and decomposed, and the address as typed', () => {
    for (const typed of ['Ada@bücher.example', 'Ada@xn--bcher-kva.example', 'Ada@bu\u0308cher.example']) {
      expect(emailSpellings(typed)[0]).toBe('ada@xn--bcher-kva.example');
      expect(emailSpellings(typed)).toEqual(
        expect.arrayContaining([typed, 'ada@b\u00fccher.example', 'ada@bu\u0308cher.example', 'Ada@xn--bcher-kva.example']),
      );
    }
    expect(emailSpellings('jos\u00e9@example.org')).toEqual(['jos\u00e9@example.org', 'jose\u0301@example.org']);
    expect(emailSpellings('ada@example.org')).toEqual(['ada@example.org']);
  });

  it('gives nothing for a text that is no address, and no more than twenty-one for any', () => {
    expect(emailSpellings('ada')).toEqual([]);
    expect(emailSpellings(' JosÉ@BÜcher.EXAMPLE ').length).toBeLessThanOrEqual(21);
  });
});

describe('decodeLabel', () => {
  it('reads what the URL Standard wrote', () => {
    const label = fc.string({ unit: fc.constantFrom(...'abz09äöüßéñ语言ไทย日本'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(label, (text) => {
        const host = canonicalHost(`${text}.example`);
        fc.pre(host?.endsWith('.example') === true);
        const letters = decodeLabel(host!.slice(0, -'.example'.length));
        expect(letters).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('returns null for what is no Punycode, and never throws', () => {
    for (const label of ['xn--é', 'xn--a-é', 'xn--99999999', `xn--${'9'.repeat(59)}`, `xn--${'a'.repeat(100_000)}`])
      expect(decodeLabel(label)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => void decodeLabel(`xn--${text}`)));
  });
});
