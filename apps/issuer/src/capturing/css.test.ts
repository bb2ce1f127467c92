import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCss } from './css.js';

/** Text as it is, references as what they are. */
const read = (css: string): string =>
  readCss(css)
    .map((part) =>
      typeof part === 'string' ? part : `«${part.as} ${part.url}${part.as === 'sheet' && part.condition ? ` | ${part.condition}` : ''}»`,
    )
    .join('');

describe('readCss', () => {
  it('leaves what names nothing as it is', () => {
    const css = 'a{color:red;content:"url(x)"}@media (min-width:1px){b::after{content:\'@import "y"\'}}c{width:calc(1px + (2px*3))}';
    expect(read(css)).toBe(css);
  });

  it.each([
    ['a{background:url(x.png)}', 'a{background:«image x.png»}'],
    ['a{background:URL( "x.png" )}', 'a{background:«image x.png»}'],
    ['a{background:url(\'x.png\' format("png"))}', 'a{background:«image x.png»}'],
    ['a{background:u\\72l("x.png")}', 'a{background:«image x.png»}'],
    ['a{background:\\75 rl(x.png)}', 'a{background:url("data:,")}'],
    ['a{background:url(x\\2epng)}', 'a{background:«image x.png»}'],
    ['a{background:src("x.png")}', 'a{background:«image x.png»}'],
    ['a{background:image-set("x.png" 1x, url(y.png) 2x)}', 'a{background:image-set(«image x.png» 1x, «image y.png» 2x)}'],
    ['a{background:image-set("x.png" type("image/png"))}', 'a{background:image-set(«image x.png» type("image/png"))}'],
    ['a{--x:url(x.png)}', 'a{--x:«image x.png»}'],
    ['a{background:url(x.png', 'a{background:«image x.png»'],
    ['a{background:url(x"y)}', 'a{background:url("data:,")}'],
    ['a{background:url(var(--x))}', 'a{background:url("data:,"))}'],
    ['a{background:src(var(--x))}', 'a{background:url("data:,")}'],
    ['color:red;background:url(//x/y)', 'color:red;background:«image //x/y»'],
  ])('finds the address in %s', (css, expected) => {
    expect(read(css)).toBe(expected);
  });

  it.each([
    ['@import "x.css";a{}', '«sheet x.css»a{}'],
    ['@import url(x.css) screen and (min-width: 1px);', '«sheet x.css | screen and (min-width: 1px)»'],
    ['@import url("x.css") print', '«sheet x.css | print»'],
    ['@\\69mport "x.css";', '«sheet x.css»'],
    ['@import/**/"x.css"/**/;', '«sheet x.css | /**/»'],
    ['a{}@IMPORT "x.css"}b{}', 'a{}«sheet x.css»}b{}'],
    ['@import nonsense;a{}', 'a{}'],
    ['@charset "utf-8";a{}', 'a{}'],
    ['@namespace svg url(http://www.w3.org/2000/svg);a{}', '@namespace svg url(http://www.w3.org/2000/svg);a{}'],
  ])('finds the import in %s', (css, expected) => {
    expect(read(css)).toBe(expected);
  });

  it('leaves out fonts, comments and what opens an HTML comment', () => {
    expect(read('@font-face{font-family:x;src:url(x.woff2) format("woff2")}a{background:url(y)}')).toBe(
      '@font-face{font-family:x;src:url("data:,") format("woff2")}a{background:«image y»}',
    );
    expect(read('<!-- a{} /* a secret */ -->')).toBe(' a{} /**/ ');
  });

  it('never throws, and names each address apart from the text', () => {
    const piece = fc.constantFrom(
      'url(',
      ')',
      '"',
      "'",
      'x',
      '\\',
      '{',
      '}',
      '@import',
      ';',
      'image-set(',
      '/*',
      '*/',
      ' ',
      '\n',
      '(',
      'src(',
      '\\75 rl(',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const parts = readCss(pieces.join(''));
        for (const part of parts) if (typeof part !== 'string') expect(typeof part.url).toBe('string');
      }),
    );
  });
});
