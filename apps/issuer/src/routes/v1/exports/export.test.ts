import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey, makeTenant, type Tenant } from '../../../issuing/issuing.fixture.js';
import { type Api, startApi } from '../api.fixture.js';

let api: Api;
let acme: Tenant;
const made: { readonly id: string; readonly recipient: { readonly id: string } }[] = [];
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  await issue({ email: 'ada@example.org', name: '=HYPERLINK("https://evil.example")', externalId: 'S-1' });
  await issue({ externalId: 'S-2', name: 'Grace, "Amazing" Hopper' });
  await issue({ email: 'gone@example.org', name: 'Gone' });
  await api.call('POST', `/v1/credentials/${made[2]!.id}/erase`, { key: acme.key, body: { confirm: 'erase' } });
  const endorsement = { assessor: { name: 'Eve' }, comment: 'I read it.' };
  await api.call('POST', `/v1/credentials/${made[0]!.id}/endorsements`, { key: acme.key, body: endorsement });
  await issue({ email: 'other@example.org' }, await makeTenant(api, 'globex'));
  made.pop();
});
afterAll(() => api.close());

async function issue(recipient: object, tenant = acme): Promise<void> {
  made.push(
    (await api.call('POST', `/v1/achievements/${tenant.achievement.id}/credentials`, { key: tenant.key, body: { recipient } })).body,
  );
}

const exported = async (format: string): Promise<Response> =>
  api.app.request(`/v1/issuers/${acme.issuer.id}/export?format=${format}`, { headers: { authorization: `Bearer ${acme.key}` } });
const linesIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('an export of an issuer', () => {
  it('has every badge with whose it is, as JSON and as one a line', async () => {
    const answer = await exported('ndjson');
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="acme-\d{4}-\d\d-\d\d\.ndjson"$/);
    const badges = linesIn(await answer.text());
    expect(badges.map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect(badges).toMatchObject([
      { email: 'ada@example.org', recipient: { externalId: 'S-1' }, credential: { id: badges[0].url }, jwt: expect.stringMatching(/^ey/) },
      { email: null, recipient: { externalId: 'S-2' } },
      { state: 'erased', email: null, recipient: null, credential: null, jwt: null },
    ]);
    expect(await (await exported('json')).json()).toEqual(badges);
  });

  it('is a table without formulas as CSV', async () => {
    const answer = await exported('csv');
    expect(answer.headers.get('content-type')).toBe('text/csv');
    const [head, ada, grace, gone, end] = (await answer.text()).split('\r\n');
    expect(head).toMatch(/^id,name,email,external_id,achievement,state,/);
    expect(ada).toContain(`"'=HYPERLINK(""https://evil.example"")",ada@example.org,S-1,`);
    expect(grace).toContain('"Grace, ""Amazing"" Hopper",,S-2,');
    expect([gone?.includes(',erased,'), end]).toEqual([true, '']);
  });

  it('is an archive of everything as ZIP', async () => {
    const answer = await exported('zip');
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const text = (name: string) => Buffer.from(files[name]!).toString('utf8');
    expect(Object.keys(files)).toEqual([
      'README.txt',
      'issuer.json',
      'achievements.ndjson',
      'recipients.csv',
      'recipients.ndjson',
      'credentials.csv',
      'credentials.ndjson',
      'endorsements.ndjson',
    ]);
    expect(JSON.parse(text('issuer.json'))).toMatchObject({ id: acme.issuer.id, slug: 'acme' });
    expect(text('credentials.ndjson')).toBe(await (await exported('ndjson')).text());
    expect(text('credentials.csv')).toBe(await (await exported('csv')).text());
    expect(linesIn(text('recipients.ndjson')).map(({ externalId }) => externalId)).toEqual(['S-1', 'S-2']);
    expect(linesIn(text('endorsements.ndjson'))).toMatchObject([{ credentialId: made[0]!.id, comment: 'I read it.' }]);
    const keys = await api.database.pool.query("SELECT sealed->>'ciphertext' AS sealed FROM sealed_key");
    const everything = Object.keys(files).map(text).join();
    for (const secret of [acme.key, ...keys.rows.map(({ sealed }) => sealed)]) expect(everything).not.toContain(secret);
    expect(everything).not.toContain('other@example.org');
  });

  it('of an issuer without badges is an empty array, and a table with its head alone', async () => {
    const { issuer, key } = await makeTenant(api, 'nobody');
    const get = async (format: string) =>
      (await api.app.request(`/v1/issuers/${issuer.id}/export?format=${format}`, { headers: { authorization: `Bearer ${key}` } })).text();
    expect(JSON.parse(await get('json'))).toEqual([]);
    expect((await get('csv')).split('\r\n')).toHaveLength(2);
    expect(await get('ndjson')).toBe('');
  });

  it('goes page by page: what a reader does not take is not read', async () => {
    const tenant = await makeTenant(api, 'large');
    const first = (
      await api.call('POST', `/v1/achievements/${tenant.achievement.id}/credentials`, {
        key: tenant.key,
        body: { recipient: { externalId: 'L' } },
      })
    ).body;
    // What is stored of one badge, many times over, each in a place of its own.
    await api.database.pool.query(
      `INSERT INTO credential (issuer_id, id, achievement_id, status_list_id, status_index, proof_created, data_integrity_key, jwt_key, evidence_findings,
         api_key_id, signed_json, detached_jwt, recipient_lookup, valid_from, valid_until, created_at, signed_at, record_salt, recipient_id, tx)
       SELECT issuer_id, gen_random_uuid(), achievement_id, status_list_id, (status_index + n) % 131072, proof_created, data_integrity_key, jwt_key,
         evidence_findings, api_key_id, signed_json, detached_jwt, recipient_lookup, valid_from, valid_until, created_at, signed_at, record_salt, recipient_id, tx
       FROM credential, generate_series(1, 1600) n WHERE id = $1`,
      [first.id],
    );
    const { credentials } = api.store;
    let pages = 0;
    const list: typeof credentials.list = (...input) => {
      pages += 1;
      return credentials.list(...input);
    };
    const { exportIssuer } = await import('../../../issuing/exports/export-issuer.js');
    const deps = {
      store: { ...api.store, credentials: { ...credentials, list } },
      recipients: { openEmail: () => null },
      clock: { now: () => new Date() },
    };
    const found = await exportIssuer(deps, { actor: tenant.actor, input: tenant.issuer.id });
    if (!found.ok) throw new Error('refused');
    let seen = 0;
    for await (const _ of found.value.badges()) {
      seen += 1;
      if (seen === 700) break;
    }
    expect(pages).toBe(2);
    const answer = await api.app.request(`/v1/issuers/${tenant.issuer.id}/export?format=ndjson`, {
      headers: { authorization: `Bearer ${tenant.key}` },
    });
    expect(linesIn(await answer.text())).toHaveLength(1601);
  });

  it('needs the scopes of what is in it', async () => {
    const key = async (...scopes: never[]) => (await makeKey(api, acme.issuer.id, scopes)).key.text;
    const path = `/v1/issuers/${acme.issuer.id}/export`;
    for (const scope of ['recipients:read', 'credentials:read'] as never[])
      expect((await api.call('GET', path, { key: await key(scope) })).status).toBe(403);
    const both = await key(...(['recipients:read', 'credentials:read'] as never[]));
    expect((await api.call('GET', path, { key: both })).status).toBe(200);
  });
});

describe('an export of a person', () => {
  it('has all that is kept of them', async () => {
    const { body } = await api.call('GET', `/v1/recipients/${made[0]!.recipient.id}/export`, { key: acme.key });
    expect(body).toMatchObject({
      recipient: { email: 'ada@example.org', externalId: 'S-1' },
      credentials: [{ id: made[0]!.id, email: 'ada@example.org', endorsements: [{ comment: 'I read it.' }], evidenceReport: null }],
    });
  });

  it('is not there any more once they were erased', async () => {
    await issue({ email: 'soon@example.org' });
    const { id } = made.pop()!.recipient;
    await api.call('POST', `/v1/recipients/${id}/erase`, { key: acme.key, body: { confirm: 'erase' } });
    expect((await api.call('GET', `/v1/recipients/${id}/export`, { key: acme.key })).status).toBe(404);
  });
});
