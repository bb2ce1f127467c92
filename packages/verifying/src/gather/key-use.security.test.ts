import { decodeBase64url, encodeBase58, encodeBase64url, type JsonObject } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import {
  acme,
  acmeJwt,
  check,
  codes,
  ISSUER,
  ISSUER_DOCUMENT,
  issuerDocument,
  rawToken,
  signed,
  token,
  unsigned,
  type World,
} from '../fixtures/badges.fixture.js';

// T8: keys that say themselves what they are for.

const ID = `${ISSUER}#jwt`;
const jwkMethod = (more: JsonObject): JsonObject => ({
  id: ID,
  type: 'JsonWebKey',
  controller: ISSUER,
  publicKeyJwk: { ...acmeJwt.publicKey.jwk, ...more },
});
const world = (...methods: readonly JsonObject[]): World => ({
  [ISSUER_DOCUMENT]: issuerDocument({ verificationMethod: methods, assertionMethod: methods.map(({ id = '' }) => id) }),
});
const NOT_FOR_THIS = ['do-not-rely', 'passed', 'key-not-authorised', 'not-reached'];
const about = (report: Awaited<ReturnType<typeof check>>): readonly (string | undefined)[] => {
  const said = codes(report);
  return [report.verdict, said['issuer-binding'], said['key-authorised'], said.signature];
};

/** A token of another issuer than the did:web one, with the claims to match. */
async function tokenOf(issuer: string, header: JsonObject): Promise<string> {
  const credential = unsigned({ issuer: { id: issuer, type: ['Profile'], name: 'One' } });
  const claims = { iss: issuer, jti: credential.id ?? '', nbf: 1795338000, sub: 'urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11' };
  return rawToken({ alg: 'ES256', typ: 'JWT', ...header }, { ...credential, ...claims });
}

describe('a key that says what it is for', () => {
  it.each([{ use: 'enc' }, { key_ops: ['deriveBits'] }, { key_ops: [] }])(
    'signs nothing else, in the document of its issuer: %j',
    async (more) => {
      expect(about(await check(await token(), world(jwkMethod(more))))).toEqual(NOT_FOR_THIS);
    },
  );

  it.each([{ use: 'sig' }, { key_ops: ['verify'] }, { alg: 'ES256' }, { use: 'sig', key_ops: ['verify', 'sign'], alg: 'ES256' }])(
    'signs what it is for: %j',
    async (more) => {
      expect((await check(await token(), world(jwkMethod(more)))).verdict).toBe('genuine-issuer-unknown');
    },
  );

  it('is bound by it for embedded proofs too', async () => {
    const method = { ...jwkMethod({}), id: `${ISSUER}#ed`, publicKeyJwk: { ...acme.publicKey.jwk, use: 'enc' } };
    expect(about(await check(await signed(unsigned(), acme, `${ISSUER}#ed`), world(method)))).toEqual(NOT_FOR_THIS);
  });

  it('is bound by it as a did:jwk', async () => {
    const did = `did:jwk:${encodeBase64url(new TextEncoder().encode(JSON.stringify({ ...acmeJwt.publicKey.jwk, use: 'enc' })))}`;
    for (const kid of [`${did}#0`, did]) expect(about(await check(await tokenOf(did, { kid })))).toEqual(NOT_FOR_THIS);
  });

  it('is bound by it alone at an address, in a key set, and in the header', async () => {
    const issuer = 'https://platform.example/issuers/1';
    const url = 'https://platform.example/keys/1';
    const set = 'https://platform.example/.well-known/jwks.json';
    const { jwk } = acmeJwt.publicKey;
    const text = await tokenOf(issuer, { kid: url });
    const alone = await check(text, { [url]: { ...jwk, use: 'enc' }, [set]: { keys: [jwk] } });
    expect([alone.verdict, codes(alone)['key-authorised']]).toEqual(['do-not-rely', 'key-not-authorised']);
    const listed = await check(text, { [url]: jwk, [set]: { keys: [{ ...jwk, use: 'enc' }] } });
    expect([listed.verdict, codes(listed)['issuer-binding']]).toEqual(['unfinished', 'issuer-unreachable']);
    const own = await check(await tokenOf(issuer, { jwk: { ...jwk, use: 'enc' } }), { [set]: { keys: [jwk] } });
    expect([own.verdict, codes(own)['key-authorised']]).toEqual(['do-not-rely', 'key-not-authorised']);
    const byName = await check(await tokenOf(issuer, { kid: 'k' }), { [set]: { keys: [{ ...jwk, kid: 'k', use: 'enc' }] } });
    expect(byName.verdict).toBe('unfinished');
  });

  it.each(['ECDH-ES', 'ES384', 'PS256'])('checks nothing, and accuses nobody, when it is for the algorithm %s', async (alg) => {
    const report = await check(await token(), world(jwkMethod({ alg })));
    expect([report.verdict, codes(report)['issuer-resolved'], codes(report).signature]).toEqual([
      'unfinished',
      'unsupported-suite',
      'not-reached',
    ]);
  });

  it('of a kind that is not checked here is no sign of forgery', async () => {
    const report = await check(await token(), world({ ...jwkMethod({}), publicKeyJwk: { kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' } }));
    expect([report.verdict, codes(report)['issuer-resolved']]).toEqual(['unfinished', 'unsupported-suite']);
  });
});

describe('a key of small order', () => {
  const x = Uint8Array.of(1, ...new Array<number>(31).fill(0));
  const CONSTANT = Uint8Array.of(1, ...new Array<number>(63).fill(0));
  const multikey = `z${encodeBase58(Uint8Array.of(0xed, 0x01, ...x))}`;

  it('makes no badge genuine that nobody signed, with whatever signature', async () => {
    const did = `did:key:${multikey}`;
    const badge = await signed(unsigned({ issuer: { id: did, type: ['Profile'], name: 'Any' } }));
    const proof = { ...(badge.proof as JsonObject), verificationMethod: `${did}#${multikey}`, proofValue: `z${encodeBase58(CONSTANT)}` };
    const report = await check({ ...badge, proof });
    expect([report.verdict, codes(report).signature]).toEqual(['unfinished', 'not-reached']);
  });

  it('is refused in the document of an issuer, in each of its forms', async () => {
    const forms = [
      { type: 'Multikey', publicKeyMultibase: multikey },
      { type: 'JsonWebKey', publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(x) } },
      { type: 'Ed25519VerificationKey2018', publicKeyBase58: encodeBase58(x) },
    ];
    for (const form of forms) {
      const badge = await signed(unsigned(), acme, ID);
      const altered = { ...badge, proof: { ...(badge.proof as JsonObject), proofValue: `z${encodeBase58(CONSTANT)}` } };
      const report = await check(altered, world({ id: ID, controller: ISSUER, ...form }));
      expect([report.verdict, codes(report).signature, report.checks['issuer-resolved'].detail], form.type).toEqual([
        'unfinished',
        'not-reached',
        { reason: 'weak-key' },
      ]);
    }
  });
});

describe('a key in base58 alone', () => {
  const bytes = decodeBase64url(acme.publicKey.jwk.x ?? '') ?? new Uint8Array();
  const method = { id: ID, type: 'Ed25519VerificationKey2018', controller: ISSUER, publicKeyBase58: encodeBase58(bytes) };

  it('checks a badge, in the document or at its own address', async () => {
    const badge = await signed(unsigned(), acme, ID);
    expect((await check(badge, world(method))).verdict).toBe('genuine-issuer-unknown');
    const url = 'https://badges.example/keys/1';
    const apart = { [ISSUER_DOCUMENT]: issuerDocument({ assertionMethod: [url] }), [url]: { ...method, id: url } };
    expect((await check(await signed(unsigned(), acme, url), apart)).verdict).toBe('genuine-issuer-unknown');
  });
});

describe('a bare key id', () => {
  const { jwk } = acmeJwt.publicKey;

  it('may be what the JWK of a method calls itself', async () => {
    const report = await check(await token(unsigned(), acmeJwt, 'key-2026'), world(jwkMethod({ kid: 'key-2026' })));
    expect([report.verdict, codes(report)['issuer-binding']]).toEqual(['genuine-issuer-unknown', 'passed']);
    const urn = 'urn:ietf:params:oauth:jwk-thumbprint:sha-256:NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs';
    expect((await check(await token(unsigned(), acmeJwt, urn), world(jwkMethod({ kid: urn })))).verdict).toBe('genuine-issuer-unknown');
    expect((await check(await token(unsigned(), acmeJwt, urn), world(jwkMethod({})))).verdict).toBe('unfinished');
  });

  it('is the id of a method before it is the name of another', async () => {
    const named = { ...jwkMethod({ kid: 'jwt' }), id: `${ISSUER}#other`, publicKeyJwk: { ...acme.publicKey.jwk, kid: 'jwt' } };
    expect((await check(await token(unsigned(), acmeJwt, 'jwt'), world(named, jwkMethod({})))).verdict).toBe('genuine-issuer-unknown');
  });

  it('names nothing when two keys call themselves so, or none', async () => {
    const other = { ...jwkMethod({}), id: `${ISSUER}#other`, publicKeyJwk: { ...acme.publicKey.jwk, kid: 'k' } };
    for (const methods of [[jwkMethod({ kid: 'k' }), other], [jwkMethod({ kid: 'j' })]]) {
      const report = await check(await token(unsigned(), acmeJwt, 'k'), world(...methods));
      expect([report.verdict, codes(report)['key-authorised']]).toEqual(['do-not-rely', 'key-not-authorised']);
    }
  });

  it('is looked up in the key set of an issuer with a web address', async () => {
    const issuer = 'https://platform.example/issuers/1';
    const set = 'https://platform.example/.well-known/jwks.json';
    const text = await tokenOf(issuer, { kid: 'k' });
    const of = async (keys: readonly JsonObject[]) => (await check(text, { [set]: { keys } })).verdict;
    expect(await of([{ ...jwk, kid: 'k' }])).toBe('genuine-issuer-unknown');
    expect(
      await of([
        { ...jwk, kid: 'k', iss: issuer },
        { ...acme.publicKey.jwk, kid: 'k', iss: 'https://platform.example/2' },
      ]),
    ).toBe('genuine-issuer-unknown');
    expect(await of([{ ...jwk, kid: 'k', iss: 'https://platform.example/2' }])).toBe('unfinished');
    expect(await of([{ ...jwk, kid: 'j' }])).toBe('unfinished');
    const silent = await check(text, { [issuer]: { id: issuer, type: 'Profile' } });
    expect([silent.verdict, codes(silent)['issuer-resolved']]).toEqual(['unfinished', 'issuer-unreachable']);
  });
});
