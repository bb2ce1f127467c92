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
      data: [{ row: 2, line: 3, state: 'refused', problem: { errors: [{ column: 'email', value: 'nobody' }] } }],
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

describe('POST /v1/issuance-jobs/columns', () => {
  const ask = (raw: string, type = 'text/csv') =>
    api.call('POST', '/v1/issuance-jobs/columns', { key: acme.key, raw, headers: { 'content-type': type } });

  it('says what the columns of a file seem to be, so that a job takes them as they are', async () => {
    const { status, body } = await ask('Vorname;Nachname;E-Mail;Klasse\nAda;Lovelace;joan@x.example;3b\n');
    expect([status, body]).toEqual([
      200,
      {
        format: 'csv',
        columns: [
          { name: 'Vorname', is: 'given_name' },
          { name: 'Nachname', is: 'family_name' },
          { name: 'E-Mail', is: 'email' },
          { name: 'Klasse', is: null },
        ],
        rows: [['Ada', 'Lovelace', 'joan@x.example', '3b']],
        problem: null,
      },
    ]);
    const columns = Object.fromEntries(body.columns.map(({ name, is }: { name: string; is: string | null }) => [name, is]));
    const query = new URLSearchParams({ achievement: acme.achievement.id, mode: 'validate', columns: JSON.stringify(columns) });
    const made = await send('Vorname;Nachname;E-Mail;Klasse\nAda;Lovelace;joan@x.example;3b\n', 'text/csv', `?${query}`);
    await work(made.body.id);
    expect((await api.call('GET', `/v1/issuance-jobs/${made.body.id}`, { key: acme.key })).body.rows).toMatchObject({ valid: 1 });
  });

  it('says why a file cannot be read, and refuses what is too large or no table', async () => {
    expect((await ask('')).body).toMatchObject({ columns: [], problem: { code: 'empty' } });
    expect((await ask('\u0089PNG\r\n\0\0')).body.problem.code).toBe('not-text');
    expect((await ask('email\n'.repeat(200_000))).body.code).toBe('payload-too-large');
    expect((await ask('<html>', 'text/html')).body.code).toBe('unsupported-media-type');
    expect((await ask('{}', 'application/x-ndjson')).body.code).toBe('unsupported-media-type');
  });
});

const people = (count: number, of: string): string =>
  `email,name\n${Array.from({ length: count }, (_, at) => `${of}-${at}@x.example,Learner ${at}\n`).join('')}`;
const badges = async (): Promise<number> =>
  (await api.database.pool.query('SELECT count(*)::int AS n FROM credential WHERE issuer_id = $1', [acme.issuer.id])).rows[0].n;

describe('POST /v1/issuance-jobs/{jobId}/cancel', () => {
  it('ends a job in the middle of a chunk: what is issued stays, no other row becomes a badge, and each is told', async () => {
    const before = await badges();
    const { id } = (await send(people(700, 'middle'))).body;
    const { signal } = new AbortController();
    const key = { issuerId: acme.issuer.id, jobId: id };
    await api.useCases.readJob(key, signal);
    await api.useCases.issueRows(key, signal);
    const post = (act: string) => api.call('POST', `/v1/issuance-jobs/${id}/${act}`, { key: acme.key });
    // The second chunk has 450 rows, which are issued or not, and the third has the rest.
    const [, cancelled] = await Promise.all([api.useCases.issueRows(key, signal), post('cancel')]);
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
    await api.useCases.issueRows(key, signal);
    const { state, rows } = (await post('cancel')).body;
    expect([state, rows.done + rows.cancelled, rows.ready, rows.done >= 50]).toEqual(['cancelled', 700, 0, true]);
    expect((await badges()) - before).toBe(rows.done);
    const page = await api.call('GET', `/v1/issuance-jobs/${id}/rows?state=cancelled&limit=100`, { key: acme.key });
    expect(page.body.data.every((row: { credentialId: unknown }) => row.credentialId === null)).toBe(true);
    expect((await post('retry')).body.code).toBe('conflict');
    expect((await post('resume')).body.state).toBe('running');
    while (await api.store.issuanceChunks.hasDue(acme.issuer.id, new Date())) await api.useCases.issueRows(key, signal);
    expect((await api.call('GET', `/v1/issuance-jobs/${id}`, { key: acme.key })).body).toMatchObject({
      state: 'ended',
      rows: { done: 700 },
    });
    expect((await post('cancel')).body.code).toBe('conflict');
  });
});

interface Told {
  readonly event: string;
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: as the job is answered
  readonly data: any;
}

describe('GET /v1/issuance-jobs/{jobId}/events', () => {
  /** Opens a stream; `next` answers its next event, null at its end. */
  async function follow(id: string, last?: string) {
    const headers = { authorization: `Bearer ${acme.key}`, ...(last === undefined ? {} : { 'last-event-id': last }) };
    const answer = await api.app.request(`${BASE}/v1/issuance-jobs/${id}/events`, { headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    return {
      async next(): Promise<Told | null> {
        while (!text.includes('\n\n')) {
          const { done, value } = await reader.read();
          if (done) return null;
          text += value;
        }
        const [said = ''] = text.split('\n\n', 1);
        text = text.slice(said.length + 2);
        const [, event = '', told = '', data = ''] = /^event: (\w+)\nid: (\S+)\ndata: (.+)$/.exec(said) ?? [];
        return { event, id: told, data: JSON.parse(data) };
      },
      close: () => reader.cancel(),
    };
  }

  it('tells how far a job gets, goes on after the last event that was seen, and ends with the job', async () => {
    const { id } = (await send(people(60, 'followed'))).body;
    const stream = await follow(id);
    const first = await stream.next();
    expect(first).toMatchObject({ event: 'progress', data: { id, state: 'reading' } });
    await stream.close();
    const again = await follow(id, first!.id);
    await work(id);
    let further = await again.next();
    while (further?.data.rows.done === 0) further = await again.next();
    expect(further).toMatchObject({ event: 'progress', data: { state: 'running', rows: { done: 50, ready: 10 } } });
    const { rowsPerSecond, secondsLeft } = further!.data;
    expect([rowsPerSecond > 0, secondsLeft > 0]).toEqual([true, true]);
    await api.useCases.issueRows({ issuerId: acme.issuer.id }, new AbortController().signal);
    const told: Told[] = [];
    for (let next = await again.next(); next !== null; next = await again.next()) told.push(next);
    expect(told.map(({ event }) => event)).toEqual(['progress', 'end']);
    expect(told.at(-1)).toMatchObject({ data: { state: 'ended', rows: { done: 60 } } });
    const late = await follow(id, told.at(-1)!.id);
    expect([(await late.next())?.event, await late.next()]).toEqual(['end', null]);
  });
});
