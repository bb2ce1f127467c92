import type { BossDb } from './boss.js';

/** No clock that is right goes ahead of the database's by this, in seconds. */
const AHEAD = 60;

/** Jobs are dated by the clock of the database. Those from its future were written before it was set back. */
const BRING_BACK = `
UPDATE pgboss.job SET created_on = least(created_on, now()), start_after = least(start_after, now()),
  started_on = CASE WHEN started_on > now() THEN now() ELSE started_on END
WHERE state < 'completed'
  AND (created_on > now() + ${AHEAD} * interval '1 second' OR started_on > now() + ${AHEAD} * interval '1 second')`;

/** After the clock of the database was set back: has jobs that wait done now, and lets the time of those that were taken run from now on. */
export async function bringBackJobs(db: BossDb): Promise<void> {
  await db.executeSql(BRING_BACK, []);
}
