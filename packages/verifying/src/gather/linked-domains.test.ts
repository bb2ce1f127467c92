import { describeCheck, describeIssuer } from '@proofmark/messages';
import type { Json } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import {
  check,
  codes,
  ISSUER,
  ISSUER_DOCUMENT,
  mallory,
  NOW,
  namedKey,
  portsOf,
  signed,
  unsigned,
  type World,
} from '../fixtures/badges.fixture.js';
import { CONFIGURATION, claiming, configuration, linkage, linkageProof, linkageToken, ORIGIN } from '../fixtures/issuer.fixture.js';
import { verify } from '../verify.js';

// T11: only a domain that names the issuer too is shown as its own.

const badge = await signed();
const claims = { [ISSUER_DOCUMENT]: claiming(ORIGIN) };
const domainOf = async (world: World, at = NOW) => (await check(badge, world, { at })).checks['issuer-domain'];
const hosting = (...linked: readonly Json[]): World => ({ ...claims, [CONFIGURATION]: configuration(...linked) });

describe('a web domain that the issuer names', () => {
  it.each([
    ['a token', () => linkageToken()],
    [
      'a token whose credential leaves to the claims who is meant',
      () => linkageToken(linkage({ issuer: undefined, credentialSubject: { origin: ORIGIN } })),
    ],
    ['an embedded proof', () => linkageProof()],
  ])('is proven when it names the issuer with %s', async (_, credential) => {
    expect(await domainOf(hosting(await credential()))).toEqual({ outcome: 'passed', detail: { domain: 'acme.example' } });
  });

  it('is proven by one good credential among others', async () => {
    const stranger = linkage({ issuer: 'did:web:else.example', credentialSubject: { id: 'did:web:else.example', origin: ORIGIN } });
    const expired = linkageToken(linkage(), { exp: 1795338001 });
    const world = hosting(linkageToken(stranger, { iss: 'did:web:else.example' }), 7, 'x.y.z', {}, expired, linkageToken());
    expect((await domainOf(world)).outcome).toBe('passed');
  });

  it.each<[string, () => Json | Promise<Json>, string]>([
    ['someone else’s key', () => linkageToken(linkage(), {}, mallory), 'signature'],
    ['another domain', () => linkageToken(linkage({ credentialSubject: { id: ISSUER, origin: 'https://else.example' } })), 'origin'],
    ['another issuer inside', () => linkageToken(linkage({ issuer: 'did:web:else.example' })), 'issuer'],
    ['another subject', () => linkageToken(linkage(), { sub: 'did:web:else.example' }), 'subject'],
    ['another subject inside', () => linkageToken(linkage({ credentialSubject: { id: 'did:web:x.example', origin: ORIGIN } })), 'subject'],
    ['another kind of credential', () => linkageToken(linkage({ type: ['VerifiableCredential'] })), 'shape'],
    ['a date that is none', () => linkageToken(linkage({ expirationDate: 'some day' })), 'dates'],
    ['a beginning to come', () => linkageToken(linkage(), { nbf: 1924992000 }), 'not-yet-valid'],
    ['an end that is over', () => linkageToken(linkage({ expirationDate: '2027-01-01T00:00:00Z' })), 'expired'],
    ['an embedded proof by someone else', () => linkageProof(linkage(), mallory), 'signature'],
    [
      'an embedded proof that does not fit',
      async () => ({ ...(await linkageProof()), expirationDate: '2036-11-22T09:00:00Z' }),
      'signature',
    ],
    ['members that it must not have', async () => ({ ...(await linkageProof()), '@included': [] }), 'shape'],
    [
      'a subject that says more',
      async () => ({ ...(await linkageProof()), credentialSubject: { id: ISSUER, origin: ORIGIN, type: 'x' } }),
      'shape',
    ],
  ])('does not confirm the issuer with %s', async (_, credential, fault) => {
    const outcome = await domainOf(hosting(await credential()));
    expect(outcome).toEqual({ outcome: 'failed', code: 'domain-mismatch', detail: { domain: 'acme.example', fault } });
  });

  it.each<[string, World, string]>([
    ['nothing there', {}, 'unreachable'],
    ['too much', { [CONFIGURATION]: { failure: 'too-large' } }, 'too-large'],
  ])('is not known when it answers with %s', async (_, world, reason) => {
    const outcome = await domainOf({ ...claims, ...world });
    expect(outcome).toEqual({ outcome: 'unknown', code: 'domain-unreachable', detail: { domain: 'acme.example', reason } });
  });

  it('is not known without a network, or with a signature that we cannot check', async () => {
    expect(await domainOf({ ...claims, [CONFIGURATION]: { failure: 'offline' } })).toMatchObject({ code: 'offline' });
    const proof = { type: 'Ed25519Signature2018', proofPurpose: 'assertionMethod', verificationMethod: `${ISSUER}#x`, jws: 'x..y' };
    expect(await domainOf(hosting({ ...linkage(), proof }))).toMatchObject({ outcome: 'unknown', code: 'unsupported-suite' });
  });

  it.each<[string, World, string]>([
    ['a page', { [CONFIGURATION]: '<!doctype html>' }, 'malformed'],
    ['no list', { [CONFIGURATION]: { linked_dids: 'x' } }, 'malformed'],
    ['others only', { [CONFIGURATION]: configuration(linkageToken(linkage(), { iss: 'did:web:else.example' })) }, 'other-issuer'],
  ])('does not confirm the issuer when it answers with %s', async (_, world, fault) => {
    expect(await domainOf({ ...claims, ...world })).toMatchObject({ outcome: 'failed', code: 'domain-mismatch', detail: { fault } });
  });

  it('does not confirm the issuer when it has no such document', async () => {
    const ports = portsOf(claims);
    const fetch: typeof ports.documents.fetch = async (request) =>
      request.url === CONFIGURATION ? { ok: false, url: request.url, code: 'http-status', status: 404 } : ports.documents.fetch(request);
    const report = await verify({ json: badge }, { ...ports, documents: { fetch } }, { at: NOW });
    expect(report.checks['issuer-domain']).toMatchObject({ outcome: 'failed', detail: { fault: 'no-configuration' } });
    expect(report.verdict).toBe('genuine-issuer-unknown');
  });

  it('is asked once, by its origin; an address with a path or another scheme is not asked', async () => {
    const ports = portsOf({
      [ISSUER_DOCUMENT]: claiming(`${ORIGIN}/`, 'HTTPS://ACME.example', 'https://pages.example/acme', 'ftp://acme.example'),
      [CONFIGURATION]: configuration(linkageToken()),
    });
    const { checks } = await verify({ json: badge }, ports, { at: NOW });
    expect(checks['issuer-domain']).toMatchObject({ outcome: 'passed', detail: { unproven: ['pages.example', 'acme.example'] } });
    expect(ports.asked.filter((request) => request.for === 'domain').map(({ url }) => url)).toEqual([CONFIGURATION]);
  });

  it('is never proven for a host that several issuers share', async () => {
    const ports = portsOf({ [ISSUER_DOCUMENT]: claiming('https://badges.example') });
    const { checks } = await verify({ json: badge }, ports, { at: NOW, trustedIssuers: ['badges.example'] });
    expect(checks['issuer-domain']).toMatchObject({ outcome: 'not-applicable', detail: { platform: 'badges.example' } });
    expect(checks['issuer-trusted']).toMatchObject({ outcome: 'failed', code: 'issuer-not-listed' });
    expect(ports.asked.some((request) => request.for === 'domain')).toBe(false);
  });

  it('is not asked for a badge whose signature is invalid', async () => {
    const ports = portsOf(hosting(linkageToken()));
    await verify({ json: { ...badge, name: 'Altered' } }, ports, { at: NOW, registries: [{ url: 'https://registry.example/r.json' }] });
    expect(ports.asked.map((request) => request.for)).toEqual(['issuer']);
  });

  it('is proven by a did:web of the whole host without a request', async () => {
    const issuer = 'did:web:acme.example';
    const key = namedKey('own');
    const own = await signed(unsigned({ issuer: { id: issuer, type: ['Profile'], name: 'Acme' } }), key, `${issuer}#k`);
    const method = { id: `${issuer}#k`, type: 'JsonWebKey', controller: issuer, publicKeyJwk: key.publicKey.jwk };
    const document = { id: issuer, verificationMethod: [method], assertionMethod: [method.id] };
    const report = await check(own, { 'https://acme.example/.well-known/did.json': document });
    expect(report.checks['issuer-domain']).toEqual({ outcome: 'passed', detail: { domain: 'acme.example' } });
  });

  it('counts for the reader’s list once it is proven, and is unknown while it does not answer', async () => {
    const policy = { trustedIssuers: ['https://acme.example/'] };
    const trusted = await check(badge, hosting(linkageToken()), policy);
    expect(trusted.verdict).toBe('genuine-issuer-confirmed');
    expect(describeIssuer(trusted)).toMatchObject({ known: null, domain: 'acme.example', says: 'Acme Academy' });
    expect(codes(await check(badge, claims, policy))['issuer-trusted']).toBe('domain-unreachable');
    expect(codes(await check(badge, hosting(linkageToken(linkage(), {}, mallory)), policy))['issuer-trusted']).toBe('issuer-not-listed');
  });

  it('is shown to readers by name', async () => {
    const { happened } = describeCheck('issuer-domain', await domainOf(hosting(linkageToken(linkage(), {}, mallory))));
    expect(happened).toBe('The issuer claims the web domain acme.example, which does not confirm it.');
  });
});
