import { describeCheck } from '@proofmark/messages';
import type { Json, JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, codes, type World } from '../fixtures/badges.fixture.js';
import {
  ASSERTION,
  assertion,
  BADGE,
  badgeClass,
  hostedWorld,
  jws,
  PROFILE,
  profile,
  signedAssertion,
  signedWorld,
} from './older.fixture.js';

const hosted = (more: JsonObject, world: World = {}) => check(assertion(more), hostedWorld({ [ASSERTION]: assertion(more), ...world }));

describe('the vocabulary of an older badge', () => {
  it.each<[string, Json]>([
    ['2.0', 'https://w3id.org/openbadges/v2'],
    ['2.0 at the address where it lies', 'https://openbadgespec.org/v2/context.json'],
    ['1.1', 'https://w3id.org/openbadges/v1'],
    ['2.0 with an extension of the standard', ['https://w3id.org/openbadges/v2', 'https://w3id.org/openbadges/extensions/geoCoordinates']],
  ])('is known as that of %s', async (_, context) => {
    expect((await hosted({ '@context': context })).verdict).toBe('genuine-issuer-unknown');
  });

  it.each<[string, Json | undefined]>([
    ['that nobody published', 'https://w3id.org/openbadges/invalid'],
    ['of somebody else', 'https://evil.example/v2'],
    ['of somebody else beside its own', ['https://w3id.org/openbadges/v2', 'https://evil.example/v2']],
    ['that it brings along', ['https://w3id.org/openbadges/v2', { name: 'https://evil.example/name' }]],
    ['that it does not name', []],
  ])('leaves open what the badge says when it is one %s', async (_, context) => {
    const report = await hosted({ '@context': context } as JsonObject);
    expect([report.verdict, codes(report).shape]).toEqual(['unfinished', 'unsupported-vocabulary']);
    const token = await jws(signedAssertion({ '@context': context } as JsonObject));
    expect((await check(token, signedWorld())).verdict).toBe('unfinished');
  });

  it('has to be that of the badge class and the issuer too', async () => {
    const foreign = { '@context': 'https://evil.example/v2' };
    expect((await hosted({}, { [BADGE]: badgeClass(foreign) })).verdict).toBe('unfinished');
    expect((await hosted({}, { [PROFILE]: profile(foreign) })).verdict).toBe('unfinished');
  });
});

describe('a badge of an older standard that is not read', () => {
  const URL = 'https://old.example/badge.json';
  it.each<[string, string, JsonObject]>([
    [
      '1.0',
      'Open Badges 1.0',
      { uid: 'a1', recipient: { type: 'email', hashed: false, identity: 'a@b.example' }, badge: URL, verify: { type: 'hosted', url: URL } },
    ],
    [
      '0.5',
      'Open Badges 0.5',
      { recipient: 'a@b.example', badge: { version: '0.5.0', name: 'X', issuer: { origin: 'https://old.example', name: 'Old' } } },
    ],
    ...['https://w3id.org/blockcerts/v2', 'https://www.blockcerts.org/schema/2.0/context.json'].map(
      (context): [string, string, JsonObject] => [
        `Blockcerts, by ${context}`,
        'Blockcerts',
        { ...assertion({ '@context': ['https://w3id.org/openbadges/v2', context] }), signature: { type: ['MerkleProof2017'] } },
      ],
    ),
    ['Blockcerts 1', 'Blockcerts', { '@context': 'https://w3id.org/blockcerts/v1', type: 'CertificateDocument' }],
  ])('is told by its name: %s', async (_, standard, document) => {
    for (const input of [document, { url: URL }]) {
      const report = await check(input as JsonObject, { [URL]: document });
      expect([report.verdict, report.checks.format]).toEqual([
        'unfinished',
        { outcome: 'unknown', code: 'unsupported-format', detail: { found: 'open-badges-1', standard, container: 'json' } },
      ]);
      expect(describeCheck('format', report.checks.format).happened).toContain(standard);
    }
  });
});

describe('a member that is null', () => {
  it('is absent', async () => {
    const recipient = { type: 'email', hashed: false, salt: null, identity: 'a@example.com' };
    const report = await check(assertion(), hostedWorld({ [ASSERTION]: assertion({ recipient, expires: null, revoked: null }) }), {
      recipient: 'a@example.com',
    });
    expect([report.verdict, codes(report).recipient, codes(report)['valid-until']]).toEqual([
      'genuine-issuer-unknown',
      'passed',
      'no-expiry',
    ]);
  });
});

describe('a badge class', () => {
  const elsewhere = 'https://evil.example/class';
  const world = (more: JsonObject = {}): World => ({ [elsewhere]: badgeClass({ id: elsewhere }), [PROFILE]: profile(more) });

  it('on another host is not what the issuer says', async () => {
    const report = await hosted({ badge: elsewhere }, world());
    expect([report.verdict, codes(report)['issuer-binding']]).toEqual(['do-not-rely', 'issuer-mismatch']);
    expect(describeCheck('issuer-binding', report.checks['issuer-binding']).happened).toContain('evil.example');
  });

  it('inside the badge counts by its own address too', async () => {
    expect((await hosted({ badge: badgeClass({ id: elsewhere }) })).verdict).toBe('do-not-rely');
    expect((await hosted({ badge: badgeClass() })).verdict).toBe('genuine-issuer-unknown');
  });

  it('may stand on every host where the issuer lets its badges stand', async () => {
    const on = (verification: JsonObject) => hosted({ badge: elsewhere }, world({ verification }));
    expect((await on({ allowedOrigins: ['school.example', 'evil.example'] })).verdict).toBe('genuine-issuer-unknown');
    expect((await on({ startsWith: ['https://school.example/assertions/', 'https://evil.example/'] })).verdict).toBe(
      'genuine-issuer-unknown',
    );
    expect((await on({ startsWith: 'https://school.example/assertions/' })).verdict).toBe('do-not-rely');
  });
});
