import type { RequestListener } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { type LoopbackServer, loopbackServer, selfSignedCertificate } from '@proofmark/testkit';
import type { FetchRequest } from '@proofmark/verifying';
import { afterEach } from 'vitest';
import type { Resolve } from './guarded-connector.js';
import { type SafeFetchOptions, safeDocuments, type TestSeams } from './safe-documents.js';

export const NAME = 'badges.example';
export const tls = selfSignedCertificate(NAME);
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

export async function server(handler: RequestListener, options: Parameters<typeof loopbackServer>[1] = {}): Promise<LoopbackServer> {
  const started = await loopbackServer(handler, options);
  cleanups.push(started.close);
  return started;
}

/** A source as it runs in production: no loopback. */
export function source(
  options: SafeFetchOptions = {},
  seams: TestSeams = {},
): (url: string, more?: Partial<FetchRequest>) => Promise<object> {
  const documents = safeDocuments({ timeouts: { connect: 5000, total: 5000 }, ...options }, seams);
  cleanups.push(documents.close);
  return (url, more) => documents.fetch({ url, accept: '*/*', maxBytes: 10_000, for: 'badge', ...more });
}

/** A name service that gives its answers one after another, and counts them. */
export function answering(...answers: readonly (readonly string[])[]): Resolve & { asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = async (hostname) => {
    asked.push(hostname);
    const addresses = answers[Math.min(asked.length, answers.length) - 1] ?? [];
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return Object.assign(resolve, { asked });
}
export const refused = { ok: false, code: 'refused-address' };
export const ok: RequestListener = (_, response) => void response.end('ok');

/** A server below HTTP: what it does with a connection is up to the test. */
export async function rawServer(serve: (socket: Socket) => unknown): Promise<string> {
  const sockets = new Set<Socket>();
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
