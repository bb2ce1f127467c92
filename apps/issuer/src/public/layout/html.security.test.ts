import fc from 'fast-check';
import { raw } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { foreignLink, webAddress } from './foreign.js';
import { type Html, html } from './html.js';
import { markdown } from './markdown.js';
import { elementsOf } from './markup.fixture.js';

// T13: text in a page is text.

describe('html', () => {
  it('escapes text between tags and in attributes', () => {
    expect(html`<p title="${'"><script>'}">${"<b>&'`"}</p>`.toString()).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;`</p>',
    );
  });

  it('leaves its own markup alone, in lists too, and writes nothing for what is not there', () => {
    expect(html`${[html`<b>1</b>`, 'a<', 2]}${null}${undefined}${false}`.toString()).toBe('<b>1</b>a&lt;2');
  });

  it('refuses a value in an attribute without quotes', () => {
    expect(() => html`<a href=${'x'}>`).toThrow(TypeError);
  });

  it('takes nothing for markup but its own', () => {
    const forged: Html = { isEscaped: true, toString: () => '<script>' };
    expect(() => html`${forged}`).toThrow(TypeError);
    expect(() => html`${Object.assign(new String('<script>'), { isEscaped: true as const })}`).toThrow(TypeError);
    expect(() => html`${raw('<script>')}`).toThrow(TypeError);
    expect(() => html`${Object.create(html`<b>`) as Html}`).toThrow(TypeError);
    expect(() => html`${Promise.resolve('<script>') as unknown as string}`).toThrow(TypeError);
    expect(() => html`${{ toString: () => '<script>' } as unknown as string}`).toThrow(TypeError);
  });

  it('replaces controls and lone surrogates', () => {
    expect(html`${'a\u0000b\ud800c\u001b'}`.toString()).toBe('a\ufffdb\ufffdc\ufffd');
  });
});

describe('foreignLink', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example/',
    '/relative',
    'https:evil.example',
    'https://user:secret@evil.example/',
    'https://acme.example@evil.example/',
    'https://',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('makes no link of %s', (address) => {
    expect(webAddress(address)).toBeNull();
    expect(foreignLink(address, 'text').toString()).not.toContain('<a ');
  });

  it('shows the host that is really asked for', () => {
    const link = foreignLink('https://аpple.example/a"b', 'Apple').toString();
    expect(link).toContain('href="https://xn--pple-43d.example/a%22b"');
    expect(link).toContain('<span class="host">xn--pple-43d.example</span>');
    expect(link).toContain('rel="noopener noreferrer nofollow ugc"');
  });

  it('puts no quote of an address into the page', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string({ unit: 'binary' }), (address, text) => {
        const link = foreignLink(address, text).toString();
        expect(link.match(/</g)).toHaveLength(link.includes('<a ') ? 6 : 2);
      }),
    );
  });
});

describe('markdown', () => {
  it('knows paragraphs, emphasis, lists, quotations, code and links', () => {
    const out = markdown('# Title\n\nA **b** *c* `d`\n\n- one\n- two\n\n3. three\n\n> said\n\n    code\n\n[link](https://a.example/x)')
      .toString()
      .replaceAll('>\n<', '><');
    for (const part of [
      '<strong><bdi>Title',
      '<strong>b</strong>',
      '<em>c</em>',
      '<code>d</code>',
      '<ul><li>',
      '<ol start="3">',
      '<blockquote>',
      '<pre><code>',
    ]) {
      expect(out).toContain(part);
    }
    expect(out).toContain('<a href="https://a.example/x" rel="noopener noreferrer nofollow ugc"');
    expect(out).not.toContain('<h1');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick=x>b</b>',
    '[a](javascript:alert(1))',
    '[a](data:text/html,x "t")',
    '![a](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[a][x]\n\n[x]: javascript:alert(1)',
    '`</code><script>`',
    '```\n</pre><script>\n```',
    '<style>*{display:none}</style>',
    '![pixel](https://tracker.example/x.png)',
    '[![a](https://t.example/x.png)](https://a.example/)',
  ])('lets no markup through: %s', (source) => {
    const out = markdown(source).toString();
    for (const { tagName, attrs } of elementsOf(out)) {
      expect(['html', 'head', 'body', 'p', 'bdi', 'br', 'a', 'span', 'code', 'pre', 'em', 'strong']).toContain(tagName);
      for (const { name, value } of attrs) {
        expect(`${name}="${value}"`).toMatch(/^(?:href="https:[^"<>]*"|rel="[a-z ]*"|data-address="https:[^"<>]*"|class="host")$/);
      }
    }
    expect(out.replace(/<\/?[a-z]+(?: [a-z-]+="[^"<>]*")*>/g, '')).not.toMatch(/</);
    expect(out).not.toContain('<img');
  });

  it('has only what its schema allows, whatever the handlers make of it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<x ',
            'on=1>',
            '**',
            '`',
            '[a](',
            'https://a.example/',
            'javascript:',
            ')',
            '\n\n',
            '> ',
            '- ',
            '1. ',
            '![',
            ']',
            '<!--',
            '&lt;',
            '# ',
            '"',
          ),
          { maxLength: 30 },
        ),
        (parts) => {
          const source = parts.join('');
          for (const { tagName, attrs } of elementsOf(markdown(source).toString())) {
            expect('html head body p bdi br hr a span code pre em strong blockquote ol ul li'.split(' ')).toContain(tagName);
            for (const { name, value } of attrs) {
              expect(['href', 'rel', 'data-address', 'class', 'start']).toContain(name);
              if (name === 'href') expect(value).toMatch(/^https?:\/\//);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is quick and safe about hostile nesting', () => {
    const start = performance.now();
    for (const source of [
      '>'.repeat(9000),
      '- '.repeat(9000),
      '['.repeat(9000),
      '*a '.repeat(6000),
      '![['.repeat(6000),
      '`'.repeat(9999),
      '<'.repeat(9000),
    ]) {
      expect(markdown(source).toString().length).toBeGreaterThan(0);
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
