import { type Kysely, sql } from 'kysely';
import { oldestRunning, type TransactionOrder } from '../issued/transaction-order.js';
import type { MailSettingsTable, Tables } from '../schema/tables.js';

/** What an issuer wants its learners told by mail. */
export type MailSettingsRecord = Pick<MailSettingsTable, 'issued' | 'changes' | 'erased' | 'reminderDays' | 'language' | 'replyTo'>;

/** An event of the outbox that a mail may tell of. */
export interface FollowedEvent {
  readonly id: string;
  readonly type: string;
  readonly credentialId: string | null;
  readonly data: Readonly<Record<string, string>>;
}

const COLUMNS = [
  'issued',
  'changes',
  'erased',
  'reminderDays',
  'language',
  'replyTo',
] as const satisfies readonly (keyof MailSettingsRecord)[];
const LAST_N = 2_147_483_647;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What issuers want mailed, and how far their events were followed. */
export function mailSettingsRepository(db: Kysely<Tables>, order: TransactionOrder) {
  const of = (issuerId: string) => db.selectFrom('mailSettings').where('issuerId', '=', issuerId);
  return {
    /** Null of an issuer that never wanted a mail. */
    async find(issuerId: string): Promise<MailSettingsRecord | null> {
      return (await of(issuerId).select(COLUMNS).executeTakeFirst()) ?? null;
    },
    /** An issuer that had none is told of what is committed from now on. */
    async save(issuerId: string, wanted: MailSettingsRecord, at: Date): Promise<void> {
      const oldest = await oldestRunning(db, await order.offset());
      const after = { afterTx: oldest - 1, afterN: LAST_N, afterEvent: LAST_ID };
      await db
        .insertInto('mailSettings')
        .values({ issuerId, ...wanted, ...after, servedAt: at, updatedAt: at })
        .onConflict((conflict) => conflict.column('issuerId').doUpdateSet({ ...wanted, updatedAt: at }))
        .execute();
    },
    /** As `save`, unless the issuer has some. */
    async ensure(issuerId: string, wanted: MailSettingsRecord, at: Date): Promise<void> {
      if ((await this.find(issuerId)) !== null) return;
      const oldest = await oldestRunning(db, await order.offset());
      const after = { afterTx: oldest - 1, afterN: LAST_N, afterEvent: LAST_ID };
      await db
        .insertInto('mailSettings')
        .values({ issuerId, ...wanted, ...after, servedAt: at, updatedAt: at })
        .onConflict((conflict) => conflict.column('issuerId').doNothing())
        .execute();
    },
    /** Issuers with something to do about mails, those first that were served longest ago. */
    async due(now: Date, limit: number): Promise<readonly string[]> {
      // One question each: a distributed database joins two tables of an issuer on its nodes, and takes no choice between such joins.
      const found = new Map<string, Date>();
      const behind = sql`EXISTS (SELECT FROM api_event e WHERE e.issuer_id = s.issuer_id
        AND (coalesce(e.tx, e.seq), e.n, e.id) > (s.after_tx, s.after_n, s.after_event))`;
      const waiting = sql`EXISTS (SELECT FROM badge_mail m WHERE m.issuer_id = s.issuer_id
        AND m.state IN ('queued', 'deferred') AND m.next_at <= ${now}::timestamptz)`;
      const awaited = sql`s.reminder_days IS NOT NULL AND EXISTS (SELECT FROM badge_mail m WHERE m.issuer_id = s.issuer_id
        AND m.awaited AND m.sent_at <= ${now}::timestamptz - s.reminder_days * interval '1 day')`;
      for (const reason of [behind, waiting, awaited]) {
        const { rows } = await sql<{ issuerId: string; servedAt: Date }>`
          SELECT s.issuer_id, s.served_at FROM mail_settings s WHERE ${reason} ORDER BY s.served_at LIMIT ${limit}`.execute(db);
        for (const { issuerId, servedAt } of rows) found.set(issuerId, servedAt);
      }
      return [...found].sort(([, one], [, other]) => one.getTime() - other.getTime()).map(([issuerId]) => issuerId);
    },
    async served(issuerId: string, at: Date): Promise<void> {
      await db.updateTable('mailSettings').set({ servedAt: at }).where('issuerId', '=', issuerId).execute();
    },
    /**
     * The next events of the outbox that are older than every transaction that runs, and goes past them. In a transaction: of two processes the second
     * goes on where the first ended. Null when there are none.
     */
    async takeEvents(
      issuerId: string,
      limit: number,
    ): Promise<{ readonly settings: MailSettingsRecord; readonly events: readonly FollowedEvent[] } | null> {
      const oldest = await oldestRunning(db, await order.offset());
      const held = await of(issuerId).selectAll().forUpdate().executeTakeFirst();
      if (held === undefined) return null;
      const { rows } = await sql<FollowedEvent & { tx: number; n: number }>`
        SELECT id, type, credential_id, data, coalesce(tx, seq) AS tx, n FROM api_event
        WHERE issuer_id = ${issuerId} AND coalesce(tx, seq) < ${oldest}::bigint
          AND (coalesce(tx, seq), n, id) > (${held.afterTx}::bigint, ${held.afterN}::integer, ${held.afterEvent}::uuid)
        ORDER BY coalesce(tx, seq), n, id LIMIT ${limit}`.execute(db);
      const last = rows.at(-1);
      if (last === undefined) return null;
      const at = { afterTx: last.tx, afterN: last.n, afterEvent: last.id };
      await db.updateTable('mailSettings').set(at).where('issuerId', '=', issuerId).execute();
      return { settings: held, events: rows };
    },
  };
}
