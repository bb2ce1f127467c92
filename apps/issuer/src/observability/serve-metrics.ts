import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { type Listening, listen } from '../server/listen.js';
import type { Observed, PrometheusMetrics } from './prometheus-metrics.js';

export interface MetricsPlace {
  readonly host: string;
  /** 0 lets the system choose one. */
  readonly port: number;
  /** What a reader has to send as a bearer token; null for nothing. */
  readonly token: string | null;
}

/** Connections to a port that a few programs read. */
const CONNECTIONS = 20;

/**
 * Answers `/metrics` on a port of its own, which no proxy in front of the service passes on. Throws a StartupError where it cannot listen.
 */
export async function serveMetrics(
  metrics: PrometheusMetrics,
  observed: Observed,
  { host, port, token }: MetricsPlace,
): Promise<Listening> {
  const app = new Hono();
  app.get('/metrics', async (c) => {
    if (token !== null && !isBearer(c.req.header('authorization'), token)) {
      return c.text('This needs the header "Authorization: Bearer" with the token of METRICS_TOKEN.\n', 401, {
        'www-authenticate': 'Bearer realm="metrics"',
      });
    }
    return c.body(await metrics.read(observed), 200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
  });
  const server = await listen(host, port, { maxConnections: CONNECTIONS, setting: 'METRICS' });
  server.serve(app.fetch);
  return server;
}

function isBearer(header: string | undefined, token: string): boolean {
  const sent = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return sent !== undefined && timingSafeEqual(digest(sent), digest(token));
}
