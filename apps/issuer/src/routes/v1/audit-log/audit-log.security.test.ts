import { BEFORE_FIRST, followAuditChain } from '@proofmark/proofs';
import type { AuditEntry } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeKey, makeTenant, type Tenant } from '../../../issuing/issuing.fixture.js';
import { type Api, problemIn, startApi } from '../api.fixture.js';

// T17, T23: who did what can be read, and cannot be changed unseen.
let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const get = (query = '', key = acme.key, headers = {}) => api.call('GET', `/v1/audit-log${query}`, { key, headers });
const createAchievement = (name: string) =>
  api.call('POST', '/v1/achievements', { key: acme.key, body: { name, description: 'X', criteria: { narrative: 'X' } } });

/** Waits until every entry has its place: a transaction of another test file on the same server may hold them up. */
async function settled(): Promise<void> {
  await vi.waitFor(
    async () => {
      await api.useCases.sealAuditLogs();
      expect((await api.database.pool.query('SELECT FROM audit_entry WHERE seq IS NULL')).rowCount).toBe(0);
    },
    { timeout: 60_000, interval: 20 },
  );
}

async function lines(query = '', key = acme.key): Promise<AuditEntry[]> {
  const headers = { authorization: `Bearer ${key}`, accept: 'application/x-ndjson' };
  const answer = await api.app.request(`http://localhost:3000/v1/audit-log${query}`, { headers });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
  const text = await answer.text();
  return text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
}

/** The faults of a log as `proofmark audit check` finds them. */
function faultsOf(entries: readonly AuditEntry[]): string[] {
  let before: Pick<ReturnType<typeof followAuditChain>, 'head' | 'issuerId'> = { head: BEFORE_FIRST, issuerId: undefined };
  return entries.flatMap((entry) => {
    const step = followAuditChain(before, JSON.parse(JSON.stringify(entry)));
    before = step;
    return step.faults.map((fault) => `${entry.sequence} ${fault}`);
  });
}

describe('GET /v1/audit-log', () => {
  it('can be read from its end, in pages, for people', async () => {
    for (const name of ['A', 'B', 'C']) await createAchievement(name);
    await settled();
    const expected = (await lines()).map(({ sequence }) => sequence).reverse();
    const seen: number[] = [];
    for (let after = ''; ; ) {
      const { body } = await get(`?order=newest&limit=2${after}`);
      seen.push(...body.data.map(({ sequence }: AuditEntry) => sequence));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toEqual(expected);
    expect((await lines('?order=newest')).map(({ sequence }) => sequence)).toEqual(expected);
  });

  it('shows the acts of an issuer in a chain without gaps, and none of the service or of another issuer', async () => {
    await createAchievement('One');
    await settled();
    const entries = await lines();
    expect(entries.length).toBeGreaterThan(2);
    expect(faultsOf(entries)).toEqual([]);
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, at) => at + 1));
    expect(new Set(entries.map(({ issuerId }) => issuerId))).toEqual(new Set([acme.issuer.id]));
    expect(entries.at(-1)).toMatchObject({
      actor: { type: 'api-key', apiKeyId: acme.actor.keyId },
      action: 'achievement.created',
      requestId: expect.stringMatching(/^[\w-]{8,64}$/),
    });
  });

  it('shows the acts of the service itself to admin keys alone', async () => {
    await settled();
    const entries = await lines('?service=true', api.adminKey);
    expect(faultsOf(entries)).toEqual([]);
    expect(entries.map(({ action, actor }) => [action, actor.type])).toEqual([
      ['api-key.created', 'service'],
      ['issuer.created', 'api-key'],
    ]);
    expect(problemIn(await get('?service=true'))).toMatchObject({ status: 403 });
    expect(problemIn(await get('', api.adminKey))).toMatchObject({ status: 400 });
    expect(problemIn(await get(`?service=true&issuer=${acme.issuer.id}`, api.adminKey))).toMatchObject({ status: 400 });
    expect((await get(`?issuer=${acme.issuer.id}`, api.adminKey)).body.data.length).toBeGreaterThan(0);
  });

  it('needs a scope of its own', async () => {
    const without = (await makeKey(api, acme.issuer.id, ['credentials:read', 'api-keys:write'])).key.text;
    expect((await get('', without)).status).toBe(403);
    const reader = (await makeKey(api, acme.issuer.id, ['audit-log:read'])).key.text;
    expect((await get('', reader)).status).toBe(200);
  });

  it('is read page by page, and later from where one stopped', async () => {
    await settled();
    const all = await lines();
    const first = await get('?limit=2');
    expect([first.body.data, first.body.next]).toEqual([all.slice(0, 2), '2']);
    const link = /^<http:\/\/localhost:3000(\/v1\/audit-log\?.+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1];
    expect((await api.call('GET', link!, { key: acme.key })).body.data).toEqual(all.slice(2, 4));
    const last = all.at(-1)!.sequence;
    expect((await get(`?after=${last}`)).body).toEqual({ data: [], next: null });
    await createAchievement('Two');
    await settled();
    expect((await get(`?after=${last}`)).body.data).toMatchObject([{ sequence: last + 1, previous: all.at(-1)!.hash }]);
    expect(await lines(`?after=${last}`)).toHaveLength(1);
  });

  it('can be filtered by action and by time', async () => {
    await settled();
    const { data } = (await get('?action=achievement.created&limit=100')).body;
    expect(new Set(data.map(({ action }: AuditEntry) => action))).toEqual(new Set(['achievement.created']));
    const { at } = data[1];
    const since = (await get(`?action=achievement.created&since=${at}`)).body.data;
    const until = (await get(`?action=achievement.created&until=${at}`)).body.data;
    expect([...until, ...since]).toEqual(data);
    expect(problemIn(await get('?action=badge.eaten')).errors).toEqual([['/action', 'no-such-value']]);
    for (const query of ['?after=-1', '?after=1e3', '?since=yesterday', '?service=1']) expect((await get(query)).status).toBe(400);
  });

  it('has one chain while several processes write and seal at the same time', async () => {
    const work = Array.from({ length: 24 }, (_, at) => (at % 3 === 0 ? api.useCases.sealAuditLogs() : createAchievement(`Busy ${at}`)));
    await Promise.all(work);
    await settled();
    expect(faultsOf(await lines())).toEqual([]);
  });

  it('gives an entry its place when no older transaction runs any more', async () => {
    await settled();
    const before = (await lines()).length;
    const older = await api.database.pool.connect();
    await older.query('BEGIN');
    await older.query('UPDATE issuer SET url = url WHERE id = $1', [acme.issuer.id]);
    await createAchievement('Waiting');
    expect((await lines()).length).toBe(before);
    await older.query('COMMIT');
    older.release();
    await settled();
    expect((await lines()).length).toBe(before + 1);
  });

  it('exports a log that is longer than what is read at once', async () => {
    await api.database.pool.query(
      `INSERT INTO audit_entry (issuer_id, id, at, actor, action, object_type, object_id, details)
       SELECT $1, gen_random_uuid(), now(), 'service', 'credential.issued', 'credential', 'x', '{}' FROM generate_series(1, 1100)`,
      [acme.issuer.id],
    );
    await settled();
    const entries = await lines();
    expect(entries.length).toBeGreaterThan(1100);
    expect(faultsOf(entries)).toEqual([]);
  });
});

describe('a log that was changed behind the service', () => {
  /** What somebody can do who owns the database: the guards of the table are off. */
  async function behind(statement: string): Promise<void> {
    await api.database.pool.query(`ALTER TABLE audit_entry DISABLE TRIGGER ALL; ${statement}; ALTER TABLE audit_entry ENABLE TRIGGER ALL`);
  }
  const of = (seq: number): string => `issuer_id = '${acme.issuer.id}' AND seq = ${seq}`;

  it('is found out wherever an entry was altered', async () => {
    await behind(`UPDATE audit_entry SET api_key_id = gen_random_uuid() WHERE ${of(1)}`);
    await behind(`UPDATE audit_entry SET at = at - interval '1 day' WHERE ${of(3)}`);
    await behind(`UPDATE audit_entry SET details = '{"x": "y"}' WHERE ${of(5)}`);
    expect(faultsOf(await lines())).toEqual(['1 altered', '3 altered', '5 altered']);
  });

  it('is found out where an entry was removed', async () => {
    await behind(`DELETE FROM audit_entry WHERE ${of(4)}`);
    expect(faultsOf(await lines())).toContain('5 missing');
  });

  it('is found out where entries changed places', async () => {
    await behind(`UPDATE audit_entry SET seq = 99999 WHERE ${of(7)}`);
    await behind(`UPDATE audit_entry SET seq = 7 WHERE ${of(8)}`);
    await behind(`UPDATE audit_entry SET seq = 8 WHERE ${of(99999)}`);
    expect(faultsOf(await lines())).toEqual(expect.arrayContaining(['7 altered', '8 altered']));
  });
});
