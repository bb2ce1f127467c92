import type { ApiEventType } from '@proofmark/schemas/api';
import { type Kysely, sql } from 'kysely';
import { isSettled, settledRows, type TransactionOrder } from './issued/transaction-order.js';
import type { ApiEventRecord } from './records.js';
import type { Tables } from './schema/tables.js';

export interface EventFilter {
  /** The event after which to begin; null for the first of all. */
  readonly after: string | null;
  readonly type: ApiEventType | null;
  /** Of one badge; of all where it is absent. */
  readonly credentialId?: string | undefined;
  readonly limit: number;
}

/** An event that names nothing but its badge. */
export interface NewEvent {
  readonly id: string;
  readonly credentialId: string;
}

/** Events of before have a number of their own. */
const ORDINAL = sql<number>`coalesce(tx, seq)`;
const COLUMNS = ['issuerId', 'id', 'type', 'credentialId', 'data', 'at'] as const;

/** The outbox. An event is read when it is older than every transaction that runs, so that a reader who has one has all before it. */
export function eventRepository(db: Kysely<Tables>, order: TransactionOrder) {
  // A repository serves one transaction.
  let n = 0;
  return {
    /** In the transaction of what happened. */
    async append(event: ApiEventRecord): Promise<void> {
      const tx = sql<number>`pg_current_xact_id()::text::bigint + ${await order.offset()}::bigint`;
      await db
        .insertInto('apiEvent')
        .values({ ...event, data: JSON.stringify(event.data), tx, n })
        .execute();
      n += 1;
    },
    /** As `append`, for events of one issuer and one type that name nothing but their badges. */
    async appendMany(issuerId: string, type: ApiEventType, at: Date, events: readonly NewEvent[]): Promise<void> {
      const column = <K extends keyof NewEvent>(name: K) => events.map((event) => event[name]);
      await sql`
        INSERT INTO api_event (issuer_id, type, data, at, id, credential_id, tx, n)
        SELECT ${issuerId}::uuid, ${type}, '{}'::jsonb, ${at}::timestamptz, e.id, e.credential_id,
          pg_current_xact_id()::text::bigint + ${await order.offset()}::bigint, ${n}::integer + e.n
        FROM unnest(${column('id')}::uuid[], ${column('credentialId')}::uuid[]) WITH ORDINALITY AS e (id, credential_id, n)`.execute(db);
      n += events.length + 1;
    },
    /** Null when the issuer has no event `after`. */
    async list(issuerId: string, { after, type, credentialId, limit }: EventFilter): Promise<readonly ApiEventRecord[] | null> {
      const events = db.selectFrom('apiEvent').where('issuerId', '=', issuerId);
      let following = events.select(COLUMNS).orderBy(ORDINAL).orderBy('n').orderBy('id').limit(limit);
      if (credentialId !== undefined) following = following.where('credentialId', '=', credentialId);
      if (type !== null) following = following.where('type', '=', type);
      if (after !== null) {
        const last = await events.select(ORDINAL.as('ordinal')).select('n').where('id', '=', after).executeTakeFirst();
        if (last === undefined) return null;
        // What one transaction does in two places counts from 0 in each: the id parts them.
        following = following.where(sql<boolean>`(coalesce(tx, seq), n, id) > (${last.ordinal}, ${last.n}, ${after}::uuid)`);
      }
      return (await settledRows(db, order, (oldest) => following.select(isSettled(ORDINAL, oldest)).execute())).map(
        ({ settled: _, ...event }) => event,
      );
    },
  };
}
