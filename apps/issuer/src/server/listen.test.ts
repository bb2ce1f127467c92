import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from './create-app.js';
import { type ConnectionLimits, type Listening, listen } from './listen.js';
import { createLogger } from './logger.js';

// T6: clients that take their time, and many of them.

const open: Listening[] = [];
async function start(limits?: ConnectionLimits): Promise<Listening> {
  const server = await listen('127.0.0.1', 0, limits);
  open.push(server);
  return server;
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close(0);
});

describe('listen', () => {
  it('answers 503 until there is something to serve', async () => {
    const server = await start();
    const url = `http://127.0.0.1:${server.port}/`;
    expect((await fetch(url)).status).toBe(503);
    server.serve(() => new Response('ready'));
    expect(await (await fetch(url)).text()).toBe('ready');
  });

  it('reports that the port is in use', async () => {
    const { port } = await start();
    await expect(listen('127.0.0.1', port)).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringMatching(new RegExp(`^Port ${port} .*PORT`)),
    });
  });

  it('reports that the address does not belong to this machine', async () => {
    await expect(listen('192.0.2.1', 0)).rejects.toMatchObject({
      code: 'address-unavailable',
      message: expect.stringContaining('192.0.2.1'),
    });
  });

  it('lets a running request end before it closes', async () => {
    const server = await start();
    let finish: (text: string) => void = () => undefined;
    let begun: () => void = () => undefined;
    const began = new Promise<void>((resolve) => {
      begun = resolve;
    });
    server.serve(async () => {
      begun();
      return new Response(await new Promise<string>((resolve) => (finish = resolve)));
    });
    const answer = fetch(`http://127.0.0.1:${server.port}/`);
    await began;
    const closed = server.close();
    await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow();
    finish('finished');
    expect(await (await answer).text()).toBe('finished');
    await closed;
  });

  it('cuts off a request that does not end', async () => {
    const server = await start();
    server.serve(() => new Promise(() => undefined));
    const answer = fetch(`http://127.0.0.1:${server.port}/`);
    const outcome = expect(answer).rejects.toThrow();
    await server.close(20);
    await outcome;
  });
});

describe('a client that takes its time', () => {
  /** What the server says to a client that sends a little again and again, until it is cut off. */
  const dribble = (port: number, first: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = '';
      let timer: NodeJS.Timeout | undefined;
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(first);
        timer = setInterval(() => socket.write('x'), 20);
      });
      socket.on('data', (chunk) => {
        answer += chunk.toString();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(timer);
        resolve(answer);
      });
    });

  it('is cut off when the header of its request does not end', async () => {
    const server = await start({ header: 200, request: 60_000 });
    expect(await dribble(server.port, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408/);
  });

  it('is cut off when the body of its request does not end', async () => {
    const server = await start({ header: 200, request: 400 });
    server.serve(async (request) => new Response(await request.text()));
    const first = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n';
    expect(await dribble(server.port, first)).toMatch(/^(?:HTTP\/1\.1 408|$)/);
  });

  it('may take long for an upload, as long as it goes on', async () => {
    const uploads = { isUpload: (path: string) => path === '/upload', upload: { every: 100, atLeast: 1 } };
    const server = await start({ header: 5000, request: 300, uploads });
    server.serve(async (incoming) => new Response(String((await incoming.text()).length)));
    const began = Date.now();
    const answer = await dribble(
      server.port,
      'POST /upload?x=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 40\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200[\s\S]*40$/);
    expect(Date.now() - began).toBeGreaterThan(500);
  });

  it('is cut off when an upload comes by the drop', async () => {
    const uploads = { isUpload: () => true, upload: { every: 200, atLeast: 1000 } };
    const server = await start({ header: 5000, request: 60_000, uploads });
    server.serve(async (incoming) => new Response(await incoming.text()));
    const first = 'POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n';
    expect(await dribble(server.port, first)).toMatch(/^(?:HTTP\/1\.1 408|$)/);
  });

  it('holds one of so many connections; one more is closed, and the others go on', async () => {
    const server = await start({ maxConnections: 2 });
    server.serve(() => new Response('here'));
    const held = [0, 1].map(() => connect(server.port, '127.0.0.1'));
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    const refused = connect(server.port, '127.0.0.1');
    refused.on('error', () => undefined);
    await new Promise((resolve) => refused.once('close', resolve));
    const answer = new Promise<string>((resolve) => held[0]?.once('data', (chunk) => resolve(chunk.toString())));
    held[0]?.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(await answer).toMatch(/^HTTP\/1\.1 200/);
    for (const socket of held) socket.destroy();
  });
});

describe('a body of ten megabytes', () => {
  const options = { baseUrl: 'http://localhost', logger: createLogger('silent'), ready: () => [] };
  const app = createApp(options, (routes) => routes.post('/', async (c) => c.json(await c.req.json())));

  it.each(['with its length', 'in chunks'])('is refused %s, and the service goes on', async (how) => {
    const server = await start();
    server.serve(app.fetch);
    const body = Buffer.alloc(10 * 1024 * 1024, 'x');
    const headers = how === 'in chunks' ? { 'transfer-encoding': 'chunked' } : { 'content-length': body.length };
    const status = await new Promise((resolve, reject) => {
      const sent = request({ port: server.port, method: 'POST', headers }, (answer) => resolve(answer.resume().statusCode));
      sent.on('error', reject);
      sent.end(body);
    });
    expect(status).toBe(413);
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
  });

  it('is not logged as a failure when the client breaks off', async () => {
    const lines: string[] = [];
    const logger = createLogger('info', (line) => lines.push(line));
    const server = await start();
    let socket: Socket | undefined;
    const broken = createApp({ ...options, logger }, (routes) =>
      routes.post('/', async (c) => {
        const body = c.req.text();
        socket?.destroy();
        return c.text(await body);
      }),
    );
    server.serve(broken.fetch);
    socket = connect(server.port, '127.0.0.1', () => socket?.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{'));
    await expect.poll(() => lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'info', status: 400 }]);
  });

  it('and a malformed request leave the service running', async () => {
    const server = await start();
    server.serve(app.fetch);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write('GARBAGE\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
  });
});
