import { jobBacklog } from '../queue/job-backlog.js';
import type { Database } from '../store/database/open-database.js';
import { kyselyOver } from '../store/postgres-store.js';
import { webhookBacklog } from '../store/webhooks/webhook-backlog.js';
import { remembered } from './backlog.js';
import type { Observed } from './prometheus-metrics.js';

type Watched = Pick<Database, 'pool' | 'publicPool' | 'workPool' | 'watch'>;

/** What metrics tell of the database and of what waits there. */
export function observedOf({ pool, publicPool, workPool, watch }: Watched, ready: () => Promise<readonly unknown[]>): Observed {
  const db = kyselyOver(workPool);
  return {
    pools: { requests: pool, public: publicPool, work: workPool },
    backlog: remembered(async () => ({ jobs: await jobBacklog(db), webhooks: await webhookBacklog(db, new Date()) })),
    databaseAnswers: () => watch.trouble() === null,
    ready: async () => (await ready()).length === 0,
  };
}
