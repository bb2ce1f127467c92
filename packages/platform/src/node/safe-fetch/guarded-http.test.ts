import { type LoopbackServer, loopbackServer, selfSignedCertificate } from '@proofmark/testkit';
import { afterEach, expect, it } from 'vitest';
import { guardedHttp, type SeenAnswer } from './guarded-http.js';

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

it('reports every answer with its headers, and sends an Origin by option', async () => {
  server = await loopbackServer((request, response) => {
    if (request.url === '/old') return void response.writeHead(301, { location: '/new' }).end();
    response.setHeader('access-control-allow-origin', request.headers.origin ?? 'none');
    response.setHeader('Vary', ['Origin', 'Accept']);
    response.writeHead(request.url === '/new' ? 200 : 404).end('x');
  });
  const seen: SeenAnswer[] = [];
  const http = guardedHttp({ allowLoopback: true, origin: 'https://page.example', onAnswer: (answer) => seen.push(answer) });
  const get = (path: string) => http.request({ url: `${server?.origin}${path}`, headers: {}, maxBytes: 10 });
  expect((await get('/old')).ok).toBe(true);
  expect((await get('/gone')).ok).toBe(false);
  await http.close();
  expect(seen.map(({ url, from, status }) => [url, from, status])).toEqual([
    [`${server.origin}/old`, `${server.origin}/new`, 200],
    [`${server.origin}/gone`, `${server.origin}/gone`, 404],
  ]);
  expect(seen[0]?.headers).toMatchObject({ 'access-control-allow-origin': 'https://page.example', vary: 'Origin, Accept' });
});

it('reports why there was no answer, with the code of the system', async () => {
  server = await loopbackServer((_, response) => void response.end(), { tls: selfSignedCertificate('localhost') });
  const reasons: string[] = [];
  const http = guardedHttp({ allowLoopback: true, onFailure: ({ reason }) => reasons.push(reason) });
  await http.request({ url: server.origin, headers: {}, maxBytes: 10 });
  await server.close();
  await http.request({ url: server.origin, headers: {}, maxBytes: 10 });
  await http.close();
  expect(reasons).toEqual(['DEPTH_ZERO_SELF_SIGNED_CERT', 'ECONNREFUSED']);
});
