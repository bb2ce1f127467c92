import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, makeTenant, type Tenant } from '../../../issuing/issuing.fixture.js';
import { type Api, startApi } from '../api.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const FILE = 'email,name\nada@x.example,=Ada\nnobody,=1+1\n';
const send = (raw: string, type = 'text/csv', query = `?achievement=${acme.achievement.id}`) =>
  api.call('POST', `/v1/issuance-jobs${query}`, { key: acme.key, raw, headers: { 'content-type': type } });
async function work(jobId: string): Promise<void> {
  const { signal } = new AbortController();
  await api.useCases.readJob({ issuerId: acme.issuer.id, jobId }, signal);
  await api.useCases.issueRows({ issuerId: acme.issuer.id }, signal);
}

describe('POST /v1/issuance-jobs', () => {
  it('takes a file as the body, says where the job is, and what came of each row', async () => {
    const made = await send(FILE);
    expect([made.status, made.headers.get('location')]).toEqual([202, `${BASE}/v1/issuance-jobs/${made.body.id}`]);
    await work(made.body.id);
    const job = await api.call('GET', `/v1/issuance-jobs/${made.body.id}`, { key: acme.key });
    expect(job.body).toMatchObject({ state: 'ended', rows: { total: 2, done: 1, refused: 1 } });
    const rows = await api.call('GET', `/v1/issuance-jobs/${made.body.id}/rows?state=refused`, { key: acme.key });
    expect(rows.body).toMatchObject({
      data: [{ row: 2, line: 3, state: 'refused', problem: { errors: [{ column: 'email' }] } }],
      next: null,
    });
  });

  it('gives the refused rows as CSV in which nothing runs', async () => {
    const made = await send(FILE.replaceAll('ada@', 'bob@'));
    await work(made.body.id);
    const path = `${BASE}/v1/issuance-jobs/${made.body.id}/rows?state=refused`;
    const answer = await api.app.request(path, { headers: { authorization: `Bearer ${acme.key}`, accept: 'text/csv' } });
    expect(await answer.text()).toMatch(/^email,name,proofmark_row,proofmark_reason\r\nnobody,'=1\+1,2,"?email: is not an e-mail address/);
  });

  it('takes a form with options before the file, and rows in JSON', async () => {
    const form = new FormData();
    form.set('options', JSON.stringify({ achievementId: acme.achievement.id, columns: { Mail: 'email' } }));
    form.set('file', new Blob(['Mail\ncora@x.example\n'], { type: 'text/csv' }), 'rows.csv');
    const headers = { authorization: `Bearer ${acme.key}` };
    const answer = await api.app.request(`${BASE}/v1/issuance-jobs`, { method: 'POST', headers, body: form });
    expect(answer.status).toBe(202);
    const body = { achievementId: acme.achievement.id, rows: [{ recipient: { email: 'dora@x.example' } }] };
    expect((await api.call('POST', '/v1/issuance-jobs', { key: acme.key, body })).status).toBe(202);
  });

  it('refuses a type that it does not read, and an upload without an achievement', async () => {
    expect((await send(FILE, 'text/html')).body.code).toBe('unsupported-media-type');
    expect((await send(FILE, 'text/csv', '')).body.code).toBe('invalid-parameter');
  });
});
