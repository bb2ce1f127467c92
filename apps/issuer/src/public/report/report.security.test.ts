import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BASE, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { MOST_A_DAY } from '../../issuing/operator/report-issuer.js';
import { type Api, startApi } from '../../routes/v1/api.fixture.js';
import { kyselyOver } from '../../store/postgres-store.js';
import { publicReads } from '../../store/public-reads.js';
import { publicRoutes } from '../index.js';
import { reportRoutes } from './index.js';

// T11: anybody can tell the operator of an issuer that is not who it says.
let api: Api;
let acme: Tenant;
let badge: string;
let app: Hono;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  const path = `/v1/achievements/${acme.achievement.id}/credentials`;
  badge = (await api.call('POST', path, { key: acme.key, body: { recipient: { email: 'ada@example.org' } } })).body.id;
  const reads = publicReads(kyselyOver(api.database.pool));
  app = new Hono()
    .route('/', reportRoutes({ useCases: api.useCases, reads, baseUrl: BASE }))
    .route('/', publicRoutes({ publicBaseUrl: BASE, reads, now: () => new Date() }));
});
beforeEach(() => api.database.pool.query('DELETE FROM issuer_report'));
afterAll(() => api.close());

const HTML = { accept: 'text/html' };
const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(`${BASE}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers });
const reports = async (query = '') => (await api.call('GET', `/v1/reports${query}`)).body.data;
const FORM = '/issuers/acme/report';

describe('the form by which anybody reports an issuer', () => {
  it('is led to by the pages of the issuer and of its badges', async () => {
    const page = await (await app.request(`${BASE}/credentials/${badge}`, { headers: HTML })).text();
    expect(page).toContain(`href="/credentials/${badge}/report"`);
    expect(await (await app.request(`${BASE}/issuers/acme`, { headers: HTML })).text()).toContain(`href="${FORM}"`);
    const form = await app.request(`${BASE}/credentials/${badge}/report`);
    const html = await form.text();
    expect([form.status, form.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(html).toContain('<form method="post">');
    expect(html).not.toContain('<script');
  });

  it('keeps what was sent, sealed, for the operator alone', async () => {
    const fields = { reason: 'impersonation', text: 'We are Riverside,\r\nand this is not us.', email: 'registrar@riverside.example' };
    const sent = await send(`/credentials/${badge}/report`, fields);
    expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining('Your report has arrived')]);
    const [report] = await reports();
    expect(report).toMatchObject({
      issuerId: acme.issuer.id,
      credentialId: badge,
      reason: 'impersonation',
      state: 'open',
      decidedAt: null,
    });
    expect([report.text, report.email]).toEqual(['We are Riverside,\nand this is not us.', fields.email]);
    const { rows } = await api.database.pool.query('SELECT * FROM issuer_report');
    expect(JSON.stringify(rows)).not.toMatch(/riverside|registrar/i);
    expect((await api.call('GET', '/v1/reports', { key: acme.key })).status).toBe(403);
    const everything = await api.call('GET', `/v1/issuers/${acme.issuer.id}/export`, { key: acme.key });
    expect(JSON.stringify(everything.body)).not.toContain('Riverside');
  });

  it('does nothing to the issuer', async () => {
    await send(FORM, { reason: 'unlawful' });
    expect((await api.call('GET', `/v1/issuers/${acme.issuer.id}`)).body.suspended).toBeNull();
    expect(await (await app.request(`${BASE}/issuers/acme`, { headers: HTML })).text()).not.toContain('suspended');
  });

  it.each([
    ['no reason', {}, 'Choose what is wrong.'],
    ['an invented reason', { reason: 'boring' }, 'Choose what is wrong.'],
    ['another reason without words', { reason: 'other', text: '  \n ' }, 'Say in a few words'],
    ['too many words', { reason: 'untrue', text: 'x'.repeat(2001) }, 'at most 2000 characters'],
    ['half a character', { reason: 'untrue', text: 'x\0' }, 'Say in a few words'],
    ['no address', { reason: 'untrue', email: 'ada at example' }, 'This is no e-mail address'],
    ['an address of 300 characters', { reason: 'untrue', email: `${'a'.repeat(300)}@x.example` }, 'This is no e-mail address'],
  ])('says what is wrong with %s, and keeps what was typed', async (_, fields, words) => {
    const typed = { text: '<b>Look</b>', ...fields } as Record<string, string>;
    const answer = await send(FORM, typed);
    const html = await answer.text();
    expect([answer.status, html]).toEqual([422, expect.stringContaining(words)]);
    expect(html).not.toContain('<b>Look');
    if (typed.text === '<b>Look</b>') expect(html).toContain('&lt;b&gt;Look&lt;/b&gt;</textarea>');
    expect(await reports()).toEqual([]);
  });

  it('reads no more than the form can have, and no other form', async () => {
    const long = await send(FORM, { reason: 'untrue', text: 'x'.repeat(1_000_000) });
    expect(long.status).toBe(422);
    expect((await long.text()).length).toBeLessThan(100_000);
    const json = await app.request(`${BASE}${FORM}`, {
      method: 'POST',
      body: '{"reason":"untrue"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(json.status).toBe(415);
    expect((await app.request(`${BASE}${FORM}`, { method: 'DELETE' })).status).toBe(405);
    expect(await reports()).toEqual([]);
  });

  it('is not sent by pages of others in the name of their readers', async () => {
    for (const site of ['cross-site', 'same-site']) {
      expect((await send(FORM, { reason: 'untrue' }, { 'sec-fetch-site': site })).status).toBe(403);
    }
    expect((await send(FORM, { reason: 'untrue' }, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect(await reports()).toHaveLength(1);
  });

  it('is there for no issuer and no badge that does not exist', async () => {
    for (const path of ['/issuers/nobody/report', '/credentials/x/report', `/issuers/${'a'.repeat(200)}/report`])
      expect((await app.request(`${BASE}${path}`)).status).toBe(404);
    expect((await send('/issuers/nobody/report', { reason: 'untrue' })).status).toBe(404);
  });

  it('takes a bounded number of reports of one issuer in a day, whoever sends them', async () => {
    const about = { issuerId: acme.issuer.id, credentialId: null, text: null, email: null };
    const all = Array.from({ length: MOST_A_DAY + 5 }, () => api.useCases.reportIssuer({ ...about, reason: 'untrue' }));
    expect((await Promise.all(all)).filter((kept) => kept === 'kept')).toHaveLength(MOST_A_DAY);
    const one = await send(FORM, { reason: 'untrue' });
    expect([one.status, await one.text()]).toEqual([429, expect.stringContaining('Many reports')]);
  });
});

describe('a report', () => {
  const kept = async (): Promise<string> => {
    await send(FORM, { reason: 'other', text: 'Look at this.', email: 'ada@example.org' });
    return (await reports())[0].id;
  };
  const decide = (id: string, decision: string) => api.call('POST', `/v1/reports/${id}/decide`, { body: { decision } });

  it('is decided once, and found by what became of it', async () => {
    const [one, two] = [await kept(), await kept()];
    expect((await decide(one, 'dismissed')).body).toMatchObject({ id: one, state: 'dismissed', decidedAt: expect.any(String) });
    expect((await decide(one, 'dismissed')).status).toBe(200);
    expect((await decide(one, 'acted')).body.code).toBe('conflict');
    expect((await decide(two, 'forgotten')).status).toBe(422);
    expect((await decide(acme.issuer.id, 'acted')).status).toBe(404);
    const ids = async (query: string) => (await reports(query)).map(({ id }: { id: string }) => id);
    expect(await ids('?state=open')).toEqual([two]);
    expect(await ids('?state=dismissed')).toEqual([one]);
    expect(await ids(`?issuer=${acme.issuer.id}`)).toEqual([two, one]);
    expect(await ids(`?issuer=${badge}`)).toEqual([]);
  });

  it('is forgotten in what it says some time after the decision, or after it came, and in the end whole', async () => {
    const [decided, open] = [await kept(), await kept()];
    await decide(decided, 'acted');
    const after = async (days: number) => {
      await api.with({ clock: { now: () => new Date(Date.now() + days * 86_400_000) } }).pruneReports();
      return Object.fromEntries((await reports()).map(({ id, text, email }: Record<string, string>) => [id, [text, email]]));
    };
    const said = ['Look at this.', 'ada@example.org'];
    expect(await after(29)).toEqual({ [decided]: said, [open]: said });
    expect(await after(31)).toEqual({ [decided]: [null, null], [open]: said });
    expect(await after(181)).toEqual({ [decided]: [null, null], [open]: [null, null] });
    expect(await after(731)).toEqual({});
  });
});
