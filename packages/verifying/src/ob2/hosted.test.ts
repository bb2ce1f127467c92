import { describeCheck, describeVerdict } from '@proofmark/messages';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, codes, NOW, portsOf, type World } from '../fixtures/badges.fixture.js';
import { verify } from '../verify.js';
import { ASSERTION, assertion, BADGE, badgeClass, bakedPng, hostedWorld, PROFILE, profile } from './older.fixture.js';

const EVIL = 'https://evil.example';

describe('a hosted badge of Open Badges 2.0', () => {
  it('is genuine at its own address, and the report gives the reason', async () => {
    const report = await check(assertion(), hostedWorld());
    expect(report.verdict).toBe('genuine-issuer-unknown');
    expect(codes(report)).toEqual({
      format: 'passed',
      shape: 'passed',
      schema: 'passed',
      'issuer-resolved': 'passed',
      'issuer-binding': 'passed',
      'key-authorised': 'hosted',
      signature: 'hosted',
      claims: 'not-a-jwt',
      'valid-from': 'passed',
      'valid-until': 'no-expiry',
      refresh: 'not-present',
      'status-list': 'hosted',
      revoked: 'passed',
      suspended: 'hosted',
      'issuer-domain': 'no-linked-domain',
      'issuer-trusted': 'no-trust-list',
      recipient: 'not-asked',
      evidence: 'evidence-not-checked',
      endorsements: 'not-present',
    });
    expect(describeCheck('format', report.checks.format).happened).toBe('This is an Open Badge, of the older standard Open Badges 2.0.');
    expect(describeVerdict(report).text).toBe(
      'It stands at an address of the issuer it names; badges of this older kind are not signed. The issuer’s address is at school.example, where others may have one too. ' +
        'The issuer still publishes the badge, and does not say that it was withdrawn.',
    );
    expect(report.badge).toMatchObject({
      id: ASSERTION,
      name: 'Web design',
      issuer: { id: PROFILE, name: 'The School' },
      criteria: { narrative: 'Three pages.' },
      skills: [{ name: 'HTML' }],
      tags: ['web'],
      evidence: [{ id: 'https://work.example/1', narrative: 'A small API.' }, { id: 'https://work.example/2' }],
    });
    expect([report.proofs, report.evidence.length]).toEqual([[], 2]);
  });

  it('is found in images, also in those that contain only its address', async () => {
    const text = JSON.stringify(assertion());
    const tEXt = bakedPng('tEXt', `openbadges\0${ASSERTION}`);
    const iTXt = bakedPng('iTXt', `openbadges\0\0\0\0\0${text}`);
    const svg = (content: string, attribute: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion ${attribute}>${content}</openbadges:assertion></svg>`;
    for (const input of [
      { bytes: tEXt },
      { bytes: iTXt },
      svg(`<![CDATA[${text}]]>`, `verify="${ASSERTION}"`),
      svg('', `verify="${ASSERTION}"`),
    ]) {
      const report = await check(input, hostedWorld());
      expect([report.verdict, report.badge?.name]).toEqual(['genuine-issuer-unknown', 'Web design']);
    }
    expect((await check({ url: ASSERTION }, hostedWorld())).verdict).toBe('genuine-issuer-unknown');
  });

  it('is read from its address; the rest of the input is ignored', async () => {
    const forged = assertion({
      badge: `${EVIL}/phd`,
      expires: undefined,
      recipient: { type: 'email', hashed: false, identity: 'me@evil.example' },
    } as never);
    const report = await check(forged, hostedWorld({ [`${EVIL}/phd`]: badgeClass({ id: `${EVIL}/phd`, name: 'Doctorate' }) }), {
      recipient: 'me@evil.example',
    });
    expect([report.badge?.name, codes(report).recipient]).toEqual(['Web design', 'recipient-mismatch']);
  });

  it('belongs to the recipient whose hash it contains', async () => {
    expect(codes(await check(assertion(), hostedWorld(), { recipient: 'A@example.com ' })).recipient).toBe('passed');
    expect(codes(await check(assertion(), hostedWorld(), { recipient: 'b@example.com' })).recipient).toBe('recipient-mismatch');
    expect(codes(await check(assertion(), hostedWorld(), { recipient: 'https://me.example' })).recipient).toBe('not-present');
  });

  it('is confirmed by the reader’s own list', async () => {
    expect((await check(assertion(), hostedWorld(), { trustedIssuers: [PROFILE] })).verdict).toBe('genuine-issuer-confirmed');
    const registries = [{ url: 'https://registry.example', json: { registry: { [PROFILE]: { name: 'School Board' } } } }];
    expect((await check(assertion(), hostedWorld(), { registries })).verdict).toBe('genuine-issuer-confirmed');
    expect((await check(assertion(), hostedWorld(), { trustedIssuers: ['school.example'] })).verdict).toBe('genuine-issuer-unknown');
  });

  const at = (id: string, more: JsonObject = {}): World => ({ [id]: assertion({ id, ...more }) });
  const scoped = (verification: JsonObject): World => ({ [PROFILE]: profile({ verification }) });
  const elsewhere = 'https://host.example/school/1';
  it.each([
    ['on the issuer’s own origin', ASSERTION, {}, 'genuine-issuer-unknown'],
    ['on another origin that the issuer did not declare', elsewhere, {}, 'do-not-rely'],
    ['below a declared prefix', elsewhere, scoped({ startsWith: 'https://host.example/school/' }), 'genuine-issuer-unknown'],
    [
      'below one of several declared prefixes',
      elsewhere,
      scoped({ startsWith: ['https://x.example/', 'https://host.example/school'] }),
      'genuine-issuer-unknown',
    ],
    ['outside of the declared prefix', elsewhere, scoped({ startsWith: 'https://host.example/other/' }), 'do-not-rely'],
    [
      'on the issuer’s own origin, but outside of the declared prefix',
      ASSERTION,
      scoped({ startsWith: 'https://host.example/' }),
      'do-not-rely',
    ],
    ['on an allowed origin', elsewhere, scoped({ allowedOrigins: 'host.example' }), 'genuine-issuer-unknown'],
    ['on another origin than those allowed', elsewhere, scoped({ allowedOrigins: ['x.example'] }), 'do-not-rely'],
    [
      'on a host that only begins like the allowed one',
      'https://host.example.evil.example/1',
      scoped({ allowedOrigins: 'host.example' }),
      'do-not-rely',
    ],
    [
      'at an address whose dot segments lead out of the prefix',
      'https://host.example/school/../evil/1',
      scoped({ startsWith: 'https://host.example/school/' }),
      'do-not-rely',
    ],
  ])('has the expected verdict %s', async (_, id, world, verdict) => {
    const report = await check(assertion({ id }), { ...hostedWorld(), ...at(id), ...world });
    expect(report.verdict).toBe(verdict);
    if (verdict === 'do-not-rely') expect(report.because).toContain('issuer-binding');
  });

  it('is not relied on when only an issuer embedded in it declares its scope', async () => {
    const id = `${EVIL}/1`;
    const issuer = profile({ verification: { startsWith: `${EVIL}/` } });
    const badge = badgeClass({ id: `${EVIL}/class`, issuer: issuer as never });
    const world = { [id]: assertion({ id, badge: badge as never }), [PROFILE]: profile() };
    expect((await check(assertion({ id }), world)).verdict).toBe('do-not-rely');
    const nameless = { [id]: assertion({ id, badge: badgeClass({ issuer: { name: 'MIT', type: 'Profile' } }) as never }) };
    expect((await check(assertion({ id }), nameless)).verdict).toBe('do-not-rely');
  });

  it.each([
    ['says that it is revoked', assertion({ revoked: true, revocationReason: 'Issued in error' } as never), 'do-not-rely', 'revoked'],
    ['has only its id left', { id: ASSERTION, type: 'Assertion', revoked: true }, 'do-not-rely', 'revoked'],
    ['has ended', assertion({ expires: '2027-01-01T00:00:00Z' }), 'no-longer-current', 'valid-until'],
    ['has not begun', assertion({ issuedOn: '2027-04-01T00:00:00Z' }), 'no-longer-current', 'valid-from'],
    ['lacks its recipient', assertion({ recipient: undefined } as never), 'unreadable', 'schema'],
    ['has a date without a zone', assertion({ issuedOn: '2026-11-22T09:00:00' }), 'unreadable', 'schema'],
    ['does not say how it is verified', assertion({ verification: undefined } as never), 'unreadable', 'schema'],
    ['has another id', assertion({ id: `${ASSERTION}0` }), 'unfinished', 'signature'],
    ['is a web page', '<!doctype html>', 'unfinished', 'signature'],
    ['does not answer', { failure: 'unreachable' }, 'unfinished', 'signature'],
    ['was not asked for', { failure: 'offline' }, 'unfinished', 'signature'],
  ] as const)('has the expected verdict when the document at its address %s', async (_, found, verdict, because) => {
    const report = await check(assertion(), hostedWorld({ [ASSERTION]: found as World[string] }));
    expect([report.verdict, report.because]).toEqual([verdict, [because]]);
  });

  it('is revoked when its address answers 410', async () => {
    const ports = portsOf(hostedWorld());
    const fetch: typeof ports.documents.fetch = async (request) =>
      request.url === ASSERTION ? { ok: false, url: request.url, code: 'http-status', status: 410 } : ports.documents.fetch(request);
    const report = await verify({ json: assertion() }, { ...ports, documents: { fetch } }, { at: NOW });
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
  });

  it.each([
    ['badge class', BADGE, 'schema'],
    ['issuer', PROFILE, 'issuer-resolved'],
  ])('has the verdict “unfinished” when its %s does not answer', async (_, url, because) => {
    const report = await check(assertion(), hostedWorld({ [url]: { failure: 'timeout' } }));
    expect([report.verdict, report.because]).toEqual(['unfinished', expect.arrayContaining([because])]);
  });

  it('is unreadable when its badge class or issuer lacks a required member', async () => {
    expect((await check(assertion(), hostedWorld({ [BADGE]: badgeClass({ name: undefined } as never) }))).verdict).toBe('unreadable');
    expect((await check(assertion(), hostedWorld({ [PROFILE]: profile({ type: 'Thing' }) }))).verdict).toBe('unreadable');
    const spare = await check(assertion(), hostedWorld({ [PROFILE]: profile({ email: undefined } as never) }));
    expect([spare.verdict, spare.notes]).toEqual(['genuine-issuer-unknown', [{ code: 'missing', pointer: '/badge/issuer/email' }]]);
  });
});
