import type { ApiEventType } from '@proofmark/schemas/api';
import { type Kysely, sql } from 'kysely';
import type { ApiEventRecord } from './records.js';
import type { Tables } from './schema/tables.js';

export interface EventFilter {
  /** The event after which to begin; null for the first of all. */
  readonly after: string | null;
  readonly type: ApiEventType | null;
  readonly limit: number;
}

/** An event that names nothing but its badge. */
export interface NewEvent {
  readonly id: string;
  readonly credentialId: string;
}

/** The outbox. */
export function eventRepository(db: Kysely<Tables>) {
  return {
    /**
     * The last thing that a transaction does: it makes others of this issuer that append wait for its end. Answers the number of the event; the
     * numbers of an issuer come in the order of the commits.
     */
    async append(event: ApiEventRecord): Promise<number> {
      const { last: seq } = await db
        .insertInto('apiEventCounter')
        .values({ issuerId: event.issuerId, last: 1 })
        .onConflict((conflict) => conflict.column('issuerId').doUpdateSet({ last: sql<number>`api_event_counter.last + 1` }))
        .returning('last')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('apiEvent')
        .values({ ...event, seq, data: JSON.stringify(event.data) })
        .execute();
      return seq;
    },
    /** As `append`, for events of one issuer and one type that name nothing but their badges. */
    async appendMany(issuerId: string, type: ApiEventType, at: Date, events: readonly NewEvent[]): Promise<void> {
      const counted = await db
        .insertInto('apiEventCounter')
        .values({ issuerId, last: events.length })
        .onConflict((conflict) => conflict.column('issuerId').doUpdateSet({ last: sql<number>`api_event_counter.last + ${events.length}` }))
        .returning('last')
        .executeTakeFirstOrThrow();
      const column = <K extends keyof NewEvent>(name: K) => events.map((event) => event[name]);
      await sql`
        INSERT INTO api_event (issuer_id, type, data, at, id, credential_id, seq)
        SELECT ${issuerId}::uuid, ${type}, '{}'::jsonb, ${at}::timestamptz, e.id, e.credential_id, ${counted.last - events.length} + e.n
        FROM unnest(${column('id')}::uuid[], ${column('credentialId')}::uuid[]) WITH ORDINALITY AS e (id, credential_id, n)`.execute(db);
    },
    /** Null when the issuer has no event `after`. */
    async list(issuerId: string, { after, type, limit }: EventFilter): Promise<readonly ApiEventRecord[] | null> {
      const events = db.selectFrom('apiEvent').where('issuerId', '=', issuerId);
      const last = after === null ? { seq: 0 } : await events.select('seq').where('id', '=', after).executeTakeFirst();
      if (last === undefined) return null;
      const following = events.selectAll().where('seq', '>', last.seq).orderBy('seq').limit(limit);
      return (await (type === null ? following : following.where('type', '=', type)).execute()).map(({ seq: _, ...event }) => event);
    },
  };
}
