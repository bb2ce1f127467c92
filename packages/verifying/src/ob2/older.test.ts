import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, codes, portsOf, type World } from '../badges.fixture.js';
import { verify } from '../verify.js';
import { describeCheck, describeVerdict } from '../words/index.js';
import {
  ASSERTION,
  assertion,
  BADGE,
  badgeClass,
  curvePem,
  hostedWorld,
  jws,
  KEY,
  keyDocument,
  PROFILE,
  profile,
  REVOCATIONS,
  signedAssertion,
  signedWorld,
  strangerPem,
} from './older.fixture.js';

const EVIL = 'https://evil.example';
const NOW = Date.parse('2027-03-01T12:00:00Z');

describe('a hosted badge of Open Badges 2.0', () => {
  it('is genuine at its own address, and the report says what that rests on', async () => {
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
      'It stands at an address of the issuer it names; badges of this older kind are not signed. ' +
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

  it('is found in pictures, also in those that hold only its address', async () => {
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

  it('is believed for nothing but its address: what was handed in is not looked at', async () => {
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

  it('belongs to the person whose hash it has', async () => {
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
    ['elsewhere, which nobody declared', elsewhere, {}, 'do-not-rely'],
    ['below a declared prefix', elsewhere, scoped({ startsWith: 'https://host.example/school/' }), 'genuine-issuer-unknown'],
    [
      'below one of several',
      elsewhere,
      scoped({ startsWith: ['https://x.example/', 'https://host.example/school'] }),
      'genuine-issuer-unknown',
    ],
    ['beside the prefix', elsewhere, scoped({ startsWith: 'https://host.example/other/' }), 'do-not-rely'],
    ['on its own origin, but a prefix is declared', ASSERTION, scoped({ startsWith: 'https://host.example/' }), 'do-not-rely'],
    ['on an allowed origin', elsewhere, scoped({ allowedOrigins: 'host.example' }), 'genuine-issuer-unknown'],
    ['on another origin than those allowed', elsewhere, scoped({ allowedOrigins: ['x.example'] }), 'do-not-rely'],
    [
      'on a host that only begins like the allowed one',
      'https://host.example.evil.example/1',
      scoped({ allowedOrigins: 'host.example' }),
      'do-not-rely',
    ],
    [
      'behind dots that lead out of the prefix',
      'https://host.example/school/../evil/1',
      scoped({ startsWith: 'https://host.example/school/' }),
      'do-not-rely',
    ],
  ])('that stands %s', async (_, id, world, verdict) => {
    const report = await check(assertion({ id }), { ...hostedWorld(), ...at(id), ...world });
    expect(report.verdict).toBe(verdict);
    if (verdict === 'do-not-rely') expect(report.because).toContain('issuer-binding');
  });

  it('is no one’s by its own word: an issuer that stands inside it does not widen its own scope', async () => {
    const id = `${EVIL}/1`;
    const issuer = profile({ verification: { startsWith: `${EVIL}/` } });
    const badge = badgeClass({ id: `${EVIL}/class`, issuer: issuer as never });
    const world = { [id]: assertion({ id, badge: badge as never }), [PROFILE]: profile() };
    expect((await check(assertion({ id }), world)).verdict).toBe('do-not-rely');
    const nameless = { [id]: assertion({ id, badge: badgeClass({ issuer: { name: 'MIT', type: 'Profile' } }) as never }) };
    expect((await check(assertion({ id }), nameless)).verdict).toBe('do-not-rely');
  });

  it.each([
    ['says so', assertion({ revoked: true, revocationReason: 'Issued in error' } as never), 'do-not-rely', 'revoked'],
    ['has only its id left', { id: ASSERTION, type: 'Assertion', revoked: true }, 'do-not-rely', 'revoked'],
    ['has ended', assertion({ expires: '2027-01-01T00:00:00Z' }), 'no-longer-current', 'valid-until'],
    ['has not begun', assertion({ issuedOn: '2027-04-01T00:00:00Z' }), 'no-longer-current', 'valid-from'],
    ['lacks its recipient', assertion({ recipient: undefined } as never), 'unreadable', 'schema'],
    ['has a date without a zone', assertion({ issuedOn: '2026-11-22T09:00:00' }), 'unreadable', 'schema'],
    ['does not say how it is verified', assertion({ verification: undefined } as never), 'unreadable', 'schema'],
    ['is another one', assertion({ id: `${ASSERTION}0` }), 'unfinished', 'signature'],
    ['is a page', '<!doctype html>', 'unfinished', 'signature'],
    ['does not answer', { failure: 'unreachable' }, 'unfinished', 'signature'],
    ['was not asked for', { failure: 'offline' }, 'unfinished', 'signature'],
  ] as const)('that %s', async (_, found, verdict, because) => {
    const report = await check(assertion(), hostedWorld({ [ASSERTION]: found as World[string] }));
    expect([report.verdict, report.because]).toEqual([verdict, [because]]);
  });

  it('that answers 410 was withdrawn', async () => {
    const ports = portsOf(hostedWorld());
    const fetch: typeof ports.documents.fetch = async (request) =>
      request.url === ASSERTION ? { ok: false, url: request.url, code: 'http-status', status: 410 } : ports.documents.fetch(request);
    const report = await verify({ json: assertion() }, { ...ports, documents: { fetch } }, { at: NOW });
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
  });

  it.each([
    ['badge class', BADGE, 'schema'],
    ['issuer', PROFILE, 'issuer-resolved'],
  ])('whose %s does not answer is neither green nor red', async (_, url, because) => {
    const report = await check(assertion(), hostedWorld({ [url]: { failure: 'timeout' } }));
    expect([report.verdict, report.because]).toEqual(['unfinished', expect.arrayContaining([because])]);
  });

  it('whose badge class or issuer lacks what it must have is unreadable', async () => {
    expect((await check(assertion(), hostedWorld({ [BADGE]: badgeClass({ name: undefined } as never) }))).verdict).toBe('unreadable');
    expect((await check(assertion(), hostedWorld({ [PROFILE]: profile({ type: 'Thing' }) }))).verdict).toBe('unreadable');
    const spare = await check(assertion(), hostedWorld({ [PROFILE]: profile({ email: undefined } as never) }));
    expect([spare.verdict, spare.notes]).toEqual(['genuine-issuer-unknown', [{ code: 'missing', pointer: '/badge/issuer/email' }]]);
  });
});

describe('a signed badge of Open Badges 2.0', () => {
  it('is genuine when a key of the issuer’s profile signed it', async () => {
    const report = await check(jws(signedAssertion()), signedWorld());
    expect([report.verdict, codes(report).signature, codes(report).revoked]).toEqual(['genuine-issuer-unknown', 'passed', 'no-status']);
    expect(report.proofs).toMatchObject([{ form: 'jwt', suite: 'RS256', verificationMethod: KEY, signature: { outcome: 'passed' } }]);
  });

  it('may leave it to the issuer to name the key, and the key may stand in the profile', async () => {
    const payload = signedAssertion({ verification: { type: 'SignedBadge' } });
    expect((await check(jws(payload), signedWorld())).verdict).toBe('genuine-issuer-unknown');
    const other = keyDocument({ id: `${KEY}2`, publicKeyPem: strangerPem });
    const world = signedWorld({ [PROFILE]: profile({ publicKey: [other as never, keyDocument() as never] }) });
    expect((await check(jws(payload), world)).verdict).toBe('genuine-issuer-unknown');
    const ec = signedWorld({ [KEY]: keyDocument({ publicKeyPem: curvePem }) });
    expect((await check(jws(payload, 'curve'), ec)).verdict).toBe('genuine-issuer-unknown');
  });

  const FORGED: readonly (readonly [string, string, World, string])[] = [
    ['signed by a stranger', jws(signedAssertion(), 'stranger'), signedWorld(), 'signature'],
    [
      'signed by a stranger whose key only the badge names',
      jws(signedAssertion({ verification: { type: 'SignedBadge', creator: `${EVIL}/key` } }), 'stranger'),
      signedWorld({ [`${EVIL}/key`]: keyDocument({ id: `${EVIL}/key`, publicKeyPem: strangerPem }) }),
      'key-authorised',
    ],
    [
      'signed with a key that is someone else’s',
      jws(signedAssertion(), 'stranger'),
      signedWorld({ [KEY]: keyDocument({ owner: `${EVIL}/me`, publicKeyPem: strangerPem }) }),
      'issuer-binding',
    ],
    ['without a signature', `${jws(signedAssertion()).split('.').slice(0, 2).join('.')}.AAAA`, signedWorld(), 'signature'],
    ['that says it needs none', jws(signedAssertion(), 'school', 'none'), signedWorld(), 'signature'],
    ['with the public key as a secret', jws(signedAssertion(), 'school', 'HS256'), signedWorld(), 'signature'],
  ];
  it.each(FORGED)('%s is not relied on', async (_, token, world, because) => {
    const report = await check(token, world);
    expect([report.verdict, report.because]).toEqual(['do-not-rely', [because]]);
  });

  it('altered in any part of its text is not relied on', async () => {
    const [header, payload, signature] = jws(signedAssertion()).split('.') as [string, string, string];
    const other = Buffer.from(JSON.stringify(signedAssertion({ issuedOn: '2020-01-01T00:00:00Z' }))).toString('base64url');
    expect(payload).not.toBe(other);
    expect((await check(`${header}.${other}.${signature}`, signedWorld())).verdict).toBe('do-not-rely');
  });

  it('that is only its JSON has no signature', async () => {
    const report = await check(signedAssertion(), signedWorld());
    expect([report.verdict, codes(report).signature]).toEqual(['do-not-rely', 'no-proof']);
  });

  it('is withdrawn by the issuer’s list, by its id or, of old, by its uid', async () => {
    const world = (list: World[string]): World =>
      signedWorld({ [PROFILE]: profile({ publicKey: KEY, revocationList: REVOCATIONS }), [REVOCATIONS]: list });
    const list = (...revokedAssertions: readonly (string | JsonObject)[]): JsonObject => ({
      '@context': 'https://w3id.org/openbadges/v2',
      id: REVOCATIONS,
      type: 'RevocationList',
      issuer: PROFILE,
      revokedAssertions,
    });
    const { id } = signedAssertion() as { id: string };
    const token = jws(signedAssertion({ uid: 'abc' }));
    expect((await check(token, world(list('urn:x', { id: 'urn:y' })))).verdict).toBe('genuine-issuer-unknown');
    for (const entry of [id, { id, revocationReason: 'Mistake' }, { uid: 'abc' }]) {
      const report = await check(token, world(list(entry)));
      expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
    }
    for (const faulty of [{ failure: 'timeout' } as const, '<html>', { ...list(), issuer: EVIL }, { ...list(), revokedAssertions: null }]) {
      expect((await check(token, world(faulty as World[string]))).verdict).toBe('unfinished');
    }
  });

  it.each([
    ['no key', profile(), KEY],
    ['a key that does not answer', profile({ publicKey: `${KEY}404` }), `${KEY}404`],
    ['a key that we cannot read', profile({ publicKey: [keyDocument({ publicKeyPem: 'no key' }) as never] }), KEY],
  ])('whose issuer has %s is neither green nor red', async (_, issuer, creator) => {
    const payload = signedAssertion({ verification: { type: 'SignedBadge', ...(issuer.publicKey === undefined ? {} : { creator }) } });
    expect((await check(jws(payload), signedWorld({ [PROFILE]: issuer }))).verdict).toBe('unfinished');
  });

  it('is found in pictures', async () => {
    const token = jws(signedAssertion());
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="${token}"/></svg>`;
    expect((await check(svg, signedWorld())).verdict).toBe('genuine-issuer-unknown');
    expect((await check({ bytes: bakedPng('iTXt', `openbadges\0\0\0\0\0${token}`) }, signedWorld())).verdict).toBe(
      'genuine-issuer-unknown',
    );
  });
});

/** A PNG with a text chunk of our own making, put in where our baker puts its own. */
function bakedPng(type: 'tEXt' | 'iTXt', text: string): Uint8Array {
  const plain = Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
    (character) => character.charCodeAt(0),
  );
  const data = new TextEncoder().encode(type + text);
  const chunk = new Uint8Array(data.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(data.length + 4, crc32(data));
  return Uint8Array.of(...plain.subarray(0, 33), ...chunk, ...plain.subarray(33));
}

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
