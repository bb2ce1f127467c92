import { describeVerdict } from '@proofmark/messages';
import { describe, expect, it } from 'vitest';
import { check, codes, NOW, portsOf, signed } from '../fixtures/badges.fixture.js';
import { verify } from '../verify.js';

const bytes = (text: string): { readonly bytes: Uint8Array } => ({ bytes: Uint8Array.from(text, (character) => character.charCodeAt(0)) });
const PNG = atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==');

/** What people hand in that is no badge, and a word of the answer that tells them what would work. */
const OTHERS: readonly (readonly [string, Parameters<typeof check>[0], string, RegExp])[] = [
  ['an empty file', bytes(''), 'nothing', /again/],
  ['white space', { text: ' \n\t' }, 'nothing', /again/],
  ['a LinkedIn profile', { text: 'https://www.linkedin.com/in/ada-example' }, 'linkedin', /Show credential/],
  ['a LinkedIn address without https', { text: 'linkedin.com/in/ada' }, 'linkedin', /Show credential/],
  ['a PDF', bytes('%PDF-1.7\n…'), 'pdf', /JSON, PNG or SVG/],
  ['a screenshot', bytes(PNG), 'png-without-badge', /downloaded/],
  ['a truncated picture', bytes(PNG.slice(0, 40)), 'png-cut-off', /Download it again/],
  ['a photo', bytes('\xff\xd8\xff\xe0 photo'), 'photo', /JSON, PNG or SVG/],
  ['a drawing', { text: '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>' }, 'svg-without-badge', /downloaded/],
  ['half of a drawing', { text: '<svg xmlns="http://www.w3.org/2000/svg"><g>' }, 'svg-malformed', /Download it again/],
  ['an office document', bytes('PK\x03\x04 word'), 'archive', /Unpack/],
  ['a web page', { text: '<!doctype html><html><body><svg></svg></body></html>' }, 'web-page', /download/],
  ['a sentence', { text: 'Look at my badge!' }, 'text', /Paste/],
  ['other bytes', bytes('\x00\x01\xfe\xff'), 'binary', /JSON, PNG or SVG/],
  ['other JSON', { text: '{"hello":"world"}' }, 'json', /whole file/],
  ['half a badge', { text: '{"@context":["https://www.w3.org/ns/credentials/v2"],"ty' }, 'json', /whole file/],
  ['JSON that is no object', { json: 3 }, 'json', /whole file/],
  ['a badge class', { json: { '@context': 'https://w3id.org/openbadges/v2', type: 'BadgeClass', name: 'X' } }, 'definition', /own badge/],
  ['the profile of an older issuer', { json: { '@context': 'https://w3id.org/openbadges/v2', type: 'Issuer' } }, 'definition', /own badge/],
  ['an achievement', { json: { id: 'https://school.example/1', type: ['Achievement'], name: 'X' } }, 'definition', /own badge/],
  ['a log-in token', { text: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2ln' }, 'jwt-without-badge', /person/],
  ['a driving licence', { json: { type: ['VerifiableCredential', 'DrivingLicence'] } }, 'other-credential', /issuer/],
  ['a credential that calls itself an assertion', { json: { type: ['VerifiableCredential', 'Assertion'] } }, 'other-credential', /issuer/],
  [
    'a credential of Blockcerts 3',
    {
      json: { '@context': ['https://www.blockcerts.org/schema/3.0/context.json'], type: ['VerifiableCredential', 'BlockcertsCredential'] },
    },
    'other-credential',
    /issuer/,
  ],
  ['an empty presentation', { json: { type: 'VerifiablePresentation' } }, 'presentation-of-none', /share it again/],
];

describe('an input that is no badge', () => {
  it.each(OTHERS)('is unreadable, and the advice says what would work: %s', async (_, input, found, advice) => {
    const report = await check(input);
    expect([report.verdict, report.because, report.checks.format.detail]).toEqual(['unreadable', ['format'], { found }]);
    expect(report).toMatchObject({ badge: null, proofs: [], evidence: [] });
    const { text, todo } = describeVerdict(report);
    expect(`${text} ${todo}`).toMatch(advice);
    expect(`${text} ${todo}`).not.toMatch(/white ?space|parse|undefined|null/i);
  });

  it('is unfinished, not a forgery, when it is Open Badges 2.0 whose server does not answer', async () => {
    const assertion = { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id: 'https://old.example/1' };
    const report = await check(assertion);
    expect([report.verdict, codes(report).format, codes(report).signature]).toEqual(['unfinished', 'passed', 'badge-unreachable']);
    expect(describeVerdict(report).text).toContain('only the issuer’s server can vouch for it');
  });
});

describe('a token', () => {
  it('is never read as a host name, even when it ends like one', async () => {
    const ports = portsOf({});
    for (const text of ['eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJtZSJ9.abc', `eyJ${'a'.repeat(70)}.eyJ${'b'.repeat(70)}.example`]) {
      await verify({ text }, ports, { at: NOW });
    }
    expect(ports.asked).toEqual([]);
  });
});

describe('an address', () => {
  const url = 'https://badges.example/credentials/1';

  it('is unreadable when it leads to a web page', async () => {
    const report = await check({ url }, { [url]: '<!DOCTYPE html><html></html>' });
    expect(report.checks.format.detail).toEqual({ found: 'web-page' });
  });

  it('does not lead on to another address', async () => {
    const report = await check({ url }, { [url]: 'https://evil.example/' });
    expect(report.checks.format.detail).toEqual({ found: 'text' });
  });

  it.each(['offline', 'unreachable', 'too-large', 'refused-address'] as const)(
    'has its failure reported when it does not answer: %s',
    async (failure) => {
      const report = await check({ text: `  ${url}\n` }, { [url]: { failure } });
      expect([report.verdict, codes(report).format]).toEqual(['unfinished', failure === 'offline' ? 'offline' : 'badge-unreachable']);
      expect(codes(report).signature).toBe('not-reached');
    },
  );

  it('is asked for a badge, not for a page', async () => {
    const badge = JSON.stringify(await signed());
    expect((await check({ text: 'badges.example/credentials/1' }, { [url]: badge })).verdict).toBe('genuine-issuer-unknown');
  });
});

describe('a damaged badge', () => {
  it('is refused when a member name occurs twice', async () => {
    const text = JSON.stringify(await signed()).replace('"name":"Web API design"', '"name":"Web API design","name":"Chief"');
    const report = await check({ text });
    expect([report.verdict, report.checks.format]).toEqual([
      'unreadable',
      { outcome: 'failed', code: 'malformed', detail: { fault: 'duplicate-key' } },
    ]);
  });

  it('is refused as malformed when the text in an image is no badge', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>hello</o:credential></svg>';
    expect(codes(await check({ text: svg })).format).toBe('malformed');
  });

  it('is refused at fifty megabytes', async () => {
    const report = await check({ bytes: new Uint8Array(50_000_000).fill(32) });
    expect([report.verdict, codes(report).format]).toEqual(['unreadable', 'limit-exceeded']);
  });
});
