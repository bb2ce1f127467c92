import type pg from 'pg';
import { StartupError } from '../config/startup-error.js';
import { createBoss, overPool } from './boss.js';
import { JOB_NAMES, QUEUES } from './queues.js';

/**
 * Makes the queue's schema (`pgboss`) and a queue for each job, or brings them up to this release. Two at the same time get into each other's
 * way, so the caller sees that there is one (`setUp`). Throws a StartupError.
 */
export async function installQueue(pool: pg.Pool): Promise<void> {
  const boss = createBoss(overPool(pool));
  try {
    await boss.start();
    for (const name of JOB_NAMES) {
      await boss.createQueue(name, { name, ...QUEUES[name] });
      await boss.updateQueue(name, { name, ...QUEUES[name] });
    }
  } catch (cause) {
    throw new StartupError(
      'queue-failed',
      `The job queue could not be set up ("${(cause as Error).message}"); the database user has to be allowed to create the schema pgboss.`,
      { cause },
    );
  } finally {
    await boss.stop({ graceful: false });
  }
}
