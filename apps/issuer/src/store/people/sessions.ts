import type { Kysely } from 'kysely';
import type { SessionRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';

/** All but the hash. */
const COLUMNS = ['id', 'personId', 'createdAt', 'updatedAt', 'expiresAt', 'userAgent', 'organisationId'] as const;

/** Sessions count until their end, unless nothing was seen of them since `idleSince`. */
export interface SessionTimes {
  readonly now: Date;
  readonly idleSince: Date;
}

/** What is asked of sessions beside better-auth, which makes them and recognises them; and the links that make owners. */
export function sessionRepository(db: Kysely<Tables>) {
  const counting = (personId: string, { now, idleSince }: SessionTimes) =>
    db
      .selectFrom('personSession')
      .select(COLUMNS)
      .where('personId', '=', personId)
      .where('expiresAt', '>', now)
      .where('updatedAt', '>', idleSince);
  return {
    async seen(id: string, at: Date): Promise<void> {
      await db.updateTable('personSession').set({ updatedAt: at }).where('id', '=', id).execute();
    },
    /** Those that count, the newest first. */
    async list(personId: string, times: SessionTimes): Promise<readonly SessionRecord[]> {
      return counting(personId, times).orderBy('id', 'desc').limit(100).execute();
    },
    /** One that counts; null when there is none. */
    async find(personId: string, id: string, times: SessionTimes): Promise<SessionRecord | null> {
      return (await counting(personId, times).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    /** False when the person has no such session. */
    async end(personId: string, id: string): Promise<boolean> {
      const done = await db.deleteFrom('personSession').where('id', '=', id).where('personId', '=', personId).executeTakeFirst();
      return done.numDeletedRows === 1n;
    },
    /** Binds a session that has just begun to one organisation. */
    async bind(id: string, organisationId: string): Promise<void> {
      await db.updateTable('personSession').set({ organisationId }).where('id', '=', id).execute();
    },
    /** Ends those that are bound to an organisation. */
    async endOfOrganisation(organisationId: string): Promise<void> {
      await db.deleteFrom('personSession').where('organisationId', '=', organisationId).execute();
    },
    /** Ends every session of a person. */
    async endAll(personId: string): Promise<void> {
      await db.deleteFrom('personSession').where('personId', '=', personId).execute();
    },
    async insertOwnerLink(tokenHash: Uint8Array, createdAt: Date, expiresAt: Date): Promise<void> {
      await db.insertInto('ownerLink').values({ tokenHash, createdAt, expiresAt, usedAt: null }).execute();
    },
    /** Takes a link that makes an owner, and ends all others; false when it was used or has expired. Of two at once, one gets it. */
    async useOwnerLink(tokenHash: Uint8Array, now: Date): Promise<boolean> {
      const used = await db
        .updateTable('ownerLink')
        .set({ usedAt: now })
        .where('tokenHash', '=', tokenHash)
        .where('usedAt', 'is', null)
        .where('expiresAt', '>', now)
        .executeTakeFirst();
      if (used.numUpdatedRows === 0n) return false;
      await db.updateTable('ownerLink').set({ usedAt: now }).where('usedAt', 'is', null).execute();
      return true;
    },
    /** Forgets what ended before a time. */
    async prune(before: Date): Promise<void> {
      await db.deleteFrom('ownerLink').where('expiresAt', '<', before).execute();
      await db.deleteFrom('personVerification').where('expiresAt', '<', before).execute();
      await db.deleteFrom('personSession').where('expiresAt', '<', before).execute();
    },
  };
}
