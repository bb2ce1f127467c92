import { HTTPException } from 'hono/http-exception';
import { describe, expect, it } from 'vitest';
import { createApp } from './create-app.js';
import { createLogger } from './logger.js';

const lines: Record<string, unknown>[] = [];
const logger = createLogger('info', (line) => lines.push(JSON.parse(line)));
let reasons: readonly string[] = [];
const app = createApp({ baseUrl: 'https://badges.example', logger, ready: () => reasons, maxBody: 1000 }, (routes) => {
  routes.get('/thing', (c) => c.text('a thing'));
  routes.patch('/thing', async (c) => c.json(await c.req.json()));
  routes.get('/framed', () => new Response('x', { headers: { 'content-security-policy': "default-src 'self'" } }));
  routes.get('/broken', () => {
    throw new Error('no row for ada@example.org with pm_live_s3cret at postgres://me:hunter2@db/x and value "private words"');
  });
  routes.get('/refusing', () => {
    throw new HTTPException(415, { message: 'internal words' });
  });
});

describe('every answer', () => {
  it('carries the request id of the caller when it is sane, else a new one', async () => {
    expect((await app.request('/thing', { headers: { 'x-request-id': 'abc-12345' } })).headers.get('x-request-id')).toBe('abc-12345');
    for (const given of ['x', 'a b c d e f g h', 'a'.repeat(65)]) {
      expect((await app.request('/thing', { headers: { 'x-request-id': given } })).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('has the security headers, which a route may override', async () => {
    const { headers } = await app.request('/thing');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('strict-transport-security')).toMatch(/max-age/);
    expect((await app.request('/framed')).headers.get('content-security-policy')).toBe("default-src 'self'");
  });

  it('is logged with its path and without its query', async () => {
    lines.length = 0;
    await app.request('/thing?recipient=ada@example.org');
    expect(lines).toMatchObject([{ level: 'info', method: 'GET', path: '/thing', status: 200, msg: 'request' }]);
    await app.request('/ada@example.org', { headers: { 'x-request-id': 'pm_live_s3cretS3cret' } });
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toMatch(/ada|s3cret/);
  });
});

describe('a request that fits no route', () => {
  it('is answered with a problem of type not-found', async () => {
    const answer = await app.request('/nothing');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 404, code: 'not-found', type: 'https://badges.example/problems/not-found' });
  });

  it('is answered with the allowed methods', async () => {
    const answer = await app.request('/thing', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PATCH, HEAD']);
    expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' });
    expect((await app.request('/nothing', { method: 'DELETE' })).status).toBe(404);
  });
});

describe('a failure', () => {
  it('tells the client no internals, and the log no personal data and no secrets', async () => {
    lines.length = 0;
    const answer = await app.request('/broken');
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).toContain(answer.headers.get('x-request-id') as string);
    expect(text).not.toMatch(/no row|at .*\.ts|ada|stack/);
    expect(lines[0]).toMatchObject({ level: 'error', error: 'Error', path: '/broken' });
    expect(lines[0]?.stack).toMatch(/no row for …@… .*create-app\.test\.ts/s);
    expect(JSON.stringify(lines)).not.toMatch(/ada|s3cret|hunter2|private words/);
  });

  it('of the framework is answered with a problem of its status', async () => {
    const answer = await app.request('/refusing');
    expect(answer.status).toBe(415);
    expect(await answer.text()).toMatch(/unsupported-media-type/);
  });
});

describe('a body', () => {
  it('is read when it is within the limit', async () => {
    expect(await (await app.request('/thing', { method: 'PATCH', body: '{"a":1}' })).json()).toEqual({ a: 1 });
  });

  it('is refused above the limit, with and without a length header', async () => {
    const long = `"${'x'.repeat(1000)}"`;
    const stream = new Blob([long]).stream();
    const chunked = { method: 'PATCH', body: stream, duplex: 'half' } as RequestInit;
    const announced = { method: 'PATCH', body: long, headers: { 'content-length': String(long.length) } };
    for (const init of [chunked, announced]) {
      const answer = await app.request('/thing', init);
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({ code: 'payload-too-large' });
    }
  });
});

describe('health', () => {
  it('tell what an operator should look at, and stay ready', async () => {
    const warned = createApp(
      { baseUrl: 'https://badges.example', logger, ready: () => [], warnings: () => ['withdrawals-missing'] },
      () => undefined,
    );
    const answer = await warned.request('/readyz');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready', warnings: ['withdrawals-missing'] }]);
  });

  it('distinguishes liveness from readiness', async () => {
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/readyz')).status).toBe(200);
    reasons = ['database-gone'];
    expect((await app.request('/healthz')).status).toBe(200);
    const answer = await app.request('/readyz');
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'not-ready', reasons: ['database-gone'] }]);
    reasons = [];
  });
});
