import { type Kysely, type Selectable, sql } from 'kysely';
import type { ViewingRepository } from '../issuing/evidence-ports.js';
import type { CredentialKey } from '../issuing/life-ports.js';
import type { ViewingLinkRecord } from '../issuing/records.js';
import type { Database, ViewingLinkTable } from './database.js';

const COLUMNS = [
  'viewing_link.issuer_id',
  'viewing_link.credential_id',
  'viewing_link.id',
  'viewing_link.n',
  'for_whom',
  'max_views',
  'views',
  'expires_at',
  'revoked_at',
  'api_key_id',
  'created_at',
] as const;

export function viewingRepository(db: Kysely<Database>): ViewingRepository {
  const of = ({ issuerId, credentialId }: CredentialKey) =>
    db.selectFrom('viewing_link').select(COLUMNS).where('issuer_id', '=', issuerId).where('credential_id', '=', credentialId);
  return {
    async insert(link, tokenHash) {
      await db
        .insertInto('viewing_link')
        .values({
          issuer_id: link.issuerId,
          credential_id: link.credentialId,
          id: link.id,
          n: link.n,
          token_hash: tokenHash,
          for_whom: link.forWhom,
          max_views: link.maxViews,
          views: link.views,
          expires_at: link.expiresAt,
          revoked_at: link.revokedAt,
          api_key_id: link.apiKeyId,
          created_at: link.createdAt,
        })
        .execute();
    },
    async find(badge, id) {
      const row = await of(badge).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toLink(row);
    },
    async list(badge, { limit, after }) {
      const page = of(badge).orderBy('id').limit(limit);
      return (await (after === null ? page : page.where('id', '>', after)).execute()).map(toLink);
    },
    async viewings({ issuerId, credentialId }, linkIds, each) {
      const found = new Map<string, Date[]>(linkIds.map((id) => [id, []]));
      if (linkIds.length === 0) return found;
      const { rows } = await sql<{ link_id: string; at: Date }>`
        SELECT link_id, at FROM (
          SELECT *, row_number() OVER (PARTITION BY link_id ORDER BY seq DESC) AS nth FROM viewing
          WHERE issuer_id = ${issuerId} AND credential_id = ${credentialId} AND link_id = ANY(${linkIds})) v
        WHERE nth <= ${each} ORDER BY seq DESC`.execute(db);
      for (const { link_id: id, at } of rows) found.get(id)?.push(at);
      return found;
    },
    async revoke({ issuerId, credentialId }, id, at) {
      await db
        .updateTable('viewing_link')
        .set({ revoked_at: at })
        .where('issuer_id', '=', issuerId)
        .where('credential_id', '=', credentialId)
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .execute();
    },
    async findByToken(tokenHash, now) {
      const row = await db
        .selectFrom('viewing_link')
        .select(COLUMNS)
        .where('token_hash', '=', tokenHash)
        .where(usable(now))
        .executeTakeFirst();
      return row === undefined ? null : toLink(row);
    },
    async view(tokenHash, now) {
      // One statement counts, so that two who look at once are two.
      const link = await db
        .updateTable('viewing_link')
        .set((eb) => ({ views: eb('views', '+', 1) }))
        .where('token_hash', '=', tokenHash)
        .where(usable(now))
        .returning(COLUMNS)
        .executeTakeFirst();
      if (link === undefined) return null;
      const { issuer_id, credential_id, n } = link;
      const here = { issuer_id, credential_id };
      const work = await db
        .selectFrom('private_work')
        .select(['media_type', 'bytes'])
        .where((eb) => eb.and({ ...here, n }))
        .executeTakeFirstOrThrow();
      await db
        .insertInto('viewing')
        .values({ ...here, link_id: link.id, at: now })
        .execute();
      return { link: toLink(link), mediaType: work.media_type, bytes: work.bytes };
    },
  };
}

function usable(now: Date) {
  return sql<boolean>`revoked_at IS NULL AND expires_at > ${now} AND (max_views IS NULL OR views < max_views)`;
}

function toLink(row: Omit<Selectable<ViewingLinkTable>, 'token_hash'>): ViewingLinkRecord {
  return {
    issuerId: row.issuer_id,
    credentialId: row.credential_id,
    id: row.id,
    n: row.n,
    forWhom: row.for_whom,
    maxViews: row.max_views,
    views: row.views,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    apiKeyId: row.api_key_id,
    createdAt: row.created_at,
  };
}
