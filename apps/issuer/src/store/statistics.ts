import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema/tables.js';

/** Below so many new rows any plan will do. */
const FEW = 200;

/**
 * What the planner knows of the tables. PostgreSQL's autovacuum looks once a minute by default. Until then a session that made its plans while a table was
 * empty keeps them: each badge read all others of its issuer, in order to check one foreign key (measured: half of the server's work after 3,000 badges).
 */
export function statisticsRepository(db: Kysely<Tables>) {
  return {
    /** Looks at the tables that have doubled since somebody looked at them; answers their names. Waits for no lock. Outside of a transaction. */
    async renew(): Promise<readonly string[]> {
      const { rows } = await sql<{ name: string }>`
        SELECT format('%I.%I', s.schemaname, s.relname) AS name FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
        WHERE s.schemaname = current_schema() AND s.n_mod_since_analyze > greatest(${FEW}, c.reltuples)
          AND pg_has_role(c.relowner, 'USAGE')
        ORDER BY 1`.execute(db);
      // Each by itself: a lock is held for one table only.
      for (const { name } of rows) await sql`ANALYZE (SKIP_LOCKED) ${sql.raw(name)}`.execute(db);
      return rows.map(({ name }) => name);
    },
  };
}
