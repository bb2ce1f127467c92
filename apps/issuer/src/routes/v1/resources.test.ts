import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACHIEVEMENT, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

describe('issuers', () => {
  it('are made by an admin, with a DID and two keys', async () => {
    const made = await api.call('POST', '/v1/issuers', { body: { slug: 'globex', name: 'Globex', email: 'badges@globex.example' } });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`http://localhost:3000/v1/issuers/${made.body.id}`);
    expect(made.body).toMatchObject({
      did: 'did:web:localhost%3A3000:issuers:globex',
      mode: 'live',
      email: 'badges@globex.example',
      url: null,
    });
    const keys = (await api.call('GET', `/v1/issuers/${made.body.id}/keys`)).body.data;
    expect(keys.map(({ algorithm }: { algorithm: string }) => algorithm).sort()).toEqual(['ES256', 'Ed25519']);
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  it('are changed by a merge patch: null removes, absent stays', async () => {
    const path = `/v1/issuers/${acme.issuer.id}`;
    const first = await api.call('PATCH', path, { key: acme.key, body: { description: 'We teach.', email: 'a@acme.example' } });
    expect(first.body).toMatchObject({ name: 'acme Academy', description: 'We teach.', url: 'https://acme.example' });
    const patch = { body: { description: null, name: 'Acme' }, headers: { 'content-type': 'application/merge-patch+json' } };
    const second = await api.call('PATCH', path, { key: acme.key, ...patch });
    expect(second.body).toMatchObject({ name: 'Acme', description: null, email: 'a@acme.example' });
    expect((await api.call('GET', path, { key: acme.key })).body).toEqual(second.body);
  });

  it('may name plain http only where the service itself is local', async () => {
    const body = { url: 'http://localhost:8080/' };
    expect((await api.call('PATCH', `/v1/issuers/${acme.issuer.id}`, { key: acme.key, body })).status).toBe(200);
    api.context.local = false;
    const refused = await api.call('PATCH', `/v1/issuers/${acme.issuer.id}`, { key: acme.key, body });
    api.context.local = true;
    expect(refused.body.errors).toMatchObject([{ pointer: '/url', code: 'insecure-url' }]);
  });

  it('rotate their keys: the new one is active, the old one stays listed', async () => {
    const path = `/v1/issuers/${acme.issuer.id}/keys`;
    const before = (await api.call('GET', path, { key: acme.key })).body.data;
    const fresh = await api.call('POST', path, { key: acme.key, body: { algorithm: 'Ed25519' } });
    const after = (await api.call('GET', path, { key: acme.key })).body.data;
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter(({ retiredAt }: { retiredAt: string | null }) => retiredAt === null)).toHaveLength(2);
    expect(fresh.body.verificationMethod).toMatch(/^did:web:localhost%3A3000:issuers:acme#z6Mk/);
    const again = await api.call('POST', path, { key: acme.key, body: { algorithm: 'Ed25519' } });
    expect([again.status, again.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(3500);
  });

  it('revoke their keys, with the first time and reason for good', async () => {
    const path = `/v1/issuers/${acme.issuer.id}/keys`;
    const active = (await api.call('GET', path, { key: acme.key })).body.data.find(
      (key: { retiredAt: string | null }) => key.retiredAt === null,
    );
    const revoked = await api.call('POST', `${path}/${active.id}/revoke`, { key: acme.key, body: { reason: 'stolen' } });
    expect([revoked.status, revoked.body]).toEqual([
      200,
      { ...active, retiredAt: expect.any(String), revokedAt: expect.any(String), revocationReason: 'stolen', badgesToSignAgain: 0 },
    ]);
    const again = await api.call('POST', `${path}/${active.id}/revoke`, { key: acme.key, body: { reason: 'another' } });
    expect([again.status, again.body]).toEqual([200, revoked.body]);
    expect((await api.call('POST', `${path}/none/revoke`, { key: acme.key, body: {} })).status).toBe(404);
    const later = await api.call('POST', `${path}/${active.id}/revoke`, { key: acme.key, body: { revokedAt: '2999-01-01T00:00:00Z' } });
    expect(later.status).toBe(200);
  });
});

describe('achievements', () => {
  it('carry everything that Open Badges has for them, and a policy', async () => {
    const body = {
      ...ACHIEVEMENT,
      evidencePolicy: undefined,
      achievementType: 'MicroCredential',
      tag: ['HTTP'],
      alignment: [{ targetName: 'REST', targetUrl: 'https://skills.example/rest' }],
      resultDescription: [
        { name: 'Grade', resultType: 'LetterGrade', alignment: [{ targetName: 'A', targetUrl: 'https://skills.example/a' }] },
      ],
      related: [{ id: 'https://acme.example/api-design-de', inLanguage: 'de' }],
      inLanguage: 'en',
      version: '1',
      creditsAvailable: 2.5,
      imageCaption: 'A green hexagon',
    };
    const made = await api.call('POST', '/v1/achievements', { key: acme.key, body });
    expect(made.status).toBe(201);
    expect(made.body.evidencePolicy).toEqual({ min: 1, pinned: 'preferred' });
    expect(made.body.achievement).toMatchObject({
      id: made.body.url,
      type: ['Achievement'],
      tag: ['HTTP'],
      alignment: [{ type: ['Alignment'], targetName: 'REST', targetUrl: 'https://skills.example/rest' }],
      related: [{ id: 'https://acme.example/api-design-de', type: ['Related'], inLanguage: 'de' }],
      image: { id: `${made.body.url}/image`, type: 'Image', caption: 'A green hexagon' },
      creditsAvailable: 2.5,
    });
    const same = await api.call('PATCH', `/v1/achievements/${made.body.id}`, { key: acme.key, body: {} });
    expect(same.body.achievement).toEqual(made.body.achievement);
    const issued = await api.call('POST', `/v1/achievements/${made.body.id}/credentials`, {
      key: acme.key,
      body: {
        recipient: { did: 'did:example:ada' },
        results: [{ name: 'Grade', value: 'A' }],
        evidence: [{ url: 'https://github.com/ada/todo' }],
      },
    });
    expect(issued.status).toBe(201);
    expect(issued.body.credential.credentialSubject).toMatchObject({ id: 'did:example:ada', achievement: made.body.achievement });
    expect(issued.body.evidence).toMatchObject([{ url: 'https://github.com/ada/todo', kind: 'repository', pinned: false, method: 'none' }]);
  });

  it('change for badges to come: result descriptions that keep their name keep their id', async () => {
    const body = { ...ACHIEVEMENT, resultDescription: [{ name: 'Grade', resultType: 'LetterGrade' }], validFor: 'P2Y' };
    const made = (await api.call('POST', '/v1/achievements', { key: acme.key, body })).body;
    const issued = (
      await api.call('POST', `/v1/achievements/${made.id}/credentials`, { key: acme.key, body: { recipient: { email: 'a@b.example' } } })
    ).body;
    const changes = {
      resultDescription: [
        { name: 'Points', resultType: 'RawScore' },
        { name: 'Grade', resultType: 'LetterGrade' },
      ],
      validFor: null,
    };
    const changed = (await api.call('PATCH', `/v1/achievements/${made.id}`, { key: acme.key, body: changes })).body;
    expect(changed.achievement.resultDescription[1].id).toBe(made.achievement.resultDescription[0].id);
    expect(changed.achievement.resultDescription[0].id).not.toBe(made.achievement.resultDescription[0].id);
    expect([made.validFor, changed.validFor]).toEqual(['P2Y', null]);
    const kept = (await api.call('GET', `/v1/credentials/${issued.id}`, { key: acme.key })).body;
    expect(kept.credential).toEqual(issued.credential);
    const archived = await api.call('PATCH', `/v1/achievements/${made.id}`, { key: acme.key, body: { archived: true } });
    expect(archived.body.archivedAt).not.toBeNull();
  });

  it('are not overwritten by whoever read them before another changed them', async () => {
    const made = await api.call('POST', '/v1/achievements', { key: acme.key, body: ACHIEVEMENT });
    const path = `/v1/achievements/${made.body.id}`;
    const change = (description: string, ifMatch: string) =>
      api.call('PATCH', path, { key: acme.key, body: { description }, headers: { 'if-match': ifMatch } });
    const read = (await api.call('GET', path, { key: acme.key })).headers.get('etag') ?? '';
    expect([read, made.headers.get('etag')]).toEqual([`"${made.body.updatedAt}"`, read]);
    const both = await Promise.all([change('The first.', read), change('The second.', read)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [first, second] = both.sort((a, b) => a.status - b.status);
    expect(second?.body).toMatchObject({ code: 'precondition-failed', detail: expect.stringContaining(first?.body.updatedAt) });
    expect((await api.call('GET', path, { key: acme.key })).body.achievement).toEqual(first?.body.achievement);
    expect((await change('A third.', `"other", ${first?.headers.get('etag')}`)).status).toBe(200);
    expect((await change('A fourth.', '*')).status).toBe(200);
    expect((await change('A fifth.', 'W/"other"')).status).toBe(412);
    const unreadable = await change('A sixth.', made.body.updatedAt);
    expect([unreadable.status, unreadable.body.code, unreadable.body.detail]).toEqual([
      400,
      'invalid-parameter',
      'The header `If-Match` has to be the `ETag` of an earlier answer, with its quotation marks.',
    ]);
  });
});

describe('badges', () => {
  it('answer with everything at once, and again under the same key', async () => {
    const path = `/v1/achievements/${acme.achievement.id}/credentials`;
    const options = { key: acme.key, body: { recipient: { email: 'ada@example.org' } }, headers: { 'idempotency-key': 'one' } };
    const made = await api.call('POST', path, options);
    expect(made.status).toBe(201);
    const url = `http://localhost:3000/credentials/${made.body.id}`;
    expect(made.headers.get('location')).toBe(`http://localhost:3000/v1/credentials/${made.body.id}`);
    expect(made.body).toMatchObject({
      url,
      state: 'current',
      links: { html: url, jsonld: `${url}.jsonld`, jwt: `${url}.jwt`, png: `${url}.png`, svg: `${url}.svg` },
      credential: { id: url, proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' } },
    });
    expect(made.body.jwt.split('.')).toHaveLength(3);
    const again = await api.call('POST', path, options);
    expect([again.status, again.body]).toEqual([200, made.body]);
    expect((await api.call('GET', `/v1/credentials/${made.body.id}`, { key: acme.key })).body).toEqual(made.body);
  });

  it('are found by recipient, achievement and state', async () => {
    const tenant = await makeTenant(api, 'search');
    const path = `/v1/achievements/${tenant.achievement.id}/credentials`;
    const issue = async (body: object) => (await api.call('POST', path, { key: tenant.key, body })).body.id as string;
    const ada = await issue({ recipient: { email: 'Ada@Example.org' } });
    const past = await issue({
      recipient: { email: 'bob@example.org' },
      validFrom: '2020-01-01T00:00:00Z',
      validUntil: '2021-01-01T00:00:00Z',
    });
    const later = await issue({ recipient: { email: 'bob@example.org' }, validFrom: '2100-01-01T00:00:00Z' });
    const gone = await issue({ recipient: { email: 'bob@example.org' } });
    const revoked = await api.call('POST', `/v1/credentials/${gone}/revoke`, { key: tenant.key, body: { confirm: 'revoke' } });
    expect(revoked.body).toMatchObject({ state: 'revoked', revoked: { reason: null } });
    const find = async (query: string) =>
      (await api.call('GET', `/v1/credentials?${query}`, { key: tenant.key })).body.data.map(({ id }: { id: string }) => id);
    const search = async (body: object) =>
      (await api.call('POST', '/v1/credentials/search', { key: tenant.key, body })).body.data.map(({ id }: { id: string }) => id);
    expect(await search({ email: 'ada@example.ORG' })).toEqual([ada]);
    expect(await find('state=current')).toEqual([ada]);
    expect(await find('state=expired')).toEqual([past]);
    expect(await find('state=not-yet-valid')).toEqual([later]);
    expect(await find('state=revoked')).toEqual([gone]);
    expect(await search({ achievement: tenant.achievement.id, email: 'bob@example.org' })).toEqual([past, later, gone]);
    expect(await find(`achievement=${acme.achievement.id}`)).toEqual([]);
    expect((await api.call('GET', '/v1/credentials')).body.code).toBe('invalid-parameter');
    expect((await api.call('GET', `/v1/credentials?achievement=${tenant.achievement.id}`)).body.data).toHaveLength(4);
  });

  it('come in pages that neither skip nor repeat, also while others are issued', async () => {
    const tenant = await makeTenant(api, 'pages');
    const path = `/v1/achievements/${tenant.achievement.id}/credentials`;
    const issue = async () =>
      (await api.call('POST', path, { key: tenant.key, body: { recipient: { email: 'a@b.example' } } })).body.id as string;
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) made.push(await issue());
    const seen: string[] = [];
    let next: string | null = '/v1/credentials?limit=2';
    while (next !== null) {
      const page = await api.call('GET', next, { key: tenant.key });
      seen.push(...page.body.data.map(({ id }: { id: string }) => id));
      const link = /^<http:\/\/localhost:3000([^>]+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1] ?? null;
      expect(link === null).toBe(page.body.next === null);
      if (seen.length === 2) made.push(await issue());
      next = link;
    }
    expect(seen).toEqual(made);
  });
});

describe('links to work', () => {
  it('can be tried before issuing', async () => {
    const strict = await makeTenant(api, 'strict', { evidencePolicy: { min: 1, kinds: ['repository'], pinned: 'required' } });
    const body = { achievementId: strict.achievement.id, evidence: [{ url: 'https://github.com/ada/todo/tree/main' }] };
    const found = await api.call('POST', '/v1/evidence/check', { key: strict.key, body });
    expect(found.status).toBe(200);
    expect(found.body).toMatchObject({
      items: [{ kind: 'repository', pinned: false }],
      policy: { met: false, missing: [{ pointer: '/evidence/0/url', code: 'not-seen' }] },
    });
    const { achievementId: _none, ...alone } = body;
    expect((await api.call('POST', '/v1/evidence/check', { key: strict.key, body: alone })).body.policy).toBeNull();
  });
});
