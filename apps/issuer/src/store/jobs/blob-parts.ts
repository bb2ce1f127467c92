import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** One blob of an issuer. */
export interface BlobKey {
  readonly issuerId: string;
  readonly blobId: string;
}

export function blobPartRepository(db: Kysely<Tables>) {
  return {
    async insert({ issuerId, blobId }: BlobKey, n: number, bytes: Uint8Array): Promise<void> {
      await db.insertInto('blobPart').values({ issuerId, blobId, n, bytes }).execute();
    },
    async read({ issuerId, blobId }: BlobKey, n: number): Promise<Uint8Array | null> {
      const query = db
        .selectFrom('blobPart')
        .select('bytes')
        .where('issuerId', '=', issuerId)
        .where('blobId', '=', blobId)
        .where('n', '=', n);
      return (await query.executeTakeFirst())?.bytes ?? null;
    },
    async remove({ issuerId, blobId }: BlobKey): Promise<void> {
      await db.deleteFrom('blobPart').where('issuerId', '=', issuerId).where('blobId', '=', blobId).execute();
    },
  };
}
