import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, problemIn, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
let badges: string[];
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  badges = [];
  for (const name of ['a', 'b', 'c']) {
    const body = { recipient: { email: `${name}@example.org`, name: 'Ada Lovelace' } };
    badges.push((await api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { key: acme.key, body })).body.id);
  }
  await api.call('POST', `/v1/credentials/${badges[1]}/revoke`, { key: acme.key, body: { confirm: 'revoke', reason: 'Ada cheated.' } });
});
afterAll(() => api.close());

const get = (query: string, key: string = acme.key) => api.call('GET', `/v1/events${query}`, { key });

describe('GET /v1/events', () => {
  it('tells what happened, in its order, by ids and times alone', async () => {
    const { status, body } = await get('');
    expect(status).toBe(200);
    expect(body.next).toBeNull();
    expect(body.data.map(({ type, data }: { type: string; data: object }) => [type, data])).toEqual([
      ...badges.map((credentialId) => ['credential.issued', { issuerId: acme.issuer.id, credentialId }]),
      ['credential.revoked', { issuerId: acme.issuer.id, credentialId: badges[1] }],
    ]);
    expect(JSON.stringify(body)).not.toMatch(/\bada\b|example\.org|cheated/i);
    for (const { timestamp } of body.data) expect(Date.now() - Date.parse(timestamp)).toBeLessThan(60_000);
  });

  it('is read page by page, and later from where one stopped', async () => {
    const first = await get('?limit=3');
    const link = /^<http:\/\/localhost:3000(\/v1\/events\?.+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1];
    expect(first.body.next).toBe(first.body.data[2].id);
    const rest = await api.call('GET', link!, { key: acme.key });
    expect([rest.body.data.length, rest.body.next, rest.headers.get('link')]).toEqual([1, null, null]);
    const last = rest.body.data[0].id;
    expect((await get(`?after=${last}`)).body.data).toEqual([]);
    await api.call('POST', `/v1/credentials/${badges[2]}/revoke`, { key: acme.key, body: { confirm: 'revoke' } });
    expect((await get(`?after=${last}`)).body.data).toMatchObject([{ type: 'credential.revoked', data: { credentialId: badges[2] } }]);
  });

  it('misses nothing between two pages that part what one request did', async () => {
    const body = { recipient: { email: 'renewed@example.org' } };
    const old = (await api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { key: acme.key, body })).body.id;
    const successorId = (await api.call('POST', `/v1/credentials/${old}/renew`, { key: acme.key, body: {} })).body.id;
    const seen: { id: string; type: string; data: { credentialId: string } }[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page = await get(`?limit=1${next === '' ? '' : `&after=${next}`}`);
      seen.push(...page.body.data);
      next = page.body.next;
    }
    expect(seen.map(({ id }) => id)).toEqual((await get('?limit=100')).body.data.map(({ id }: { id: string }) => id));
    const of = seen.filter(({ data }) => data.credentialId === old || data.credentialId === successorId).map(({ type }) => type);
    expect(of).toEqual(['credential.issued', 'credential.issued', 'credential.renewed']);
  });

  it('can be read by type', async () => {
    const { body } = await get('?type=credential.revoked&limit=1');
    expect(body.data).toHaveLength(1);
    expect((await get(`?type=credential.revoked&after=${body.next}`)).body.data.length).toBeGreaterThan(0);
    expect(problemIn(await get('?type=credential.eaten'))).toEqual({
      status: 400,
      code: 'invalid-parameter',
      errors: [['/type', 'no-such-value']],
    });
  });

  it('knows where it cannot begin', async () => {
    const nowhere = problemIn(await get('?after=0198ab00-0000-7000-8000-000000000000'));
    expect(nowhere).toEqual({ status: 400, code: 'invalid-parameter', errors: [['/after', 'no-such-value']] });
    const globex = await makeTenant(api, 'globex');
    const theirs = (await get('')).body.data[0].id;
    expect(problemIn(await get(`?after=${theirs}`, globex.key))).toEqual(nowhere);
  });

  it('needs the right to read badges, and of an admin the name of an issuer', async () => {
    const { key } = await makeKey(api, acme.issuer.id, ['achievements:read']);
    expect((await get('', key.text)).status).toBe(403);
    expect((await get('', api.adminKey)).status).toBe(400);
    expect((await get(`?issuer=${acme.issuer.id}`, api.adminKey)).body.data.length).toBeGreaterThan(0);
  });

  it('misses nothing while several write at the same time', async () => {
    const seen: string[] = [];
    let after = '';
    let writing = true;
    const read = async (): Promise<void> => {
      while (true) {
        const last = !writing;
        const { body } = await get(`?limit=2${after}`);
        for (const { id } of body.data) seen.push(id);
        if (body.data.length > 0) after = `&after=${body.data.at(-1).id}`;
        else if (last) return;
      }
    };
    const write = async (lane: number): Promise<void> => {
      for (let at = 0; at < 8; at += 1) {
        const body = { recipient: { email: `${lane}-${at}@example.org` } };
        await api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { key: acme.key, body });
      }
    };
    const reading = read();
    await Promise.all([1, 2, 3, 4].map(write));
    writing = false;
    await reading;
    const { rows } = await api.database.pool.query('SELECT id FROM api_event WHERE issuer_id = $1 ORDER BY tx, n, id', [acme.issuer.id]);
    expect(seen).toEqual(rows.map(({ id }) => id));
  });
});
