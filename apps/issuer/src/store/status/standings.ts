import { type Kysely, sql } from 'kysely';
import type { NoteChange } from '../public-side/public-changes.js';
import type { Tables } from '../schema/tables.js';
import type { StatusPurpose } from './status-lists.js';

/** Since when something holds, and why. */
export interface Since {
  readonly at: Date;
  readonly reason: string | null;
}

/** Whether a badge counts: no more of it than revoking and suspending need. */
export interface StandingRecord {
  readonly issuerId: string;
  readonly id: string;
  readonly statusListId: number;
  readonly statusIndex: number;
  readonly revoked: Since | null;
  readonly suspended: Since | null;
  readonly erasedAt: Date | null;
}

/** The standing of many badges of one issuer at a time. */
export function standingRepository(db: Kysely<Tables>, note: NoteChange) {
  const of = (issuerId: string, ids: readonly string[]) =>
    db
      .selectFrom('credential')
      .select(['issuerId', 'id', 'statusListId', 'statusIndex', 'revokedAt', 'suspendedAt', 'erasedAt'])
      .where('issuerId', '=', issuerId)
      .where(sql<boolean>`id = ANY(${ids}::uuid[])`)
      // One that is not signed yet was never acknowledged: for others it is not there.
      .where((eb) => eb.or([eb('signedJson', 'is not', null), eb('erasedAt', 'is not', null)]))
      .orderBy('id');
  const reasons = async (issuerId: string, purpose: StatusPurpose, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> => {
    if (ids.length === 0) return new Map();
    // Of a revocation the first reason stays; a badge can be suspended again for another one.
    const newest = sql.raw(purpose === 'revocation' ? 'seq' : 'seq DESC');
    const { rows } = await sql<{ credentialId: string; reason: string | null }>`
      SELECT DISTINCT ON (credential_id) credential_id, reason FROM status_event
      WHERE issuer_id = ${issuerId} AND purpose = ${purpose} AND value AND credential_id = ANY(${ids}::uuid[])
      ORDER BY credential_id, ${newest}`.execute(db);
    return new Map(rows.map(({ credentialId, reason }) => [credentialId, reason]));
  };
  const withReasons = async (issuerId: string, rows: Awaited<ReturnType<ReturnType<typeof of>['execute']>>) => {
    const idsOf = (column: 'revokedAt' | 'suspendedAt') => rows.filter((row) => row[column] !== null).map(({ id }) => id);
    const revocations = await reasons(issuerId, 'revocation', idsOf('revokedAt'));
    const suspensions = await reasons(issuerId, 'suspension', idsOf('suspendedAt'));
    return rows.map(({ revokedAt, suspendedAt, ...row }): StandingRecord => {
      const since = (at: Date | null, said: ReadonlyMap<string, string | null>): Since | null =>
        at === null ? null : { at, reason: said.get(row.id) ?? null };
      return { ...row, revoked: since(revokedAt, revocations), suspended: since(suspendedAt, suspensions) };
    });
  };
  return {
    /** Those of these badges that are there, erased ones included, by id. */
    async find(issuerId: string, ids: readonly string[]): Promise<readonly StandingRecord[]> {
      return withReasons(issuerId, await of(issuerId, ids).execute());
    },
    /** As `find`, and keeps others from changing them until the transaction ends. */
    async lock(issuerId: string, ids: readonly string[]): Promise<readonly StandingRecord[]> {
      return withReasons(issuerId, await of(issuerId, ids).forUpdate().execute());
    },
    /** Whose badges these are. */
    async tenantsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const rows = await db.selectFrom('credential').select(['id', 'issuerId']).where(sql<boolean>`id = ANY(${ids}::uuid[])`).execute();
      return new Map(rows.map(({ id, issuerId }) => [id, issuerId]));
    },
    /** Writes since when these badges are revoked or suspended; null for a suspension that is lifted. */
    async mark(issuerId: string, purpose: StatusPurpose, ids: readonly string[], at: Date | null): Promise<void> {
      note(issuerId, 'credential', ids);
      await db
        .updateTable('credential')
        .set(purpose === 'revocation' ? { revokedAt: at } : { suspendedAt: at })
        .where('issuerId', '=', issuerId)
        .where(sql<boolean>`id = ANY(${ids}::uuid[])`)
        .execute();
    },
  };
}
