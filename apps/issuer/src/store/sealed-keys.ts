import { type Kysely, sql } from 'kysely';
import type { SigningKeyRecord } from './records.js';
import type { Tables } from './schema/tables.js';

/** Names one key of one issuer. */
export type KeyName = Pick<SigningKeyRecord, 'issuerId' | 'id'>;

/** A key that signs something still, with what seals its private half, unread. */
export interface ServingKey extends SigningKeyRecord {
  readonly sealed: unknown;
}

/** What the database keeps of a private half: sealed, and the check value of the keyring that opens it. */
export interface SealedHalf {
  readonly keyring: string;
  readonly sealed: unknown;
}

/** The database has another keyring by now than this process: what it seals, no other could open. */
export class StaleKeyring extends Error {
  override readonly name = 'StaleKeyring';

  constructor(cause: unknown) {
    super('the keyring of this process is not the one of the database; restart it', { cause });
  }
}

/** The sealed private halves of signing keys: a row is written once, with its key, and goes when the key is retired. */
export function sealedKeyRows(db: Kysely<Tables>) {
  return {
    /** What seals the private half of a key, unread; null when it is not here. */
    async findSealed({ issuerId, id }: KeyName): Promise<unknown> {
      const query = db.selectFrom('sealedKey').select('sealed').where('issuerId', '=', issuerId).where('id', '=', id);
      return (await query.executeTakeFirst())?.sealed ?? null;
    },
    /** A row that is there already stays as it is. Throws a StaleKeyring when the keyring is not that of the database. */
    async insertSealed({ issuerId, id }: KeyName, { keyring, sealed }: SealedHalf, createdAt: Date): Promise<void> {
      await db
        .insertInto('sealedKey')
        .values({ issuerId, id, keyring, sealed: JSON.stringify(sealed), createdAt })
        .onConflict((conflict) => conflict.columns(['issuerId', 'id']).doNothing())
        .execute()
        .catch((error: { readonly constraint?: unknown }) => {
          throw error.constraint === 'sealed_key_keyring_fkey' ? new StaleKeyring(error) : error;
        });
    },
    async deleteSealed({ issuerId, id }: KeyName): Promise<void> {
      await db.deleteFrom('sealedKey').where('issuerId', '=', issuerId).where('id', '=', id).execute();
    },
    /** The sealed keys of all issuers, in order of issuer and id: those that come after one. */
    async listSealed(after: KeyName | null, limit: number): Promise<readonly KeyName[]> {
      const query = db.selectFrom('sealedKey').select(['issuerId', 'id']).orderBy('issuerId').orderBy('id').limit(limit);
      return (after === null ? query : query.where(beyond(after))).execute();
    },
    /** Of the keys with these ids those that are still here. */
    async stillSealed(ids: readonly string[]): Promise<readonly string[]> {
      const rows = await db.selectFrom('sealedKey').select('id').where(sql<boolean>`id = ANY(${ids})`).execute();
      return rows.map(({ id }) => id);
    },
    /** Of the keys with these ids those that sign something still. */
    async servingAmong(ids: readonly string[]): Promise<readonly string[]> {
      const query = db.selectFrom('signingKey as k').select('k.id').where(SERVING);
      return (await query.where(sql<boolean>`k.id = ANY(${ids})`).execute()).map(({ id }) => id);
    },
    /** The keys of all issuers that sign something still, in the same order, with what seals their private halves; null where that is not here. */
    async listServing(after: KeyName | null, limit: number): Promise<readonly ServingKey[]> {
      const query = db
        .selectFrom('signingKey as k')
        .leftJoin('sealedKey as s', (join) => join.onRef('s.issuerId', '=', 'k.issuerId').onRef('s.id', '=', 'k.id'))
        .selectAll('k')
        .select('s.sealed')
        .where(SERVING)
        .orderBy('k.issuerId')
        .orderBy('k.id')
        .limit(limit);
      return (after === null ? query : query.where(beyond(after, 'k.'))).execute();
    },
  };
}

/** A record key is never an active one, and serves until it is revoked. */
const SERVING = sql<boolean>`(k.retired_at IS NULL OR (k.purpose = 'record' AND k.revoked_at IS NULL))`;

function beyond({ issuerId, id }: KeyName, of: '' | 'k.' = '') {
  return sql<boolean>`(${sql.ref(`${of}issuerId`)}, ${sql.ref(`${of}id`)}) > (${issuerId}::uuid, ${id})`;
}
