import { type Kysely, type RawBuilder, sql } from 'kysely';
import { READABLE } from '../../credentials.js';
import type { Tables } from '../../schema/tables.js';
import { type CredentialFilter, filtered } from '../credential-filter.js';
import { renewedIds } from '../renewed.js';
import { anchorOf, CHANGED, directionOf, type FoundBadge, NAME_KEY, type NamePlace, NOBODY, PARTS, type PageByName } from './places.js';

/** A page of badges that are found by something else than a name, and sorted; null when there are more than `most`. */
export async function sortFew(
  db: Kysely<Tables>,
  issuerId: string,
  filter: CredentialFilter,
  { order, limit, from, most }: Pick<PageByName, 'order' | 'limit'> & { readonly from: NamePlace | null; readonly most: number },
): Promise<readonly FoundBadge[] | null> {
  let badges = db.selectFrom('credential').select('id').where('issuerId', '=', issuerId).where(READABLE);
  if (filter.state === 'superseded') {
    const renewed = await renewedIds(db, issuerId, { after: null, direction: 'asc', limit: most + 1 });
    if (renewed.length > most) return null;
    badges = badges.where(sql<boolean>`id = ANY (${renewed}::uuid[])`);
  }
  const found = await filtered(badges, issuerId, { ...filter, namePattern: null })
    .limit(most + 1)
    .execute();
  if (found.length > most) return null;
  const { way, beyond } = directionOf(order);
  const { namePattern } = filter;
  const { rows } = await sql<{ id: string; whose: string | null; changed: string | null }>`
    SELECT b.id, b.whose, b.changed FROM (
      SELECT c.id, coalesce(c.tx, c.position) AS ordinal, coalesce(${NAME_KEY}, '') AS name, coalesce(r.id, ${NOBODY}::uuid) AS recipient,
        r.id AS whose, ${CHANGED} AS changed,
        CASE WHEN r.id IS NULL THEN 2 WHEN r.name_search IS NULL THEN 1 ELSE 0 END AS part
      FROM credential c
      LEFT JOIN LATERAL (SELECT * FROM recipient WHERE issuer_id = ${issuerId} AND id = c.recipient_id OFFSET 0) r ON true
      WHERE c.issuer_id = ${issuerId} AND c.id = ANY (${found.map(({ id }) => id)}::uuid[])
        ${namePattern === null ? sql`` : sql`AND r.name_search LIKE ${namePattern}`}
    ) b
    ${from === null ? sql`` : sql`WHERE ${isBeyond(from, beyond)}`}
    ORDER BY part, name ${way}, recipient ${way}, ordinal ${way}, id ${way} LIMIT ${limit}`.execute(db);
  return rows.map(({ id, whose, changed }) => ({ id, anchor: anchorOf({ id, recipient: whose, changed }) }));
}

function isBeyond({ part, name, recipientId, badge }: NamePlace, beyond: RawBuilder<unknown>) {
  const place = PARTS.indexOf(part);
  const within =
    badge === null
      ? sql`(b.name, b.recipient) ${beyond} (${name}, ${recipientId}::uuid)`
      : sql`(b.name, b.recipient, b.ordinal, b.id) ${beyond} (${name}, ${recipientId}::uuid, ${badge.ordinal}::bigint, ${badge.id}::uuid)`;
  return sql`(b.part > ${place}::int OR (b.part = ${place}::int AND ${within}))`;
}
