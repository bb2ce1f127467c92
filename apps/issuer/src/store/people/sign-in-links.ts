import type { Kysely } from 'kysely';
import type { SignInLinkRecord, SignInRequestRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';

/** Links that sign somebody in, and the requests for them. */
export function signInLinkRepository(db: Kysely<Tables>) {
  return {
    async insert(link: SignInLinkRecord, tokenHash: Uint8Array): Promise<void> {
      await db
        .insertInto('signInLink')
        .values({ ...link, tokenHash })
        .execute();
    },
    /** Uses a link up; null for one that is none, or is too old. Of two at once, one gets it. */
    async use(tokenHash: Uint8Array, now: Date): Promise<SignInLinkRecord | null> {
      const used = await db
        .deleteFrom('signInLink')
        .where('tokenHash', '=', tokenHash)
        .returning(['personId', 'provesAddress', 'expiresAt'])
        .executeTakeFirst();
      return used === undefined || used.expiresAt <= now ? null : used;
    },
    async request({ sealed, ...request }: SignInRequestRecord): Promise<void> {
      await db
        .insertInto('signInRequest')
        .values({ ...request, sealed: JSON.stringify(sealed) })
        .execute();
    },
    /** Takes a request to answer it; null when it was answered. */
    async takeRequest(id: string): Promise<SignInRequestRecord | null> {
      return (await db.deleteFrom('signInRequest').where('id', '=', id).returningAll().executeTakeFirst()) ?? null;
    },
    /** Forgets what ended, or was never answered, before a time. */
    async prune(before: Date): Promise<void> {
      await db.deleteFrom('signInLink').where('expiresAt', '<', before).execute();
      await db.deleteFrom('signInRequest').where('createdAt', '<', before).execute();
    },
  };
}
