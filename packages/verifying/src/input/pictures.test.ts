import { describeCheck } from '@proofmark/messages';
import { describe, expect, it } from 'vitest';
import { check, LIST, STATUS, signed, statusList, unsigned } from '../fixtures/badges.fixture.js';
import { bakedPng } from '../ob2/older.fixture.js';

const OB3 = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
const element = (badge: object): string => `<openbadges:credential><![CDATA[${JSON.stringify(badge)}]]></openbadges:credential>`;
const svgOf = (...parts: readonly string[]): string => `<svg xmlns="http://www.w3.org/2000/svg" ${OB3}>${parts.join('')}</svg>`;

describe('a picture with two badges', () => {
  it('is judged as neither of them, and each is told', async () => {
    const revoked = await signed(unsigned({ credentialStatus: STATUS }));
    const other = await signed(unsigned({ id: 'https://badges.example/credentials/2' }));
    const report = await check({ text: svgOf(element(other), element(revoked)) }, { [LIST]: await statusList({ set: [94567] }) });
    expect([report.verdict, report.badge, report.contained.map(({ verdict }) => verdict)]).toEqual([
      'unfinished',
      null,
      ['genuine-issuer-unknown', 'do-not-rely'],
    ]);
    expect(describeCheck('format', report.checks.format).happened).toContain('several badges in this picture');
  });
});

describe('a picture with a badge and one of the older standard', () => {
  it('is judged as the badge, and the other one is mentioned', async () => {
    const badge = await signed();
    const both = svgOf('<o:assertion xmlns:o="http://openbadges.org" verify="https://old.example/1"/>', element(badge));
    const report = await check({ text: both });
    expect(report.verdict).toBe('genuine-issuer-unknown');
    expect(describeCheck('format', report.checks.format).happened).toContain('also holds a badge of the older standard');
  });
});

describe('a drawing', () => {
  it('is known by its root, whatever its texts are about', async () => {
    const badge = await signed();
    const course = svgOf(
      `<!-- <html> --><title>&lt;html&gt; &lt;head&gt; for beginners</title><desc><![CDATA[<html><body>]]></desc>`,
      element(badge),
    );
    expect((await check({ text: `<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "b">]>\n${course}` })).verdict).toBe(
      'genuine-issuer-unknown',
    );
  });

  it('may be saved as UTF-16', async () => {
    const text = svgOf(element(await signed()));
    const bytes = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])]);
    expect((await check({ bytes })).verdict).toBe('genuine-issuer-unknown');
  });
});

describe('a badge in a picture that begins with a byte order mark', () => {
  it('is read', async () => {
    const bytes = bakedPng('iTXt', `openbadgecredential\0\0\0\0\0\ufeff${JSON.stringify(await signed())}`);
    expect((await check({ bytes })).verdict).toBe('genuine-issuer-unknown');
  });
});
