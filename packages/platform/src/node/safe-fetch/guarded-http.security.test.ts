import type { RequestListener } from 'node:http';
import { gzipBomb, loopbackServer } from '@proofmark/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { guardedHttp, type HttpAnswer, type HttpRequest } from './guarded-http.js';

// T4: names and redirects that lead inside.

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function post(handler: RequestListener, more: Partial<HttpRequest> = {}, allowLoopback = true): Promise<[HttpAnswer, string[]]> {
  const server = await loopbackServer(handler);
  const http = guardedHttp({ allowLoopback, timeouts: { total: 2000 } });
  cleanups.push(server.close, () => http.close());
  const request = { url: `${server.origin}/do`, headers: { 'content-type': 'text/plain' }, body: Buffer.from('asked'), maxBytes: 1000 };
  const answer = await http.request({ ...request, ...more });
  return [answer, server.requests.map(({ method, url }) => `${method} ${url}`)];
}

describe('a POST through the guard', () => {
  it('carries its body and its headers', async () => {
    const [answer] = await post(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      response.end(`${request.method} ${request.headers['content-type']} ${Buffer.concat(chunks)}`);
    });
    expect(answer).toMatchObject({ ok: true, status: 200 });
    expect(answer.ok && Buffer.from(answer.body).toString()).toBe('POST text/plain asked');
  });

  it.each([301, 302, 303, 307, 308])('is not repeated after a redirect (%i)', async (status) => {
    const [answer, asked] = await post((_, response) => void response.writeHead(status, { location: '/elsewhere' }).end());
    expect(answer).toMatchObject({ ok: false, code: 'http-status', status });
    expect(asked).toEqual(['POST /do']);
  });

  it('does not reach this machine unless allowed', async () => {
    const [answer, asked] = await post((_, response) => void response.end(), {}, false);
    expect([answer, asked]).toEqual([{ ok: false, code: 'refused-address' }, []]);
  });

  it('ends at its cap of bytes, also for a compressed answer', async () => {
    const [plain] = await post((_, response) => void response.end(Buffer.alloc(2000)));
    expect(plain).toEqual({ ok: false, code: 'too-large' });
    const body = await gzipBomb(2);
    const [bomb] = await post((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(body));
    expect(bomb).toEqual({ ok: false, code: 'too-large' });
  });

  it('ends when its caller aborts', async () => {
    const [answer] = await post(() => {}, { signal: AbortSignal.abort() });
    expect(answer).toEqual({ ok: false, code: 'timeout' });
  });
});
