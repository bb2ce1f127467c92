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

  it('need not be fetched when it is at hand', async () => {
    expect(await trustedOf({}, [{ url: 'schools.json', json: LISTED }])).toMatchObject({
      outcome: 'passed',
      detail: { registry: 'schools.json' },
    });
  });

  it('is called as the reader calls it', async () => {
    const named = [{ url: REGISTRY, name: 'Schools of Norway' }];
    expect(await trustedOf({ [REGISTRY]: LISTED }, named)).toMatchObject({ detail: { registry: 'Schools of Norway' } });
    expect(await trustedOf({}, named)).toMatchObject({ detail: { registries: ['Schools of Norway'] } });
  });

  it('that does not list the issuer says nothing against it', async () => {
    const report = await check(badge, { [REGISTRY]: registryOf({}) }, { registries: [{ url: REGISTRY }] });
    expect([report.verdict, report.checks['issuer-trusted'].outcome]).toEqual(['genuine-issuer-unknown', 'failed']);
  });

  it.each<[string, World]>([
    ['did not answer', {}],
    ['is a page', { [REGISTRY]: '<!doctype html>' }],
    ['is another kind of data', { [REGISTRY]: { issuers: [ISSUER] } }],
    ['lists by a list', { [REGISTRY]: { registry: [ISSUER] } }],
    ['says everything twice', { [REGISTRY]: '{"registry":{},"registry":{}}' }],
  ])('that %s leaves the question open, and is named', async (_, world) => {
    const outcome = await trustedOf(world);
    expect(outcome).toEqual({ outcome: 'unknown', code: 'registry-unreachable', detail: { registries: [REGISTRY] } });
    expect(describeCheck('issuer-trusted', outcome).happened).toContain(REGISTRY);
  });

  it('does not list what every object inherits', async () => {
    const report = await check(badge, { [REGISTRY]: registryOf({ __proto__: null }) }, { registries: [{ url: REGISTRY }] });
    expect(report.checks['issuer-trusted'].outcome).toBe('failed');
  });
});

describe('several registries', () => {
  const other = 'https://other.example/registry.json';
  const both = [{ url: REGISTRY }, { url: other }];

  it('the first that lists the issuer gives the name', async () => {
    const world = { [REGISTRY]: LISTED, [other]: registryOf({ [ISSUER]: { name: 'Somebody else' } }) };
    expect(await trustedOf(world, both)).toMatchObject({ detail: { registry: REGISTRY, name: 'Acme Academy Ltd' } });
  });

  it('one that cannot be read is named beside the one that confirms', async () => {
    expect(await trustedOf({ [other]: LISTED }, both)).toMatchObject({
      outcome: 'passed',
      detail: { registry: other, unread: [REGISTRY] },
    });
  });

  it('one that cannot be read might have listed the issuer', async () => {
    expect(await trustedOf({ [other]: registryOf({}) }, both)).toMatchObject({ outcome: 'unknown', detail: { registries: [REGISTRY] } });
  });

  it('and the reader’s own list does without them', async () => {
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
  ])('given %s confirms the issuer, in its own name', async (_, registry) => {
    expect(await trustedOf(world, [registry])).toEqual({
      outcome: 'passed',
      detail: { registry: 'Register of Schools', name: 'Acme Academy Ltd' },
    });
  });

  it('that does not know the issuer answers 404', async () => {
    const ports = portsOf({ [ISSUER_DOCUMENT]: issuerDocument(), ...world });
    const fetch: typeof ports.documents.fetch = async (request) =>
      request.url === FETCH ? { ok: false, url: FETCH, code: 'http-status', status: 404 } : ports.documents.fetch(request);
    const report = await verify({ json: badge }, { ...ports, documents: { fetch } }, { at: NOW, registries: federation });
    expect(report.checks['issuer-trusted']).toMatchObject({ outcome: 'failed', code: 'issuer-not-listed' });
  });

  it.each<[string, World]>([
    ['its configuration is signed by someone else', { [FEDERATION]: entityConfiguration(key, {}).replace(/[^.]+$/, 'AAAA') }],
    ['its configuration is about another', { [FEDERATION]: entityConfiguration(key, { sub: 'https://else.example' }) }],
    ['its configuration is over', { [FEDERATION]: entityConfiguration(key, { exp: 1 }) }],
    ['its configuration has no end', { [FEDERATION]: entityConfiguration(key, { exp: null }) }],
    ['its configuration names no fetch endpoint', { [FEDERATION]: entityConfiguration(key, { metadata: {} }) }],
    ['its configuration asks for what we do not know', { [FEDERATION]: entityConfiguration(key, { crit: ['x'] }) }],
    ['the statement is signed by someone else', { [FETCH]: subordinate(mallory, {}, { alg: 'EdDSA' }) }],
    ['the statement has another key’s name', { [FETCH]: subordinate(key, {}, { kid: 'registry-2' }) }],
    ['the statement is another kind of token', { [FETCH]: subordinate(key, {}, { typ: 'JWT' }) }],
    ['the statement is unsigned', { [FETCH]: statement({ sub: ISSUER }, { key: namedKey('x'), header: { alg: 'none' } }) }],
    ['the statement is about another', { [FETCH]: subordinate(key, { sub: `${ISSUER}x` }) }],
    ['the statement is by another', { [FETCH]: subordinate(key, { iss: 'https://else.example' }) }],
    ['the statement is over', { [FETCH]: subordinate(key, { exp: Math.floor(NOW / 1000) }) }],
    ['the statement is of tomorrow', { [FETCH]: subordinate(key, { iat: Math.floor(NOW / 1000) + 3600 }) }],
    ['it does not answer about the issuer', { [FETCH]: { failure: 'timeout' } }],
    ['it answers with a page', { [FETCH]: '<!doctype html>' }],
  ])('leaves the question open when %s', async (_, more) => {
    const outcome = await trustedOf({ ...world, ...more }, federation);
    expect(outcome).toEqual({ outcome: 'unknown', code: 'registry-unreachable', detail: { registries: [FEDERATION] } });
  });

  it('may write its times as text', async () => {
    const exp = String(Math.floor(NOW / 1000) + 60);
    expect((await trustedOf({ ...world, [FETCH]: subordinate(key, { exp }) }, federation)).outcome).toBe('passed');
  });

  it('that gives the issuer no name confirms it all the same', async () => {
    const outcome = await trustedOf({ ...world, [FETCH]: subordinate(key, { metadata: {} }) }, federation);
    expect(outcome).toEqual({ outcome: 'passed', detail: { registry: 'Register of Schools' } });
    expect(describeCheck('issuer-trusted', outcome).happened).toBe('The issuer is known to you. Register of Schools lists it.');
  });
});
