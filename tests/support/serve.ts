import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

/** A real HTTP server on loopback, and every request that reached it. */
export interface Served {
  readonly port: number;
  /** `METHOD /path` of each request, in order. */
  readonly asked: string[];
  /** Stops at once, open connections included: from now on nobody answers. */
  close(): Promise<void>;
}

/** Serves an app on a free loopback port. */
export async function serveOnLoopback(app: Hono): Promise<Served> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = await new Promise<Server>((resolve) => {
    const started = serve(
      {
        fetch: (request, connection) => {
          asked.push(`${request.method} ${new URL(request.url).pathname}`);
          return app.fetch(request, connection);
        },
        hostname: '127.0.0.1',
        port: 0,
      },
      () => resolve(started as Server),
    );
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
