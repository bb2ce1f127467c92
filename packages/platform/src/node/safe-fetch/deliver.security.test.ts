import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, afterEach, expect, it } from 'vitest';
import { guardedHttp } from './guarded-http.js';

// T4: a message for an address that a stranger named goes to that address alone, and its answer is not believed to be small or quick.

const http = guardedHttp({ allowLoopback: true, timeouts: { total: 1000 } });
let server: LoopbackServer | undefined;
afterEach(() => server?.close());
afterAll(() => http.close());

const send = (url: string, through = http) =>
  through.deliver({
    url,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from('{}'),
    excerptBytes: 10,
    signal: new AbortController().signal,
  });
const text = (answer: Awaited<ReturnType<typeof send>>): string => (answer.ok ? Buffer.from(answer.excerpt).toString() : answer.code);

it('answers with any status and the beginning of the body', async () => {
  server = await loopbackServer((_, response) => void response.writeHead(500).end('x'.repeat(100_000)));
  const answer = await send(server.origin);
  expect([answer, text(answer)]).toMatchObject([{ ok: true, status: 500 }, 'x'.repeat(10)]);
});

it('follows no redirect', async () => {
  const asked: string[] = [];
  server = await loopbackServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(307, { location: '/inside' }).end();
  });
  expect(await send(`${server.origin}/outside`)).toMatchObject({ ok: true, status: 307 });
  expect(asked).toEqual(['/outside']);
});

it('does not wait for a slow body, and gives up on headers that do not come', async () => {
  server = await loopbackServer((request, response) => {
    if (request.url === '/slow') response.writeHead(200).write('a');
  });
  const begun = performance.now();
  const slow = await send(`${server.origin}/slow`);
  expect([slow, text(slow)]).toMatchObject([{ ok: true, status: 200 }, 'a']);
  expect(performance.now() - begun).toBeLessThan(950);
  expect(await send(`${server.origin}/never`)).toEqual({ ok: false, code: 'timeout' });
});

it('does not undo a content coding', async () => {
  server = await loopbackServer((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('bomb'));
  expect(text(await send(server.origin))).toBe('');
});

it('visits neither private addresses nor, without leave, this machine', async () => {
  server = await loopbackServer((_, response) => void response.end());
  const strict = guardedHttp({ timeouts: { total: 1000 } });
  for (const url of [server.origin, 'https://10.0.0.1/', 'https://[::ffff:127.0.0.1]/', 'https://169.254.169.254/', 'ftp://x.example/']) {
    expect([url, await send(url, strict)]).toEqual([url, { ok: false, code: 'refused-address' }]);
    expect(strict.accepts(url)).toBe(false);
  }
  expect(['https://hooks.example/x', 'https://hooks.example:444/x'].map((url) => strict.accepts(url))).toEqual([true, false]);
  expect([server.origin, 'https://10.0.0.1/'].map((url) => http.accepts(url))).toEqual([true, false]);
  await strict.close();
});
