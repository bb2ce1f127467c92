import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** The ids of badges that others renew, in their order; some of them may be withdrawn. By the index of those that renew. */
export async function renewedIds(
  db: Kysely<Tables>,
  issuerId: string,
  { after, direction, limit }: { readonly after: string | null; readonly direction: 'asc' | 'desc'; readonly limit: number },
): Promise<readonly string[]> {
  let renewed = db
    .selectFrom('credential')
    .select(sql<string>`predecessor_id`.as('id'))
    .distinct()
    .where('issuerId', '=', issuerId)
    .where('predecessorId', 'is not', null)
    .where('revokedAt', 'is', null)
    .where('erasedAt', 'is', null);
  if (after !== null) renewed = renewed.where('predecessorId', direction === 'asc' ? '>' : '<', after);
  return (await renewed.orderBy('predecessorId', direction).limit(limit).execute()).map(({ id }) => id);
}
