import { describeCheck, describeIssuer, describeVerdict } from '@proofmark/messages';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import {
  acmeJwt,
  check,
  ISSUER,
  ISSUER_DOCUMENT,
  issuerDocument,
  mallory,
  NOW,
  namedKey,
  portsOf,
  signed,
  type World,
} from '../fixtures/badges.fixture.js';
import { entityConfiguration, FEDERATION, FETCH, REGISTRY, statement, subordinate } from '../fixtures/issuer.fixture.js';
import type { Registry } from '../ports.js';
import { verify } from '../verify.js';

// T11: a registry’s name for the issuer stands in for the one that the badge claims.

const badge = await signed();
const registryOf = (registry: JsonObject): JsonObject => ({ meta: { created: '2026-01-01T00:00:00Z' }, registry });
const LISTED = registryOf({ [ISSUER]: { name: 'Acme Academy Ltd', url: 'https://acme.example', location: 'Oslo' } });
const trustedOf = async (world: World, registries: readonly Registry[] = [{ url: REGISTRY }], at = NOW) =>
  (await check(badge, world, { registries, at })).checks['issuer-trusted'];

describe('a registry as a JSON file', () => {
  it('confirms the issuer that it lists, and gives its name', async () => {
    const report = await check(badge, { [REGISTRY]: LISTED }, { registries: [{ url: REGISTRY }] });
    expect(report.checks['issuer-trusted']).toEqual({ outcome: 'passed', detail: { registry: REGISTRY, name: 'Acme Academy Ltd' } });
    expect(report.verdict).toBe('genuine-issuer-confirmed');
    expect(report.because).toContain('issuer-trusted');
    expect(report.contacted).toContainEqual({ host: 'registry.example', for: 'registry' });
    expect(describeIssuer(report).known).toEqual({ name: 'Acme Academy Ltd', by: REGISTRY });
    expect(describeVerdict(report).title).toBe(`Genuine, and ${REGISTRY} confirms the issuer`);
  });

  it('is not fetched when the reader supplies it', async () => {
    expect(await trustedOf({}, [{ url: 'schools.json', json: LISTED }])).toMatchObject({
      outcome: 'passed',
      detail: { registry: 'schools.json' },
    });
  });

  it('has the name that the reader gives it', async () => {
    const named = [{ url: REGISTRY, name: 'Schools of Norway' }];
    expect(await trustedOf({ [REGISTRY]: LISTED }, named)).toMatchObject({ detail: { registry: 'Schools of Norway' } });
    expect(await trustedOf({}, named)).toMatchObject({ detail: { registries: ['Schools of Norway'] } });
  });

  it('does not count against an issuer that it does not list', async () => {
    const report = await check(badge, { [REGISTRY]: registryOf({}) }, { registries: [{ url: REGISTRY }] });
    expect([report.verdict, report.checks['issuer-trusted'].outcome]).toEqual(['genuine-issuer-unknown', 'failed']);
  });

  it.each<[string, World]>([
    ['did not answer', {}],
    ['is a web page', { [REGISTRY]: '<!doctype html>' }],
    ['is another kind of data', { [REGISTRY]: { issuers: [ISSUER] } }],
    ['lists issuers in an array', { [REGISTRY]: { registry: [ISSUER] } }],
    ['has a duplicate member', { [REGISTRY]: '{"registry":{},"registry":{}}' }],
  ])('leaves the check unknown, and is named, when it %s', async (_, world) => {
    const outcome = await trustedOf(world);
    expect(outcome).toEqual({ outcome: 'unknown', code: 'registry-unreachable', detail: { registries: [REGISTRY] } });
    expect(describeCheck('issuer-trusted', outcome).happened).toContain(REGISTRY);
  });

  it('does not list names that every object inherits', async () => {
    const report = await check(badge, { [REGISTRY]: registryOf({ __proto__: null }) }, { registries: [{ url: REGISTRY }] });
    expect(report.checks['issuer-trusted'].outcome).toBe('failed');
  });
});

describe('several registries', () => {
  const other = 'https://other.example/registry.json';
  const both = [{ url: REGISTRY }, { url: other }];

  it('take the name from the first one that lists the issuer', async () => {
    const world = { [REGISTRY]: LISTED, [other]: registryOf({ [ISSUER]: { name: 'Somebody else' } }) };
    expect(await trustedOf(world, both)).toMatchObject({ detail: { registry: REGISTRY, name: 'Acme Academy Ltd' } });
  });

  it('name an unreadable one beside the one that confirms', async () => {
    expect(await trustedOf({ [other]: LISTED }, both)).toMatchObject({
      outcome: 'passed',
      detail: { registry: other, unread: [REGISTRY] },
    });
  });

  it('leave the check unknown when one cannot be read', async () => {
    expect(await trustedOf({ [other]: registryOf({}) }, both)).toMatchObject({ outcome: 'unknown', detail: { registries: [REGISTRY] } });
  });

  it('are not needed when the reader’s own list names the issuer', async () => {
    const report = await check(badge, {}, { registries: both, trustedIssuers: [ISSUER] });
    expect(report.checks['issuer-trusted']).toEqual({ outcome: 'passed', detail: { entry: ISSUER, unread: [REGISTRY, other] } });
  });
});

describe('a federation', () => {
  const key = acmeJwt;
  const world: World = { [FEDERATION]: entityConfiguration(key), [FETCH]: subordinate(key) };
  const federation: readonly Registry[] = [{ url: FEDERATION }];

  it.each<[string, Registry]>([
    ['as an address', { url: FEDERATION }],
    ['as an entity', { url: 'https://federation.example', kind: 'openid-federation' }],
  ])('confirms the issuer under its own name when it is given %s', async (_, registry) => {
    expect(await trustedOf(world, [registry])).toEqual({
      outcome: 'passed',
      detail: { registry: 'Register of Schools', name: 'Acme Academy Ltd' },
    });
  });

  it('fails the check when it answers 404 for the issuer', async () => {
    const ports = portsOf({ [ISSUER_DOCUMENT]: issuerDocument(), ...world });
    const fetch: typeof ports.documents.fetch = async (request) =>
      request.url === FETCH ? { ok: false, url: FETCH, code: 'http-status', status: 404 } : ports.documents.fetch(request);
    const report = await verify({ json: badge }, { ...ports, documents: { fetch } }, { at: NOW, registries: federation });
    expect(report.checks['issuer-trusted']).toMatchObject({ outcome: 'failed', code: 'issuer-not-listed' });
  });

  it.each<[string, World]>([
    ['its configuration is signed by someone else', { [FEDERATION]: entityConfiguration(key, {}).replace(/[^.]+$/, 'AAAA') }],
    ['its configuration is about another', { [FEDERATION]: entityConfiguration(key, { sub: 'https://else.example' }) }],
    ['its configuration has expired', { [FEDERATION]: entityConfiguration(key, { exp: 1 }) }],
    ['its configuration has no end', { [FEDERATION]: entityConfiguration(key, { exp: null }) }],
    ['its configuration names no fetch endpoint', { [FEDERATION]: entityConfiguration(key, { metadata: {} }) }],
    ['its configuration has an unknown critical claim', { [FEDERATION]: entityConfiguration(key, { crit: ['x'] }) }],
    ['the statement is signed by someone else', { [FETCH]: subordinate(mallory, {}, { alg: 'EdDSA' }) }],
    ['the statement has another key’s name', { [FETCH]: subordinate(key, {}, { kid: 'registry-2' }) }],
    ['the statement is another kind of token', { [FETCH]: subordinate(key, {}, { typ: 'JWT' }) }],
    ['the statement is unsigned', { [FETCH]: statement({ sub: ISSUER }, { key: namedKey('x'), header: { alg: 'none' } }) }],
    ['the statement is about another', { [FETCH]: subordinate(key, { sub: `${ISSUER}x` }) }],
    ['the statement is by another', { [FETCH]: subordinate(key, { iss: 'https://else.example' }) }],
    ['the statement has expired', { [FETCH]: subordinate(key, { exp: Math.floor(NOW / 1000) }) }],
    ['the statement is of tomorrow', { [FETCH]: subordinate(key, { iat: Math.floor(NOW / 1000) + 3600 }) }],
    ['it does not answer about the issuer', { [FETCH]: { failure: 'timeout' } }],
    ['it answers with a page', { [FETCH]: '<!doctype html>' }],
  ])('leaves the check unknown when %s', async (_, more) => {
    const outcome = await trustedOf({ ...world, ...more }, federation);
    expect(outcome).toEqual({ outcome: 'unknown', code: 'registry-unreachable', detail: { registries: [FEDERATION] } });
  });

  it('may write its times as strings', async () => {
    const exp = String(Math.floor(NOW / 1000) + 60);
    expect((await trustedOf({ ...world, [FETCH]: subordinate(key, { exp }) }, federation)).outcome).toBe('passed');
  });

  it('confirms the issuer without giving it a name', async () => {
    const outcome = await trustedOf({ ...world, [FETCH]: subordinate(key, { metadata: {} }) }, federation);
    expect(outcome).toEqual({ outcome: 'passed', detail: { registry: 'Register of Schools' } });
    expect(describeCheck('issuer-trusted', outcome).happened).toBe('The issuer is known. Register of Schools lists it.');
  });
});
