import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeLink } from './describe-link.js';
import { isRefused } from './description.js';

const SHA = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';

describe('a link that cannot be evidence', () => {
  it.each([
    ['javascript:alert(1)', 'forbidden-scheme'],
    ['JaVaScRiPt:alert(1)//https://github.com', 'forbidden-scheme'],
    ['data:text/html;base64,PGI+', 'forbidden-scheme'],
    ['file:///etc/passwd', 'forbidden-scheme'],
    ['blob:https://ada.example/1', 'forbidden-scheme'],
    ['ftp://ada.example/a.pdf', 'forbidden-scheme'],
    ['https://github.com@evil.example/ada', 'user-info'],
    ['https://@ada.example/', 'user-info'],
    ['https://:@ada.example/', 'user-info'],
    ['http://localhost:3000/a.pdf', 'private-host'],
    ['https://127.1/a.pdf', 'private-host'],
    ['https://0x7f000001/', 'private-host'],
    ['https://[::1]/', 'private-host'],
    ['https://8.8.8.8/a.pdf', 'private-host'],
    ['https://intranet/wiki', 'private-host'],
    ['https://nas.local/a.pdf', 'private-host'],
    ['java\nscript:alert(1)', 'not-a-url'],
    ['https:\\\\github.com\\ada', 'not-a-url'],
    ['https:///github.com/ada', 'not-a-url'],
    ['https:github.com/ada', 'not-a-url'],
    [' https://ada.example/', 'not-a-url'],
    ['https://ada.example/"onmouseover="alert(1)', 'not-a-url'],
    ['https://ada.example/\u0000', 'not-a-url'],
    ['https://ada.example/\ud800', 'not-a-url'],
    ['github.com/ada/todo', 'not-a-url'],
    ['', 'not-a-url'],
    [`https://ada.example/${'a'.repeat(5000)}`, 'not-a-url'],
    [`swh:1:dir:${SHA.slice(1)}`, 'not-a-url'],
    [`swh:2:dir:${SHA}`, 'not-a-url'],
    [`SWH:1:dir:${SHA}`, 'not-a-url'],
    [`swh:1:dir:${SHA};evil=<b>`, 'not-a-url'],
    ['doi:11.1/abc', 'not-a-url'],
  ])('refuses %j: %s', (url, problem) => {
    expect(describeLink(url)).toMatchObject({ pinned: false, fetchable: false, problems: [problem] });
    expect(isRefused(describeLink(url))).toBe(true);
  });

  it('accepts this machine only with allowLoopback', () => {
    expect(describeLink('http://localhost:3000/a.pdf', { allowLoopback: true })).toMatchObject({
      kind: 'document',
      problems: ['live-page'],
    });
    expect(isRefused(describeLink('http://192.168.0.1/a.pdf', { allowLoopback: true }))).toBe(true);
  });

  it('never throws, and gives back exactly the text that it was given', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withFragments: true, withQueryParameters: true }));
    fc.assert(
      fc.property(texts, (url) => {
        const link = describeLink(url);
        return link.url === url && link.pinned === (link.pinnedBy !== undefined) && (!isRefused(link) || !link.pinned);
      }),
      { numRuns: 500 },
    );
  });
});
