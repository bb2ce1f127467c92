import type { JobName } from '../issuing/jobs.js';
import type { BossDb } from './boss.js';

/** Before it is taken again, in seconds: workers that know it look every two seconds. */
const PAUSE = 30;

/** How long pg-boss keeps a job that waits, from now on, in days. */
const KEEP = 14;

/** pg-boss has no word for this: one that is failed or cancelled counts as tried, and is given up in the end. */
const LEAVE = `
UPDATE pgboss.job SET state = 'retry', started_on = NULL, start_after = now() + ${PAUSE} * interval '1 second',
  keep_until = greatest(keep_until, now() + ${KEEP} * interval '1 day')
WHERE name = $1 AND id = $2 AND state = 'active'`;

/** Puts back a job that this release does not know, for a worker of the release that does. It does not count as a try. */
export async function leaveJob(db: BossDb, name: JobName, id: string): Promise<void> {
  await db.executeSql(LEAVE, [name, id]);
}
