import { type Kysely, sql } from 'kysely';
import type { NoteChange } from '../public-side/public-changes.js';
import type { Tables } from '../schema/tables.js';

/** What a bit of a list says (Bitstring Status List 1.0, 2.1). A revocation is for good, a suspension can be lifted. */
export type StatusPurpose = 'revocation' | 'suspension';

/** One entry of the journal: what a bit is from then on. */
export interface StatusEvent {
  readonly credentialId: string;
  readonly index: number;
  readonly value: boolean;
  readonly reason: string | null;
  readonly apiKeyId: string | null;
}

/** The journal's entries of one transaction: of one list and one purpose. */
export interface StatusEvents {
  readonly issuerId: string;
  readonly listId: number;
  readonly purpose: StatusPurpose;
  readonly at: Date;
  readonly events: readonly StatusEvent[];
}

export interface StatusListDocument {
  readonly issuerId: string;
  readonly listId: number;
  readonly purpose: StatusPurpose;
  /** The last journal entry that the list contains; 0 for none. */
  readonly seq: number;
  readonly bits: Uint8Array;
  readonly body: string;
  readonly signedAt: Date;
  readonly signingKeyId: string;
}

/** The bits of a list and the last journal entry that they hold. `bits` is null when they have to be made anew from the journal. */
export interface StoredBits {
  readonly seq: number;
  readonly bits: Uint8Array | null;
}

/** A list whose lock the transaction holds. It has no list of suspensions before the first suspension. */
export interface LockedList {
  readonly length: number;
  readonly revocation: StoredBits;
  readonly suspension: StoredBits | null;
}

/** A list, by its tenant, its number and its purpose. */
export interface StatusListKey {
  readonly issuerId: string;
  readonly listId: number;
  readonly purpose: StatusPurpose;
}

const TABLES = { revocation: 'statusListDocument', suspension: 'suspensionListDocument' } as const;

/** The journal of withdrawals and suspensions, and the signed lists with their bits. */
export function statusListRepository(db: Kysely<Tables>, note: NoteChange) {
  return {
    /** Waits until no other transaction rewrites the documents of this list. Null when there is no such list. */
    async lockDocument(issuerId: string, listId: number): Promise<LockedList | null> {
      const row = await db
        .selectFrom('statusListDocument as d')
        .innerJoin('statusList as l', (join) => join.onRef('l.issuerId', '=', 'd.issuerId').onRef('l.id', '=', 'd.statusListId'))
        .select(['l.length', 'd.seq', 'd.bitsSeq', 'd.bits'])
        .where('d.issuerId', '=', issuerId)
        .where('d.statusListId', '=', listId)
        .forUpdate('d')
        .executeTakeFirst();
      if (row === undefined) return null;
      // A statement of its own: one that waited for the lock would have read what was there before.
      const suspension = await db
        .selectFrom('suspensionListDocument')
        .select(['seq', 'bitsSeq', 'bits'])
        .where('issuerId', '=', issuerId)
        .where('statusListId', '=', listId)
        .executeTakeFirst();
      return { length: row.length, revocation: toBits(row), suspension: suspension === undefined ? null : toBits(suspension) };
    },
    /** Appends to the journal; answers the number of the last entry. `events` holds one at least. */
    async append({ issuerId, listId, purpose, at, events }: StatusEvents): Promise<number> {
      const column = <K extends keyof StatusEvent>(name: K) => events.map((event) => event[name]);
      const { rows } = await sql<{ seq: number }>`
        INSERT INTO status_event (issuer_id, status_list_id, purpose, at, credential_id, status_index, value, reason, api_key_id)
        SELECT ${issuerId}::uuid, ${listId}::bigint, ${purpose}, ${at}::timestamptz, e.* FROM unnest(
          ${column('credentialId')}::uuid[], ${column('index')}::int[], ${column('value')}::boolean[],
          ${column('reason')}::text[], ${column('apiKeyId')}::uuid[]) AS e
        RETURNING seq`.execute(db);
      return rows.reduce((last, { seq }) => Math.max(last, seq), 0);
    },
    /** The indices that are set according to the journal. */
    async setIndices(issuerId: string, listId: number, purpose: StatusPurpose = 'revocation'): Promise<readonly number[]> {
      const rows = await db
        .selectFrom('statusEvent')
        .distinctOn('statusIndex')
        .select(['statusIndex', 'value'])
        .where('issuerId', '=', issuerId)
        .where('statusListId', '=', listId)
        .where('purpose', '=', purpose)
        .orderBy('statusIndex')
        .orderBy('seq', 'desc')
        .execute();
      return rows.filter(({ value }) => value).map(({ statusIndex }) => statusIndex);
    },
    async saveDocument({ issuerId, listId, purpose, ...document }: StatusListDocument): Promise<void> {
      note(issuerId, 'status-list', [String(listId)]);
      const values = { ...document, bitsSeq: document.seq };
      await db
        .insertInto(TABLES[purpose])
        .values({ issuerId, statusListId: listId, ...values })
        .onConflict((conflict) => conflict.columns(['issuerId', 'statusListId']).doUpdateSet(values))
        .execute();
    },
    /** The lists of an issuer that a revoked key signed, oldest first: nobody believes them any more. */
    async signedByRevoked(issuerId: string): Promise<readonly number[]> {
      const { rows } = await sql<{ id: number }>`
        SELECT d.status_list_id AS id FROM (
          SELECT status_list_id, signing_key_id FROM status_list_document WHERE issuer_id = ${issuerId}
          UNION ALL SELECT status_list_id, signing_key_id FROM suspension_list_document WHERE issuer_id = ${issuerId}) d
        JOIN signing_key k ON k.issuer_id = ${issuerId} AND k.id = d.signing_key_id
        WHERE k.revoked_at IS NOT NULL GROUP BY 1 ORDER BY 1`.execute(db);
      return rows.map(({ id }) => id);
    },
    /** Lists of every issuer that were signed after a time, which is later than now: of either purpose. */
    async signedAfter(time: Date): Promise<readonly Pick<StatusListKey, 'issuerId' | 'listId'>[]> {
      const { rows } = await sql<Pick<StatusListKey, 'issuerId' | 'listId'>>`
        SELECT issuer_id, status_list_id AS list_id FROM status_list_document WHERE signed_at > ${time}::timestamptz
        UNION SELECT issuer_id, status_list_id FROM suspension_list_document WHERE signed_at > ${time}::timestamptz`.execute(db);
      return rows;
    },
    /** Every list of every issuer. */
    async all(): Promise<readonly Pick<StatusListKey, 'issuerId' | 'listId'>[]> {
      return db
        .selectFrom('statusListDocument')
        .select(['issuerId', 'statusListId as listId'])
        .orderBy('issuerId')
        .orderBy('listId')
        .execute();
    },
    /** Lists of every issuer whose bits are to be made anew: an earlier release wrote the document, or a check found them wrong. */
    async outdated(): Promise<readonly Pick<StatusListKey, 'issuerId' | 'listId'>[]> {
      const { rows } = await sql<Pick<StatusListKey, 'issuerId' | 'listId'>>`
        SELECT issuer_id, status_list_id AS list_id FROM status_list_document WHERE bits_seq IS DISTINCT FROM seq
        UNION SELECT issuer_id, status_list_id FROM suspension_list_document WHERE bits_seq IS DISTINCT FROM seq`.execute(db);
      return rows;
    },
    /** Has the bits of a list made anew from the journal, at the next change or the next start. */
    async distrustBits({ issuerId, listId, purpose }: StatusListKey): Promise<void> {
      await db
        .updateTable(TABLES[purpose])
        .set({ bitsSeq: -1 })
        .where('issuerId', '=', issuerId)
        .where('statusListId', '=', listId)
        .execute();
    },
  };
}

function toBits({ seq, bits, bitsSeq }: { seq: number; bits: Uint8Array | null; bitsSeq: number | null }): StoredBits {
  return { seq, bits: bitsSeq === seq ? bits : null };
}
