import type { AuditAction, ListOrder } from '@proofmark/schemas/api';
import { type Kysely, sql } from 'kysely';
import type { AuditRecord, NewAuditEntry, SealedAuditRecord } from './records.js';
import type { Tables } from './schema/tables.js';

/** The `issuer_id` of the service's own log: the nil UUID (RFC 9562, 5.9), which no issuer has. */
const SERVICE = '00000000-0000-0000-0000-000000000000';

export interface AuditFilter {
  /** The number of the entry after which to begin, in that order; 0 for the first of all. */
  readonly after: number;
  readonly order: ListOrder;
  readonly action: AuditAction | null;
  readonly since: Date | null;
  readonly until: Date | null;
  readonly limit: number;
}

/** The place of an entry in its chain. */
export type AuditSeal = Pick<SealedAuditRecord, 'id' | 'seq' | 'previous' | 'hash'>;

/** The audit log: one chain for each issuer, and one for the service, whose `issuerId` is null. */
export function auditRepository(db: Kysely<Tables>) {
  const of = (issuerId: string | null) => db.selectFrom('auditEntry').where('issuerId', '=', issuerId ?? SERVICE);
  const sealed = async (
    log: ReturnType<typeof of>,
    { after, order, action, since, until, limit }: AuditFilter,
  ): Promise<readonly SealedAuditRecord[]> => {
    let query = log.selectAll().where('seq', 'is not', null);
    if (after > 0) query = query.where('seq', order === 'oldest' ? '>' : '<', after);
    if (action !== null) query = query.where('action', '=', action);
    if (since !== null) query = query.where('at', '>=', since);
    if (until !== null) query = query.where('at', '<', until);
    const ordered = query.orderBy('seq', order === 'oldest' ? 'asc' : 'desc').limit(limit);
    return (await ordered.execute()).map((row) => toRecord(row) as SealedAuditRecord);
  };
  return {
    /** In the transaction of the act. The entry gets its place in the chain later, from the sealer. */
    async append({ issuerId, details, ...entry }: NewAuditEntry): Promise<void> {
      await db
        .insertInto('auditEntry')
        .values({ ...entry, issuerId: issuerId ?? SERVICE, details: JSON.stringify(details) })
        .execute();
    },
    /** Whose logs have entries without a place. */
    async unsealedLogs(): Promise<readonly (string | null)[]> {
      const rows = await db.selectFrom('auditEntry').select('issuerId').distinct().where('seq', 'is', null).execute();
      return rows.map(({ issuerId }) => named(issuerId));
    },
    /** Waits for others that seal this log, and answers its last sealed entry; null for none. To be called in a transaction. */
    async lockHead(issuerId: string | null): Promise<Pick<AuditSeal, 'seq' | 'hash'> | null> {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`proofmark audit ${issuerId ?? SERVICE}`}, 0))`.execute(db);
      const last = of(issuerId).select(['seq', 'hash']).where('seq', 'is not', null).orderBy('seq', 'desc').limit(1);
      return ((await last.executeTakeFirst()) as Pick<AuditSeal, 'seq' | 'hash'> | undefined) ?? null;
    },
    /**
     * Entries without a place, in the order of their transactions. Those whose transaction is not older than all that still run wait, so that
     * the chain has this order too. Transaction numbers of the future come from another server: the database was restored here.
     */
    async unsealed(issuerId: string | null, limit: number): Promise<readonly AuditRecord[]> {
      // The numbers are those of the node that is asked. Before the rows: what is older than all that ran then, is all among them. After: what is
      // newer than all that runs now, is nobody's here.
      const { oldest } = await running(db);
      const rows = await of(issuerId).selectAll().where('seq', 'is', null).orderBy('txid').orderBy('id').limit(limit).execute();
      const { next } = await running(db);
      return rows.filter(({ txid }) => BigInt(txid) < oldest || BigInt(txid) >= next).map(toRecord);
    },
    async seal(issuerId: string | null, seals: readonly AuditSeal[]): Promise<void> {
      const column = <K extends keyof AuditSeal>(name: K) => seals.map((one) => one[name]);
      await sql`
        UPDATE audit_entry e SET seq = s.seq, previous = s.previous, hash = s.hash
        FROM unnest(${column('id')}::uuid[], ${column('seq')}::bigint[], ${column('previous')}::bytea[], ${column('hash')}::bytea[])
          AS s (id, seq, previous, hash)
        WHERE e.issuer_id = ${issuerId ?? SERVICE} AND e.id = s.id`.execute(db);
    },
    /** Sealed entries, in their order. */
    async list(issuerId: string | null, filter: AuditFilter): Promise<readonly SealedAuditRecord[]> {
      return sealed(of(issuerId), filter);
    },
    /** Of the service's own log, what was done to an organisation, its members and its invitations. */
    async listOrganisation(organisationId: string, filter: AuditFilter): Promise<readonly SealedAuditRecord[]> {
      return sealed(of(null).where(sql<string>`coalesce(details ->> 'organisationId', object_id)`, '=', organisationId), filter);
    },
  };
}

/** The oldest transaction that runs, or the next one when none does; and the next one. */
async function running(db: Kysely<Tables>): Promise<{ readonly oldest: bigint; readonly next: bigint }> {
  const { rows } = await sql<{ oldest: string; next: string }>`
    SELECT pg_snapshot_xmin(s)::text AS oldest, pg_snapshot_xmax(s)::text AS next FROM pg_current_snapshot() s`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the server does not tell its transactions');
  return { oldest: BigInt(row.oldest), next: BigInt(row.next) };
}

function named(issuerId: string): string | null {
  return issuerId === SERVICE ? null : issuerId;
}

function toRecord<R extends { readonly issuerId: string }>(row: R): Omit<R, 'issuerId'> & { readonly issuerId: string | null } {
  return { ...row, issuerId: named(row.issuerId) };
}
