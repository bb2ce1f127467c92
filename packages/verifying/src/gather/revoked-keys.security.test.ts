import { buildEndorsement } from '@proofmark/credentials';
import { buildDidDocument } from '@proofmark/proofs';
import { signDataIntegrity } from '@proofmark/proofs/sign';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import {
  acme,
  acmeJwt,
  check,
  codes,
  ISSUER,
  ISSUER_DOCUMENT,
  JWT_METHOD,
  LIST,
  methodOf,
  namedKey,
  STATUS,
  signed,
  statusList,
  token,
  unsigned,
  type World,
} from '../fixtures/badges.fixture.js';
import { CONFIGURATION, configuration, linkageToken, ORIGIN } from '../fixtures/issuer.fixture.js';

// T20 and T12: what a revoked key signed, and keys that changed since.

const METHOD = methodOf(ISSUER, acme);
const successor = namedKey('acme, the next key');
const NEXT = methodOf(ISSUER, successor);
const REVOKED = { revoked: '2027-01-15T00:00:00Z', revocationReason: 'A laptop was stolen' };
const withStatus = (more: JsonObject = {}): JsonObject => unsigned({ credentialStatus: STATUS, ...more });

/** The issuer's document, in which the keys of the badges stand with these members, beside a key that took their place. */
function documentWith(standing: object, services: Parameters<typeof buildDidDocument>[0]['services'] = []): World {
  const keys = [
    { id: METHOD, publicKey: acme.publicKey, ...standing },
    { id: JWT_METHOD, publicKey: acmeJwt.publicKey, ...standing },
    { id: NEXT, publicKey: successor.publicKey },
  ];
  return { [ISSUER_DOCUMENT]: buildDidDocument({ did: ISSUER, keys, services }) };
}

const signedAt = (created: string, credential: JsonObject = withStatus()): Promise<JsonObject> =>
  signDataIntegrity({ credential, verificationMethod: METHOD, created, signer: acme.signer });

describe('what a revoked key signed', () => {
  const world = documentWith(REVOKED);

  it.each([
    ['an embedded proof', () => signed(withStatus())],
    ['a token', () => token(withStatus())],
  ])('is unfinished as %s with a place in a status list, and says when and why', async (_, make) => {
    const list = await statusList({ key: successor });
    const report = await check(await make(), { ...world, [LIST]: list });
    expect([report.verdict, report.because]).toEqual(['unfinished', ['key-authorised']]);
    expect(report.checks['key-authorised']).toEqual({
      outcome: 'unknown',
      code: 'key-revoked',
      detail: { date: '2027-01-15T00:00:00Z', reason: 'A laptop was stolen' },
    });
  });

  it.each([
    ['an embedded proof', () => signed()],
    ['a token', () => token()],
    ['an embedded proof with an empty list of entries', () => signed(unsigned({ credentialStatus: [] }))],
  ])('is refused as %s without a place in a status list', async (_, make) => {
    const report = await check(await make(), world);
    expect(report.verdict === 'do-not-rely' || report.verdict === 'unreadable').toBe(true);
    expect(codes(report)['key-authorised']).toBe('key-revoked');
  });

  it.each(['2020-01-01T00:00:00Z', '2026-11-22T09:00:00Z', '2027-02-01T00:00:00Z'])(
    'is never genuine, whatever the signer dates it: %s',
    async (date) => {
      const dated = withStatus({ validFrom: date });
      const list = await statusList({ key: successor });
      for (const badge of [await signedAt(date, dated), await token(dated)]) {
        expect((await check(badge, { ...world, [LIST]: list })).verdict).toBe('unfinished');
      }
    },
  );

  it('is told as withdrawn when its bit is set in a list that the present key signed', async () => {
    const list = await statusList({ key: successor, set: [94567] });
    const report = await check(await signed(withStatus()), { ...world, [LIST]: list });
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
  });

  it('is never saved by another id or form of the same key', async () => {
    const document = world[ISSUER_DOCUMENT] as JsonObject;
    const twin = { id: `${ISSUER}#twin`, type: 'JsonWebKey', controller: ISSUER, publicKeyJwk: acme.publicKey.jwk };
    const twins = {
      ...document,
      verificationMethod: [twin, ...(document.verificationMethod as JsonObject[])],
      assertionMethod: [twin.id, ...(document.assertionMethod as string[])],
    };
    const badge = await signed(withStatus(), acme, twin.id);
    const report = await check(badge, { [ISSUER_DOCUMENT]: twins, [LIST]: await statusList({ key: successor }) });
    expect([report.verdict, codes(report)['key-authorised']]).toEqual(['unfinished', 'key-revoked']);
  });

  it('is read the same from a document that still lists the key for assertions, or embeds it', async () => {
    const method = { id: METHOD, type: 'Multikey', controller: ISSUER, publicKeyMultibase: METHOD.split('#')[1] ?? '', ...REVOKED };
    for (const document of [
      { id: ISSUER, verificationMethod: [method], assertionMethod: [METHOD] },
      { id: ISSUER, assertionMethod: [method] },
    ]) {
      const report = await check(await signed(withStatus()), { [ISSUER_DOCUMENT]: document, [LIST]: await statusList({ key: successor }) });
      expect([report.verdict, codes(report)['key-authorised']]).toEqual(['unfinished', 'key-revoked']);
    }
  });

  it('is read the same from the key’s own address, where the issuer’s copy does not say it', async () => {
    const url = 'https://badges.example/keys/1';
    const method = { id: url, type: 'Multikey', controller: ISSUER, publicKeyMultibase: METHOD.split('#')[1] ?? '' };
    const document = { id: ISSUER, verificationMethod: [method], assertionMethod: [url] };
    const badge = await signed(withStatus(), acme, url);
    const web = { [ISSUER_DOCUMENT]: document, [LIST]: await statusList({ key: acme, method: url }) };
    expect((await check(badge, { ...web, [url]: method })).verdict).toBe('genuine-issuer-unknown');
    const report = await check(badge, { ...web, [url]: { ...method, ...REVOKED } });
    expect([report.verdict, codes(report)['key-authorised']]).toEqual(['unfinished', 'key-revoked']);
  });

  it('is a good badge again when a proof of the present key stands beside it', async () => {
    const badge = await signed(withStatus(), successor, NEXT);
    const old = await signed(withStatus());
    const both = { ...badge, proof: [old.proof as JsonObject, badge.proof as JsonObject] };
    const report = await check(both, { ...world, [LIST]: await statusList({ key: successor }) });
    expect(report.verdict).toBe('genuine-issuer-unknown');
  });
});

describe('what a revoked key signed beside badges', () => {
  it('is no answer, when it is a status list', async () => {
    const badge = await signed(withStatus(), successor, NEXT);
    for (const set of [[], [94567]]) {
      const report = await check(badge, { ...documentWith(REVOKED), [LIST]: await statusList({ set }) });
      expect([report.verdict, codes(report)['status-list']]).toEqual(['unfinished', 'status-list-untrusted']);
    }
  });

  it('links no domain', async () => {
    const services = [{ id: `${ISSUER}#domains`, type: 'LinkedDomains', serviceEndpoint: ORIGIN }];
    const badge = await signed(unsigned(), successor, NEXT);
    const linked = { [CONFIGURATION]: configuration(linkageToken()) };
    expect(codes(await check(badge, { ...documentWith({}, services), ...linked }))['issuer-domain']).toBe('passed');
    expect(codes(await check(badge, { ...documentWith(REVOKED, services), ...linked }))['issuer-domain']).not.toBe('passed');
  });

  it('vouches for nothing, and accuses nobody, when it is an endorsement', async () => {
    const about = unsigned().id as string;
    const endorsement = buildEndorsement({
      id: 'https://badges.example/endorsements/1',
      name: 'Assessed',
      endorser: { id: ISSUER, name: 'Acme Academy' },
      about,
      comment: 'I read the code.',
      validFrom: Date.parse('2026-11-22T09:00:00Z'),
    });
    const badge = await signed(unsigned({ endorsement: [await signed(endorsement as unknown as JsonObject)] }), successor, NEXT);
    const report = await check(badge, documentWith(REVOKED));
    expect(codes(report).endorsements).toBe('endorsement-unfinished');
    expect(report.contained.map(({ verdict }) => verdict)).toEqual(['unfinished']);
  });
});

describe('a key that was replaced', () => {
  const world = documentWith({ retired: '2026-12-01T00:00:00Z' });

  it('still stands for what it signed until then', async () => {
    for (const badge of [await signed(), await token()]) expect((await check(badge, world)).verdict).toBe('genuine-issuer-unknown');
    expect((await check(await signedAt('2026-12-01T00:00:00Z', unsigned()), world)).verdict).toBe('genuine-issuer-unknown');
  });

  it.each(['2026-12-01T00:00:01Z', '2027-02-01T00:00:00Z'])('makes no proof that is dated later: %s', async (created) => {
    const report = await check(await signedAt(created, unsigned()), world);
    expect([report.verdict, report.because, report.checks['key-authorised']]).toEqual([
      'do-not-rely',
      ['key-authorised'],
      { outcome: 'failed', code: 'key-not-valid-then', detail: { until: '2026-12-01T00:00:00Z' } },
    ]);
  });

  it('decides nothing about a token, which does not say when it was signed', async () => {
    expect((await check(await token(unsigned({ validFrom: '2027-02-01T00:00:00Z' })), world)).verdict).toBe('genuine-issuer-unknown');
  });

  it('is not ended by a member of that name that is no date', async () => {
    for (const retired of [true, 'soon', 1_700_000_000, null]) {
      const report = await check(await signedAt('2027-02-01T00:00:00Z', unsigned()), documentWith({ retired }));
      expect(report.verdict).toBe('genuine-issuer-unknown');
    }
  });
});

describe('a domain that was taken over (T12)', () => {
  const thief = namedKey('a thief of the domain');
  const method = methodOf(ISSUER, thief);
  const world = { [ISSUER_DOCUMENT]: buildDidDocument({ did: ISSUER, keys: [{ id: method, publicKey: thief.publicKey }] }) };

  it('does not pass off its key as that of the old badges: the key has changed since they were issued', async () => {
    for (const badge of [await signed(), await token()]) {
      const report = await check(badge, world);
      expect([report.verdict, codes(report)['key-authorised']]).toEqual(['do-not-rely', 'key-not-authorised']);
    }
  });

  it('gets no confirmation from a domain that linked the old key', async () => {
    const services = [{ id: `${ISSUER}#domains`, type: 'LinkedDomains', serviceEndpoint: ORIGIN }];
    const document = buildDidDocument({ did: ISSUER, keys: [{ id: method, publicKey: thief.publicKey }], services });
    const badge = await signed(unsigned(), thief, method);
    const report = await check(badge, { [ISSUER_DOCUMENT]: document, [CONFIGURATION]: configuration(linkageToken()) });
    expect(codes(report)['issuer-domain']).toBe('domain-mismatch');
  });
});
