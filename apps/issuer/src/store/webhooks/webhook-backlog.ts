import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** What webhooks of all issuers have not been sent. */
export interface WebhookBacklog {
  /** Webhooks that are sent events, and those of them to which the last attempt did not arrive. */
  readonly enabled: number;
  readonly failing: number;
  /** Deliveries that wait for their first or their next attempt. */
  readonly waiting: number;
  /** The age in seconds of the oldest event that a webhook has yet to take out of the outbox; 0 for none. */
  readonly outboxLagSeconds: number;
}

/** For operators. Webhooks that were disabled or deleted do not count: nothing is sent to them. */
export async function webhookBacklog(db: Kysely<Tables>, now: Date): Promise<WebhookBacklog> {
  const { rows: webhooks } = await sql<{ failures: number; waiting: number }>`
    SELECT w.failures, (SELECT count(*) FROM webhook_delivery d
      WHERE d.issuer_id = w.issuer_id AND d.webhook_id = w.id AND d.state = 'waiting')::int AS waiting
    FROM webhook w WHERE w.disabled_at IS NULL AND w.deleted_at IS NULL`.execute(db);
  const { rows: events } = await sql<{ at: Date }>`
    SELECT e.at FROM webhook w CROSS JOIN LATERAL (
      SELECT at FROM api_event WHERE issuer_id = w.issuer_id AND (coalesce(tx, seq), n, id) > (w.after_tx, w.after_n, w.after_event)
      ORDER BY coalesce(tx, seq), n, id LIMIT 1) e
    WHERE w.disabled_at IS NULL AND w.deleted_at IS NULL`.execute(db);
  const oldest = Math.min(now.getTime(), ...events.map(({ at }) => at.getTime()));
  return {
    enabled: webhooks.length,
    failing: webhooks.filter(({ failures }) => failures > 0).length,
    waiting: webhooks.reduce((sum, one) => sum + one.waiting, 0),
    outboxLagSeconds: (now.getTime() - oldest) / 1000,
  };
}
