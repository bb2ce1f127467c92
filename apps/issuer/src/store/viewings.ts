import { type Kysely, sql } from 'kysely';
import type { PublicIds } from './distributed/public-ids.js';
import type { CredentialKey, PageRequest, ViewingLinkRecord } from './records.js';
import type { Tables } from './schema/tables.js';

/** What a viewing link leads to. */
export interface ShownWork {
  readonly link: ViewingLinkRecord;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What a link is found by. */
export interface ViewingToken {
  readonly hash: Uint8Array;
  /** A hint: the issuer whose number this is may have no such link. */
  readonly issuerNumber: number;
}

/** All but the hash of the token. */
const COLUMNS = [
  'issuerId',
  'credentialId',
  'id',
  'n',
  'forWhom',
  'maxViews',
  'views',
  'expiresAt',
  'revokedAt',
  'apiKeyId',
  'createdAt',
] as const;

/** Who may look at private work, and when they did. */
export function viewingRepository(db: Kysely<Tables>, ids: PublicIds) {
  const of = ({ issuerId, credentialId }: CredentialKey) =>
    db.selectFrom('viewingLink').select(COLUMNS).where('issuerId', '=', issuerId).where('credentialId', '=', credentialId);
  const findByToken = ({ hash, issuerNumber }: ViewingToken, now: Date): Promise<ViewingLinkRecord | null> => {
    const links = db.selectFrom('viewingLink').where('tokenHash', '=', hash);
    const ask = async (issuerId: string) =>
      (await links.select(COLUMNS).where('issuerId', '=', issuerId).where(usable(now)).executeTakeFirst()) ?? null;
    return ids.findBy(db, issuerNumber, ask, () => links.select('issuerId').executeTakeFirst());
  };
  return {
    async insert(link: ViewingLinkRecord, tokenHash: Uint8Array): Promise<void> {
      await db
        .insertInto('viewingLink')
        .values({ ...link, tokenHash })
        .execute();
    },
    async find(badge: CredentialKey, id: string): Promise<ViewingLinkRecord | null> {
      return (await of(badge).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    /** In the order of their making. */
    async list(badge: CredentialKey, { limit, after }: PageRequest): Promise<readonly ViewingLinkRecord[]> {
      const page = of(badge).orderBy('id').limit(limit);
      return (after === null ? page : page.where('id', '>', after)).execute();
    },
    /** When the work was shown by these links, newest first, at most `each` times a link. */
    async viewings(
      { issuerId, credentialId }: CredentialKey,
      linkIds: readonly string[],
      each: number,
    ): Promise<ReadonlyMap<string, readonly Date[]>> {
      const found = new Map<string, Date[]>(linkIds.map((id) => [id, []]));
      if (linkIds.length === 0) return found;
      const { rows } = await sql<{ linkId: string; at: Date }>`
        SELECT link_id, at FROM (
          SELECT *, row_number() OVER (PARTITION BY link_id ORDER BY seq DESC) AS nth FROM viewing
          WHERE issuer_id = ${issuerId} AND credential_id = ${credentialId} AND link_id = ANY(${linkIds})) v
        WHERE nth <= ${each} ORDER BY seq DESC`.execute(db);
      for (const { linkId, at } of rows) found.get(linkId)?.push(at);
      return found;
    },
    /** False when it was revoked before. */
    async revoke({ issuerId, credentialId }: CredentialKey, id: string, at: Date): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('viewingLink')
        .set({ revokedAt: at })
        .where((eb) => eb.and({ issuerId, credentialId, id }))
        .where('revokedAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    /** The link of this token, as long as it may be used. */
    findByToken,
    /** Counts one viewing and writes it down, as long as the link may be used; null when it may not. */
    async view(token: ViewingToken, now: Date): Promise<ShownWork | null> {
      const found = await findByToken(token, now);
      if (found === null) return null;
      // Counted by one statement, so that two simultaneous viewings count as two.
      const link = await db
        .updateTable('viewingLink')
        .set((eb) => ({ views: eb('views', '+', 1) }))
        .where((eb) => eb.and({ issuerId: found.issuerId, credentialId: found.credentialId, id: found.id }))
        .where(usable(now))
        .returning(COLUMNS)
        .executeTakeFirst();
      if (link === undefined) return null;
      const { issuerId, credentialId, n } = link;
      const work = await db
        .selectFrom('privateWork')
        .select(['mediaType', 'bytes'])
        .where((eb) => eb.and({ issuerId, credentialId, n }))
        .executeTakeFirstOrThrow();
      await db.insertInto('viewing').values({ issuerId, credentialId, linkId: link.id, at: now }).execute();
      return { link, ...work };
    },
  };
}

function usable(now: Date) {
  return sql<boolean>`revoked_at IS NULL AND expires_at > ${now} AND (max_views IS NULL OR views < max_views)`;
}
