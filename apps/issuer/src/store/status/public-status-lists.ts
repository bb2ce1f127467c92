import { type Kysely, sql } from 'kysely';
import type { PublicReads } from '../../public/reads.js';
import type { Tables } from '../schema/tables.js';

/** Changes with each signature, also with one of an earlier release, and when a database is restored. */
const VERSION = sql<string>`d.seq || '/' || extract(epoch FROM d.signed_at)`;

/** The reads of status lists. `db` is the primary: a withdrawal counts as soon as it is committed. */
export function publicStatusLists(db: Kysely<Tables>): Pick<PublicReads, 'findStatusListDocument' | 'statusListVersions'> {
  return {
    async findStatusListDocument(slug, list, purpose) {
      const owner =
        slug === null
          ? db.selectFrom('statusList').select('issuerId as id').where('id', '=', list)
          : db.selectFrom('issuer').select('id').where('slug', '=', slug);
      const issuer = await owner.executeTakeFirst();
      if (issuer === undefined) return null;
      // Both tables have the same columns.
      const table = (purpose === 'revocation' ? 'statusListDocument' : 'suspensionListDocument') as 'statusListDocument';
      const query = db.selectFrom(`${table} as d`).select('body').select(VERSION.as('version')).where('issuerId', '=', issuer.id);
      const row = await query.where('statusListId', '=', list).executeTakeFirst();
      return row === undefined ? null : { ...row, issuerId: issuer.id, listId: list, purpose };
    },
    async statusListVersions(lists) {
      if (lists.length === 0) return [];
      const { rows } = await sql<{ n: number; version: string }>`
        SELECT k.n, ${VERSION} AS version FROM (
          SELECT issuer_id, status_list_id, 'revocation' AS purpose, seq, signed_at FROM status_list_document
          UNION ALL SELECT issuer_id, status_list_id, 'suspension', seq, signed_at FROM suspension_list_document) d
        JOIN unnest(${lists.map(({ issuerId }) => issuerId)}::uuid[], ${lists.map(({ listId }) => listId)}::bigint[],
          ${lists.map(({ purpose }) => purpose)}::text[]) WITH ORDINALITY AS k (issuer_id, list_id, purpose, n)
          ON k.issuer_id = d.issuer_id AND k.list_id = d.status_list_id AND k.purpose = d.purpose`.execute(db);
      const versions = new Map(rows.map(({ n, version }) => [n, version]));
      return lists.map((_, i) => versions.get(i + 1) ?? null);
    },
  };
}
