import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/schema/tables.js';

/** The jobs of one name that could be done now and wait for a worker. */
export interface JobBacklog {
  readonly name: string;
  readonly waiting: number;
  /** Since when the oldest of them could have been begun, in seconds. */
  readonly oldestSeconds: number;
}

/** Of every name of which a job waits. Those that are put off to a later time do not count. */
export async function jobBacklog(db: Kysely<Tables>): Promise<readonly JobBacklog[]> {
  const { rows } = await sql<JobBacklog>`
    SELECT name, count(*)::int AS waiting, greatest(0, extract(epoch FROM now() - min(start_after)))::float8 AS oldest_seconds
    FROM pgboss.job WHERE state < 'active' AND start_after <= now() GROUP BY name`.execute(db);
  return rows;
}
