import { Hono } from 'hono';
import type { KeyFault } from '../keys/key-fault.js';
import type { Silence } from '../store/database/watch.js';

/** Why the service should be sent no requests just now: codes for operators, without secrets. */
export type Unready = 'stopping' | `database-${Silence}` | KeyFault;

/** Why no request should come, in codes; empty when the service can do its work. */
export type Readiness = () => readonly string[] | Promise<readonly string[]>;

/** What the readiness is judged by. */
export interface Condition {
  /** False from the moment in which the service begins to stop. */
  readonly running: boolean;
  /** What keeps the database from its work; null while it answers. */
  readonly database: Silence | null;
  /** What keeps its keys from signing; null when they can. */
  readonly keys: KeyFault | null;
}

/** Empty when the service can do its work. */
export function whyNotReady({ running, database, keys }: Condition): readonly Unready[] {
  return [
    ...(running ? [] : (['stopping'] as const)),
    ...(database === null ? [] : ([`database-${database}`] as const)),
    ...(keys === null ? [] : [keys]),
  ];
}

/**
 * `/healthz`: the process lives. `/readyz`: it can do its work; otherwise 503 with the reasons. Whether the database answers is known from one watch
 * of the process, not from every probe. `warnings` keep no request away, but somebody should look.
 */
export function healthRoutes(ready: Readiness, warnings: () => readonly string[] = () => []): Hono {
  const app = new Hono();
  const headers = { 'cache-control': 'no-store' };
  app.get('/healthz', (c) => c.json({ status: 'ok' }, 200, headers));
  app.get('/readyz', async (c) => {
    const reasons = await ready();
    const told = warnings().length > 0 ? { warnings: warnings() } : {};
    if (reasons.length === 0) return c.json({ status: 'ready', ...told }, 200, headers);
    return c.json({ status: 'not-ready', reasons, ...told }, 503, { ...headers, 'retry-after': '5' });
  });
  return app;
}
