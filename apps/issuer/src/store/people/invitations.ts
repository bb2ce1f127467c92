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
    async countOpen(organisationId: string, now: Date): Promise<number> {
      const row = await open(now)
        .clearSelect()
        .select(db.fn.countAll<number>().as('count'))
        .where('organisationId', '=', organisationId)
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },
    /** How many were sent since then, by an organisation or to an address, whatever became of them. */
    async countSent(whose: Partial<Pick<InvitationRecord, 'organisationId' | 'email'>>, since: Date): Promise<number> {
      const row = await db
        .selectFrom('invitation')
        .select(db.fn.countAll<number>().as('count'))
        .where((eb) => eb.and(whose))
        .where('createdAt', '>', since)
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },
    /** Withdraws the open invitations to an address, or of who sent them; given both, those to which either applies. */
    async withdrawAll(organisationId: string, whose: Partial<Pick<InvitationRecord, 'email' | 'invitedBy'>>, at: Date): Promise<void> {
      await db
        .updateTable('invitation')
        .set({ withdrawnAt: at })
        .where('organisationId', '=', organisationId)
        .where((eb) => eb.or(whose))
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
    /** To which organisation an invitation leads, whether it can be accepted still or not. */
    async organisationOf(tokenHash: Uint8Array): Promise<string | null> {
      const row = await db.selectFrom('invitation').select('organisationId').where('tokenHash', '=', tokenHash).executeTakeFirst();
      return row?.organisationId ?? null;
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
    /** Forgets those that ended before a time. */
    async prune(before: Date): Promise<void> {
      await db.deleteFrom('invitation').where('expiresAt', '<', before).execute();
    },
  };
}

/** In one list. */
const MOST_INVITATIONS = 200;
