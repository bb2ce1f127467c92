import { toMultikey } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import {
  acme,
  acmeJwt,
  check,
  codes,
  ISSUER,
  ISSUER_DOCUMENT,
  issuerDocument,
  JWT_METHOD,
  mallory,
  methodOf,
  rawToken,
  signed,
  token,
  unsigned,
} from '../fixtures/badges.fixture.js';

// T8: keys of others, and for other purposes.

const EVIL = 'did:web:evil.example';
const method = (id: string, controller: string, key = mallory): JsonObject => ({
  id,
  type: 'Multikey',
  controller,
  publicKeyMultibase: toMultikey(key.publicKey),
});
const jwtPayload = (more: JsonObject = {}): JsonObject => ({
  ...unsigned(),
  iss: ISSUER,
  sub: 'urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11',
  jti: 'https://badges.example/credentials/1',
  nbf: Date.parse('2026-11-22T09:00:00Z') / 1000,
  ...more,
});
const HEADER = { alg: 'ES256', kid: JWT_METHOD, typ: 'JWT' };

describe('a key that its own document revokes or ends', () => {
  const id = methodOf(ISSUER, acme);
  const listing = (...methods: readonly JsonObject[]) => ({ [ISSUER_DOCUMENT]: issuerDocument({ verificationMethod: methods }) });
  const key = method(id, ISSUER, acme);

  it.each([
    ['revoked', true, 'key-revoked'],
    ['revoked', 1_780_000_000, 'key-revoked'],
    ['expires', 1_780_000_000, 'key-not-valid-then'],
    ['expires', {}, 'key-not-valid-then'],
  ])('is not valid when the date cannot be read: %s %j', async (term, value, code) => {
    const report = await check(await signed(), listing({ ...key, [term]: value }));
    expect([report.verdict, codes(report)['key-authorised']]).toEqual(['do-not-rely', code]);
  });

  it('stays valid when the member is false or null', async () => {
    const report = await check(await signed(), listing({ ...key, revoked: false, expires: null }));
    expect(report.verdict).toBe('genuine-issuer-unknown');
  });

  it.each([{ revoked: '2026-12-01T00:00:00Z' }, { expires: '2026-01-01T00:00:00Z' }, { controller: EVIL }])(
    'makes the document invalid when only one of two copies has %j',
    async (more) => {
      for (const methods of [
        [key, { ...key, ...more }],
        [{ ...key, ...more }, key],
      ]) {
        const report = await check(await signed(), listing(...methods));
        expect([report.verdict, codes(report)['key-authorised']]).toEqual(['unfinished', 'issuer-document-invalid']);
      }
      expect((await check(await signed(), listing(key, key))).verdict).toBe('genuine-issuer-unknown');
    },
  );
});

describe('a proof that names its issuer instead of a key', () => {
  it('leaves the key check unknown, because it names no key', async () => {
    for (const badge of [await signed(unsigned(), acme, ISSUER), await token(unsigned(), acmeJwt, ISSUER)]) {
      const report = await check(badge);
      expect([report.verdict, codes(report)['key-authorised']]).toEqual(['unfinished', 'key-not-found']);
    }
  });
});

describe('an embedded proof in someone’s name', () => {
  it('is not relied on with a key of another document', async () => {
    const id = methodOf(EVIL, mallory);
    const badge = await signed(unsigned(), mallory, id);
    const honest = { id: EVIL, verificationMethod: [method(id, EVIL)], assertionMethod: [id] };
    // The document may even claim that the issuer controls the key: only the issuer's own document can say so.
    for (const document of [honest, { ...honest, verificationMethod: [method(id, ISSUER)] }]) {
      const report = await check(badge, { 'https://evil.example/.well-known/did.json': document });
      expect([report.verdict, codes(report)['issuer-binding']]).toEqual(['do-not-rely', 'issuer-mismatch']);
    }
  });

  it('proves no issuer with a did:key that is not the issuer', async () => {
    const key = toMultikey(mallory.publicKey);
    const report = await check(await signed(unsigned(), mallory, `did:key:${key}#${key}`));
    expect([report.verdict, codes(report)['issuer-binding'], codes(report).signature]).toEqual([
      'unfinished',
      'issuer-not-proven',
      'passed',
    ]);
  });

  it('is not relied on with a key that the issuer’s document lacks', async () => {
    const report = await check(await signed(unsigned(), mallory));
    expect([report.verdict, codes(report)['key-authorised']]).toEqual(['do-not-rely', 'key-not-authorised']);
  });

  it('is not relied on with a key that may not sign credentials, or with another purpose', async () => {
    const report = await check(await signed(), {
      [ISSUER_DOCUMENT]: issuerDocument({ assertionMethod: [], authentication: [methodOf(ISSUER, acme)] }),
    });
    expect([report.verdict, codes(report)['key-authorised']]).toEqual(['do-not-rely', 'key-not-authorised']);
    const badge = await signed();
    const purpose = await check({ ...badge, proof: { ...(badge.proof as JsonObject), proofPurpose: 'authentication' } });
    expect([purpose.verdict, codes(purpose)['key-authorised']]).toEqual(['do-not-rely', 'key-not-authorised']);
  });

  it('is unfinished when the issuer’s document has another id', async () => {
    const report = await check(await signed(), { [ISSUER_DOCUMENT]: issuerDocument({ id: EVIL }) });
    expect([report.verdict, codes(report)['issuer-resolved']]).toEqual(['unfinished', 'issuer-document-invalid']);
  });

  it.each([
    ['an expired key, used while it was valid', { expires: '2026-12-01T00:00:00Z' }, 'genuine-issuer-unknown'],
    ['an expired key, used afterwards', { expires: '2026-11-01T00:00:00Z' }, 'do-not-rely'],
    ['a revoked key, whenever it was used', { revoked: '2027-01-01T00:00:00Z' }, 'do-not-rely'],
    ['a key that will be revoked', { revoked: '2027-06-01T00:00:00Z' }, 'genuine-issuer-unknown'],
    ['a key with a date that cannot be read', { expires: 'soon' }, 'do-not-rely'],
  ])('has the expected verdict with %s', async (_, dates, verdict) => {
    const id = methodOf(ISSUER, acme);
    const report = await check(await signed(), {
      [ISSUER_DOCUMENT]: issuerDocument({ verificationMethod: [{ ...method(id, ISSUER, acme), ...dates }], assertionMethod: [id] }),
    });
    expect(report.verdict).toBe(verdict);
  });
});

describe('a token in someone’s name', () => {
  it('is not relied on when it is unsigned or uses the public key as an HMAC secret', async () => {
    for (const alg of ['none', 'None', 'HS256']) {
      const report = await check(rawToken({ ...HEADER, alg }, jwtPayload()));
      expect([report.verdict, codes(report).signature]).toEqual(['do-not-rely', 'signature-invalid']);
    }
    const [header, payload] = rawToken({ ...HEADER, alg: 'none' }, jwtPayload()).split('.');
    expect((await check(`${header}.${payload}.`)).verdict).toBe('do-not-rely');
  });

  it('proves no issuer with a key from its own header, unless the issuer has the same key', async () => {
    const header = { alg: 'EdDSA', typ: 'JWT', jwk: mallory.publicKey.jwk };
    const report = await check(rawToken(header, jwtPayload(), mallory));
    expect([report.verdict, codes(report).signature, codes(report)['issuer-binding']]).toEqual([
      'unfinished',
      'passed',
      'issuer-not-proven',
    ]);
    const own = await check(rawToken({ alg: 'ES256', typ: 'JWT', jwk: acmeJwt.publicKey.jwk }, jwtPayload()));
    expect([own.verdict, codes(own)['issuer-binding']]).toEqual(['genuine-issuer-unknown', 'passed']);
  });

  it('uses its kid before the key in its header', async () => {
    const report = await check(rawToken({ ...HEADER, alg: 'EdDSA', jwk: mallory.publicKey.jwk }, jwtPayload(), mallory));
    expect([report.verdict, codes(report).signature]).toEqual(['do-not-rely', 'signature-invalid']);
  });

  it('has its bare kid looked up at the issuer', async () => {
    const report = await check(rawToken({ ...HEADER, kid: 'jwt' }, jwtPayload()));
    expect([report.verdict, codes(report)['issuer-binding']]).toEqual(['genuine-issuer-unknown', 'passed']);
  });

  it('is bound by the key set of an https issuer, unless that names another issuer of the host', async () => {
    const issuer = 'https://platform.example/issuers/1';
    const payload = jwtPayload({ iss: issuer, issuer: { id: issuer, type: ['Profile'], name: 'One' } });
    const keyUrl = 'https://platform.example/keys/1';
    const jwt = rawToken({ ...HEADER, kid: keyUrl }, payload);
    const jwk = { ...acmeJwt.publicKey.jwk, kid: keyUrl };
    const world = (iss: JsonObject) => ({
      [keyUrl]: jwk,
      'https://platform.example/.well-known/jwks.json': { keys: [{ ...jwk, ...iss }] },
    });
    expect((await check(jwt, world({}))).verdict).toBe('genuine-issuer-unknown');
    expect((await check(jwt, world({ iss: issuer }))).verdict).toBe('genuine-issuer-unknown');
    const other = await check(jwt, world({ iss: 'https://platform.example/issuers/2' }));
    expect([other.verdict, codes(other)['issuer-binding']]).toEqual(['do-not-rely', 'issuer-mismatch']);
    const alone = await check(jwt, { [keyUrl]: jwk });
    expect(alone.verdict).toBe('unfinished');
  });

  it('has the verdict “unfinished” with critical headers or an unencoded payload', async () => {
    for (const more of [{ crit: ['exp'] }, { b64: false }]) {
      const report = await check(rawToken({ ...HEADER, ...more } as JsonObject, jwtPayload()));
      expect([report.verdict, codes(report).signature]).toEqual(['unfinished', 'unsupported-suite']);
    }
  });
});

describe('the claims of a token', () => {
  it.each([
    ['iss', { iss: EVIL }, 'claim-mismatch'],
    ['sub', { sub: 'urn:uuid:other' }, 'claim-mismatch'],
    ['jti', { jti: 'https://badges.example/credentials/2' }, 'claim-mismatch'],
    ['nbf', { nbf: 1 }, 'claim-mismatch'],
    ['nbf as text', { nbf: '1795338000' }, 'claim-mismatch'],
    ['exp', { exp: 1, validUntil: '2028-01-01T00:00:00Z' }, 'claim-mismatch'],
    ['exp missing', { validUntil: '2028-01-01T00:00:00Z' }, 'claim-missing'],
  ])('are not relied on when they contradict the credential: %s', async (_, more, code) => {
    const report = await check(rawToken(HEADER, jwtPayload(more)));
    expect([report.verdict, report.because, codes(report).claims]).toEqual(['do-not-rely', ['claims'], code]);
  });

  it.each(['iss', 'sub', 'jti', 'nbf'])('are required: %s', async (claim) => {
    const { [claim]: _, ...payload } = jwtPayload();
    expect(codes(await check(rawToken(HEADER, payload))).claims).toBe('claim-missing');
    // The W3C's own type of token may leave them out.
    expect((await check(rawToken({ ...HEADER, typ: 'vc+jwt' }, payload))).verdict).toBe('genuine-issuer-unknown');
  });

  it('may set the end of the token alone, and are compared to the second', async () => {
    const ended = await check(rawToken(HEADER, jwtPayload({ exp: Date.parse('2027-01-01T00:00:00Z') / 1000 })));
    expect([ended.verdict, ended.because]).toEqual(['no-longer-current', ['valid-until']]);
    const fraction = await check(rawToken(HEADER, jwtPayload({ validFrom: '2026-11-22T10:00:00.75+01:00' })));
    expect(fraction.verdict).toBe('genuine-issuer-unknown');
  });

  it('are compared with a credential of VC 1.1 in `vc`', async () => {
    const { validFrom, '@context': _, ...rest } = unsigned();
    const vc = {
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'],
      ...rest,
      issuanceDate: validFrom ?? '',
    };
    const { iss = '', sub = '', jti = '', nbf = 0 } = jwtPayload();
    const report = await check(rawToken(HEADER, { vc, iss, sub, jti, nbf }));
    expect(report.verdict).toBe('genuine-issuer-unknown');
    const expired = await check(
      rawToken(HEADER, { vc: { ...vc, expirationDate: '2026-12-01T00:00:00Z' }, iss, sub, jti, nbf, exp: 1796083200 }),
    );
    expect(expired.because).toEqual(['valid-until']);
  });

  it('supply what a credential of VC 1.1 in `vc` leaves out', async () => {
    const { validFrom: _v, issuer: _i, id: _d, '@context': _c, credentialSubject, ...rest } = unsigned();
    const { id: _s, ...subject } = credentialSubject as JsonObject;
    const context = ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'];
    const vc = { '@context': context, ...rest, credentialSubject: subject };
    const { iss = '', sub = '', jti = '', nbf = 0 } = jwtPayload();
    const report = await check(rawToken(HEADER, { vc, iss, sub, jti, nbf }));
    expect([report.verdict, report.badge?.issuer.id]).toEqual(['genuine-issuer-unknown', ISSUER]);
    const late = await check(rawToken(HEADER, { vc, iss, sub, jti, nbf, exp: Date.parse('2027-01-01T00:00:00Z') / 1000 }));
    expect([late.verdict, late.because]).toEqual(['no-longer-current', ['valid-until']]);
    const other = await check(rawToken(HEADER, { vc: { ...vc, issuer: EVIL }, iss, sub, jti, nbf }));
    expect(other.verdict).toBe('do-not-rely');
    const nobody = await check(rawToken(HEADER, { vc, sub, jti, nbf }));
    expect(nobody.verdict).toBe('do-not-rely');
  });

  it('match the credential in our own tokens', async () => {
    expect(codes(await check(await token(unsigned({ validUntil: '2028-11-22T09:00:00Z' })))).claims).toBe('passed');
  });
});
