import { decodeJwt, readDidDocument } from '@proofmark/proofs';
import { SCOPES } from '@proofmark/schemas/api';
import { loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, makeKey, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { publicRoutes } from '../../public/index.js';
import { kyselyOver } from '../../store/postgres-store.js';
import { publicReads } from '../../store/public-reads.js';
import { type Api, problemIn, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

let tenants = 0;
const fresh = async (): Promise<string> => {
  tenants += 1;
  acme = await makeTenant(api, `acme-${tenants}`);
  return `/v1/issuers/${acme.issuer.id}/domains`;
};
const post = (path: string, origin: unknown, key = acme.key) => api.call('POST', path, { key, body: { origin } });

/** The origins that the issuer's DID document names. */
async function published(): Promise<readonly string[]> {
  const reads = publicReads(kyselyOver(api.database.pool));
  const app = publicRoutes({ publicBaseUrl: api.foundation.baseUrl, reads, now: () => new Date(), exampleBadge: async () => null });
  const json = (await (await app.request(`${api.foundation.baseUrl}/issuers/${acme.issuer.slug}/did.json`)).json()) as never;
  const reading = readDidDocument(json, acme.issuer.did);
  if (!reading.ok) throw new Error(reading.code);
  return reading.document.services.filter(({ types }) => types.includes('LinkedDomains')).flatMap(({ endpoints }) => endpoints);
}

describe('a web domain of an issuer', () => {
  it('is claimed with a document to host, and named in the DID document', async () => {
    const path = await fresh();
    expect(await published()).toEqual([]);
    const { status, body, headers } = await post(path, 'https://ACME.example:443/');
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`${api.foundation.baseUrl}${path}/${body.id}`);
    expect(body).toMatchObject({ origin: 'https://acme.example', hostAt: 'https://acme.example/.well-known/did-configuration.json' });
    const [token, ...others] = body.document.linked_dids;
    expect(others).toEqual([]);
    const reading = decodeJwt(token);
    if (!reading.ok) throw new Error(reading.code);
    const { did } = acme.issuer;
    expect(reading.jwt.header).toEqual({ alg: 'ES256', kid: expect.stringMatching(`^${did}#`) });
    expect(reading.jwt.payload).toMatchObject({
      iss: did,
      sub: did,
      vc: { credentialSubject: { id: did, origin: 'https://acme.example' } },
    });
    expect(await published()).toEqual(['https://acme.example']);
    const second = await post(path, 'https://acme.university');
    expect(await published()).toEqual(['https://acme.example', 'https://acme.university']);
    const list = await api.call('GET', path, { key: acme.key });
    expect(list.body).toEqual({ data: [body, second.body], next: null });
    expect((await api.call('GET', `${path}/${body.id}`, { key: acme.key })).body).toEqual(body);
  });

  it('claimed again answers the same document, also after its key was replaced', async () => {
    const path = await fresh();
    const first = await post(path, 'https://acme.example');
    await api.call('POST', `/v1/issuers/${acme.issuer.id}/keys`, { key: acme.key, body: { algorithm: 'ES256' } });
    const again = await post(path, 'https://acme.example/');
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  it('is signed anew in its last year', async () => {
    await fresh();
    const request = { actor: acme.actor, input: { issuerId: acme.issuer.id, origin: 'https://acme.example' } };
    const inYears = (years: number) => api.with({ clock: { now: () => new Date(Date.UTC(2030 + years, 0, 1)) } });
    const first = good(await inYears(0).linkDomain(request)).domain;
    expect(first.validUntil.toISOString()).toBe('2035-01-01T00:00:00.000Z');
    expect(good(await inYears(3).linkDomain(request)).domain).toEqual(first);
    const renewed = good(await inYears(4).linkDomain(request));
    expect([renewed.created, renewed.domain.id, renewed.domain.validUntil.toISOString()]).toEqual([
      false,
      first.id,
      '2039-01-01T00:00:00.000Z',
    ]);
    expect(renewed.domain.credential).not.toBe(first.credential);
    expect(await api.store.domains.list(acme.issuer.id)).toEqual([renewed.domain]);
  });

  it('is given up for good, once', async () => {
    const path = await fresh();
    const { body } = await post(path, 'https://acme.example');
    const gone = await api.call('DELETE', `${path}/${body.id}`, { key: acme.key });
    expect([gone.status, gone.body]).toEqual([204, null]);
    expect(await published()).toEqual([]);
    expect((await api.call('DELETE', `${path}/${body.id}`, { key: acme.key })).status).toBe(404);
    expect((await api.call('GET', `${path}/${body.id}`, { key: acme.key })).status).toBe(404);
  });

  it('is one of five at most', async () => {
    const path = await fresh();
    for (let n = 1; n <= 5; n += 1) expect((await post(path, `https://acme-${n}.example`)).status).toBe(201);
    expect(problemIn(await post(path, 'https://acme-6.example'))).toMatchObject({ status: 409, code: 'conflict' });
    expect((await post(path, 'https://acme-5.example')).status).toBe(200);
  });

  it('claimed twice at once is one', async () => {
    const path = await fresh();
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(path, 'https://acme.example')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it.each([
    ['the address of this service', 'http://localhost:3000', 'not-allowed'],
    ['a path', 'https://acme.example/badges', 'not-allowed'],
    ['a path after the wrong slash', 'https://acme.example\\@badges', 'not-allowed'],
    ['a query', 'https://acme.example?x', 'not-allowed'],
    ['plain http', 'http://acme.example', 'not-a-url'],
    ['a user name', 'https://acme.example@evil.example', 'not-a-url'],
    ['a name alone', 'acme.example', 'not-a-url'],
    ['no text', 1, 'wrong-type'],
  ])('is refused when it is %s', async (_, origin, code) => {
    const path = await fresh();
    const before = await api.rowCounts();
    expect(problemIn(await post(path, origin))).toEqual({ status: 422, code: 'invalid-request', errors: [['/origin', code]] });
    expect(await api.rowCounts()).toEqual(before);
  });

  it('is asked by whoever sets it up, and says what is wrong', async () => {
    const path = await fresh();
    const ask = async (origin: string) => {
      const { body } = await post(path, origin);
      const { status, body: found } = await api.call('POST', `${path}/${body.id}/check`, { key: acme.key });
      expect(status).toBe(200);
      return [found.outcome, found.reason];
    };
    let served: string | null = null;
    const server = await loopbackServer((_, response) => {
      response.writeHead(served === null ? 404 : 200, { 'content-type': 'application/json' }).end(served ?? '');
    });
    expect(await ask(server.origin)).toEqual(['not-proven', 'no-configuration']);
    served = 'hello';
    expect(await ask(server.origin)).toEqual(['not-proven', 'malformed']);
    served = '{"linked_dids":[]}';
    expect(await ask(server.origin)).toEqual(['not-proven', 'other-issuer']);
    await server.close();
    expect(await ask(server.origin)).toEqual(['not-reached', 'unreachable']);
    expect((await api.call('POST', `${path}/${acme.issuer.id}/check`, { key: acme.key })).status).toBe(404);
  });

  it('needs the scope issuers:write', async () => {
    const path = await fresh();
    const { body } = await post(path, 'https://acme.example');
    const { key } = await makeKey(
      api,
      acme.issuer.id,
      SCOPES.filter((scope) => scope !== 'issuers:write'),
    );
    expect((await post(path, 'https://b.example', key.text)).status).toBe(403);
    expect((await api.call('DELETE', `${path}/${body.id}`, { key: key.text })).status).toBe(403);
    expect((await api.call('GET', path, { key: key.text })).status).toBe(200);
  });
});
