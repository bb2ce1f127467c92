import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';
import type { Lease } from './issuance-jobs.js';

/** Which processes ask which hosts, so that all of them together ask no host too much. */
export function hostVisitRepository(db: Kysely<Tables>) {
  return {
    /** Takes one of the places of a host, or keeps it for longer; false when others have all of them. */
    async take(host: string, { holder, until, now }: Lease, places: number): Promise<boolean> {
      for (let place = 0; place < places; place += 1) {
        const { rows } = await sql`
          INSERT INTO host_visit AS held (host, place, holder, leased_until) VALUES (${host}, ${place}, ${holder}, ${until})
          ON CONFLICT (host, place) DO UPDATE SET holder = excluded.holder, leased_until = excluded.leased_until
            WHERE held.leased_until < ${now} OR held.holder = excluded.holder
          RETURNING place`.execute(db);
        if (rows.length > 0) return true;
      }
      return false;
    },
    async release(host: string, holder: string): Promise<void> {
      await db.deleteFrom('hostVisit').where('host', '=', host).where('holder', '=', holder).execute();
    },
    /** Forgets those of processes that died. */
    async prune(before: Date): Promise<void> {
      await db.deleteFrom('hostVisit').where('leasedUntil', '<', before).execute();
    },
  };
}
