import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A real HTTP server on this machine, for one test or one file of tests. */
export interface LoopbackServer {
  /** `http://localhost:PORT` (or https). */
  readonly origin: string;
  readonly port: number;
  /** Every request so far. */
  readonly requests: readonly Pick<IncomingMessage, 'method' | 'url' | 'headers'>[];
  /** Stops at once, open connections included. */
  close(): Promise<void>;
}

export interface LoopbackOptions {
  /** The loopback address to listen on; 127.0.0.1 by default. */
  readonly address?: string;
  readonly port?: number;
  /** With key and certificate the server speaks https. */
  readonly tls?: Pick<ServerOptions, 'key' | 'cert'>;
}

/** Starts a server on a free port. */
export async function loopbackServer(handler: RequestListener, options: LoopbackOptions = {}): Promise<LoopbackServer> {
  const requests: IncomingMessage[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    return handler(request, response);
  };
  const server = options.tls === undefined ? createServer(listener) : createTlsServer(options.tls, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.address ?? '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${options.tls === undefined ? 'http' : 'https'}://localhost:${port}`,
    port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
