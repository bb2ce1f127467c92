import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../../server/create-app.js';
import { type Listening, listen } from '../../server/listen.js';
import { createLogger } from '../../server/logger.js';
import type { Verifier } from '../../verification/verifier.js';
import { isVcApi, vcApiRoutes } from './index.js';

// T6: bodies of strangers, over a real connection.

const PATH = '/vc-api/credentials/verify';
const opened: Listening[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close(0);
});

/** A service whose verifier keeps what it is handed. */
async function start(): Promise<{ readonly port: number; readonly bodies: Buffer[]; readonly lines: string[] }> {
  const [bodies, lines]: [Buffer[], string[]] = [[], []];
  const verifier: Verifier = {
    run: async (task) => {
      if (task.kind === 'question') bodies.push(Buffer.from(task.body));
      return { kind: 'done', result: { status: 200, body: '{}' } as never };
    },
    close: async () => undefined,
  };
  const [baseUrl, logger] = ['http://localhost', createLogger('info', (line) => lines.push(line))];
  const deps = { baseUrl, local: true, verifier, client: () => 'one', now: () => new Date(0) };
  const app = createApp({ baseUrl, logger, ready: () => [], limitsItself: isVcApi }, (root) => root.route('/', vcApiRoutes(deps)));
  const server = await listen('127.0.0.1', 0);
  server.serve(app.fetch as Parameters<Listening['serve']>[0]);
  opened.push(server);
  return { port: server.port, bodies, lines };
}

function send(port: number, body: Buffer, how: 'with its length' | 'in chunks'): Promise<number | undefined> {
  const length = how === 'in chunks' ? { 'transfer-encoding': 'chunked' } : { 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const sent = request({ port, path: PATH, method: 'POST', headers: { 'content-type': 'application/json', ...length } }, (answer) =>
      resolve(answer.resume().statusCode),
    );
    sent.on('error', reject);
    for (let at = 0; at < body.length; at += 50_000) sent.write(body.subarray(at, at + 50_000));
    sent.end();
  });
}

describe('a body that a stranger sends', () => {
  it.each(['with its length', 'in chunks'] as const)('comes to the verifier as it was sent, %s, also beside others', async (how) => {
    const { port, bodies } = await start();
    const sent = [0, 1, 70_000, 1024 * 1024, 1_000_000, 300_000].map((length) => randomBytes(length));
    expect(await Promise.all(sent.map((body) => send(port, body, how)))).toEqual(sent.map(() => 200));
    const sorted = (all: readonly Buffer[]): Buffer[] => [...all].sort((a, b) => a.length - b.length);
    expect(sorted(bodies).every((body, at) => body.equals(sorted(sent)[at] as Buffer))).toBe(true);
    expect(bodies).toHaveLength(sent.length);
  });

  it.each(['with its length', 'in chunks'] as const)('is refused when it is too large, %s, and others are not', async (how) => {
    const { port, bodies } = await start();
    expect(await send(port, Buffer.alloc(1024 * 1024 + 1), how)).toBe(413);
    expect(await send(port, Buffer.alloc(10 * 1024 * 1024), how)).toBe(413);
    expect(bodies).toEqual([]);
    expect(await send(port, Buffer.alloc(40_000), how)).toBe(200);
  });

  it('that breaks off is no failure of the service, and holds up nobody', async () => {
    const { port, lines } = await start();
    for (let at = 0; at < 5; at += 1) {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`POST ${PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`);
        setImmediate(() => socket.destroy());
      });
    }
    await expect.poll(() => lines.length).toBe(5);
    expect(lines.filter((line) => line.includes('"error"'))).toEqual([]);
    expect(await send(port, Buffer.alloc(40_000), 'with its length')).toBe(200);
  });
});
