import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { StartupError } from '../config/startup-error.js';
import { type AcceptFirst, acceptFirst } from './accept-first.js';
import { cutOffSlowClients, type Patience } from './slow-clients.js';

/** `connection` is what the HTTP server knows of who asks. */
export type Handler = (request: Request, connection: Connection) => Response | Promise<Response>;
export interface Connection {
  readonly incoming: IncomingMessage;
  /** To be waited for before each piece of work that others could wait for. */
  readonly acceptFirst: AcceptFirst;
}

/** A server that listens. */
export interface Listening {
  /** The port, also when the system chose it. */
  readonly port: number;
  /** Lets the handler answer; until then every request gets 503. */
  serve(handler: Handler): void;
  /** Takes no more connections, lets the requests that run end within `patience` milliseconds, then cuts them off. */
  close(patience?: number): Promise<void>;
}

/** How long the server waits for clients, in milliseconds, and for how many at once. */
export interface ConnectionLimits {
  readonly maxConnections?: number;
  /** The settings that name the address, for messages: `HOST` and `PORT`, or those with this before them. */
  readonly setting?: string;
  /** From the beginning of a request to the end of its header, and to its own end. */
  readonly header?: number;
  readonly request?: number;
  /** Uploads take longer than other requests, as long as they go on. */
  readonly uploads?: Pick<Patience, 'isUpload'> & Partial<Pick<Patience, 'upload'>>;
}

/** What has to come of an upload: some 1 kB a second. */
const UPLOAD = { every: 30_000, atLeast: 32 * 1024 };

/** Binds the address before anything else is started, so that a port in use is reported at once. Throws a StartupError. */
export async function listen(host: string, port: number, limits: ConnectionLimits = {}): Promise<Listening> {
  const { maxConnections = 2000, header = 15_000, request: whole = 60_000, uploads = { isUpload: () => false }, setting } = limits;
  const prefix = setting === undefined ? '' : `${setting}_`;
  let handler: Handler = () => new Response(null, { status: 503, headers: { 'retry-after': '1' } });
  const server = createAdaptorServer({
    fetch: (request, connection) => handler(request, { ...connection, acceptFirst: first } as Connection),
    // A client that sends its request by the drop holds a connection no longer than this. Node looks every half minute by itself.
    serverOptions: { headersTimeout: header, requestTimeout: 0, connectionsCheckingInterval: Math.min(1000, header / 4) },
  }) as Server;
  cutOffSlowClients(server, { whole, upload: UPLOAD, ...uploads });
  const first = acceptFirst(server);
  // Who comes when there are as many is turned away at once, instead of waiting with all others for memory.
  server.maxConnections = maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, { host, port, prefix })));
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve(next) {
      handler = next;
    },
    close: (patience = 10_000) => close(server, patience),
  };
}

async function close(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept-alive connection becomes idle only when its last request ends.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

interface Address {
  readonly host: string;
  readonly port: number;
  readonly prefix: string;
}

function cannotListen(error: NodeJS.ErrnoException, { host, port, prefix }: Address): StartupError {
  if (error.code === 'EADDRINUSE') {
    return new StartupError('port-in-use', `Port ${port} on ${host} is in use; stop what uses it, or set ${prefix}PORT to another one.`, {
      cause: error,
    });
  }
  if (error.code === 'EACCES') {
    return new StartupError(
      'address-unavailable',
      `Port ${port} needs more rights than this process has; set ${prefix}PORT to one above 1023.`,
      {
        cause: error,
      },
    );
  }
  return new StartupError(
    'address-unavailable',
    `Nothing can listen on ${host} (${error.code}); set ${prefix}HOST to an address of this machine, such as 127.0.0.1.`,
    {
      cause: error,
    },
  );
}
