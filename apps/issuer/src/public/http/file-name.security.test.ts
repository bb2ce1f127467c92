import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition } from './file-name.js';

const FORM = /^inline; filename="([\x20-\x7e]+)"; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/;

function names(title: string): readonly [string, string] {
  const [, ascii = '', encoded = ''] = FORM.exec(contentDisposition(title, 'png')) ?? [];
  return [ascii, decodeURIComponent(encoded)];
}

describe('contentDisposition', () => {
  it.each([
    ['Web API design', 'Web API design.png', 'Web API design.png'],
    ['Prüfung: Größe', 'Prufung Groe.png', 'Prüfung Größe.png'],
    ['日本語', 'badge.png', '日本語.png'],
    ['../../etc/passwd', 'etc passwd.png', 'etc passwd.png'],
    ['"; filename="evil.exe', '; filename= evil.exe.png', '; filename= evil.exe.png'],
    ['CON', 'badge.png', 'badge.png'],
    ['invoice\u202egnp.exe', 'invoicegnp.exe.png', 'invoicegnp.exe.png'],
    ['․․／etc／a℀', 'etcaac.png', '․․／etc／a℀.png'],
    ['', 'badge.png', 'badge.png'],
    ['a\r\nSet-Cookie: x=1', 'a Set-Cookie x=1.png', 'a Set-Cookie x=1.png'],
  ])('%s', (title, ascii, full) => {
    expect(names(title)).toEqual([ascii, full]);
  });

  it('keeps any title inside the header and inside the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const header = contentDisposition(title, 'png');
        expect(header).toMatch(FORM);
        const [ascii, full] = names(title);
        for (const name of [ascii, full]) {
          expect(name).toMatch(/\.png$/);
          expect(name).not.toMatch(/[/\\"\p{Cc}]|^\./u);
        }
        expect([...full].length).toBeLessThanOrEqual(84);
        new Headers({ 'content-disposition': header });
      }),
    );
  });
});
