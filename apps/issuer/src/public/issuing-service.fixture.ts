import type { Hono } from 'hono';
import { BASE, type Issuing, startIssuing } from '../issuing/issuing.fixture.js';
import { kyselyOver } from '../store/postgres-store.js';
import { publicReads } from '../store/public-reads.js';
import { publicRoutes } from './index.js';

/** The use cases and the public side over one real database. */
export interface IssuingService extends Issuing {
  readonly app: Hono;
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
}

export async function startIssuingService(): Promise<IssuingService> {
  const issuing = await startIssuing();
  const reads = publicReads(kyselyOver(issuing.database.pool));
  const app = publicRoutes({ publicBaseUrl: BASE, reads, now: () => new Date() });
  return { ...issuing, app, get: async (path, headers = {}, method = 'GET') => app.request(`${BASE}${path}`, { method, headers }) };
}
