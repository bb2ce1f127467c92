import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bakeSvg, unbakeSvg } from './svg.js';

// T14: XML that is made to harm.

const NS = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
const around = (inside: string, doctype = ''): string =>
  `${doctype}<svg ${NS}><openbadges:credential>${inside}</openbadges:credential></svg>`;

describe('a hostile SVG', () => {
  it('never makes anything throw, with any text', () => {
    const piece = fc.constantFrom(
      '<svg>',
      '</svg>',
      '<svg ',
      'xmlns:a="b"',
      '>',
      '/>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<!DOCTYPE',
      '[',
      ']',
      '"',
      "'",
      '&#x',
      ';',
      '&amp;',
      '<?',
      '?>',
      '<a:credential',
      '{',
      '\0',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
        ),
        (svg) => {
          expect(unbakeSvg(svg)).toHaveProperty('ok');
          expect(bakeSvg(svg, { kind: 'jwt', text: 'a.b.c' })).toHaveProperty('ok');
        },
      ),
      { numRuns: 1000 },
    );
  });
  it('cannot make us expand or fetch an entity', () => {
    const laughs = '<!DOCTYPE svg [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    for (const inside of ['&a;', '&b;', '&c;', '{&c;}', '&constructor;', '&;', '&', '&#0;', '&#x110000;']) {
      expect(unbakeSvg(around(inside, laughs))).toEqual({ ok: false, code: 'undecodable' });
    }
    expect(unbakeSvg(around('{}', laughs))).toMatchObject({ ok: true, text: '{}' });
  });
  it('cannot bring half a surrogate pair into a badge', () => {
    expect(unbakeSvg(around('{"a":"&#xD800;"}'))).toEqual({ ok: false, code: 'malformed-text' });
    expect(unbakeSvg(Uint8Array.of(0x3c, 0xff))).toEqual({ ok: false, code: 'malformed-text' });
  });
  it('cannot break out of the picture through the badge', () => {
    const text = '{"a":"]]></openbadges:credential><script>alert(1)</script>"}';
    const baked = bakeSvg('<svg/>', { kind: 'json', text });
    expect(baked.ok && unbakeSvg(baked.svg)).toMatchObject({ text });
    expect(bakeSvg('<svg/>', { kind: 'jwt', text: 'a.b.c"/><script/>' })).toEqual({ ok: false, code: 'not-a-badge-text' });
  });
  it('is read in time that grows with its size only', () => {
    const many = 200_000;
    const started = performance.now();
    const hostile = [
      '<g>'.repeat(many),
      `<svg>${'<g>'.repeat(many)}${'</g>'.repeat(many)}</svg>`,
      `<svg>${Array.from({ length: 50_000 }, (_, index) => `<g xmlns:p${index}="x">`).join('')}`,
      `<svg ${Array.from({ length: 50_000 }, (_, index) => `a${index}="x"`).join(' ')}/>`,
      `<svg ${' '.repeat(many)}`,
      `<!DOCTYPE ${'['.repeat(many)}`,
      `<!DOCTYPE ${'"'.repeat(many)}`,
      '<!--'.repeat(many),
      `<svg>${'<![CDATA['.repeat(many)}`,
      `<svg a="${'"'.repeat(many)}`,
      around(`{${'&lt;'.repeat(many)}}`),
      around(`{${'&'.repeat(many)}}`),
      around(`{${'<![CDATA[x]]>'.repeat(many)}}`),
    ];
    for (const svg of hostile) expect(unbakeSvg(svg)).toHaveProperty('ok');
    expect(performance.now() - started).toBeLessThan(8000);
  });
  it('is not resolved with more entities than the limit', () => {
    const entities = '&amp;'.repeat(2_500_000);
    for (const svg of [`<svg ${NS}><openbadges:credential verify="${entities}"/></svg>`, around(entities)]) {
      expect(unbakeSvg(svg)).toEqual({ ok: false, code: 'undecodable' });
    }
  });
  it('is not read with too many or too deep elements', () => {
    for (const inside of ['<a/>'.repeat(300_000), '<a>'.repeat(1000) + '</a>'.repeat(1000)]) {
      expect(unbakeSvg(`<svg ${NS}>${inside}<openbadges:credential><![CDATA[{}]]></openbadges:credential></svg>`)).toMatchObject({
        ok: false,
      });
    }
  });
  it('is not read beyond the limits', () => {
    expect(unbakeSvg(around(`{${' '.repeat(100)}}`), { maxImage: 1000, maxText: 50 })).toEqual({ ok: false, code: 'too-large' });
    expect(unbakeSvg(' '.repeat(1001), { maxImage: 1000, maxText: 50 })).toEqual({ ok: false, code: 'too-large' });
  });
});
