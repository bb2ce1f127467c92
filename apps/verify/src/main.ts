import { serve } from '@hono/node-server';
import { createGitSource } from '@proofmark/git-reader';
import { nodeGitTransport, nodePorts } from '@proofmark/platform/node';
import { isLoopbackHost } from '@proofmark/primitives';
import { Hono } from 'hono';
import { clientOf } from './serve/client-of.js';
import { readSettings } from './serve/settings.js';
import { verifyPages } from './serve/verify-pages.js';

// The verification page by itself, apart from any issuer.
const settings = readSettings(process.env);
if (typeof settings === 'string') {
  console.error(`The verification page cannot start: ${settings}`);
  process.exitCode = 1;
} else {
  const { host, port, home, relay, trusted, proxies } = settings;
  const network = { allowLoopback: home !== undefined && isLoopbackHost(new URL(home).hostname) };
  const ports = nodePorts(network);
  const transport = nodeGitTransport(network);
  const app = new Hono();
  app.get('/', (c) => c.redirect('/verify/', 302));
  app.route(
    '/',
    verifyPages({
      ...(home === undefined ? {} : { home }),
      trusted,
      ...(relay ? { relay: { documents: ports.documents, git: createGitSource(transport), client: clientOf(proxies) } } : {}),
    }),
  );
  const server = serve({ fetch: app.fetch, hostname: host, port }, ({ port: taken }) => {
    console.log(`The verification page is at ${home ?? `http://localhost:${taken}`}/verify/${relay ? '' : ' (without a relay)'}`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      `The verification page cannot start: ${error.code === 'EADDRINUSE' ? `port ${port} is in use; set PORT to another one` : error.message}.`,
    );
    process.exitCode = 1;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      void ports.close();
      void transport.close();
    });
  }
}
