import { type Kysely, sql } from 'kysely';
import { issuerNumberOf, type PublicIds } from '../distributed/public-ids.js';
import { oldestRunning, type TransactionOrder } from '../issued/transaction-order.js';
import type { PageRequest, WebhookKey, WebhookRecord, WebhookSecretRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';
import { StaleKeyring } from '../sealed-keys.js';

/** What owners of a webhook see of it; the rest is for those who deliver. */
export const WEBHOOK_COLUMNS = [
  'issuerId',
  'id',
  'url',
  'description',
  'eventTypes',
  'createdAt',
  'updatedAt',
  'disabledAt',
  'disabledReason',
  'failingSince',
  'lastDeliveredAt',
] as const satisfies readonly (keyof WebhookRecord)[];

const LAST_N = 2_147_483_647;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** The webhooks of issuers, and what their deliveries are signed with. A deleted one is found by nobody. */
export function webhookRepository(db: Kysely<Tables>, ids: PublicIds, order: TransactionOrder) {
  const of = (issuerId: string) =>
    db.selectFrom('webhook').select(WEBHOOK_COLUMNS).where('issuerId', '=', issuerId).where('deletedAt', 'is', null);
  const change = ({ issuerId, webhookId }: WebhookKey) =>
    db.updateTable('webhook').where('issuerId', '=', issuerId).where('id', '=', webhookId).where('deletedAt', 'is', null);
  const secrets = ({ issuerId, webhookId }: WebhookKey) =>
    db.selectFrom('webhookSecret').selectAll().where('issuerId', '=', issuerId).where('webhookId', '=', webhookId);
  return {
    /** It is sent what is committed from now on. */
    async insert(webhook: WebhookRecord): Promise<void> {
      const oldest = await oldestRunning(db, await order.offset());
      const { createdAt } = webhook;
      const after = { afterTx: oldest - 1, afterN: LAST_N, afterEvent: LAST_ID };
      await db
        .insertInto('webhook')
        .values({ ...webhook, ...after, restsUntil: createdAt, servedAt: createdAt })
        .execute();
    },
    async find({ issuerId, webhookId }: WebhookKey): Promise<WebhookRecord | null> {
      return (await of(issuerId).where('id', '=', webhookId).executeTakeFirst()) ?? null;
    },
    /** As `find`, and keeps others from changing the row until the transaction ends. */
    async lock({ issuerId, webhookId }: WebhookKey): Promise<WebhookRecord | null> {
      return (await of(issuerId).where('id', '=', webhookId).forUpdate().executeTakeFirst()) ?? null;
    },
    async list(issuerId: string, { limit, after }: PageRequest): Promise<readonly WebhookRecord[]> {
      const page = of(issuerId).orderBy('id').limit(limit);
      return (after === null ? page : page.where('id', '>', after)).execute();
    },
    async count(issuerId: string): Promise<number> {
      const query = db.selectFrom('webhook').select((eb) => eb.fn.countAll<number>().as('count'));
      const row = await query.where('issuerId', '=', issuerId).where('deletedAt', 'is', null).executeTakeFirstOrThrow();
      return Number(row.count);
    },
    async update({ issuerId, id, createdAt: _, ...changes }: WebhookRecord): Promise<void> {
      await change({ issuerId, webhookId: id }).set(changes).execute();
    },
    /** Lets it be tried at once: its waiting deliveries, too, with all their attempts before them. */
    async wake(key: WebhookKey, at: Date): Promise<void> {
      await change(key).set({ failures: 0, failingSince: null, restsUntil: at }).execute();
      await db
        .updateTable('webhookDelivery')
        .set({ nextAt: at, attempts: 0 })
        .where('issuerId', '=', key.issuerId)
        .where('webhookId', '=', key.webhookId)
        .where('state', '=', 'waiting')
        .execute();
    },
    /** Everything that is sent from now on is without it; its deliveries are removed by `prune`. */
    async remove(key: WebhookKey, at: Date): Promise<void> {
      await change(key).set({ deletedAt: at }).execute();
      await db.deleteFrom('webhookSecret').where('issuerId', '=', key.issuerId).where('webhookId', '=', key.webhookId).execute();
    },
    /** Goes back in the outbox to the first event of that time: all from there on become deliveries again. */
    async rewind(key: WebhookKey, since: Date): Promise<void> {
      // Ids begin with their time, but for events that were made together the order is another one.
      const { rows } = await sql<{ tx: number | null }>`
        SELECT min(e.ordinal) AS tx FROM (
          SELECT coalesce(tx, seq) AS ordinal FROM api_event WHERE issuer_id = ${key.issuerId} AND id >= ${firstIdOf(since)}::uuid
          ORDER BY id LIMIT 1000) e`.execute(db);
      const tx = rows[0]?.tx ?? null;
      if (tx === null) return;
      const at = { afterTx: tx, afterN: -1, afterEvent: FIRST_ID };
      await change(key).set(at).where(sql<boolean>`(after_tx, after_n, after_event) > (${tx}::bigint, -1, ${FIRST_ID}::uuid)`).execute();
    },
    /** The issuer of a webhook; null when there is none of this id. */
    tenantOf: (id: string): Promise<string | null> =>
      ids.findBy(
        db,
        issuerNumberOf(id),
        async (issuerId) => (await of(issuerId).where('id', '=', id).executeTakeFirst())?.issuerId ?? null,
        // All of them carry the number of their issuer.
        async () => undefined,
      ),
    /** Throws a StaleKeyring when it is not sealed under the keyring of the database. */
    async insertSecret({ sealed, ...secret }: WebhookSecretRecord): Promise<void> {
      await db
        .insertInto('webhookSecret')
        .values({ ...secret, sealed: JSON.stringify(sealed) })
        .execute()
        .catch((error: { readonly constraint?: unknown }) => {
          throw error.constraint === 'webhook_secret_keyring_fkey' ? new StaleKeyring(error) : error;
        });
    },
    /** Those that sign at a time, the present one first. */
    async secrets(key: WebhookKey, at: Date): Promise<readonly WebhookSecretRecord[]> {
      const query = secrets(key).where((eb) => eb.or([eb('endsAt', 'is', null), eb('endsAt', '>', at)]));
      return query.orderBy('createdAt', 'desc').orderBy('id', 'desc').execute();
    },
    /** The present secret signs until then, and those before it no more. */
    async retireSecrets({ issuerId, webhookId }: WebhookKey, endsAt: Date): Promise<void> {
      const mine = db.deleteFrom('webhookSecret').where('issuerId', '=', issuerId).where('webhookId', '=', webhookId);
      await mine.where('endsAt', 'is not', null).execute();
      await db.updateTable('webhookSecret').set({ endsAt }).where('issuerId', '=', issuerId).where('webhookId', '=', webhookId).execute();
    },
  };
}

/** The least UUIDv7 of a time. */
export function firstIdOf(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}
