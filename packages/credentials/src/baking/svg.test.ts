import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBadge } from './badge-text.fixture.js';
import { bakeSvg, unbakeSvg } from './svg.js';

const NS = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
const prolog =
  '<?xml version="1.0"?>\n<!-- <svg> --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd" [ <!ENTITY x "a>b"> <!-- it\'s --> ]>\n';
const SVGS = [
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" ><title>a &gt; b &#x41;</title></svg>\n',
  "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'><svg:g/></svg:svg>",
  '<svg><path d="M0 0"/></svg>',
  `${prolog}<svg xmlns="http://www.w3.org/2000/svg"><style><![CDATA[a > b {}]]></style></svg>`,
  `<svg xmlns="http://www.w3.org/2000/svg" ${NS}><openbadges:credential verify="old.old.old"/><g/></svg>`,
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="https://a.example/1"><![CDATA[{}]]></openbadges:assertion><g/></svg>',
  `\ufeff<svg xmlns="http://www.w3.org/2000/svg"><g><c:credential xmlns:c="https://purl.imsglobal.org/ob/v3p0"><![CDATA[{"old":1}]]></c:credential></g></svg>`,
];
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

describe('a baked SVG', () => {
  it('gives back any badge that XML can carry from any SVG', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SVGS), anyBadge, (svg, badge) => {
        const baked = bakeSvg(svg, badge);
        if (notXml.test(badge.text)) expect(baked).toEqual({ ok: false, code: 'malformed-text' });
        else expect(baked.ok && unbakeSvg(baked.svg)).toEqual({ ok: true, kind: badge.kind, marker: 'openbadges-3', text: badge.text });
      }),
      { numRuns: 400 },
    );
  });
  it('holds one badge only after repeated baking', () => {
    for (const svg of SVGS) {
      const once = bakeSvg(svg, { kind: 'jwt', text: 'a.b.c' });
      const twice = once.ok ? bakeSvg(once.svg, { kind: 'json', text: '{"a":"]]>"}' }) : once;
      const back = twice.ok ? bakeSvg(twice.svg, { kind: 'jwt', text: 'a.b.c' }) : twice;
      expect(back).toEqual(once);
      expect(once.ok && once.svg.match(/credential[ >]/g)).toHaveLength(2);
      expect(once.ok && once.svg).not.toContain('old');
    }
  });
  it('has the form of the document format', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1"><g/></svg>';
    expect(bakeSvg(svg, { kind: 'jwt', text: 'a.b.c' })).toEqual({
      ok: true,
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="1" ${NS}><openbadges:credential verify="a.b.c"></openbadges:credential><g/></svg>`,
    });
    expect(bakeSvg(svg, { kind: 'json', text: '{"a":"]]>"}' })).toEqual({
      ok: true,
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="1" ${NS}><openbadges:credential><![CDATA[{"a":"]]]]><![CDATA[>"}]]></openbadges:credential><g/></svg>`,
    });
  });
});

describe('unbakeSvg', () => {
  it('reads what other bakers write', () => {
    expect(unbakeSvg(SVGS[6] ?? '')).toMatchObject({ kind: 'json', marker: 'openbadges-2', text: '{}' });
    expect(
      unbakeSvg(
        '<svg><a xmlns="http://openbadges.org"/><assertion xmlns="http://openbadges.org" verify="https://a.example/?a=1&amp;b=2"/></svg>',
      ),
    ).toMatchObject({
      kind: 'url',
      text: 'https://a.example/?a=1&b=2',
    });
    expect(
      unbakeSvg(
        '<svg><c:credential xmlns:c="https://purl.imsglobal.org/clr/v2p0">{&quot;a&quot;:&#34;\u00e9&#x1F600;&#34;}</c:credential></svg>',
      ),
    ).toMatchObject({
      marker: 'clr-2',
      text: '{"a":"é😀"}',
    });
    expect(unbakeSvg(new TextEncoder().encode(SVGS[7] ?? ''))).toMatchObject({ text: '{"old":1}' });
  });
  it('goes by the namespace, not by the prefix', () => {
    expect(unbakeSvg('<svg xmlns:openbadges="https://elsewhere.example"><openbadges:credential verify="a.b.c"/></svg>')).toEqual({
      ok: false,
      code: 'no-badge',
    });
    expect(unbakeSvg('<svg><openbadges:credential verify="a.b.c"/></svg>')).toEqual({ ok: false, code: 'no-badge' });
  });
  it.each([
    '',
    'hello',
    '{}',
    '<html></html>',
    '<svg>',
    '<svg></g></svg>',
    '<svg/><svg/>',
    'x<svg/>',
    '<svg a="1" a="2"/>',
    '<svg a=1/>',
    '<svg a="<"/>',
    '<!DOCTYPE svg [',
    '<svg><!-- </svg>',
    '<svg xmlns="http://www.w3.org/1999/xhtml"/>',
  ])('finds no SVG in %j', (svg) => {
    expect(unbakeSvg(svg)).toEqual({ ok: false, code: 'not-an-svg' });
    expect(bakeSvg(svg, { kind: 'json', text: '{}' })).toEqual({ ok: false, code: 'not-an-svg' });
  });
});
