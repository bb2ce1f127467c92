import type { DeliveryState } from '@proofmark/schemas/api';
import { type Kysely, sql } from 'kysely';
import type { DeliveryRecord, PageRequest, WebhookKey } from '../records.js';
import type { Tables } from '../schema/tables.js';
import { firstIdOf } from './webhooks.js';

const COLUMNS = [
  'issuerId',
  'webhookId',
  'eventId',
  'type',
  'subject',
  'state',
  'attempts',
  'nextAt',
  'attemptedAt',
  'status',
  'failure',
  'durationMs',
  'excerpt',
  'createdAt',
] as const;

/** The deliveries of webhooks, for those who look at them. */
export function deliveryRepository(db: Kysely<Tables>) {
  const of = ({ issuerId, webhookId }: WebhookKey) =>
    db.selectFrom('webhookDelivery').select(COLUMNS).where('issuerId', '=', issuerId).where('webhookId', '=', webhookId);
  return {
    /** Newest first. */
    async list(key: WebhookKey, state: DeliveryState | null, { limit, after }: PageRequest): Promise<readonly DeliveryRecord[]> {
      let page = of(key).orderBy('eventId', 'desc').limit(limit);
      if (state !== null) page = page.where('state', '=', state);
      if (after !== null) page = page.where('eventId', '<', after);
      return page.execute();
    },
    async find(key: WebhookKey, eventId: string): Promise<DeliveryRecord | null> {
      return (await of(key).where('eventId', '=', eventId).executeTakeFirst()) ?? null;
    },
    /** What was sent outside of the outbox. */
    async insert(delivery: DeliveryRecord): Promise<void> {
      await db
        .insertInto('webhookDelivery')
        .values({ ...delivery, tx: 0, n: 0 })
        .execute();
    },
    /** Sends it once more, with all attempts before it. */
    async replay({ issuerId, webhookId }: WebhookKey, eventId: string, at: Date): Promise<void> {
      await db
        .updateTable('webhookDelivery')
        .set({ state: 'waiting', attempts: 0, nextAt: at })
        .where((eb) => eb.and({ issuerId, webhookId, eventId }))
        .execute();
    },
    /** Webhooks of whichever issuer that were deleted. */
    async deletedWebhooks(limit: number): Promise<readonly WebhookKey[]> {
      const query = db.selectFrom('webhook').select(['issuerId', 'id as webhookId']).where('deletedAt', 'is not', null);
      return query.limit(limit).execute();
    },
    /** Webhooks of whichever issuer that have ended deliveries of events from before a time. */
    async withOldDeliveries(before: Date, limit: number): Promise<readonly WebhookKey[]> {
      const { rows } = await sql<WebhookKey>`
        SELECT w.issuer_id, w.id AS webhook_id FROM webhook w WHERE EXISTS (
          SELECT FROM webhook_delivery d WHERE d.issuer_id = w.issuer_id AND d.webhook_id = w.id
            AND d.event_id < ${firstIdOf(before)}::uuid AND d.state <> 'waiting')
        LIMIT ${limit}`.execute(db);
      return rows;
    },
    /** Removes ended deliveries of events from before a time, some at once; with null, all deliveries. Answers how many. */
    async prune({ issuerId, webhookId }: WebhookKey, before: Date | null, limit: number): Promise<number> {
      let old = db
        .selectFrom('webhookDelivery')
        .select('eventId')
        .where('issuerId', '=', issuerId)
        .where('webhookId', '=', webhookId)
        .limit(limit);
      if (before !== null) old = old.where('eventId', '<', firstIdOf(before)).where('state', '<>', 'waiting');
      const gone = (await old.execute()).map(({ eventId }) => eventId);
      if (gone.length === 0) return 0;
      await db
        .deleteFrom('webhookDelivery')
        .where('issuerId', '=', issuerId)
        .where('webhookId', '=', webhookId)
        .where(sql<boolean>`event_id = ANY(${gone}::uuid[])`)
        .execute();
      return gone.length;
    },
    /** Removes a deleted webhook whose deliveries are gone. */
    async removeDeleted({ issuerId, webhookId }: WebhookKey): Promise<void> {
      const query = db.deleteFrom('webhook').where('issuerId', '=', issuerId).where('id', '=', webhookId);
      await query.where('deletedAt', 'is not', null).execute();
    },
  };
}
