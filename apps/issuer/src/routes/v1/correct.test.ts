import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { decodeList, statusAt } from '@proofmark/credentials';
import type { UnsignedCredential } from '@proofmark/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Answer, type Api, problemIn, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const WORK = { private: true, name: 'Essay', mediaType: 'text/plain', content: 'eA==' };
const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  api.call(method, path, { key: acme.key, body, headers });
const issue = async (recipient: object, more: object = {}) =>
  (await call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { recipient, ...more })).body;
const correct = (id: string, recipient: object, headers = {}) => call('POST', `/v1/credentials/${id}/correct`, { recipient }, headers);
const read = async (id: string) => (await call('GET', `/v1/credentials/${id}`)).body;
const peopleAt = async (email: string) => (await call('POST', '/v1/recipients/search', { email })).body.data;
const rows = async (sql: string, values: unknown[]) => (await api.database.pool.query(sql, values)).rows;

describe('a badge whose recipient is named wrongly', () => {
  it('is replaced by one that says all else as before, and is withdrawn', async () => {
    const old = await issue({ email: 'ada@example.org', name: 'Ada Lovelaec' }, { narrative: 'Alone.', evidence: [WORK] });
    const answer = await correct(old.id, { name: 'Ada Lovelace' });
    expect(answer.status).toBe(201);
    const made = answer.body;
    expect(made).toMatchObject({ predecessorId: old.id, state: 'current', recipient: { id: old.recipient.id, name: 'Ada Lovelace' } });
    expect(answer.headers.get('link')).toContain(`/v1/credentials/${old.id}>; rel="predecessor-version"`);
    expect(await read(old.id)).toMatchObject({
      state: 'revoked',
      successorId: made.id,
      revoked: { reason: expect.stringMatching(/corrected/) },
    });

    const [before, after] = [old.credential, made.credential] as readonly UnsignedCredential[];
    const moved = JSON.parse(JSON.stringify(before).replaceAll(old.url, made.url));
    const { proof: _, credentialStatus: place, relatedResource: report, credentialSubject: subject, ...rest } = moved;
    expect(after).toMatchObject(rest);
    expect(after!.credentialSubject).toMatchObject({
      ...subject,
      identifier: [before!.credentialSubject.identifier![0], { identityHash: 'Ada Lovelace' }],
    });
    expect(after!.credentialStatus!.statusListIndex).not.toBe(place.statusListIndex);
    expect(report).toBeDefined();
    const kept = await rows('SELECT bytes FROM private_work WHERE credential_id = $1', [made.id]);
    expect(kept).toEqual([{ bytes: Buffer.from('x') }]);
    expect(made.evidence).toEqual(JSON.parse(JSON.stringify(old.evidence).replaceAll(old.url, made.url)));
  });

  it('has the report of its work bound by digest, as any other has', async () => {
    const old = await issue({ email: 'bound@example.org', name: 'B' }, { evidence: [WORK] });
    const made = (await correct(old.id, { name: 'Bo' })).body;
    const [{ body }] = await rows('SELECT body FROM evidence_report WHERE credential_id = $1', [made.id]);
    const sri = `sha384-${createHash('sha384').update(body).digest('base64')}`;
    expect(made.credential.relatedResource).toMatchObject([{ digestSRI: sri }]);
    expect(body).toContain(made.url);
    expect(body).not.toContain(old.url);
  });

  it('keeps its dates and its achievement as they were, whatever became of the achievement', async () => {
    const made = await call('POST', '/v1/achievements', {
      name: 'Old name',
      description: 'X',
      criteria: { narrative: 'X' },
      evidencePolicy: 'none',
      validFor: 'P1Y',
    });
    const issued = await call('POST', `/v1/achievements/${made.body.id}/credentials`, {
      recipient: { externalId: 'D-1', name: 'A' },
      validFrom: '2026-01-01T00:00:00Z',
    });
    await call('PATCH', `/v1/achievements/${made.body.id}`, { name: 'New name', archived: true });
    const { status, body } = await correct(issued.body.id, { name: 'B' });
    expect([status, body.validFrom, body.validUntil]).toEqual([201, issued.body.validFrom, issued.body.validUntil]);
    expect(body.credential.credentialSubject.achievement.name).toBe('Old name');
  });

  it('belongs to whoever has the right address, and the wrong one is forgotten', async () => {
    const old = await issue({ email: 'wrnog@example.org', name: 'Grace' });
    const other = await issue({ email: 'right@example.org', name: 'Grace' });
    const made = (await correct(old.id, { email: 'right@example.org' })).body;
    expect(made.recipient.id).toBe(other.recipient.id);
    expect(await peopleAt('wrnog@example.org')).toEqual([]);
    expect(await rows('SELECT id FROM credential WHERE recipient_id = $1 ORDER BY id', [other.recipient.id])).toHaveLength(3);
    const { identityHash, salt } = made.credential.credentialSubject.identifier[0];
    expect([identityHash, salt]).not.toEqual([
      old.credential.credentialSubject.identifier[0].identityHash,
      old.credential.credentialSubject.identifier[0].salt,
    ]);
  });

  it('stays with the person whom the issuer knows by an id, under the right address', async () => {
    const old = await issue({ email: 'ole@example.org', externalId: 'C-1' });
    const made = (await correct(old.id, { email: 'ola@example.org' })).body;
    expect(made.recipient).toMatchObject({ id: old.recipient.id, externalId: 'C-1' });
    expect(await peopleAt('ola@example.org')).toMatchObject([{ id: old.recipient.id, email: 'ola@example.org' }]);
    const moved = (await correct(made.id, { externalId: 'C-2' })).body;
    expect(moved.recipient.externalId).toBe('C-2');
    expect(await peopleAt('ola@example.org')).toMatchObject([{ externalId: 'C-2', email: 'ola@example.org' }]);
  });

  it('takes everything with it when its person is erased', async () => {
    const old = await issue({ email: 'gone@example.org', name: 'Gone' });
    const made = (await correct(old.id, { name: 'Gone Away' })).body;
    const erased = await call('POST', `/v1/recipients/${made.recipient.id}/erase`, { confirm: 'erase' });
    expect(erased.body.erased).toBe(2);
    expect(
      (await rows('SELECT signed_json FROM credential WHERE id = ANY($1)', [[old.id, made.id]])).map((row) => row.signed_json),
    ).toEqual([null, null]);
  });

  it('is told of in order: issued, withdrawn, corrected', async () => {
    const old = await issue({ externalId: 'E-1', name: 'A' });
    const made = (await correct(old.id, { name: 'B' })).body;
    const { data } = (await call('GET', `/v1/events?limit=100&after=${await firstEventOf(old.id)}`)).body;
    const told = data.filter((event: { data: { credentialId: string } }) => [old.id, made.id].includes(event.data.credentialId));
    expect(told.map(({ type, data: { credentialId, successorId } }: never) => [type, credentialId, successorId])).toEqual([
      ['credential.issued', made.id, undefined],
      ['credential.revoked', old.id, undefined],
      ['credential.corrected', old.id, made.id],
    ]);
  });

  it('has its bit set in its list, by a signature of the same transaction', async () => {
    const old = await issue({ externalId: 'S-1', name: 'A' });
    await correct(old.id, { name: 'B' });
    const { statusListCredential, statusListIndex } = old.credential.credentialStatus;
    const [, number] = /\/status\/(\d+)$/.exec(statusListCredential) ?? [];
    const [{ body }] = await rows('SELECT body FROM status_list_document WHERE issuer_id = $1 AND status_list_id = $2', [
      acme.issuer.id,
      number,
    ]);
    const list = await decodeList(JSON.parse(body).credentialSubject.encodedList, async (bytes) => gunzipSync(bytes), {
      maxBytes: 4_000_000,
    });
    expect(list.ok && statusAt(list.bits, Number(statusListIndex), 1)).toBe(1);
  });

  it('is corrected once, however often the request comes', async () => {
    const old = await issue({ externalId: 'I-1', name: 'A' });
    const [one, two] = await Promise.all([correct(old.id, { name: 'B' }), correct(old.id, { name: 'B' })]);
    expect([one.status, two.status].sort()).toEqual([201, 409]);
    const next = await issue({ externalId: 'I-2', name: 'A' });
    const key = { 'idempotency-key': 'correct-1' };
    const first = await correct(next.id, { name: 'B' }, key);
    const again = await correct(next.id, { name: 'B' }, key);
    expect([first.status, again.status, again.body.id]).toEqual([201, 200, first.body.id]);
  });

  it.each([
    ['says so already', async () => (await issue({ externalId: 'R-1', name: 'A' })).id, { name: 'A' }, 422],
    ['is corrected by nothing', async () => (await issue({ externalId: 'R-2' })).id, {}, 422],
    [
      'is suspended',
      async () => {
        const { id } = await issue({ externalId: 'R-3' });
        await call('POST', `/v1/credentials/${id}/suspend`);
        return id;
      },
      { name: 'B' },
      409,
    ],
    [
      'was withdrawn',
      async () => {
        const { id } = await issue({ externalId: 'R-4' });
        await call('POST', `/v1/credentials/${id}/revoke`, { confirm: 'revoke' });
        return id;
      },
      { name: 'B' },
      409,
    ],
    [
      'was erased',
      async () => {
        const { id } = await issue({ externalId: 'R-5' });
        await call('POST', `/v1/credentials/${id}/erase`, { confirm: 'erase' });
        return id;
      },
      { name: 'B' },
      410,
    ],
  ] as const)('is refused where it %s, and nothing is changed', async (_, badge, recipient, status) => {
    const id = await badge();
    const before = await api.rowCounts();
    const answer = await correct(id, recipient);
    expect([answer.status, problemIn(answer).status]).toEqual([status, status]);
    expect(await api.rowCounts()).toEqual(before);
  });
});

async function firstEventOf(credentialId: string): Promise<string> {
  const [{ id }] = await rows('SELECT id FROM api_event WHERE credential_id = $1', [credentialId]);
  return id;
}
