import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const DAY = 86_400_000;
const query = (text: string, values: readonly unknown[] = []) => api.database.pool.query(text, [...values]);
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const overview = async (tenant = acme) => (await api.call('GET', `/v1/issuers/${tenant.issuer.id}/overview`, { key: tenant.key })).body;

async function issue(name: string, more: object = {}): Promise<string> {
  const body = { recipient: { email: `${name}@example.org`, name }, evidence: [{ url: 'https://acme.example/work' }], ...more };
  const made = await api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { key: acme.key, body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
}

/** As a look at the work would have written it. */
async function look(credentialId: string, sameBytes: string, at: string): Promise<void> {
  await query('INSERT INTO work_look (issuer_id, credential_id, piece, at, same_bytes) VALUES ($1, $2, 1, $3, $4)', [
    acme.issuer.id,
    credentialId,
    at,
    sameBytes,
  ]);
}

async function changedAt(credentialId: string, at: string): Promise<void> {
  await query(
    `INSERT INTO api_event (issuer_id, id, type, credential_id, data, at, tx) VALUES ($1, gen_random_uuid(), 'evidence.changed', $2, '{}', $3, 1)`,
    [acme.issuer.id, credentialId, at],
  );
}

describe('the overview of an issuer', () => {
  it('is all zeros where nothing happened', async () => {
    acme = await makeTenant(api, 'nothing');
    const found = await overview();
    expect(found).toMatchObject({
      issued: { total: 0 },
      claimed: { total: 0 },
      checked: { total: 0 },
      changed: { total: 0, latest: [] },
      ending: { more: false, next: [] },
    });
    expect(found.issued.byDay).toEqual(Array.from({ length: 84 }, () => 0));
    expect(found.ending.byWeek).toEqual(Array.from({ length: 13 }, () => 0));
    expect(found.since).toBe(inDays(-83).slice(0, 10));
  });

  it('counts what happened on each day, and days that are over once', async () => {
    acme = await makeTenant(api, 'days');
    await query('UPDATE issuer SET created_at = $2 WHERE id = $1', [acme.issuer.id, inDays(-200)]);
    const [ada, bob] = [await issue('ada'), await issue('bob')];
    await query('UPDATE credential SET claimed_at = $2 WHERE id = $1', [ada, inDays(-3)]);
    await query('UPDATE credential SET claimed_at = $2 WHERE id = $1', [bob, inDays(-150)]);
    await look(ada, 'matches', inDays(-5));
    await look(ada, 'not-checked', inDays(-5));
    await look(ada, 'changed', inDays(-4));
    await changedAt(ada, inDays(-4));
    const found = await overview();
    expect(found.issued).toMatchObject({ total: 2 });
    expect(found.issued.byDay.at(-1)).toBe(2);
    expect(found.claimed.total).toBe(2);
    expect(found.claimed.byDay.at(-4)).toBe(1);
    expect([found.checked.total, found.checked.byDay.at(-6), found.checked.byDay.at(-5)]).toEqual([2, 1, 1]);
    expect(found.changed.byDay.at(-5)).toBe(1);
    // Nothing is asked again of a day that is over; today goes on.
    await query('UPDATE credential SET claimed_at = NULL WHERE id = $1', [bob]);
    await issue('cyd');
    const later = await overview();
    expect(later.claimed.total).toBe(2);
    expect(later.issued).toMatchObject({ total: 3 });
    const { rows } = await query(
      'SELECT count(*)::int AS days, count(DISTINCT day)::int AS others FROM overview_day WHERE issuer_id = $1',
      [acme.issuer.id],
    );
    expect(rows[0].days).toBeGreaterThanOrEqual(199);
    expect(rows[0].others).toBe(rows[0].days);
  });

  it('shows the badges whose work changed, with what is known of it now', async () => {
    acme = await makeTenant(api, 'changed');
    const [gone, mended] = [await issue('gone'), await issue('mended')];
    await look(gone, 'gone', inDays(-2));
    await look(mended, 'changed', inDays(-2));
    await look(mended, 'matches', inDays(-1));
    await changedAt(gone, inDays(-2));
    await changedAt(mended, inDays(-2));
    await changedAt(mended, inDays(-1));
    const { changed } = await overview();
    expect(changed.latest).toMatchObject([
      { badge: { id: mended, recipient: { name: 'mended' } }, found: 'matches' },
      { badge: { id: gone, achievementName: 'Web API design' }, found: 'gone' },
    ]);
  });

  it('shows badges that run out, but none that was withdrawn, stands still or was renewed', async () => {
    acme = await makeTenant(api, 'ending');
    const last = await issue('last', { validUntil: inDays(20) });
    const first = await issue('first', { validUntil: inDays(3) });
    await issue('later', { validUntil: inDays(400) });
    await issue('never');
    const others = [await issue('revoked', { validUntil: inDays(4) }), await issue('held', { validUntil: inDays(5) })];
    const renewed = await issue('renewed', { validUntil: inDays(6) });
    await api.call('POST', `/v1/credentials/${others[0]}/revoke`, { key: acme.key, body: { confirm: 'revoke', reason: 'x' } });
    await api.call('POST', `/v1/credentials/${others[1]}/suspend`, { key: acme.key, body: { reason: 'x' } });
    const again = { evidence: [{ url: 'https://acme.example/work' }], validUntil: inDays(800) };
    expect((await api.call('POST', `/v1/credentials/${renewed}/renew`, { key: acme.key, body: again })).status).toBe(201);
    const { ending } = await overview();
    expect(ending.next.map(({ id }: { id: string }) => id)).toEqual([first, last]);
    expect(ending.byWeek).toEqual([1, 0, 1, ...Array.from({ length: 10 }, () => 0)]);
    expect(ending.more).toBe(false);
  });

  it('is for who may read badges', async () => {
    const { key } = await makeKey(api, acme.issuer.id, ['achievements:read']);
    expect((await api.call('GET', `/v1/issuers/${acme.issuer.id}/overview`, { key: key.text })).status).toBe(403);
  });
});
