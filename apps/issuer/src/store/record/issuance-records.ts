import { type Kysely, sql } from 'kysely';
import type { NoteChange } from '../public-side/public-changes.js';
import type { RecordEntryPlace } from '../schema/column-types.js';
import type { Tables } from '../schema/tables.js';

/** A badge of which nothing is in the record yet. `json` is null for an erased one. */
export interface UnrecordedBadge {
  readonly id: string;
  readonly statusListId: number;
  readonly statusIndex: number;
  readonly json: string | null;
}

export interface RecordFileRow {
  readonly issuerId: string;
  readonly statusListId: number;
  readonly block: number;
  readonly body: string;
  readonly signedAt: Date;
  readonly signingKeyId: string;
}

/** What issuers committed to, and the signed files of it. */
export function issuanceRecordRepository(db: Kysely<Tables>, note: NoteChange) {
  const files = (issuerId: string) => db.selectFrom('recordFile').selectAll().where('issuerId', '=', issuerId);
  return {
    /** Lets one transaction at a time write the record of an issuer. */
    async lock(issuerId: string): Promise<void> {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended('proofmark issuance record ' || ${issuerId}, 0))`.execute(db);
    },
    /** What is left for the record, one row for all places; a batch of badges leaves its own. */
    async addEntry(issuerId: string, id: string, places: readonly RecordEntryPlace[]): Promise<void> {
      await db
        .insertInto('recordEntry')
        .values({ issuerId, id, places: JSON.stringify(places) })
        .execute();
    },
    /** Takes entries out, up to a number of rows, in the caller's transaction. */
    async takeEntries(issuerId: string, limit: number): Promise<{ readonly rows: number; readonly places: readonly RecordEntryPlace[] }> {
      const rows = await db.selectFrom('recordEntry').select(['id', 'places']).where('issuerId', '=', issuerId).limit(limit).execute();
      if (rows.length > 0) {
        const ids = rows.map(({ id }) => id);
        await db.deleteFrom('recordEntry').where('issuerId', '=', issuerId).where(sql<boolean>`id = ANY(${ids}::uuid[])`).execute();
      }
      return { rows: rows.length, places: rows.flatMap(({ places }) => places) };
    },
    /** The issuers that committed something which is in no file yet. For the job that looks after all of them. */
    async issuersWithEntries(): Promise<readonly string[]> {
      const rows = await db.selectFrom('recordEntry').select('issuerId').distinct().execute();
      return rows.map(({ issuerId }) => issuerId);
    },
    /** The issuers with badges of which nothing is in the record: issued before there was one, or by a process of an earlier release. */
    async issuersWithUnrecorded(): Promise<readonly string[]> {
      const rows = await db.selectFrom('credential').select('issuerId').distinct().where('recordSalt', 'is', null).execute();
      return rows.map(({ issuerId }) => issuerId);
    },
    /** Locked until the transaction ends; what another transaction works on is left out. */
    async lockUnrecorded(issuerId: string, limit: number): Promise<readonly UnrecordedBadge[]> {
      return db
        .selectFrom('credential')
        .select(['id', 'statusListId', 'statusIndex', 'signedJson as json'])
        .where('issuerId', '=', issuerId)
        .where('recordSalt', 'is', null)
        .where((eb) => eb.or([eb('signedJson', 'is not', null), eb('erasedAt', 'is not', null)]))
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .execute();
    },
    async hasUnrecorded(issuerId: string): Promise<boolean> {
      const query = db.selectFrom('credential').select('id').where('issuerId', '=', issuerId).where('recordSalt', 'is', null);
      const signed = query.where((eb) => eb.or([eb('signedJson', 'is not', null), eb('erasedAt', 'is not', null)]));
      return (await signed.limit(1).executeTakeFirst()) !== undefined;
    },
    async setSalt(issuerId: string, credentialId: string, salt: Uint8Array): Promise<void> {
      await db
        .updateTable('credential')
        .set({ recordSalt: salt })
        .where('issuerId', '=', issuerId)
        .where('id', '=', credentialId)
        .execute();
    },
    /** The files of these numbers that there are. */
    async files(issuerId: string, statusListId: number, blocks: readonly number[]): Promise<readonly RecordFileRow[]> {
      return files(issuerId).where('statusListId', '=', statusListId).where(sql<boolean>`block = ANY(${blocks}::int[])`).execute();
    },
    async saveFiles(rows: readonly RecordFileRow[]): Promise<void> {
      if (rows.length === 0) return;
      for (const { issuerId } of rows) note(issuerId, 'record', ['']);
      await db
        .insertInto('recordFile')
        .values([...rows])
        .onConflict((conflict) =>
          conflict.columns(['issuerId', 'statusListId', 'block']).doUpdateSet((eb) => ({
            body: eb.ref('excluded.body'),
            signedAt: eb.ref('excluded.signedAt'),
            signingKeyId: eb.ref('excluded.signingKeyId'),
          })),
        )
        .execute();
    },
    /** How many files there are, by list. */
    async countFiles(issuerId: string): Promise<ReadonlyMap<number, number>> {
      const query = db.selectFrom('recordFile').select((eb) => ['statusListId', eb.fn.countAll<number>().as('count')]);
      const rows = await query.where('issuerId', '=', issuerId).groupBy('statusListId').execute();
      return new Map(rows.map(({ statusListId, count }) => [statusListId, Number(count)]));
    },
    /** When the newest file of an issuer was signed. */
    async newestFile(issuerId: string): Promise<Date | null> {
      const query = db.selectFrom('recordFile').select((eb) => eb.fn.max('signedAt').as('at'));
      return (await query.where('issuerId', '=', issuerId).executeTakeFirst())?.at ?? null;
    },
    /** The lists in which badges of an issuer have their places, oldest first. */
    async lists(issuerId: string): Promise<readonly { readonly id: number; readonly length: number }[]> {
      const query = db.selectFrom('statusList').select(['id', 'length']).where('issuerId', '=', issuerId);
      return query.where('purpose', '=', 'revocation').orderBy('id').execute();
    },
    async head(issuerId: string) {
      return (await db.selectFrom('issuanceRecord').selectAll().where('issuerId', '=', issuerId).executeTakeFirst()) ?? null;
    },
    async saveHead(
      issuerId: string,
      head: {
        readonly body: string;
        /** How many status lists it names. */
        readonly lists: number;
        readonly complete: Readonly<Record<string, number>>;
        readonly signedAt: Date;
        readonly signingKeyId: string;
      },
    ): Promise<void> {
      const values = { ...head, complete: JSON.stringify(head.complete) };
      note(issuerId, 'record', ['']);
      const { numUpdatedRows } = await db.updateTable('issuanceRecord').set(values).where('issuerId', '=', issuerId).executeTakeFirst();
      if (numUpdatedRows > 0n) return;
      // From the first one on, the DID document names the record.
      note(issuerId, 'issuer', ['']);
      await db
        .insertInto('issuanceRecord')
        .values({ issuerId, ...values })
        .onConflict((conflict) => conflict.column('issuerId').doUpdateSet(values))
        .execute();
    },
    /** The issuers whose record does not say of each revoked key that it holds all that this key signed, or was signed by a revoked key itself. */
    async issuersToComplete(): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('signingKey as k')
        .innerJoin('issuanceRecord as r', 'r.issuerId', 'k.issuerId')
        .select('k.issuerId')
        .distinct()
        .where('k.revokedAt', 'is not', null)
        .where((eb) =>
          eb.or([
            eb.and([eb('k.purpose', '=', 'assertion'), sql<boolean>`NOT (r.complete::jsonb ? k.verification_method)`]),
            eb.and([eb('k.purpose', '=', 'record'), eb('r.signingKeyId', '=', eb.ref('k.id'))]),
          ]),
        )
        .execute();
      return rows.map(({ issuerId }) => issuerId);
    },
  };
}
