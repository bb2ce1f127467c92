import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:net';
import { gzipSync } from 'node:zlib';
import { gzipBomb, type LoopbackServer, loopbackServer, selfSignedCertificate } from '@proofmark/testkit';
import type { FetchRequest } from '@proofmark/verifying';
import { afterEach, describe, expect, it } from 'vitest';
import type { Resolve } from './guarded-connector.js';
import { type SafeFetchOptions, safeDocuments, type TestSeams } from './safe-documents.js';

const NAME = 'badges.example';
const tls = selfSignedCertificate(NAME);
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function server(handler: RequestListener, options: Parameters<typeof loopbackServer>[1] = {}): Promise<LoopbackServer> {
  const started = await loopbackServer(handler, options);
  cleanups.push(started.close);
  return started;
}

/** A source as it runs in production: no loopback. */
function source(options: SafeFetchOptions = {}, seams: TestSeams = {}): (url: string, more?: Partial<FetchRequest>) => Promise<object> {
  const documents = safeDocuments({ timeouts: { connect: 5000, total: 5000 }, ...options }, seams);
  cleanups.push(documents.close);
  return (url, more) => documents.fetch({ url, accept: '*/*', maxBytes: 10_000, for: 'badge', ...more });
}

/** A name service that gives its answers one after another, and counts them. */
function answering(...answers: readonly (readonly string[])[]): Resolve & { asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = async (hostname) => {
    asked.push(hostname);
    const addresses = answers[Math.min(asked.length, answers.length) - 1] ?? [];
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return Object.assign(resolve, { asked });
}
const refused = { ok: false, code: 'refused-address' };
const ok: RequestListener = (_, response) => void response.end('ok');

describe('addresses that the safe fetch does not visit', () => {
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://2130706433/',
    'https://017700000001/',
    'https://0/',
    'https://0.0.0.0/',
    'https://10.0.0.1/',
    'https://192.168.0.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://169.254.169.254.:443/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[2002:a9fe:a9fe::]/',
    'https://[2001:0:a9fe:a9fe::]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://[fe80::1%25eth0]/',
    'https://localhost/',
    'https://LOCALHOST/',
    'https://localhost./',
    'https://a.localhost/',
    'https://①②⑦.⓪.⓪.①/',
    'https://１２７.０.０.１/',
    'https://ｌocalhost/',
    'https://loca\u00adlhost/',
    'https://127。0。0。1/',
    'https://%31%32%37.0.0.1/',
    'https://badges.example@127.0.0.1/',
    'https://127.0.0.1\\@badges.example/',
    'https://badges.example\\@127.0.0.1/',
    'https://user:pass@badges.example/',
    'https://@badges.example/',
    'https://badges.example:8443/',
    'https://badges.example:22/',
    'http://badges.example/',
    'http://badges.example:443/',
    'HTTP://badges.example/',
    '//badges.example/',
    'https:badges.example',
    'https:/badges.example/',
    'https:///badges.example/',
    'https://badges.example\r\nHost: evil/',
    'https://\tbadges.example/',
    ' https://badges.example/',
    'gopher://badges.example/',
    `https://badges.example/${'a'.repeat(5000)}`,
  ])('%s', async (url) => {
    const resolve = answering(['127.0.0.1']);
    expect(await source({ resolve })(url)).toEqual({ ...refused, url });
    // None of them comes as far as the name service.
    expect(resolve.asked).toEqual([]);
  });

  it.each([['127.0.0.1'], ['10.1.2.3'], ['169.254.169.254'], ['::1'], ['::ffff:127.0.0.1'], ['64:ff9b::7f00:1'], ['fd00::1'], ['0.0.0.0']])(
    'a public name that resolves to %s',
    async (address) => {
      const resolve = answering([address]);
      expect(await source({ resolve })(`https://${NAME}/`)).toMatchObject(refused);
      expect(resolve.asked).toEqual([NAME]);
    },
  );

  it('a name that mixes public and private addresses', async () => {
    expect(await source({ resolve: answering(['93.184.216.34', '10.0.0.1']) })(`https://${NAME}/`)).toMatchObject(refused);
    expect(await source({ resolve: answering(['::1', '2606:4700::1111']) })(`https://${NAME}/`)).toMatchObject(refused);
  });

  it('a public name that leads to this machine, even where loopback is allowed', async () => {
    const { port, requests } = await server(ok, { tls });
    const fetch = source({ allowLoopback: true, ports: [port], resolve: answering(['127.0.0.1']), ca: tls.cert });
    expect(await fetch(`https://${NAME}:${port}/`)).toMatchObject(refused);
    expect(requests).toEqual([]);
  });

  it('localhost that leads elsewhere', async () => {
    expect(await source({ allowLoopback: true, resolve: answering(['10.0.0.1']) })('http://localhost:8080/')).toMatchObject(refused);
    expect(await source({ allowLoopback: true, resolve: answering(['93.184.216.34']) })('http://localhost/')).toMatchObject(refused);
  });
});

// There is no public address to test with: here 127.0.0.1 plays the public host, and 127.0.0.2 the private one.
const stage: TestSeams = { isPublic: (address) => address === '127.0.0.1' };

describe('a public host, played by 127.0.0.1', () => {
  it('is visited over TLS, and its certificate is checked', async () => {
    const { port, requests } = await server(ok, { tls });
    const resolve = answering(['127.0.0.1']);
    const trusting = source({ resolve, ports: [port], ca: tls.cert }, stage);
    expect(await trusting(`https://${NAME}:${port}/x`)).toMatchObject({ ok: true, status: 200 });
    expect(await trusting(`https://other.example:${port}/x`)).toMatchObject({ ok: false, code: 'unreachable' });
    expect(await source({ resolve, ports: [port] }, stage)(`https://${NAME}:${port}/x`)).toMatchObject({ ok: false, code: 'unreachable' });
    expect(requests.length).toBe(1);
  });

  it('sends neither cookie nor referrer nor credentials, also not after a redirect', async () => {
    const { port, requests } = await server(
      (request, response) => {
        response.setHeader('set-cookie', 'a=b');
        if (request.url === '/1') response.writeHead(302, { location: '/2' });
        response.end();
      },
      { tls },
    );
    await source({ resolve: answering(['127.0.0.1']), ports: [port], ca: tls.cert }, stage)(`https://${NAME}:${port}/1`);
    expect(requests.map(({ url }) => url)).toEqual(['/1', '/2']);
    for (const { headers } of requests)
      expect(headers).toEqual({
        host: `${NAME}:${port}`,
        connection: 'close',
        accept: '*/*',
        'accept-encoding': 'gzip, br',
        'user-agent': 'Proofmark/1',
      });
  });

  it('gains nothing by changing its address between two lookups (DNS rebinding)', async () => {
    const open = await server(ok, { tls, address: '127.0.0.1' });
    const inside = await server(ok, { tls, address: '127.0.0.2', port: open.port });
    const resolve = answering(['127.0.0.1'], ['127.0.0.2']);
    const fetch = source({ resolve, ports: [open.port], ca: tls.cert }, stage);
    const url = `https://${NAME}:${open.port}/`;
    expect(await fetch(url)).toMatchObject({ ok: true });
    // One connection, one lookup: the answer that was judged is the answer that was used.
    expect(resolve.asked).toEqual([NAME]);
    expect(await fetch(url)).toMatchObject(refused);
    expect(resolve.asked).toEqual([NAME, NAME]);
    expect(inside.requests).toEqual([]);
  });

  it('cannot rebind in the middle of a chain of redirects', async () => {
    const open = await server((_, response) => void response.writeHead(302, { location: '/again' }).end(), { tls });
    const inside = await server(ok, { tls, address: '127.0.0.2', port: open.port });
    const fetch = source({ resolve: answering(['127.0.0.1'], ['127.0.0.2']), ports: [open.port], ca: tls.cert }, stage);
    expect(await fetch(`https://${NAME}:${open.port}/`)).toMatchObject(refused);
    expect([open.requests.length, inside.requests.length]).toEqual([1, 0]);
  });

  it.each([
    'https://169.254.169.254/latest/meta-data/',
    'http://169.254.169.254/latest/meta-data/',
    'https://127.0.0.2/',
    'https://2130706434/',
    '//127.0.0.2/',
    'https://[::ffff:127.0.0.2]/',
    'http://localhost/',
    'https://localhost/',
    'http://badges.example/',
    'https://user@badges.example/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'https://',
  ])('cannot redirect to %s', async (location) => {
    for (const allowLoopback of [false, true]) {
      const { port, requests } = await server((_, response) => void response.writeHead(302, { location }).end(), { tls });
      const fetch = source({ allowLoopback, resolve: answering(['127.0.0.1']), ports: [port, 443], ca: tls.cert }, stage);
      expect(await fetch(`https://${NAME}:${port}/`)).toEqual({ ...refused, url: `https://${NAME}:${port}/` });
      expect(requests.length).toBe(1);
    }
  });

  it('follows three redirects and not four', async () => {
    const { origin, requests } = await server((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(307, { location: `/${left - 1}` });
      response.end();
    });
    const fetch = source({ allowLoopback: true });
    expect(await fetch(`${origin}/3`)).toMatchObject({ ok: true });
    expect(await fetch(`${origin}/4`)).toMatchObject({ ok: false, code: 'too-many-redirects' });
    expect(requests.length).toBe(8);
  });
});

describe('a hostile server', () => {
  const local = (): ReturnType<typeof source> => source({ allowLoopback: true });
  // Generous for honest answers on a busy machine, short for those that must run out of time.
  const hasty = { timeouts: { connect: 500, total: 500 } } as const;

  it('that sends one byte at a time is left when the time is up, headers or body', async () => {
    const trickle = await raw((socket) => {
      const text = 'HTTP/1.1 200 OK\r\nx: ';
      let at = 0;
      const timer = setInterval(() => socket.write(text[at++] ?? 'y'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const before = performance.now();
    expect(await source({ ...hasty, allowLoopback: true })(trickle)).toMatchObject({ ok: false, code: 'timeout' });
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('that redirects slowly shares one deadline over all redirects', async () => {
    const { origin } = await server((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 200);
    });
    expect(await source({ ...hasty, allowLoopback: true, maxRedirects: 50 })(origin)).toMatchObject({ ok: false, code: 'timeout' });
  });

  it('whose name service never answers is left too', async () => {
    expect(await source({ ...hasty, resolve: () => new Promise(() => {}) })(`https://${NAME}/`)).toMatchObject({
      ok: false,
      code: 'timeout',
    });
  });

  it('whose name is unknown is unreachable', async () => {
    const resolve: Resolve = () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
    expect(await source({ resolve })(`https://${NAME}/`)).toMatchObject({ ok: false, code: 'unreachable' });
  });

  it('that sends huge or endless headers is cut off', async () => {
    const { origin } = await server((_, response) => void response.writeHead(200, { 'x-big': 'a'.repeat(40_000) }).end());
    expect(await local()(origin)).toMatchObject({ ok: false, code: 'too-large' });
    const endless = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const pour = (): void => {
        while (!socket.destroyed && socket.write(`x-${'a'.repeat(1000)}: b\r\n`));
      };
      socket.on('drain', pour);
      pour();
    });
    expect(await local()(endless)).toMatchObject({ ok: false, code: 'too-large' });
  });

  it('that announces too much is not read at all', async () => {
    const { origin } = await server((_, response) => void response.writeHead(200, { 'content-length': '99999999999' }).write('x'));
    expect(await local()(origin)).toMatchObject({ ok: false, code: 'too-large' });
  });

  it('that announces little and sends much gives no more than it announced', async () => {
    const lying = await raw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\n${'a'.repeat(50_000)}`),
    );
    const fetched = (await local()(lying)) as { ok: boolean; body?: Uint8Array };
    if (fetched.ok) expect(fetched.body?.length).toBe(2);
    else expect(fetched).toMatchObject({ code: 'malformed-response' });
  });

  it('that compresses 512 MB into 522 KB is refused within the cap', async () => {
    const bomb = await gzipBomb(512);
    expect(bomb.length).toBeLessThan(530_000);
    const { origin } = await server((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    const memory = process.memoryUsage.rss();
    const before = performance.now();
    expect(await local()(origin, { maxBytes: 1024 * 1024 })).toMatchObject({ ok: false, code: 'too-large' });
    expect(performance.now() - before).toBeLessThan(1000);
    expect(process.memoryUsage.rss() - memory).toBeLessThan(64 * 1024 * 1024);
  });

  it.each([
    ['gzip, gzip', 'x'],
    ['deflate', 'x'],
    ['compress', 'x'],
    ['constructor', 'x'],
    ['gzip', 'not gzip at all'],
    ['br', 'not brotli at all'],
  ])('whose content coding is %s', async (coding, body) => {
    const { origin } = await server((_, response) => void response.writeHead(200, { 'content-encoding': coding }).end(body));
    expect(await local()(origin)).toMatchObject({ ok: false, code: 'malformed-response' });
  });

  it('that stops in the middle of its compression', async () => {
    const { origin } = await server((_, response) => {
      const whole = gzipSync('a'.repeat(1000));
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, whole.length - 9));
    });
    expect(await local()(origin)).toMatchObject({ ok: false, code: 'malformed-response' });
  });

  it('that does not speak HTTP', async () => {
    expect(await local()(await raw((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')))).toMatchObject({
      ok: false,
      code: 'malformed-response',
    });
    expect(await local()(await raw((socket) => socket.end()))).toMatchObject({ ok: false, code: 'unreachable' });
  });

  it('that hangs up in the middle of a body leaves no uncaught error behind', async () => {
    const cut = await raw((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc', () => socket.destroy()));
    expect(await local()(cut)).toMatchObject({ ok: false });
    const refusing = await raw((socket) => socket.write('HTTP/1.1 500 No\r\ncontent-length: 100\r\n\r\nabc', () => socket.destroy()));
    expect(await local()(refusing)).toMatchObject({ ok: false, code: 'http-status', status: 500 });
  });

  it('is asked whether a document has changed, and believed only when it was asked', async () => {
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

  it('gets no header of its own choice in through what is accepted', async () => {
    const { origin, requests } = await server(ok);
    expect(await local()(origin, { accept: 'text/html\r\nx-evil: 1' })).toMatchObject({ ok: false });
    expect(requests).toEqual([]);
  });
});

/** A server below HTTP: what it does with a connection is up to the test. */
async function raw(serve: Parameters<typeof createServer>[1] & ((socket: import('node:net').Socket) => unknown)): Promise<string> {
  const sockets = new Set<import('node:net').Socket>();
  const started: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  cleanups.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => started.close(resolve));
  });
  return `http://127.0.0.1:${(started.address() as { port: number }).port}/`;
}
