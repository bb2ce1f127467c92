import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, codes, type World } from '../fixtures/badges.fixture.js';
import {
  bakedPng,
  curvePem,
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

const FORGED: readonly (readonly [string, string, World, string])[] = [
  ['a stranger signed it', await jws(signedAssertion(), 'stranger'), signedWorld(), 'signature'],
  [
    'a stranger signed it with a key that only the badge names',
    await jws(signedAssertion({ verification: { type: 'SignedBadge', creator: `${EVIL}/key` } }), 'stranger'),
    signedWorld({ [`${EVIL}/key`]: keyDocument({ id: `${EVIL}/key`, publicKeyPem: strangerPem }) }),
    'key-authorised',
  ],
  [
    'its key belongs to someone else',
    await jws(signedAssertion(), 'stranger'),
    signedWorld({ [KEY]: keyDocument({ owner: `${EVIL}/me`, publicKeyPem: strangerPem }) }),
    'issuer-binding',
  ],
  ['its signature is invalid', `${(await jws(signedAssertion())).split('.').slice(0, 2).join('.')}.AAAA`, signedWorld(), 'signature'],
  ['its header says that it needs no signature', await jws(signedAssertion(), 'school', 'none'), signedWorld(), 'signature'],
  ['the public key was used as an HMAC secret', await jws(signedAssertion(), 'school', 'HS256'), signedWorld(), 'signature'],
];

describe('a signed badge of Open Badges 2.0', () => {
  it('is genuine when a key of the issuer’s profile signed it', async () => {
    const report = await check(await jws(signedAssertion()), signedWorld());
    expect([report.verdict, codes(report).signature, codes(report).revoked]).toEqual(['genuine-issuer-unknown', 'passed', 'no-status']);
    expect(report.proofs).toMatchObject([{ form: 'jwt', suite: 'RS256', verificationMethod: KEY, signature: { outcome: 'passed' } }]);
  });

  it('is genuine when only the issuer’s profile names or contains the key', async () => {
    const payload = signedAssertion({ verification: { type: 'SignedBadge' } });
    expect((await check(await jws(payload), signedWorld())).verdict).toBe('genuine-issuer-unknown');
    const other = keyDocument({ id: `${KEY}2`, publicKeyPem: strangerPem });
    const world = signedWorld({ [PROFILE]: profile({ publicKey: [other as never, keyDocument() as never] }) });
    expect((await check(await jws(payload), world)).verdict).toBe('genuine-issuer-unknown');
    const ec = signedWorld({ [KEY]: keyDocument({ publicKeyPem: curvePem }) });
    expect((await check(await jws(payload, 'curve'), ec)).verdict).toBe('genuine-issuer-unknown');
  });

  it.each(FORGED)('is not relied on when %s', async (_, token, world, because) => {
    const report = await check(token, world);
    expect([report.verdict, report.because]).toEqual(['do-not-rely', [because]]);
  });

  it('is not relied on when its payload was altered', async () => {
    const [header, payload, signature] = (await jws(signedAssertion())).split('.') as [string, string, string];
    const [, other] = (await jws(signedAssertion({ issuedOn: '2020-01-01T00:00:00Z' }))).split('.');
    expect(payload).not.toBe(other);
    expect((await check(`${header}.${other}.${signature}`, signedWorld())).verdict).toBe('do-not-rely');
  });

  it('has no signature when only its JSON is given', async () => {
    const report = await check(signedAssertion(), signedWorld());
    expect([report.verdict, codes(report).signature]).toEqual(['do-not-rely', 'no-proof']);
  });

  it('is revoked when the issuer’s list names its id or its uid', async () => {
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
    const token = await jws(signedAssertion({ uid: 'abc' }));
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
  ])('has the verdict “unfinished” when its issuer has %s', async (_, issuer, creator) => {
    const payload = signedAssertion({ verification: { type: 'SignedBadge', ...(issuer.publicKey === undefined ? {} : { creator }) } });
    expect((await check(await jws(payload), signedWorld({ [PROFILE]: issuer }))).verdict).toBe('unfinished');
  });

  it('is found in SVG and PNG images', async () => {
    const token = await jws(signedAssertion());
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="${token}"/></svg>`;
    expect((await check(svg, signedWorld())).verdict).toBe('genuine-issuer-unknown');
    expect((await check({ bytes: bakedPng('iTXt', `openbadges\0\0\0\0\0${token}`) }, signedWorld())).verdict).toBe(
      'genuine-issuer-unknown',
    );
  });
});
