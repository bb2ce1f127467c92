import type { ReportState } from '@proofmark/schemas/api';
import type { Kysely } from 'kysely';
import type { PageRequest, ReportRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';

/** Which reports are asked for; null for any. */
export interface ReportFilter {
  readonly issuerId: string | null;
  readonly state: ReportState | null;
}

/** What readers told the operator of issuers. */
export function reportRepository(db: Kysely<Tables>) {
  return {
    async insert(report: ReportRecord): Promise<void> {
      await db.insertInto('issuerReport').values(report).execute();
    },
    /** How many came about an issuer since then. */
    async count(issuerId: string, since: Date): Promise<number> {
      const row = await db
        .selectFrom('issuerReport')
        .select(db.fn.countAll<number>().as('count'))
        .where('issuerId', '=', issuerId)
        .where('createdAt', '>', since)
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },
    /** The newest first. */
    async list({ issuerId, state }: ReportFilter, { limit, after }: PageRequest): Promise<readonly ReportRecord[]> {
      let query = db.selectFrom('issuerReport').selectAll().orderBy('id', 'desc').limit(limit);
      if (issuerId !== null) query = query.where('issuerId', '=', issuerId);
      if (state !== null) query = state === 'open' ? query.where('decision', 'is', null) : query.where('decision', '=', state);
      if (after !== null) query = query.where('id', '<', after);
      return query.execute();
    },
    async lock(id: string): Promise<ReportRecord | null> {
      return (await db.selectFrom('issuerReport').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
    },
    async decide(id: string, decided: Pick<ReportRecord, 'decision' | 'decidedAt' | 'decidedBy'>): Promise<void> {
      await db.updateTable('issuerReport').set(decided).where('id', '=', id).execute();
    },
    /** Forgets what was written in reports that were decided, or came, before these times; and of reports before a third everything. */
    async prune(before: { readonly decided: Date; readonly created: Date; readonly all: Date }): Promise<void> {
      await db
        .updateTable('issuerReport')
        .set({ sealed: null })
        .where('sealed', 'is not', null)
        .where((eb) => eb.or([eb('decidedAt', '<', before.decided), eb('createdAt', '<', before.created)]))
        .execute();
      await db.deleteFrom('issuerReport').where('createdAt', '<', before.all).execute();
    },
  };
}
