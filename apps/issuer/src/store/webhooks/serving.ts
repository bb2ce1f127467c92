import { type Kysely, sql } from 'kysely';
import { oldestRunning, type TransactionOrder } from '../issued/transaction-order.js';
import type { ApiEventRecord, AttemptResult, DueDelivery, ServedWebhook, WebhookHealth, WebhookKey } from '../records.js';
import type { Tables } from '../schema/tables.js';
import { WEBHOOK_COLUMNS } from './webhooks.js';

const COLUMNS = [...WEBHOOK_COLUMNS, 'failures', 'restsUntil', 'lease'] as const;

/** What makes deliveries of events, and what tells the outcome of attempts. Of one webhook that is one process at a time: the one with its lease. */
export function webhookServingRepository(db: Kysely<Tables>, order: TransactionOrder) {
  const leased = ({ issuerId, webhookId }: WebhookKey, lease: string) =>
    db.updateTable('webhook').where('issuerId', '=', issuerId).where('id', '=', webhookId).where('lease', '=', lease);
  return {
    /** Webhooks of whichever issuer that nobody serves and that have something to do, those first that were served longest ago. */
    async due(now: Date, limit: number): Promise<readonly WebhookKey[]> {
      // One question each: a distributed database joins two tables of an issuer on its nodes, and takes no choice between two such joins.
      const { rows: waiting } = await sql<FoundWebhook>`
        SELECT w.issuer_id, w.id AS webhook_id, w.served_at FROM webhook w WHERE ${servable(now)}
          AND EXISTS (SELECT FROM webhook_delivery d
            WHERE d.issuer_id = w.issuer_id AND d.webhook_id = w.id AND d.state = 'waiting' AND d.next_at <= ${now}::timestamptz)
        ORDER BY w.served_at LIMIT ${limit}`.execute(db);
      const { rows: behind } = await sql<FoundWebhook>`
        SELECT w.issuer_id, w.id AS webhook_id, w.served_at FROM webhook w WHERE ${servable(now)}
          AND EXISTS (SELECT FROM api_event e WHERE e.issuer_id = w.issuer_id
            AND (coalesce(e.tx, e.seq), e.n, e.id) > (w.after_tx, w.after_n, w.after_event))
        ORDER BY w.served_at LIMIT ${limit}`.execute(db);
      const found = new Map([...waiting, ...behind].map((one) => [one.webhookId, one]));
      return [...found.values()]
        .sort((one, other) => one.servedAt.getTime() - other.servedAt.getTime())
        .slice(0, limit)
        .map(({ issuerId, webhookId }) => ({ issuerId, webhookId }));
    },
    /** Webhooks of whichever issuer that were served in the future: the clock was set back since. */
    async servedAhead(now: Date, limit: number): Promise<readonly WebhookKey[]> {
      const { rows } = await sql<WebhookKey>`
        SELECT w.issuer_id, w.id AS webhook_id FROM webhook w
        WHERE w.disabled_at IS NULL AND w.deleted_at IS NULL AND w.served_at > ${aheadOf(now)}::timestamptz
        ORDER BY w.served_at LIMIT ${limit}`.execute(db);
      return rows;
    },
    /**
     * Lets a webhook that was served in the future be served now, with those of its deliveries whose next attempt was put off by a clock of then. Whoever
     * has its lease finds it gone. In a transaction.
     */
    async bringBack({ issuerId, webhookId }: WebhookKey, now: Date): Promise<void> {
      await sql`
        UPDATE webhook_delivery SET next_at = ${now}::timestamptz
        WHERE issuer_id = ${issuerId} AND webhook_id = ${webhookId} AND state = 'waiting' AND next_at > ${now}::timestamptz
          AND (attempts = 0 OR attempted_at > ${aheadOf(now)}::timestamptz)`.execute(db);
      await db
        .updateTable('webhook')
        .set({ servedAt: now, restsUntil: now, lease: null, leaseUntil: null })
        .where((eb) => eb.and({ issuerId, id: webhookId }))
        .where('servedAt', '>', aheadOf(now))
        .execute();
    },
    /** Takes the lease of a webhook, unless another process has it or there is nothing to serve any more. */
    async claim({ issuerId, webhookId }: WebhookKey, lease: string, now: Date, until: Date): Promise<ServedWebhook | null> {
      const query = db
        .updateTable('webhook')
        .set({ lease, leaseUntil: until, servedAt: now })
        .where('issuerId', '=', issuerId)
        .where('id', '=', webhookId)
        .where('disabledAt', 'is', null)
        .where('deletedAt', 'is', null)
        .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<', now)]));
      return (await query.returning(COLUMNS).executeTakeFirst()) ?? null;
    },
    /** Prolongs a lease; false when it is another's, or the webhook was changed, disabled or deleted since it was claimed. */
    async keep(webhook: ServedWebhook, until: Date): Promise<boolean> {
      const { numUpdatedRows } = await leased({ issuerId: webhook.issuerId, webhookId: webhook.id }, webhook.lease ?? '')
        .set({ leaseUntil: until })
        .where('disabledAt', 'is', null)
        .where('deletedAt', 'is', null)
        .where('updatedAt', '=', webhook.updatedAt)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    /** Gives the lease back; the webhook is looked at again from `restsUntil` on. */
    async release(key: WebhookKey, lease: string, restsUntil: Date | null): Promise<void> {
      const rest = restsUntil === null ? {} : { restsUntil };
      await leased(key, lease)
        .set({ lease: null, leaseUntil: null, ...rest })
        .execute();
    },
    /** How many deliveries were not tried yet. */
    async untried({ issuerId, webhookId }: WebhookKey): Promise<number> {
      const query = db.selectFrom('webhookDelivery').select((eb) => eb.fn.countAll<number>().as('count'));
      const mine = query.where('issuerId', '=', issuerId).where('webhookId', '=', webhookId).where('state', '=', 'waiting');
      return Number((await mine.where('attempts', '=', 0).executeTakeFirstOrThrow()).count);
    },
    /**
     * Makes deliveries of the next events of the outbox that are older than every transaction that runs. Of an event that was delivered before, it is
     * made anew. In a transaction, by the holder of the lease. Answers how many events it went past.
     */
    async takeEvents(key: WebhookKey, lease: string, now: Date, limit: number): Promise<number> {
      const { issuerId, webhookId } = key;
      const oldest = await oldestRunning(db, await order.offset());
      const held = db.selectFrom('webhook').select(['eventTypes', 'afterTx', 'afterN', 'afterEvent']).where('issuerId', '=', issuerId);
      const webhook = await held.where('id', '=', webhookId).where('lease', '=', lease).forUpdate().executeTakeFirst();
      if (webhook === undefined) return 0;
      const { rows } = await sql<{ id: string; type: string; subject: string; tx: number; n: number }>`
        SELECT id, type, coalesce(credential_id, id) AS subject, coalesce(tx, seq) AS tx, n FROM api_event
        WHERE issuer_id = ${issuerId} AND coalesce(tx, seq) < ${oldest}::bigint
          AND (coalesce(tx, seq), n, id) > (${webhook.afterTx}::bigint, ${webhook.afterN}::integer, ${webhook.afterEvent}::uuid)
        ORDER BY coalesce(tx, seq), n, id LIMIT ${limit}`.execute(db);
      const last = rows.at(-1);
      if (last === undefined) return 0;
      const wanted = rows.filter(({ type }) => webhook.eventTypes.length === 0 || (webhook.eventTypes as readonly string[]).includes(type));
      const column = <K extends keyof (typeof rows)[number]>(name: K) => wanted.map((event) => event[name]);
      if (wanted.length > 0)
        await sql`
          INSERT INTO webhook_delivery AS d (issuer_id, webhook_id, state, next_at, created_at, event_id, type, subject, tx, n)
          SELECT ${issuerId}::uuid, ${webhookId}::uuid, 'waiting', ${now}::timestamptz, ${now}::timestamptz, e.*
          FROM unnest(${column('id')}::uuid[], ${column('type')}::text[], ${column('subject')}::uuid[], ${column('tx')}::bigint[],
            ${column('n')}::integer[]) AS e
          ON CONFLICT (issuer_id, webhook_id, event_id) DO UPDATE SET state = 'waiting', attempts = 0, next_at = excluded.next_at
            WHERE d.state <> 'waiting'`.execute(db);
      await leased(key, lease).set({ afterTx: last.tx, afterN: last.n, afterEvent: last.id }).execute();
      return rows.length;
    },
    /** Deliveries whose time has come, in the order of the outbox, with their events. None whose subject has an earlier one that waits for its time. */
    async dueDeliveries({ issuerId, webhookId }: WebhookKey, now: Date, limit: number): Promise<readonly DueDelivery[]> {
      const { rows } = await sql<ApiEventRecord & { attempts: number; subject: string }>`
        SELECT e.issuer_id, e.id, e.type, e.credential_id, e.data, e.at, d.attempts, d.subject
        FROM webhook_delivery d JOIN api_event e ON e.issuer_id = d.issuer_id AND e.id = d.event_id
        WHERE d.issuer_id = ${issuerId} AND d.webhook_id = ${webhookId} AND d.state = 'waiting' AND d.next_at <= ${now}::timestamptz
          AND NOT EXISTS (SELECT FROM webhook_delivery b
            WHERE b.issuer_id = ${issuerId} AND b.webhook_id = ${webhookId} AND b.subject = d.subject AND b.state = 'waiting'
              AND b.next_at > ${now}::timestamptz AND (b.tx, b.n, b.event_id) < (d.tx, d.n, d.event_id))
        ORDER BY d.tx, d.n, d.event_id LIMIT ${limit}`.execute(db);
      return rows.map(({ attempts, subject, ...event }) => ({ event, attempts, subject }));
    },
    /** Writes down what became of attempts. */
    async record({ issuerId, webhookId }: WebhookKey, results: readonly AttemptResult[]): Promise<void> {
      const column = <K extends keyof AttemptResult>(name: K) => results.map((one) => one[name]);
      await sql`
        UPDATE webhook_delivery d SET state = r.state, attempts = d.attempts + 1, next_at = r.next_at, attempted_at = r.attempted_at,
          status = r.status, failure = r.failure, duration_ms = r.duration_ms, excerpt = r.excerpt
        FROM unnest(${column('eventId')}::uuid[], ${column('state')}::text[], ${column('nextAt')}::timestamptz[],
          ${column('attemptedAt')}::timestamptz[], ${column('status')}::integer[], ${column('failure')}::text[],
          ${column('durationMs')}::integer[], ${column('excerpt')}::text[])
          AS r (event_id, state, next_at, attempted_at, status, failure, duration_ms, excerpt)
        WHERE d.issuer_id = ${issuerId} AND d.webhook_id = ${webhookId} AND d.event_id = r.event_id`.execute(db);
    },
    async noteHealth({ issuerId, webhookId }: WebhookKey, health: WebhookHealth): Promise<void> {
      await db.updateTable('webhook').set(health).where('issuerId', '=', issuerId).where('id', '=', webhookId).execute();
    },
  };
}

interface FoundWebhook extends WebhookKey {
  readonly servedAt: Date;
}

/** Clocks that are right differ by less than a minute. What is dated later was written before the clock was set back. */
function aheadOf(now: Date): Date {
  return new Date(now.getTime() + 60_000);
}

/** Whether a webhook may be given a turn now. */
function servable(now: Date) {
  return sql`w.disabled_at IS NULL AND w.deleted_at IS NULL AND w.rests_until <= ${now}::timestamptz
          AND (w.lease_until IS NULL OR w.lease_until < ${now}::timestamptz)`;
}
