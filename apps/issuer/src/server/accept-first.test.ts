import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { acceptFirst } from './accept-first.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Answers GET at once, and works at POST; who was served is written down. */
async function serve(before: (server: Server) => () => Promise<void>): Promise<{ readonly port: number; readonly served: string[] }> {
  const served: string[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      await wait();
      const end = performance.now() + 5;
      while (performance.now() < end);
    }
    served.push(request.method ?? '');
    response.end();
  });
  const wait = before(server);
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, served };
}

/** Thirty that bring work and one that only asks, who connects last; all of them in one moment. */
async function crowd(port: number): Promise<void> {
  const methods = [...Array.from({ length: 30 }, () => 'POST'), 'GET'];
  await Promise.all(
    methods.map(async (method) => {
      const socket = connect(port, '127.0.0.1');
      socket.write(`${method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      socket.resume();
      await once(socket, 'close');
    }),
  );
}

it('lets whoever has just connected in before the work of others begins', async () => {
  const { port, served } = await serve((server) => acceptFirst(server, 20_000));
  await crowd(port);
  expect(served).toHaveLength(31);
  expect(served[0]).toBe('GET');
});

it('is what does it: without it, work that came before comes first', async () => {
  const { port, served } = await serve(() => async () => undefined);
  await crowd(port);
  expect(served.indexOf('GET')).toBeGreaterThan(0);
});

it('does not wait for ever while connections keep coming', async () => {
  const server = new EventEmitter();
  let coming = true;
  const come = (): void => {
    server.emit('connection');
    if (coming) setImmediate(come);
  };
  const first = acceptFirst(server, 50);
  come();
  const begun = performance.now();
  await Promise.all([first(), first()]);
  expect(performance.now() - begun).toBeGreaterThan(49);
  coming = false;
});
