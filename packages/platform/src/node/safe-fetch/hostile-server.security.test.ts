import { gzipSync } from 'node:zlib';
import { gzipBomb, slowness } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import type { Resolve } from './guarded-connector.js';
import { NAME, ok, rawServer, server, source } from './safe-documents.fixture.js';

describe('the safe fetch of a hostile server', () => {
  const local = (): ReturnType<typeof source> => source({ allowLoopback: true });
  // Generous for honest answers on a busy machine, short for those that must run out of time.
  const hasty = { timeouts: { connect: 500, total: 500 } } as const;

  it('ends at the deadline when the server sends one byte at a time, in headers or body', async () => {
    const trickle = await rawServer((socket) => {
      const text = 'HTTP/1.1 200 OK\r\nx: ';
      let at = 0;
      const timer = setInterval(() => socket.write(text[at++] ?? 'y'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const before = performance.now();
    expect(await source({ ...hasty, allowLoopback: true })(trickle)).toMatchObject({ ok: false, code: 'timeout' });
    // The usual deadline is eight seconds.
    expect(performance.now() - before).toBeLessThan(7000 * slowness());
  });

  it('has one deadline over all redirects', async () => {
    const { origin } = await server((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 200);
    });
    expect(await source({ ...hasty, allowLoopback: true, maxRedirects: 50 })(origin)).toMatchObject({ ok: false, code: 'timeout' });
  });

  it('ends at the deadline when the name service never answers', async () => {
    expect(await source({ ...hasty, resolve: () => new Promise(() => {}) })(`https://${NAME}/`)).toMatchObject({
      ok: false,
      code: 'timeout',
    });
  });

  it('is unreachable when the name is unknown', async () => {
    const resolve: Resolve = () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
    expect(await source({ resolve })(`https://${NAME}/`)).toMatchObject({ ok: false, code: 'unreachable' });
  });

  it('cuts off huge or endless headers', async () => {
    const { origin } = await server((_, response) => void response.writeHead(200, { 'x-big': 'a'.repeat(40_000) }).end());
    expect(await local()(origin)).toMatchObject({ ok: false, code: 'too-large' });
    const endless = await rawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const pour = (): void => {
        while (!socket.destroyed && socket.write(`x-${'a'.repeat(1000)}: b\r\n`));
      };
      socket.on('drain', pour);
      pour();
    });
    expect(await local()(endless)).toMatchObject({ ok: false, code: 'too-large' });
  });

  it('reads nothing when the announced length is too large', async () => {
    const { origin } = await server((_, response) => void response.writeHead(200, { 'content-length': '99999999999' }).write('x'));
    expect(await local()(origin)).toMatchObject({ ok: false, code: 'too-large' });
  });

  it('reads no more than the announced length', async () => {
    const lying = await rawServer((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\n${'a'.repeat(50_000)}`),
    );
    const fetched = (await local()(lying)) as { ok: boolean; body?: Uint8Array };
    if (fetched.ok) expect(fetched.body?.length).toBe(2);
    else expect(fetched).toMatchObject({ code: 'malformed-response' });
  });

  it('refuses 512 MB compressed into 522 KB within the cap', async () => {
    const bomb = await gzipBomb(512);
    expect(bomb.length).toBeLessThan(530_000);
    const { origin } = await server((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    const memory = process.memoryUsage.rss();
    const before = process.cpuUsage();
    expect(await local()(origin, { maxBytes: 1024 * 1024 })).toMatchObject({ ok: false, code: 'too-large' });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000 * slowness('processor'));
    expect(process.memoryUsage.rss() - memory).toBeLessThan(64 * 1024 * 1024);
  });

  it.each([
    ['gzip, gzip', 'x'],
    ['deflate', 'x'],
    ['compress', 'x'],
    ['constructor', 'x'],
    ['gzip', 'not gzip at all'],
    ['br', 'not brotli at all'],
  ])('refuses the content coding %s', async (coding, body) => {
    const { origin } = await server((_, response) => void response.writeHead(200, { 'content-encoding': coding }).end(body));
    expect(await local()(origin)).toMatchObject({ ok: false, code: 'malformed-response' });
  });

  it('reports a compressed body that stops in the middle', async () => {
    const { origin } = await server((_, response) => {
      const whole = gzipSync('a'.repeat(1000));
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, whole.length - 9));
    });
    expect(await local()(origin)).toMatchObject({ ok: false, code: 'malformed-response' });
  });

  it('reports an answer that is not HTTP', async () => {
    expect(await local()(await rawServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')))).toMatchObject({
      ok: false,
      code: 'malformed-response',
    });
    expect(await local()(await rawServer((socket) => socket.end()))).toMatchObject({ ok: false, code: 'unreachable' });
  });

  it('leaves no uncaught error when the server hangs up in the middle of a body', async () => {
    const cut = await rawServer((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc', () => socket.destroy()));
    expect(await local()(cut)).toMatchObject({ ok: false });
    const refusing = await rawServer((socket) => socket.write('HTTP/1.1 500 No\r\ncontent-length: 100\r\n\r\nabc', () => socket.destroy()));
    expect(await local()(refusing)).toMatchObject({ ok: false, code: 'http-status', status: 500 });
  });

  it('accepts 304 only for a conditional request', async () => {
    const { origin, requests } = await server((request, response) => {
      const same = request.headers['if-none-match'] === '"1"' || request.url === '/always';
      response.writeHead(same ? 304 : 200, { etag: '"1"' }).end(same ? undefined : 'text');
    });
    expect(await local()(origin)).toMatchObject({ ok: true, status: 200, etag: '"1"' });
    expect(await local()(origin, { etag: '"1"' })).toMatchObject({ ok: true, status: 304, etag: '"1"', body: new Uint8Array() });
    expect(await local()(origin, { etag: '"0"' })).toMatchObject({ ok: true, status: 200 });
    expect(await local()(`${origin}/always`)).toMatchObject({ ok: false, code: 'http-status', status: 304 });
    expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"', '"0"', undefined]);
  });

  it('sends no header injected through the accepted types', async () => {
    const { origin, requests } = await server(ok);
    expect(await local()(origin, { accept: 'text/html\r\nx-evil: 1' })).toMatchObject({ ok: false });
    expect(requests).toEqual([]);
  });
});
