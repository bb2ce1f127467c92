import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** An entry of the journal of withdrawals, as a process noted it apart from the database. */
export interface NotedChange {
  readonly issuerId: string;
  readonly seq: number;
  readonly credentialId: string;
  readonly listId: number;
  readonly index: number;
  readonly purpose: 'revocation' | 'suspension';
  readonly value: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is noted of an entry. */
export type KnownChange = Pick<NotedChange, 'credentialId' | 'purpose' | 'value' | 'seq' | 'at'>;

/** Entries that are read at once. */
const MOST = 20_000;

/** Reads of the journal of withdrawals and suspensions, for whoever notes it apart from the database. */
export function journalRepository(db: Kysely<Tables>) {
  const entries = (issuerId: string) =>
    db
      .selectFrom('statusEvent')
      .select(['seq', 'credentialId', 'statusListId', 'statusIndex', 'purpose', 'value', 'at'])
      .where('issuerId', '=', issuerId);
  return {
    /** The last entries of a list after entry `seq`. */
    async changesSince(issuerId: string, listId: number, seq: number): Promise<readonly NotedChange[]> {
      const query = entries(issuerId).where('statusListId', '=', listId).where('seq', '>', seq).orderBy('seq', 'desc').limit(MOST);
      return (await query.execute())
        .map(({ statusListId, statusIndex: index, at, ...entry }) => ({
          issuerId,
          listId: statusListId,
          index,
          at: at.getTime(),
          ...entry,
        }))
        .reverse();
    },
    /** The entries of these badges. */
    async changesOf(issuerId: string, credentialIds: readonly string[]): Promise<readonly KnownChange[]> {
      const rows = await entries(issuerId).where(sql<boolean>`credential_id = ANY(${credentialIds}::uuid[])`).execute();
      return rows.map(({ credentialId, purpose, value, seq, at }) => ({ credentialId, purpose, value, seq, at: at.getTime() }));
    },
    /** How many places of these lists were taken; nothing of a list that is not there. */
    async taken(issuerId: string, listIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
      const query = db.selectFrom('statusList').select(['id', 'nextPosition']).where('issuerId', '=', issuerId);
      const rows = await query.where(sql<boolean>`id = ANY(${listIds}::bigint[])`).execute();
      return new Map(rows.map(({ id, nextPosition }) => [id, nextPosition]));
    },
  };
}
