import { type Kysely, type Selectable, sql } from 'kysely';
import type { KeyringTable, Tables } from './schema/tables.js';

/** The one row, as it is: nothing is known of its documents. */
export type KeyringRow = Readonly<Omit<Selectable<KeyringTable>, 'id'>>;

export function keyringRepository(db: Kysely<Tables>) {
  return {
    async read(): Promise<KeyringRow | null> {
      const columns = ['scrypt', 'secrets', 'keyCheck', 'pepperCheck', 'importedSalt', 'createdAt', 'changedAt'] as const;
      return (await db.selectFrom('keyring').select(columns).executeTakeFirst()) ?? null;
    },
    /** Until the transaction ends, nobody else makes, changes or discards the keyring. */
    async lock(): Promise<void> {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended('proofmark keyring', 0))`.execute(db);
    },
    /** For a transaction that holds the lock and found none. */
    async insert(row: KeyringRow): Promise<void> {
      await db.insertInto('keyring').values(asColumns(row)).execute();
    },
    /** Encrypts the same secrets anew. */
    async reseal({ scrypt, secrets }: Pick<KeyringRow, 'scrypt' | 'secrets'>, changedAt: Date): Promise<void> {
      await db
        .updateTable('keyring')
        .set({ scrypt: JSON.stringify(scrypt), secrets: JSON.stringify(secrets), changedAt })
        .execute();
    },
    /** Removes the keyring with all that is sealed under it, the keys of recipients' addresses included. Nothing can bring them back. */
    async discard(): Promise<void> {
      await db.deleteFrom('sealedKey').execute();
      await db.deleteFrom('webhookSecret').execute();
      // Addresses are found and opened by this keyring alone.
      await db.updateTable('recipient').set({ dataKey: null, email: null, lookup: null }).execute();
      await db.deleteFrom('keyring').execute();
    },
    /** Whether any issuer has a key that signs. */
    async anyActiveKey(): Promise<boolean> {
      const key = await db.selectFrom('signingKey').select('id').where('retiredAt', 'is', null).limit(1).executeTakeFirst();
      return key !== undefined;
    },
  };
}

function asColumns({ scrypt, secrets, ...rest }: KeyringRow) {
  return { ...rest, scrypt: JSON.stringify(scrypt), secrets: JSON.stringify(secrets) };
}
