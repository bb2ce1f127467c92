import type { Kysely } from 'kysely';
import type { PasskeyRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';

/** Passkeys, and what they are to sign. */
export function passkeyRepository(db: Kysely<Tables>) {
  const of = (personId: string) => db.selectFrom('passkey').selectAll().where('personId', '=', personId);
  return {
    /** Remembers what the holder is to have signed; what they were asked before counts no more. */
    async challenge(holderHash: Uint8Array, challenge: Uint8Array, expiresAt: Date): Promise<void> {
      await db
        .insertInto('passkeyChallenge')
        .values({ holderHash, challenge, expiresAt })
        .onConflict((conflict) => conflict.column('holderHash').doUpdateSet({ challenge, expiresAt }))
        .execute();
    },
    /** Uses up what the holder was asked; null when that was nothing, or too long ago. Of two at once, one gets it. */
    async useChallenge(holderHash: Uint8Array, now: Date): Promise<Uint8Array | null> {
      const used = await db.deleteFrom('passkeyChallenge').where('holderHash', '=', holderHash).returningAll().executeTakeFirst();
      return used === undefined || used.expiresAt <= now ? null : used.challenge;
    },
    /** False when the passkey is known already. */
    async insert(passkey: PasskeyRecord): Promise<boolean> {
      const done = await db
        .insertInto('passkey')
        .values(passkey)
        .onConflict((conflict) => conflict.column('credentialId').doNothing())
        .executeTakeFirst();
      return done.numInsertedOrUpdatedRows === 1n;
    },
    /** Those of a person, the first first. */
    async list(personId: string): Promise<readonly PasskeyRecord[]> {
      return of(personId).orderBy('id').execute();
    },
    /** As `list`; nobody makes another one for the person until the transaction ends. */
    async lockAll(personId: string): Promise<readonly PasskeyRecord[]> {
      await db.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
      return of(personId).orderBy('id').execute();
    },
    /** By the id that its authenticator gave it; nobody else uses it until the transaction ends. */
    async lock(credentialId: Uint8Array): Promise<PasskeyRecord | null> {
      const query = db.selectFrom('passkey').selectAll().where('credentialId', '=', credentialId).forUpdate();
      return (await query.executeTakeFirst()) ?? null;
    },
    async used(id: string, change: Pick<PasskeyRecord, 'counter' | 'backedUp' | 'lastUsedAt'>): Promise<void> {
      await db.updateTable('passkey').set(change).where('id', '=', id).execute();
    },
    /** Null when the person has no such passkey. */
    async rename(personId: string, id: string, name: string): Promise<PasskeyRecord | null> {
      const query = db.updateTable('passkey').set({ name }).where('id', '=', id).where('personId', '=', personId).returningAll();
      return (await query.executeTakeFirst()) ?? null;
    },
    /** False when the person has no such passkey. */
    async delete(personId: string, id: string): Promise<boolean> {
      const done = await db.deleteFrom('passkey').where('id', '=', id).where('personId', '=', personId).executeTakeFirst();
      return done.numDeletedRows === 1n;
    },
    async deleteAll(personId: string): Promise<void> {
      await db.deleteFrom('passkey').where('personId', '=', personId).execute();
    },
    /** Forgets what nobody has signed in time. */
    async prune(before: Date): Promise<void> {
      await db.deleteFrom('passkeyChallenge').where('expiresAt', '<', before).execute();
    },
  };
}
