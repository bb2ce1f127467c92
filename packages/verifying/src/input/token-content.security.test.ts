import { encodeBase64, encodeBase64url, type JsonObject } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import { check, codes, ISSUER, JWT_METHOD, mallory, NOW, rawToken, STATUS, token, unsigned } from '../fixtures/badges.fixture.js';

// T7: tokens of another kind, and tokens with two documents.

const HEADER = { alg: 'ES256', typ: 'JWT', kid: JWT_METHOD } as const;
const OB_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function payload(more: JsonObject = {}): Promise<JsonObject> {
  const [, part = ''] = (await token()).split('.');
  return { ...(JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))) as JsonObject), ...more };
}

/** The same badge in VC 1.1, as the value of `vc`, with the claims of its token. */
async function versionOne(inner: JsonObject = {}, outer: JsonObject = {}): Promise<JsonObject> {
  const { validFrom = '', '@context': _, ...rest } = unsigned();
  const { iss = '', sub = '', jti = '', nbf = 0 } = await payload();
  const vc = { '@context': ['https://www.w3.org/2018/credentials/v1', OB_CONTEXT], ...rest, issuanceDate: validFrom, ...inner };
  return { vc, iss, sub, jti, nbf, ...outer };
}

const formatOf = async (claims: JsonObject, header: JsonObject = HEADER) => {
  const { verdict, checks } = await check(rawToken(header, claims));
  return { verdict, code: codes({ checks } as never).format, detail: checks.format.detail };
};

const TWO = { verdict: 'unreadable', code: 'malformed', detail: { fault: 'two-documents' } };

describe('a token with two documents', () => {
  it.each([
    ['another badge in `vc`', { vc: unsigned({ name: 'Another badge' }) }],
    ['the same badge in `vc`', { vc: unsigned() }],
    ['an empty `vc`', { vc: {} }],
    ['a `vc` that is null', { vc: null }],
    ['a `vc` that is text', { vc: 'eyJ' }],
    ['a presentation in `vp`', { vp: { type: ['VerifiablePresentation'], verifiableCredential: [] } }],
    ['both', { vc: unsigned(), vp: {} }],
  ])('is unreadable when a badge stands beside %s', async (_, more) => {
    for (const typ of ['JWT', 'vc+jwt']) expect(await formatOf(await payload(more), { ...HEADER, typ })).toEqual(TWO);
  });

  it.each([
    ['a status', { credentialStatus: STATUS }],
    ['an end', { validUntil: '2027-01-01T00:00:00Z' }],
    ['an end in the words of VC 1.1', { expirationDate: '2027-01-01T00:00:00Z' }],
    ['a subject', { credentialSubject: { id: 'urn:uuid:other' } }],
    ['contexts', { '@context': ['https://www.w3.org/2018/credentials/v1'] }],
    ['an assertion of Open Badges 2.0', { badge: 'https://a.example/b', recipient: {} }],
  ])('is unreadable when %s stands beside `vc`, where few look', async (_, outer) => {
    expect(await formatOf(await versionOne({}, outer))).toEqual(TWO);
  });

  it('is unreadable when `vc` has a credential of VC 2.0, which does not belong there', async () => {
    const { iss = '', sub = '', jti = '', nbf = 0 } = await payload();
    expect(await formatOf({ vc: unsigned(), iss, sub, jti, nbf })).toEqual(TWO);
  });

  it('is unreadable as a presentation that is one and has one in `vp`', async () => {
    const presentation = { type: ['VerifiablePresentation'], verifiableCredential: [await token()] };
    expect(await formatOf({ ...presentation, vp: presentation })).toEqual(TWO);
    expect(await formatOf({ vp: presentation, vc: {} })).toEqual(TWO);
  });

  it('is none when only `vc` has one, in VC 1.1', async () => {
    const report = await check(rawToken(HEADER, await versionOne({}, { iat: 1795338000, aud: 'x', nonce: 'y' })));
    expect([report.verdict, codes(report).claims]).toEqual(['genuine-issuer-unknown', 'passed']);
  });
});

describe('the type of a token', () => {
  it.each([undefined, 'JWT', 'jwt', 'vc+jwt', 'VC+JWT', 'application/vc+jwt', 'vc+ld+jwt', 'vc+ld+json+jwt', 'vc-ld+jwt'])(
    'may be %s for a badge',
    async (typ) => {
      const { typ: _, ...header } = HEADER;
      const report = await check(rawToken(typ === undefined ? header : { ...header, typ }, await payload()));
      expect(report.verdict).toBe('genuine-issuer-unknown');
    },
  );

  it.each([
    ...['at+jwt', 'application/at+jwt', 'vp+jwt', 'secevent+jwt', 'entity-statement+jwt', 'dpop+jwt', 'kb+jwt', 'bad+typ', 'JOSE', ''],
    ...['vc+jwt ', 'xvc+jwt', 'vc+jwt;v=1', 'application/application/jwt', 'text/jwt'],
  ])('makes a badge no badge when it is "%s"', async (typ) => {
    const { verdict, detail } = await formatOf(await payload(), { ...HEADER, typ });
    expect([verdict, detail]).toEqual(['unreadable', { found: 'other-token', type: typ }]);
  });

  it('is that of a presentation for presentations only', async () => {
    const vp = { type: ['VerifiablePresentation'], verifiableCredential: [await token()] };
    for (const typ of ['vp+jwt', 'application/vp+jwt', 'JWT']) {
      expect((await check(rawToken({ ...HEADER, typ }, vp))).verdict, typ).toBe('genuine-issuer-unknown');
    }
    expect(await formatOf(vp, { ...HEADER, typ: 'vc+jwt' })).toMatchObject({ verdict: 'unreadable' });
  });

  it('says nothing about a token without a badge', async () => {
    const { detail } = await formatOf({ sub: 'ada' }, { ...HEADER, typ: 'at+jwt' });
    expect(detail).toEqual({ found: 'jwt-without-badge' });
  });

  it.each(['vc', 'VC', 'application/vc', 'vc+ld+json', 'ob+json'])('may be made closer by the content type %s', async (cty) => {
    expect((await check(rawToken({ ...HEADER, cty }, await payload()))).verdict).toBe('genuine-issuer-unknown');
  });

  it.each(['vp', 'application/vp', 'vp+ld+json', 'JWT', 'at+jwt'])('is contradicted by the content type %s', async (cty) => {
    expect(await formatOf(await payload(), { ...HEADER, cty })).toMatchObject({ verdict: 'unreadable', detail: { found: 'other-token' } });
  });
});

describe('the header of a token', () => {
  it('may have members that nobody reads: each is told, five at most', async () => {
    const more = { foo: 1, 'a/b': 2, x5c: ['MII'], x5t: 'x', c: 3, d: 4 };
    const report = await check(rawToken({ ...HEADER, ...more }, await payload()));
    expect([report.verdict, codes(report).schema]).toEqual(['genuine-issuer-unknown', 'passed']);
    expect(report.notes.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(
      ['foo', 'a~1b', 'x5c', 'x5t', 'c'].map((name) => `token-header /header/${name}`),
    );
  });

  it.each([{ zip: 'DEF' }, { jku: 'https://evil.example/k' }, { x5u: 'https://evil.example/c' }])('is not overlooked: %j', async (more) => {
    const report = await check(rawToken({ ...HEADER, ...more } as JsonObject, await payload()));
    expect([report.verdict, codes(report).signature]).toEqual(['unfinished', 'unsupported-suite']);
    expect(report.contacted.map(({ host }) => host)).not.toContain('evil.example');
  });

  it.each([
    ['iss', 'did:web:evil.example'],
    ['sub', 'urn:uuid:other'],
    ['jti', 'https://badges.example/credentials/2'],
    ['nbf', 1],
    ['exp', 1],
  ])('repeats no claim with another value: %s', async (claim, value) => {
    const report = await check(rawToken({ ...HEADER, [claim]: value }, await payload()));
    expect([report.verdict, report.because, report.checks.claims.detail]).toEqual(['do-not-rely', ['claims'], { claim }]);
  });

  it('may repeat a claim as it is', async () => {
    expect((await check(rawToken({ ...HEADER, iss: ISSUER }, await payload()))).verdict).toBe('genuine-issuer-unknown');
  });

  it('publishes no private key', async () => {
    const jwk = { ...mallory.publicKey.jwk, d: 'AAAA' };
    const report = await check(rawToken({ ...HEADER, jwk }, await payload()));
    expect([report.verdict, report.checks['issuer-resolved']]).toMatchObject(['unfinished', { detail: { reason: 'private-key' } }]);
  });
});

describe('a status that is a claim of the token', () => {
  it.each([
    [{ status_list: { idx: 0, uri: 'https://badges.example/list' } }, 'status.status_list'],
    [{ identifier_list: {} }, 'status.identifier_list'],
    [{}, 'status'],
  ])('is not the same as no status: %j', async (status, type) => {
    const report = await check(rawToken(HEADER, await payload({ status })));
    expect([report.verdict, report.checks['status-list']]).toEqual([
      'unfinished',
      { outcome: 'unknown', code: 'unsupported-status-type', detail: { type } },
    ]);
    expect(codes(report).revoked).toBe('unsupported-status-type');
    const inVc = await check(rawToken(HEADER, await versionOne({}, { status })));
    expect([inVc.verdict, codes(inVc)['status-list']]).toEqual(['unfinished', 'unsupported-status-type']);
  });

  it('is not an end of the signature, nor any other claim', async () => {
    expect((await check(rawToken(HEADER, await payload({ status: 'active', iat: NOW / 1000 })))).verdict).toBe('genuine-issuer-unknown');
  });

  it('of an unknown kind is unanswered whatever purpose it states', async () => {
    for (const statusPurpose of ['message', 'refresh', 'revocation']) {
      const credentialStatus = { id: 'https://badges.example/s#1', type: 'FutureStatusEntry', statusPurpose };
      const report = await check(rawToken(HEADER, await payload({ credentialStatus })));
      expect([report.verdict, codes(report)['status-list']], statusPurpose).toEqual(['unfinished', 'unsupported-status-type']);
    }
  });
});

describe('an SD-JWT', () => {
  const SD_JWT = { verdict: 'unfinished', code: 'unsupported-format', detail: { found: 'sd-jwt' } };
  const answer = async (input: Parameters<typeof check>[0]) => {
    const report = await check(input);
    return { verdict: report.verdict, code: codes(report).format, detail: report.checks.format.detail };
  };

  it('is known by name, as text, in an envelope, in a presentation and as an endorsement', async () => {
    const text = `${rawToken({ ...HEADER, typ: 'vc+sd-jwt' }, await payload({ _sd_alg: 'sha-256' }))}~WyJhIiwiYiIsImMiXQ~`;
    const envelope = { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+sd-jwt,${text}` };
    for (const input of [text, `\n${text}\n`, `${text}${await token()}`, text.slice(0, text.indexOf('~')), envelope]) {
      expect(await answer(input)).toEqual(SD_JWT);
    }
    expect(await answer({ type: 'VerifiablePresentation', verifiableCredential: [text] })).toEqual(SD_JWT);
    const endorsed = await check(await token(unsigned({ endorsementJwt: [text] })));
    expect(endorsed.contained[0]).toMatchObject({ verdict: 'unfinished', checks: { format: { detail: { found: 'sd-jwt' } } } });
  });

  it('is known by its type or its digests when it is an SD-JWT VC', async () => {
    for (const typ of ['dc+sd-jwt', 'vc+sd-jwt', undefined]) {
      const header: JsonObject = { alg: 'ES256', ...(typ === undefined ? {} : { typ }) };
      expect(await answer(`${rawToken(header, { vct: 'https://a.example/badge', _sd: ['x'] })}~`)).toEqual(SD_JWT);
    }
  });
});

describe('an envelope', () => {
  it.each([
    ['plain', (text: string) => `data:application/vc+jwt,${text}`],
    ['of another case', (text: string) => `DATA:Application/VC+JWT,${text}`],
    ['of the general type', (text: string) => `data:application/jwt,${text}`],
    ['with a parameter', (text: string) => `data:application/vc+jwt;charset=utf-8,${text}`],
    ['in base64', (text: string) => `data:application/vc+jwt;base64,${encodeBase64(utf8(text))}`],
    [
      'in base64 with its padding encoded',
      (text: string) => `data:application/vc+jwt;base64,${encodeBase64(utf8(text)).replaceAll('=', '%3D')}`,
    ],
    ['in base64 without padding', (text: string) => `data:application/vc+jwt;base64,${encodeBase64url(utf8(text))}`],
  ])('is opened: %s', async (_, wrap) => {
    const report = await check({ type: 'EnvelopedVerifiableCredential', id: wrap(await token()) });
    expect([report.verdict, report.checks.format.detail]).toEqual(['genuine-issuer-unknown', { container: 'enveloped' }]);
  });

  it('of a presentation shows the badge in it', async () => {
    const credential = { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${await token()}` };
    const vp = rawToken({ alg: 'EdDSA', typ: 'vp+jwt' }, { type: 'VerifiablePresentation', verifiableCredential: [credential] }, mallory);
    const report = await check({ type: ['EnvelopedVerifiablePresentation'], id: `data:application/vp+jwt,${vp}` });
    expect(report.verdict).toBe('genuine-issuer-unknown');
  });

  it.each([
    'data:application/vc+cose;base64,AAAA',
    'data:application/vc+jwt;base64,&&&&',
    'data:application/vc+jwt;base64,////',
    'data:text/html,<p>',
    'data:,',
    'data:',
    'https://a.example/badge.jwt',
    `data:${'x'.repeat(300)},eyJ`,
  ])('with anything else is unfinished, and says so: %s', async (id) => {
    const report = await check({ type: 'EnvelopedVerifiableCredential', id });
    expect([report.verdict, report.checks.format.detail]).toEqual(['unfinished', { found: 'enveloped' }]);
  });
});
