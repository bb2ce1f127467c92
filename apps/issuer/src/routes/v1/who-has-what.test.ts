import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, problemIn, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const call = (method: string, path: string, body?: unknown) => api.call(method, path, { key: acme.key, body });
const issue = async (recipient: object, tenant = acme): Promise<{ readonly id: string; readonly recipient: { readonly id: string } }> =>
  (await api.call('POST', `/v1/achievements/${tenant.achievement.id}/credentials`, { key: tenant.key, body: { recipient } })).body;
const idsIn = ({ body }: { readonly body: { readonly data: readonly { readonly id: string }[] } }) => body.data.map(({ id }) => id);
const list = async (query: string) => idsIn(await call('GET', `/v1/credentials?${query}`));

describe('the list of badges', () => {
  it('says whose each is, and what was earned', async () => {
    const badge = await issue({ email: 'list@example.org', name: 'Ada Lovelace', externalId: 'L-1' });
    const { body } = await call('GET', '/v1/credentials?externalId=L-1');
    expect(body.data).toMatchObject([
      {
        id: badge.id,
        achievementName: 'Web API design',
        state: 'current',
        recipient: { id: badge.recipient.id, name: 'Ada Lovelace', externalId: 'L-1' },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('list@example.org');
    expect(await list('externalId=L-2')).toEqual([]);
    expect(await list(`recipient=${badge.recipient.id}`)).toEqual([badge.id]);
    expect(await list(`recipient=${badge.recipient.id}&externalId=L-2`)).toEqual([]);
  });

  it('comes with the newest or the oldest first, in pages that neither skip nor repeat', async () => {
    const tenant = await makeTenant(api, 'orders');
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) made.push((await issue({ externalId: `O-${n}` }, tenant)).id);
    // The oldest first waits for transactions that began before, also those of other tests.
    await expect.poll(async () => idsIn(await api.call('GET', '/v1/credentials', { key: tenant.key }))).toEqual(made);
    for (const [order, expected] of [
      ['oldest', made],
      ['newest', [...made].reverse()],
    ] as const) {
      for (const range of ['', '&since=2020-01-01T00:00:00Z&until=2999-01-01T00:00:00Z']) {
        const seen: string[] = [];
        for (let cursor = ''; ; ) {
          const page = await api.call('GET', `/v1/credentials?limit=2&order=${order}${range}${cursor}`, { key: tenant.key });
          seen.push(...idsIn(page));
          if (page.body.next === null) break;
          cursor = `&cursor=${page.body.next}`;
        }
        expect(seen).toEqual(expected);
      }
    }
  });

  it('comes by name, A to Z or Z to A, in the URL and in a search, in pages that neither skip nor repeat', async () => {
    const tenant = await makeTenant(api, 'alphabet');
    const made = new Map<string, string>();
    for (const name of ['Zoë', 'ada', 'Émile', '']) {
      const recipient = { externalId: `A-${name}`, ...(name === '' ? {} : { name }) };
      made.set(name, (await issue(recipient, tenant)).id);
    }
    const pages = async (ask: (cursor: string | null) => ReturnType<typeof api.call>): Promise<readonly string[]> => {
      const seen: string[] = [];
      for (let cursor: string | null = null; ; ) {
        const { body }: { readonly body: Parameters<typeof idsIn>[0]['body'] & { readonly next: string | null } } = await ask(cursor);
        seen.push(...idsIn({ body }));
        cursor = body.next;
        if (cursor === null) return seen;
      }
    };
    for (const [order, names] of [
      ['name', ['ada', 'Émile', 'Zoë', '']],
      ['name-descending', ['Zoë', 'Émile', 'ada', '']],
    ] as const) {
      const expected = names.map((name) => made.get(name));
      const inUrl = (cursor: string | null) =>
        api.call('GET', `/v1/credentials?limit=1&order=${order}${cursor === null ? '' : `&cursor=${cursor}`}`, { key: tenant.key });
      const inBody = (cursor: string | null) =>
        api.call('POST', '/v1/credentials/search', { key: tenant.key, body: { limit: 3, order, ...(cursor === null ? {} : { cursor }) } });
      expect([await pages(inUrl), await pages(inBody)]).toEqual([expected, expected]);
    }
  });

  it('takes the order of names alone, and a cursor only in the order that it is of', async () => {
    for (const path of ['/v1/recipients', '/v1/audit-log', '/v1/assessments'])
      expect((await call('GET', `${path}?order=name`)).status, path).toBe(400);
    for (const order of ['Name', 'name-ascending']) expect((await call('GET', `/v1/credentials?order=${order}`)).status).toBe(400);
    const tenant = await makeTenant(api, 'cursors');
    for (const n of [1, 2]) await issue({ externalId: `K-${n}`, name: `Kay ${n}` }, tenant);
    const ask = (query: string) => api.call('GET', `/v1/credentials?limit=1&${query}`, { key: tenant.key });
    const [byTime, byName] = [(await ask('order=newest')).body.next, (await ask('order=name')).body.next];
    for (const query of [`order=name&cursor=${byTime}`, `order=newest&cursor=${byName}`])
      expect(problemIn(await ask(query)).errors, query).toEqual([['/cursor', 'no-such-value']]);
    expect(problemIn(await api.call('GET', `/v1/credentials?order=name&cursor=${byName}`, { key: acme.key })).errors).toEqual([
      ['/cursor', 'no-such-value'],
    ]);
  });

  it('finds a part of a name in any case and without accents, and two letters at the beginning of a word', async () => {
    const badge = await issue({ externalId: 'N-1', name: 'Zoë Müller-Übermut' });
    for (const q of ['muller', 'MÜLLER', 'zoe m', 'rmut', 'zo', 'mu'])
      expect(await list(`q=${encodeURIComponent(q)}`), q).toEqual([badge.id]);
    for (const q of ['oe', 'mullar', '%%%', 'm_ller', '\\\\']) expect(await list(`q=${encodeURIComponent(q)}`), q).toEqual([]);
    expect(problemIn(await call('GET', '/v1/credentials?q=z')).errors).toEqual([['/q', 'too-short']]);
  });

  it('goes through the badges themselves where very many people have a name', async () => {
    const tenant = await makeTenant(api, 'many');
    const badge = await issue({ externalId: 'M-1', name: 'Maria Many' }, tenant);
    await api.database.pool.query(
      `INSERT INTO recipient (issuer_id, id, name, name_search, created_at, updated_at)
       SELECT $1, gen_random_uuid(), 'Maria Other', ' maria other', now(), now() FROM generate_series(1, 2500)`,
      [tenant.issuer.id],
    );
    const found = await api.call('GET', '/v1/credentials?q=maria&order=newest', { key: tenant.key });
    expect(idsIn(found)).toEqual([badge.id]);
  });

  it('finds by the time of issuing', async () => {
    const tenant = await makeTenant(api, 'times');
    const before = new Date(Date.now() - 1000).toISOString();
    const { id } = await issue({ externalId: 'T-1' }, tenant);
    const find = async (query: string) => idsIn(await api.call('GET', `/v1/credentials?${query}`, { key: tenant.key }));
    expect(await find(`since=${before}`)).toEqual([id]);
    expect(await find(`until=${before}`)).toEqual([]);
    expect(await find(`since=2999-01-01T00:00:00Z`)).toEqual([]);
  });

  it('shows a badge that was renewed as superseded, and no longer as current', async () => {
    const tenant = await makeTenant(api, 'renewed');
    const old = await issue({ email: 'ada@example.org', name: 'Ada' }, tenant);
    const renewed = (await api.call('POST', `/v1/credentials/${old.id}/renew`, { key: tenant.key, body: {} })).body;
    const find = async (state: string) => idsIn(await api.call('GET', `/v1/credentials?state=${state}`, { key: tenant.key }));
    expect([await find('superseded'), await find('current')]).toEqual([[old.id], [renewed.id]]);
    expect((await api.call('GET', `/v1/credentials/${old.id}`, { key: tenant.key })).body.state).toBe('superseded');
    expect(renewed.recipient).toEqual({ ...old.recipient, name: 'Ada', externalId: null });
  });

  it('shows superseded badges in pages, and none that was corrected, and so withdrawn', async () => {
    const tenant = await makeTenant(api, 'renewed-often');
    const post = (id: string, act: string, body: object) => api.call('POST', `/v1/credentials/${id}/${act}`, { key: tenant.key, body });
    const superseded: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { id } = await issue({ email: `ada${n}@example.org`, name: 'Ada' }, tenant);
      if (n === 2) expect((await post(id, 'correct', { recipient: { name: 'Ada L.' } })).status).toBe(201);
      else {
        superseded.push(id);
        await post(id, 'renew', {});
        await post(id, 'renew', {});
      }
    }
    for (const [order, expected] of [
      ['oldest', superseded],
      ['newest', [...superseded].reverse()],
    ] as const) {
      const seen: string[] = [];
      for (let cursor = ''; ; ) {
        const page = await api.call('GET', `/v1/credentials?state=superseded&limit=2&order=${order}${cursor}`, { key: tenant.key });
        seen.push(...idsIn(page));
        if (page.body.next === null) break;
        cursor = `&cursor=${page.body.next}`;
      }
      expect(seen).toEqual(expected);
      expect(idsIn(await api.call('GET', `/v1/credentials?state=superseded&q=ada&order=${order}`, { key: tenant.key }))).toEqual(expected);
    }
  });

  it('takes no address in its URL, and says where one is looked up', async () => {
    const refused = problemIn(await call('GET', '/v1/credentials?recipient=ada%40example.org'));
    expect(refused).toMatchObject({ status: 400, errors: [['/recipient', 'not-an-id']] });
    expect((await call('GET', '/v1/credentials?recipient=ada%40example.org')).body.errors[0].detail).toContain('/v1/credentials/search');
    expect((await call('GET', '/v1/recipients?email=ada%40example.org')).status).toBe(400);
  });
});

describe('a recipient', () => {
  it('is found by address, name and id, with the address that was sealed and all badges', async () => {
    const first = await issue({ email: 'Grace@Example.org', name: 'Grace Hopper', externalId: 'G-1' });
    const second = await issue({ externalId: 'G-1' });
    const found = await call('POST', '/v1/recipients/search', { email: 'grace@example.org' });
    expect(found.body).toMatchObject({
      data: [{ id: first.recipient.id, name: 'Grace Hopper', email: 'grace@example.org', externalId: 'G-1' }],
      next: null,
    });
    expect(idsIn(await call('GET', '/v1/recipients?q=hopper'))).toEqual([first.recipient.id]);
    expect(idsIn(await call('GET', '/v1/recipients?externalId=G-1'))).toEqual([first.recipient.id]);
    const { body } = await call('GET', `/v1/recipients/${first.recipient.id}`);
    expect([body.email, body.more, body.credentials.map(({ id }: { id: string }) => id)]).toEqual([
      'grace@example.org',
      false,
      [second.id, first.id],
    ]);
  });

  it('is shown with the address only to a key that may read recipients', async () => {
    const { recipient } = await issue({ email: 'secret@example.org' });
    const { key } = await makeKey(api, acme.issuer.id, ['credentials:read']);
    for (const [method, path, body] of [
      ['GET', '/v1/recipients', undefined],
      ['GET', `/v1/recipients/${recipient.id}`, undefined],
      ['POST', '/v1/recipients/search', { email: 'secret@example.org' }],
    ] as const)
      expect((await api.call(method, path, { key: key.text, body })).status).toBe(403);
  });

  it('comes in pages by when they were met', async () => {
    const tenant = await makeTenant(api, 'people');
    const made: string[] = [];
    for (let n = 0; n < 3; n += 1) made.push((await issue({ externalId: `P-${n}` }, tenant)).recipient.id);
    const page = await api.call('GET', '/v1/recipients?limit=2&order=newest', { key: tenant.key });
    const rest = await api.call('GET', `/v1/recipients?limit=2&order=newest&cursor=${page.body.next}`, { key: tenant.key });
    expect([...idsIn(page), ...idsIn(rest)]).toEqual(made.reverse());
    expect((await api.call('GET', `/v1/recipients?issuer=${tenant.issuer.id}`, { key: api.adminKey })).body.data).toHaveLength(3);
    expect((await api.call('GET', '/v1/recipients', { key: api.adminKey })).body.code).toBe('invalid-parameter');
  });

  it('is erased with every badge, and with the key of the address', async () => {
    const [one, other, stranger] = [
      await issue({ email: 'gone@example.org', name: 'Gone Person' }),
      await issue({ email: 'gone@example.org' }),
      await issue({ email: 'stays@example.org' }),
    ];
    const path = `/v1/recipients/${one.recipient.id}`;
    expect(problemIn(await call('POST', `${path}/erase`, {})).errors).toEqual([['/confirm', 'required']]);
    const erased = await call('POST', `${path}/erase`, { confirm: 'erase', revoke: true });
    expect(erased.body).toEqual({ id: one.recipient.id, erased: 2 });
    for (const { id } of [one, other]) expect((await call('GET', `/v1/credentials/${id}`)).status).toBe(410);
    expect((await call('GET', path)).status).toBe(404);
    expect((await call('GET', `/v1/credentials/${stranger.id}`)).status).toBe(200);
    const { rows } = await api.database.pool.query('SELECT FROM recipient WHERE id = $1', [one.recipient.id]);
    expect(rows).toEqual([]);
    const states = (await call('GET', '/v1/credentials?state=erased')).body.data;
    expect(states).toMatchObject([
      { recipient: null, revoked: { reason: null } },
      { recipient: null, revoked: { reason: null } },
    ]);
  });

  it('goes with the last badge that is erased', async () => {
    const [one, other] = [await issue({ email: 'two@example.org' }), await issue({ email: 'two@example.org' })];
    const path = `/v1/recipients/${one.recipient.id}`;
    await call('POST', `/v1/credentials/${one.id}/erase`, { confirm: 'erase' });
    expect((await call('GET', path)).status).toBe(200);
    await call('POST', `/v1/credentials/${other.id}/erase`, { confirm: 'erase' });
    expect((await call('GET', path)).status).toBe(404);
  });
});

describe('many badges at once', () => {
  it('are suspended and resumed, each with a row of its own', async () => {
    const [one, other, revoked] = [
      await issue({ externalId: 'B-1' }),
      await issue({ externalId: 'B-2' }),
      await issue({ externalId: 'B-3' }),
    ];
    await call('POST', `/v1/credentials/${revoked.id}/revoke`, { confirm: 'revoke' });
    const unknown = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01';
    const credentials = [one, other, revoked, { id: unknown }].map(({ id }) => ({ id }));
    const suspended = await call('POST', '/v1/credentials/suspend', { credentials, reason: 'Under review.' });
    expect(suspended.body).toMatchObject({
      ...{ changed: 2, unchanged: 0, refused: 2 },
      results: [
        { id: one.id, result: 'changed', suspended: { reason: 'Under review.' } },
        { id: other.id, result: 'changed' },
        { id: revoked.id, result: 'refused', problem: { code: 'conflict' } },
        { id: unknown, result: 'refused', problem: { code: 'not-found' } },
      ],
    });
    expect((await call('POST', '/v1/credentials/suspend', { credentials: credentials.slice(0, 2) })).body).toMatchObject({ unchanged: 2 });
    const resumed = await call('POST', '/v1/credentials/resume', { credentials: credentials.slice(0, 2) });
    expect(resumed.body).toMatchObject({ changed: 2, results: [{ suspended: null }, { suspended: null }] });
    expect((await call('GET', `/v1/credentials/${one.id}`)).body.state).toBe('current');
  });

  it.each(['revoke', 'erase'])('are not changed by a request to %s one that does not say that it is meant', async (act) => {
    const { id } = await issue({ externalId: 'C-1' });
    for (const body of [undefined, {}, { confirm: true }, { confirm: 'yes' }]) {
      const refused = await call('POST', `/v1/credentials/${id}/${act}`, body);
      expect(refused.status).toBe(422);
      expect(refused.body.errors[0].detail).toContain(act);
    }
    expect((await call('GET', `/v1/credentials/${id}`)).body.state).toBe('current');
  });
});
