import type { Kysely } from 'kysely';
import type { InvitationRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';

/** All but the hash. */
const COLUMNS = ['id', 'organisationId', 'email', 'role', 'invitedBy', 'createdAt', 'expiresAt', 'acceptedAt', 'withdrawnAt'] as const;

/** People who were asked to join an organisation. */
export function invitationRepository(db: Kysely<Tables>) {
  const open = (now: Date) =>
    db
      .selectFrom('invitation')
      .select(COLUMNS)
      .where('acceptedAt', 'is', null)
      .where('withdrawnAt', 'is', null)
      .where('expiresAt', '>', now);
  return {
    async insert(invitation: InvitationRecord, tokenHash: Uint8Array): Promise<void> {
      await db
        .insertInto('invitation')
        .values({ ...invitation, tokenHash })
        .execute();
    },
    /** Those that can still be accepted, the newest first. */
    async list(organisationId: string, now: Date): Promise<readonly InvitationRecord[]> {
      return open(now).where('organisationId', '=', organisationId).orderBy('id', 'desc').limit(MOST_INVITATIONS).execute();
    },
    /** Withdraws the invitations of an address, so that one is open at a time. */
    async withdrawAll(organisationId: string, email: string, at: Date): Promise<void> {
      await db
        .updateTable('invitation')
        .set({ withdrawnAt: at })
        .where('organisationId', '=', organisationId)
        .where('email', '=', email)
        .where('acceptedAt', 'is', null)
        .where('withdrawnAt', 'is', null)
        .execute();
    },
    async withdraw(organisationId: string, id: string, at: Date): Promise<boolean> {
      const done = await db
        .updateTable('invitation')
        .set({ withdrawnAt: at })
        .where('organisationId', '=', organisationId)
        .where('id', '=', id)
        .where('acceptedAt', 'is', null)
        .where('withdrawnAt', 'is', null)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
    /** Takes an invitation: null when there is none that can be accepted. Of two at once, one gets it. */
    async accept(tokenHash: Uint8Array, now: Date): Promise<InvitationRecord | null> {
      const taken = await db
        .updateTable('invitation')
        .set({ acceptedAt: now })
        .where('tokenHash', '=', tokenHash)
        .where('acceptedAt', 'is', null)
        .where('withdrawnAt', 'is', null)
        .where('expiresAt', '>', now)
        .returning(COLUMNS)
        .executeTakeFirst();
      return taken ?? null;
    },
  };
}

/** Open invitations of one organisation. */
const MOST_INVITATIONS = 200;
