import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialKey, CredentialRecord, RecheckResult } from '../../store/index.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';

// T24: the issuer looks at the work again.

let issuing: Issuing;
let acme: Tenant;
let work: LoopbackServer;
/** What the server answers under each path. */
const served = new Map<string, { readonly status: number; readonly body: string; readonly type?: string }>();
const asked: string[] = [];
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
  work = await loopbackServer((request, response) => {
    asked.push(request.url ?? '');
    const { status, body, type = 'application/pdf' } = served.get(request.url ?? '') ?? { status: 404, body: '' };
    response.writeHead(status, { 'content-type': type }).end(body);
  });
});
beforeEach(() => {
  served.clear();
  asked.splice(0);
  served.set('/a.pdf', { status: 200, body: '%PDF-1.7 a' });
  served.set('/b.pdf', { status: 200, body: '%PDF-1.7 b' });
  served.set('/page', { status: 200, body: '<!doctype html><p>Hello', type: 'text/html' });
});
afterAll(async () => {
  await work.close();
  await issuing.close();
});

async function issue(...paths: string[]): Promise<CredentialRecord> {
  const evidence = paths.map((path) => ({ url: `${work.origin}${path}` }));
  const body = { recipient: { email: 'ada@example.org' }, evidence };
  const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
  return good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential;
}

const keyOf = ({ issuerId, id }: CredentialRecord): CredentialKey => ({ issuerId, credentialId: id });
const look = (badge: CredentialRecord): Promise<void> => issuing.useCases.recheckCredential(keyOf(badge), {});
const answers = async (badge: CredentialRecord): Promise<readonly [number, string, string | null][]> =>
  (await issuing.store.work.newest(keyOf(badge), 10)).map(({ piece, sameBytes, reason }: RecheckResult) => [piece, sameBytes, reason]);
async function events(badge: CredentialRecord): Promise<readonly string[]> {
  const all = await issuing.store.events.list(badge.issuerId, { after: null, type: null, limit: 1000 });
  return (all ?? []).filter(({ credentialId }) => credentialId === badge.id).map(({ type }) => type);
}
async function dueIn(badge: CredentialRecord): Promise<number | null> {
  const { rows } = await issuing.database.pool.query('SELECT due_at FROM work_watch WHERE credential_id = $1', [badge.id]);
  return rows.length === 0 ? null : (rows[0].due_at.getTime() - Date.now()) / 86_400_000;
}

describe('rechecking the evidence of a badge', () => {
  it('keeps every result and appends one event when the answer changes', async () => {
    const badge = await issue('/a.pdf', '/b.pdf');
    await look(badge);
    served.set('/b.pdf', { status: 200, body: '%PDF-1.7 another' });
    await look(badge);
    await look(badge);
    expect(await answers(badge)).toEqual([
      [0, 'matches', null],
      [0, 'matches', null],
      [0, 'matches', null],
      [1, 'changed', null],
      [1, 'changed', null],
      [1, 'matches', null],
    ]);
    expect(await events(badge)).toEqual(['credential.issued', 'evidence.changed']);
    served.set('/b.pdf', { status: 200, body: '%PDF-1.7 b' });
    await look(badge);
    expect(await events(badge)).toEqual(['credential.issued', 'evidence.changed', 'evidence.changed']);
  });

  it('treats a missing answer as no change and asks again the next day', async () => {
    const badge = await issue('/a.pdf');
    await issuing.database.pool.query(`UPDATE work_watch SET due_at = now() + interval '7 days'`);
    served.set('/a.pdf', { status: 503, body: 'later' });
    await look(badge);
    served.set('/a.pdf', { status: 200, body: '%PDF-1.7 a' });
    expect(await dueIn(badge)).toBeCloseTo(1, 2);
    await look(badge);
    expect((await answers(badge)).map(([, answer]) => answer)).toEqual(['matches', 'not-checked']);
    expect(await events(badge)).toEqual(['credential.issued']);
  });

  it('distinguishes gone, private and a page in the place of a file', async () => {
    const badge = await issue('/a.pdf');
    served.delete('/a.pdf');
    await look(badge);
    served.set('/a.pdf', { status: 403, body: '' });
    await look(badge);
    served.set('/a.pdf', { status: 200, body: '<!doctype html><form>', type: 'text/html' });
    await look(badge);
    expect(await answers(badge)).toEqual([
      [0, 'changed', 'page-instead-of-file'],
      [0, 'private', 'http-status'],
      [0, 'gone', 'http-status'],
    ]);
    expect((await events(badge)).filter((type) => type === 'evidence.changed')).toHaveLength(3);
  });

  it('reports when a page that was not pinned is gone and when it is back', async () => {
    const badge = await issue('/page');
    await look(badge);
    expect(await events(badge)).toEqual(['credential.issued']);
    served.delete('/page');
    await look(badge);
    served.set('/page', { status: 200, body: '<!doctype html><p>Anything', type: 'text/html' });
    await look(badge);
    expect((await answers(badge)).map(([, ...rest]) => rest)).toEqual([
      ['not-checked', 'live-page'],
      ['gone', 'http-status'],
      ['not-checked', 'live-page'],
    ]);
    expect(await events(badge)).toEqual(['credential.issued', 'evidence.changed', 'evidence.changed']);
  });

  it('skips badges that were revoked or have expired', async () => {
    const [revoked, old] = [await issue('/a.pdf'), await issue('/a.pdf')];
    good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: revoked.id } }));
    await issuing.database.pool.query(`UPDATE credential SET valid_until = now() - interval '1 second' WHERE id = $1`, [old.id]);
    asked.splice(0);
    await look(revoked);
    await look(old);
    expect([asked, await answers(revoked), await dueIn(revoked)]).toEqual([[], [], null]);
  });

  it('stops before the next piece of evidence when it is aborted, and stores nothing', async () => {
    const badge = await issue('/a.pdf');
    await expect(issuing.useCases.recheckCredential(keyOf(badge), { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(await answers(badge)).toEqual([]);
  });

  it('does not ask a host that did not answer for the next piece of evidence', async () => {
    const gone = await loopbackServer((_, response) => response.setHeader('content-type', 'application/pdf').end('%PDF-1.7'));
    const body = { recipient: { email: 'a@example.org' }, evidence: ['/1', '/2', '/3'].map((path) => ({ url: `${gone.origin}${path}` })) };
    const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
    const badge = good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential;
    await gone.close();
    const turns: string[] = [];
    const oneByOne = async <T>(host: string, task: () => Promise<T>): Promise<T> => {
      turns.push(host);
      return task();
    };
    await issuing.useCases.recheckCredential(keyOf(badge), { turn: oneByOne });
    expect((await answers(badge)).map(([, ...rest]) => rest)).toEqual(Array(3).fill(['not-checked', 'unreachable']));
    expect(turns).toEqual(Array(3).fill(new URL(gone.origin).host));
  });
});

describe('the journal of recheck results', () => {
  it('is append-only', async () => {
    const badge = await issue('/a.pdf');
    await look(badge);
    const { pool } = issuing.database;
    await expect(pool.query(`UPDATE work_look SET same_bytes = 'gone'`)).rejects.toThrow('append-only');
    await expect(pool.query('DELETE FROM work_look')).rejects.toThrow('append-only');
  });
});
