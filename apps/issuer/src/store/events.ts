import { type Kysely, sql } from 'kysely';
import type { EventRepository } from '../issuing/life-ports.js';
import type { Database } from './database.js';
import { toApiEvent } from './rows.js';

export function eventRepository(db: Kysely<Database>): EventRepository {
  return {
    async append({ issuerId, id, type, credentialId, data, at }) {
      const { last: seq } = await db
        .insertInto('api_event_counter')
        .values({ issuer_id: issuerId, last: 1 })
        .onConflict((conflict) => conflict.column('issuer_id').doUpdateSet({ last: sql<number>`api_event_counter.last + 1` }))
        .returning('last')
        .executeTakeFirstOrThrow();
      const row = { issuer_id: issuerId, seq, id, type, credential_id: credentialId, data: JSON.stringify(data), at };
      await db.insertInto('api_event').values(row).execute();
    },
    async list(issuerId, { after, type, limit }) {
      const events = db.selectFrom('api_event').where('issuer_id', '=', issuerId);
      const last = after === null ? { seq: 0 } : await events.select('seq').where('id', '=', after).executeTakeFirst();
      if (last === undefined) return null;
      const following = events.selectAll().where('seq', '>', last.seq).orderBy('seq').limit(limit);
      return (await (type === null ? following : following.where('type', '=', type)).execute()).map(toApiEvent);
    },
  };
}
