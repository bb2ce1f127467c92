import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema/tables.js';

/** Where a database stands, as its server itself tells. */
export interface Origin {
  /** The cluster, its timeline, the database and the table: a restore of a dump or to a point in time and a promoted standby change it. */
  readonly history: string;
  /** One run of the server: a folder or a snapshot that is put back needs another one. */
  readonly server: string;
}

/** A status list of which places can be taken. */
export interface OpenList {
  readonly listId: number;
  readonly length: number;
  readonly permutationKey: Uint8Array;
  /** How many places were taken. */
  readonly nextPosition: number;
}

/** A list as its owner knows it. */
export interface OwnedList {
  readonly issuerId: string;
  readonly listId: number;
  readonly owner: string;
  /** How many places were taken. */
  readonly taken: number;
}

const COLUMNS = ['id', 'length', 'permutationKey', 'nextPosition'] as const;

interface Row {
  readonly id: number;
  readonly length: number;
  readonly permutationKey: Uint8Array;
  readonly nextPosition: number;
}

function toList({ id, ...row }: Row): OpenList {
  return { listId: id, length: row.length, permutationKey: row.permutationKey, nextPosition: row.nextPosition };
}

/** Which places of the status lists were taken, and by whom. */
export function statusPlaceRepository(db: Kysely<Tables>) {
  const change = ({ issuerId, listId, owner, taken }: OwnedList) =>
    db.updateTable('statusList').where((eb) => eb.and({ issuerId, id: listId, owner, nextPosition: taken }));
  return {
    /** Asks the server. Fails with `42501` where the database user may not know it. */
    async origin(): Promise<Origin> {
      // The timeline is that of the file of the write-ahead log that is written now: the control file tells a new one only minutes later.
      const { rows } = await sql<Origin>`
        SELECT concat_ws('/',
            (SELECT system_identifier FROM pg_control_system()),
            substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8),
            (SELECT oid FROM pg_database WHERE datname = current_database()),
            'status_list'::regclass::oid,
            pg_relation_filenode('status_list')) AS history,
          concat_ws('/', extract(epoch FROM pg_postmaster_start_time())) AS server`.execute(db);
      const [origin] = rows;
      if (origin === undefined) throw new Error('the database does not tell its origin');
      return origin;
    },
    /** A list as its owner knows it; null when it is anything else by now, or the database has another history than the one in which it was opened. */
    async find({ issuerId, listId, owner, taken }: OwnedList, history: string): Promise<OpenList | null> {
      const row = await db
        .selectFrom('statusList')
        .select(COLUMNS)
        .where((eb) => eb.and({ issuerId, id: listId, owner, nextPosition: taken, origin: history }))
        .executeTakeFirst();
      return row === undefined ? null : toList(row);
    },
    /** Takes the places up to `to`; false when the list is not what its owner knows: nothing was taken then. */
    async extend(list: OwnedList, history: string, to: number): Promise<boolean> {
      const { numUpdatedRows } = await change(list).where('origin', '=', history).set({ nextPosition: to }).executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    /** Whether the row of a list is what its owner knows. */
    async holds({ issuerId, listId, owner, taken }: OwnedList): Promise<boolean> {
      const row = await db
        .selectFrom('statusList')
        .select('id')
        .where((eb) => eb.and({ issuerId, id: listId, owner, nextPosition: taken }))
        .executeTakeFirst();
      return row !== undefined;
    },
    /**
     * Locks a list whose owner has released it to this run of the server. Its row has to be the very one that the releasing transaction wrote: a
     * row that was restored was written by another transaction. Null when there is none.
     */
    async lockReleased(issuerId: string, { history, server }: Origin): Promise<OpenList | null> {
      const row = await db
        .selectFrom('statusList')
        .select(COLUMNS)
        .where((eb) => eb.and({ issuerId, origin: history, releasedServer: server, purpose: 'revocation' }))
        // 2^32: of a transaction's number a row keeps the lower half.
        .where(sql<boolean>`xmin::text::numeric = released_tx::text::numeric % 4294967296`)
        .whereRef('nextPosition', '<', 'length')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      return row === undefined ? null : toList(row);
    },
    /** Gives a list that `lockReleased` locked to another owner, who takes the places up to `taken`. */
    async adopt({ issuerId, listId, owner, taken }: OwnedList): Promise<void> {
      await db
        .updateTable('statusList')
        .set({ owner, nextPosition: taken, releasedServer: null, releasedTx: null })
        .where((eb) => eb.and({ issuerId, id: listId }))
        .execute();
    },
    /** Begins a list, of which the places below `nextPosition` are taken. */
    async open(
      list: OpenList & { readonly issuerId: string; readonly owner: string; readonly history: string; readonly at: Date },
    ): Promise<void> {
      const { issuerId, listId: id, length, permutationKey, nextPosition, owner, history, at } = list;
      await db
        .insertInto('statusList')
        .values({ issuerId, id, purpose: 'revocation', length, permutationKey, nextPosition, owner, origin: history, createdAt: at })
        .execute();
    },
    /** Gives a list to whoever asks next, in a transaction of its own. */
    async release(list: OwnedList, { server }: Origin): Promise<void> {
      const { rows } = await sql<{ tx: string }>`SELECT pg_current_xact_id()::text AS tx`.execute(db);
      await change(list)
        .set({ releasedServer: server, releasedTx: rows[0]?.tx ?? null })
        .execute();
    },
  };
}
