import type { Hono } from 'hono';
import { BASE, type Issuing, startIssuing } from '../issuing/issuing.fixture.js';
import { kyselyOver } from '../store/postgres-store.js';
import { publicReads } from '../store/public-reads.js';
import { publicRoutes, statusListCache } from './index.js';

/** The use cases and the public side over one real database. */
export interface IssuingService extends Issuing {
  readonly app: Hono;
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
}

export async function startIssuingService(): Promise<IssuingService> {
  const issuing = await startIssuing();
  const reads = publicReads(kyselyOver(issuing.database.pool));
  // Another process publishes here: as if a second had passed each time that a list is asked for.
  let now = 0;
  const ticks = (): number => {
    now += 1000;
    return now;
  };
  const statusLists = statusListCache(reads, { ticks });
  const app = publicRoutes({ publicBaseUrl: BASE, reads, statusLists, now: () => new Date() });
  return { ...issuing, app, get: async (path, headers = {}, method = 'GET') => app.request(`${BASE}${path}`, { method, headers }) };
}
