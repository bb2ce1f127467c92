import { Hono } from 'hono';

/** Answers whether the service can do its work just now. */
export type Readiness = () => Promise<boolean>;

/** `/healthz`: the process lives. `/readyz`: it can reach its database and is not about to stop. */
export function healthRoutes(ready: Readiness): Hono {
  const app = new Hono();
  const headers = { 'cache-control': 'no-store' };
  app.get('/healthz', (c) => c.json({ status: 'ok' }, 200, headers));
  app.get('/readyz', async (c) =>
    (await ready()) ? c.json({ status: 'ready' }, 200, headers) : c.json({ status: 'not-ready' }, 503, headers),
  );
  return app;
}
