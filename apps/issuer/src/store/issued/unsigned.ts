import { type Kysely, type Selectable, sql } from 'kysely';
import type { NoteChange } from '../public-side/public-changes.js';
import type { SignedForms } from '../records.js';
import type { CredentialTable, Tables } from '../schema/tables.js';
import type { TransactionOrder } from './transaction-order.js';

const COLUMNS = ['issuerId', 'id', 'proofCreated', 'dataIntegrityKey', 'jwtKey', 'evidenceFindings', 'predecessorId'] as const;
const BATCH = 100;

/** A badge that a process of the release before committed and had not signed. `unsigned` is the whole credential as JSON. */
export type UnsignedRow = Pick<Selectable<CredentialTable>, (typeof COLUMNS)[number]> & { readonly unsigned: string };

/** What the release before left. It goes with the columns. */
export function unsignedRepository(db: Kysely<Tables>, order: TransactionOrder, note: NoteChange) {
  return {
    /** A few badges of any issuer, after one of them. */
    async list(after: string | null): Promise<readonly UnsignedRow[]> {
      const unsigned = sql<string>`unsigned`.as('unsigned');
      let query = db.selectFrom('credential').select(COLUMNS).select(unsigned).where('signedAt', 'is', null).where('erasedAt', 'is', null);
      if (after !== null) query = query.where('id', '>', after);
      return query.where('unsigned', 'is not', null).orderBy('id').limit(BATCH).execute();
    },
    /** False when another process was first. The whole token is stored: a process of the release before may be the one that waits for it. */
    async finish(
      { issuerId, id, predecessorId }: UnsignedRow,
      { json, jwt }: SignedForms,
      keys: Pick<UnsignedRow, 'dataIntegrityKey' | 'jwtKey'>,
      at: Date,
    ): Promise<boolean> {
      if (predecessorId !== null) note(issuerId, 'credential', [predecessorId]);
      const { numUpdatedRows } = await db
        .updateTable('credential')
        .set({ ...keys, signedJson: json, signedJwt: jwt, signedAt: at })
        .set({ tx: sql<number>`pg_current_xact_id()::text::bigint + ${await order.offset()}::bigint` })
        .where((eb) => eb.and({ issuerId, id }))
        .where('signedAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
