import type { Kysely } from 'kysely';
import type { MailRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';

/** Mails on their way. */
export function mailRepository(db: Kysely<Tables>) {
  return {
    async insert(mail: MailRecord): Promise<void> {
      await db.insertInto('mail').values(mail).execute();
    },
    /** Counts an attempt of a mail that waits, and answers it; null when it does not wait any more. */
    async begin(id: string): Promise<MailRecord | null> {
      const mail = await db
        .updateTable('mail')
        .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .returningAll()
        .executeTakeFirst();
      return mail ?? null;
    },
    /** It was sent, or given up for a reason; what it said is forgotten. */
    async end(id: string, state: 'sent' | 'failed', failure: string | null, at: Date): Promise<void> {
      await db.updateTable('mail').set({ state, failure, endedAt: at, sealed: null }).where('id', '=', id).execute();
    },
    /** How many of a kind were written to a person since then. */
    async count(personId: string, kind: MailRecord['kind'], since: Date): Promise<number> {
      const row = await db
        .selectFrom('mail')
        .select(db.fn.countAll<number>().as('count'))
        .where('personId', '=', personId)
        .where('kind', '=', kind)
        .where('createdAt', '>', since)
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },
    /** Those that nobody sends, the newest first. */
    async kept(): Promise<readonly MailRecord[]> {
      return db.selectFrom('mail').selectAll().where('state', '=', 'kept').orderBy('id', 'desc').limit(50).execute();
    },
    /** Forgets mails of before a time. */
    async prune(before: Date): Promise<void> {
      await db.deleteFrom('mail').where('createdAt', '<', before).execute();
    },
  };
}
