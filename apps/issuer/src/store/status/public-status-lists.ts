import type { Kysely } from 'kysely';
import type { PublicReads } from '../../public/reads.js';
import type { Tables } from '../schema/tables.js';

/** The reads of status lists. `db` is the primary: a withdrawal counts as soon as it is committed. */
export function publicStatusLists(db: Kysely<Tables>): Pick<PublicReads, 'findStatusListDocument'> {
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
      const query = db.selectFrom(`${table} as d`).select('body').where('issuerId', '=', issuer.id);
      const row = await query.where('statusListId', '=', list).executeTakeFirst();
      return row === undefined ? null : { ...row, issuerId: issuer.id, listId: list, purpose };
    },
  };
}
