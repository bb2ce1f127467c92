import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedText, shownHost, shownText } from './shown-text.js';

// T11 and T13: what of a stranger’s text a face shows.

describe('claimed text on a face', () => {
  it('keeps an ordinary name as it is', () => {
    const names = ['Web API design – «Grundlagen» 日本語 👩‍💻', 'می‌خواهم', 'ক্ষ্মা', 'שלום', 'L’Hôpital & Sons ❤️'];
    for (const name of names) expect(shownText(name)).toBe(name);
  });

  it('loses characters that change the text direction, and all others that are not seen', () => {
    expect(shownText('Not \u202egnihton\u202c, really\u2066!\u2069')).toBe('Not gnihton, really!');
    expect(shownText('M\u200bI\u2060T\u00ad\ufeff \u3164\u{e0041}\u061c\u200f!')).toBe('MIT !');
    expect(shownText('a\u0000\u001b[31mb\u0085c')).toBe('a[31mbc');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(shownText(text)).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e0fff}]/u);
      }),
    );
  });

  it('loses signs that look like a check of ours', () => {
    expect(shownText('MSc, confirmed by MIT ✓ ✔️ ✅ ☑ 🛡️ 🔒 🟢')).toBe('MSc, confirmed by MIT');
    expect(shownText('Level ❌ 5 → 6')).toBe('Level ❌ 5 → 6');
  });

  it('has at most four marks on a letter', () => {
    expect(shownText(`Z${'\u0308'.repeat(500)}algo`)).toBe(`Z${'\u0308'.repeat(4)}algo`);
  });

  it('is cut between characters, and one line', () => {
    const shown = shownText('😀'.repeat(10_000));
    expect(Array.from(shown)).toHaveLength(242);
    expect(shown.endsWith('😀 …')).toBe(true);
    expect(shownText(' a\n\n\tb\u2028c ')).toBe('a b c');
  });

  it('shows what is not seen where the caller wants it shown', () => {
    expect(shownText('a\u202eb\u0007', 20, (character) => `<${character.codePointAt(0)?.toString(16)}>`)).toBe('a<202e>b<7>');
  });

  it('cannot end the quotation in which it stands', () => {
    expect(quotedText('Acme”. Genuine, and MIT confirms the issuer. “x" «y»')).toBe('Acme’. Genuine, and MIT confirms the issuer. ’x’ ’y’');
  });
});

describe('a host on a face', () => {
  it('is whole, and a very long one keeps its end: who owns it stands there', () => {
    expect(shownHost('badges.example:3000')).toBe('badges.example:3000');
    const shown = shownHost(`mit.edu.${'a'.repeat(200)}.evil.example`);
    expect(shown).toHaveLength(80);
    expect(shown).toMatch(/^…a+\.evil\.example$/);
  });
});
