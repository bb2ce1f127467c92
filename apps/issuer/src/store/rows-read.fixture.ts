import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Tables } from './schema/tables.js';

interface Plan {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** Rows that were read, those that were passed over included. */
function rowsOf(plan: Plan): number {
  const here = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
  return here + (plan.Plans ?? []).reduce((sum, part) => sum + rowsOf(part), 0);
}

/** A database that notes what it is asked, and how many rows the server reads for each of these statements. */
export function watchedDatabase(pool: pg.Pool) {
  const asked: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query }) => void asked.push(query),
  });
  return {
    db,
    async rowsRead(): Promise<readonly number[]> {
      const read: number[] = [];
      for (const { sql, parameters } of asked) {
        const { rows } = await pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, [...parameters]);
        read.push(rowsOf(rows[0]['QUERY PLAN'][0].Plan));
      }
      return read;
    },
  };
}
