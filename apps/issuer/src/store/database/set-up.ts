import type pg from 'pg';
import { installQueue } from '../../queue/install.js';
import { inTurn } from './in-turn.js';
import { migrateInTurn } from './migrate.js';

/**
 * Makes the schema and the job queue, or brings them up to this release; processes that start at the same time take turns. Throws a StartupError.
 * @param pool of three connections or more, without limits on the time of a statement
 */
export function setUp(pool: pg.Pool): Promise<void> {
  return inTurn(pool, async (still) => {
    await migrateInTurn(pool, still);
    await still();
    await installQueue(pool);
  });
}
